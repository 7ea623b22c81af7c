// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    RevenueSection(final Html html, final Numbers numbers, final Pictures pictures, final SalesReport.Data data) {
        this.html = html;
        this.numbers = numbers;
        this.pictures = pictures;
        this.months = data.months();
        this.decimals = numbers.decimals(months.stream().flatMap(month -> Stream.of(month.sold(), month.refunds())).toList());
    }

    void add() {
        html.begin("section").element("h2", Messages.text("revenue.title"));
        if (months.stream().allMatch(month -> month.orders() == 0 && month.revenue().signum() == 0)) {
            html.element("p", Messages.text("revenue.none"), "class", "lead").end();
            return;
        }
        html.element("p", lead(), "class", "lead");
        final var years = months.stream().collect(Collectors.groupingBy(month -> month.month().getYear(), TreeMap::new, Collectors.toList()));
        html.begin("div", "class", "split");
        pictures.add(html, chart());
        final var table = new Table(Messages.text("revenue.years"), false, headers(Messages.text("revenue.year")));
        years.forEach((year, part) -> table.row(cells(Integer.toString(year), part)));
        if (years.size() > 1) {
            table.total(cells(Messages.text("revenue.total"), months));
        }
        table.add(html);
        html.end();
        html.begin("div", "class", "years", "style", "--year: " + width() + "em");
        years.forEach((year, part) -> {
            final var monthly = new Table(Integer.toString(year), true, headers(Messages.text("revenue.month")));
            part.forEach(month -> monthly.row(cells(numbers.month(month.month().getMonth()), List.of(month))));
            monthly.add(html);
        });
        html.end().end();
    }

    /** What a table of months needs in the size of its type, so that as many stand side by side as fit. */
    private String width() {
        final int digits = digits(MonthRevenue::sold) + digits(MonthRevenue::refunds) + digits(MonthRevenue::revenue);
        return String.format(Locale.ROOT, "%.1f", 9 + .64 * digits);
    }

    private int digits(final Function<MonthRevenue, BigDecimal> column) {
        return months.stream().mapToInt(month -> numbers.amount(column.apply(month), decimals).length()).max().orElse(1);
    }

    private String lead() {
        final var best = months.stream().max(Comparator.comparing(MonthRevenue::revenue)).orElseThrow();
        final var sentence = Messages.text("revenue.lead", numbers.money(sum(months)), numbers.month(best.month()), numbers.money(best.revenue()));
        return growth().map(more -> sentence + Messages.text("between.sentences") + more).orElse(sentence);
    }

    /** The last twelve months against the twelve before; empty where there are not as many. */
    private Optional<String> growth() {
        if (months.size() < 2 * YEAR) {
            return Optional.empty();
        }
        final var last = sum(months.subList(months.size() - YEAR, months.size()));
        final var before = sum(months.subList(months.size() - 2 * YEAR, months.size() - YEAR));
        if (before.signum() <= 0) {
            return Optional.empty();
        }
        final double change = last.doubleValue() / before.doubleValue() - 1;
        return Optional.of(Messages.text(change < 0 ? "revenue.less" : "revenue.more", numbers.money(last), numbers.share(Math.abs(change))));
    }

    private Chart chart() {
        final var format = ValueFormat.money(numbers.currency());
        final var values = Series.of("revenue", Messages.text("revenue.revenue"), ColourRole.palette(0), months.stream().map(MonthRevenue::revenue).toList());
        if (months.size() < FEW) {
            final var bars = BarChart.of(Heading.NONE, format, BarChart.Arrangement.COLUMNS);
            months.forEach(month -> bars.category(month.month().toString(), numbers.month(month.month())));
            return bars.series(values).build();
        }
        return LineChart.of(Heading.NONE, format, PeriodStep.MONTH).periods(months.getFirst().month().atDay(1), months.size()).series(values).build();
    }

    private List<String> headers(final String first) {
        return List.of(first, Messages.text("revenue.orders"), Messages.text("revenue.sold") + ' ' + numbers.currency().getCurrencyCode(),
                Messages.text("revenue.refunds"), Messages.text("revenue.revenue"));
    }

    private List<String> cells(final String name, final List<MonthRevenue> part) {
        return List.of(name, numbers.count(part.stream().mapToLong(MonthRevenue::orders).sum()),
                numbers.amount(part.stream().map(MonthRevenue::sold).reduce(BigDecimal.ZERO, BigDecimal::add), decimals),
                numbers.amount(part.stream().map(MonthRevenue::refunds).reduce(BigDecimal.ZERO, BigDecimal::add), decimals),
                numbers.amount(sum(part), decimals));
    }

    private static BigDecimal sum(final List<MonthRevenue> part) {
        return part.stream().map(MonthRevenue::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
