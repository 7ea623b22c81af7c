// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.kontor.charts.BarChart;
import org.kontor.charts.Chart;
import org.kontor.charts.ColourRole;
import org.kontor.charts.Heading;
import org.kontor.charts.LineChart;
import org.kontor.charts.PeriodStep;
import org.kontor.charts.Series;
import org.kontor.charts.ValueFormat;
import org.kontor.sales.SalesReport;
import org.kontor.sales.SalesReport.MonthRevenue;

/** The section about revenue over time: the course, the years, and each month. */
final class RevenueSection {

    private static final int FEW = 3;
    private static final int YEAR = 12;

    private final Html html;
    private final Numbers numbers;
    private final Pictures pictures;
    private final List<MonthRevenue> months;
    private final int decimals;
    private final boolean ordered;
    private final boolean won;

    RevenueSection(final Html html, final Numbers numbers, final Pictures pictures, final SalesReport.Data data) {
        this.html = html;
        this.numbers = numbers;
        this.pictures = pictures;
        this.months = data.months();
        final var amounts = new ArrayList<>(List.of(sum(months, MonthRevenue::revenue), sum(months, MonthRevenue::wonAmount)));
        months.forEach(month -> amounts.addAll(List.of(month.revenue(), month.refunds(), month.wonAmount())));
        this.decimals = numbers.decimals(amounts);
        this.ordered = months.stream().anyMatch(month -> month.orders() > 0 || month.revenue().signum() != 0);
        this.won = months.stream().anyMatch(month -> month.deals() > 0);
    }

    void add() {
        html.begin("section").element("h2", Messages.text("revenue.title"));
        if (!ordered && !won) {
            html.element("p", Messages.text("revenue.none"), "class", "lead").end();
            return;
        }
        html.element("p", lead(), "class", "lead");
        final var code = numbers.currency().getCurrencyCode();
        final var years = months.stream().collect(Collectors.groupingBy(month -> month.month().getYear(), TreeMap::new,
                Collectors.toList()));
        html.begin("div", "class", "split");
        pictures.add(html, chart());
        final var table = new Table(Messages.text("revenue.years"), false, headers(Messages.text("revenue.year"), ' ' + code));
        years.forEach((year, part) -> table.row(cells(Integer.toString(year), part)));
        if (years.size() > 1) {
            table.total(cells(Messages.text("revenue.total"), months));
        }
        table.add(html);
        html.end();
        html.begin("div", "class", "years", "style", "--year: " + width() + "em");
        years.forEach((year, part) -> {
            final var monthly = new Table(year + ", " + code, true, headers(Messages.text("revenue.month"), ""));
            part.forEach(month -> monthly.row(cells(numbers.month(month.month().getMonth()), List.of(month))));
            monthly.add(html);
        });
        html.end().end();
    }

    /** What a table of months needs in the size of its type, so that as many stand side by side as fit. */
    private String width() {
        int digits = 0;
        if (ordered) {
            digits += digits(MonthRevenue::refunds) + digits(MonthRevenue::revenue);
        }
        if (won) {
            digits += digits(MonthRevenue::wonAmount) + (ordered ? 0 : 6);
        }
        return String.format(Locale.ROOT, "%.1f", 9 + .64 * digits);
    }

    private int digits(final Function<MonthRevenue, BigDecimal> column) {
        return months.stream().mapToInt(month -> numbers.amount(column.apply(month), decimals).length()).max().orElse(1);
    }

    private String lead() {
        if (!ordered) {
            return Messages.text("revenue.lead.won", months.stream().mapToLong(MonthRevenue::deals).sum(),
                    numbers.money(sum(months, MonthRevenue::wonAmount)));
        }
        final var best = months.stream().max(Comparator.comparing(MonthRevenue::revenue)).orElseThrow();
        final var sentence = Messages.text("revenue.lead", numbers.money(sum(months, MonthRevenue::revenue)), numbers.month(best.month()),
                numbers.money(best.revenue()));
        return growth().map(more -> sentence + Messages.text("between.sentences") + more).orElse(sentence);
    }

    /** The last twelve months against the twelve before; empty where there are not as many. */
    private Optional<String> growth() {
        if (months.size() < 2 * YEAR) {
            return Optional.empty();
        }
        final var last = sum(months.subList(months.size() - YEAR, months.size()), MonthRevenue::revenue);
        final var before = sum(months.subList(months.size() - 2 * YEAR, months.size() - YEAR), MonthRevenue::revenue);
        if (before.signum() <= 0) {
            return Optional.empty();
        }
        final double change = last.doubleValue() / before.doubleValue() - 1;
        return Optional.of(Messages.text(change < 0 ? "revenue.less" : "revenue.more", numbers.money(last),
                numbers.share(Math.abs(change))));
    }

    private List<Series> series() {
        final var series = new ArrayList<Series>();
        if (ordered) {
            series.add(Series.of("revenue", Messages.text("revenue.revenue"), ColourRole.palette(0),
                    months.stream().map(MonthRevenue::revenue).toList()));
        }
        if (won) {
            series.add(Series.of("won", Messages.text("revenue.won"), ColourRole.palette(2),
                    months.stream().map(MonthRevenue::wonAmount).toList()));
        }
        return series;
    }

    private Chart chart() {
        final var format = ValueFormat.money(numbers.currency());
        if (months.size() < FEW) {
            final var bars = BarChart.of(Heading.NONE, format, BarChart.Arrangement.COLUMNS);
            months.forEach(month -> bars.category(month.month().toString(), numbers.month(month.month())));
            series().forEach(bars::series);
            return bars.build();
        }
        final var lines = LineChart.of(Heading.NONE, format, PeriodStep.MONTH).periods(months.getFirst().month().atDay(1), months.size());
        series().forEach(lines::series);
        return lines.build();
    }

    private List<String> headers(final String first, final String code) {
        final var headers = new ArrayList<>(List.of(first));
        if (ordered) {
            headers.addAll(List.of(Messages.text("revenue.orders"), Messages.text("revenue.revenue") + code,
                    Messages.text("revenue.refunds")));
        } else {
            headers.add(Messages.text("revenue.deals"));
        }
        if (won) {
            headers.add(Messages.text("revenue.won") + (ordered ? "" : code));
        }
        return headers;
    }

    private List<String> cells(final String name, final List<MonthRevenue> part) {
        final var cells = new ArrayList<>(List.of(name));
        if (ordered) {
            cells.addAll(List.of(numbers.count(part.stream().mapToLong(MonthRevenue::orders).sum()), amount(part, MonthRevenue::revenue),
                    amount(part, MonthRevenue::refunds)));
        } else {
            cells.add(numbers.count(part.stream().mapToLong(MonthRevenue::deals).sum()));
        }
        if (won) {
            cells.add(amount(part, MonthRevenue::wonAmount));
        }
        return cells;
    }

    private String amount(final List<MonthRevenue> part, final Function<MonthRevenue, BigDecimal> column) {
        return numbers.amount(sum(part, column), decimals);
    }

    private static BigDecimal sum(final List<MonthRevenue> part, final Function<MonthRevenue, BigDecimal> column) {
        return part.stream().map(column).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
