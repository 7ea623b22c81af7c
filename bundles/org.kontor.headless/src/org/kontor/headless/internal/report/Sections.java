// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.kontor.charts.BarChart;
import org.kontor.charts.ColourRole;
import org.kontor.charts.FunnelChart;
import org.kontor.charts.Heading;
import org.kontor.charts.Series;
import org.kontor.charts.ValueFormat;
import org.kontor.customers.RecordLink;
import org.kontor.sales.Activities.PersonCounts;
import org.kontor.sales.Funnel;
import org.kontor.sales.PipelineBoard;
import org.kontor.sales.SalesReport;
import org.kontor.sales.SalesReport.CustomerRevenue;

/** The sections about deals, customers and people: a sentence, a chart and its table each. */
final class Sections {

    private static final int PEOPLE = 20;

    private final Html html;
    private final Numbers numbers;
    private final Pictures pictures;
    private final SalesReport.Data data;

    Sections(final Html html, final Numbers numbers, final Pictures pictures, final SalesReport.Data data) {
        this.html = html;
        this.numbers = numbers;
        this.pictures = pictures;
        this.data = data;
    }

    private ValueFormat money() {
        return ValueFormat.money(numbers.currency());
    }

    private String code() {
        return numbers.currency().getCurrencyCode();
    }

    private void begin(final String key, final String lead) {
        begin(key, "", lead);
    }

    /** A section's beginning; the name of the pipeline stands in the title where there are several. */
    private void begin(final String key, final String name, final String lead) {
        final var title = Messages.text(key + ".title");
        html.begin("section").element("h2", name.isEmpty() ? title : Messages.text("title.of", title, name))
                .element("p", lead, "class", "lead");
    }

    void pipeline(final SalesPage.Deals deals, final String name) {
        final var board = deals.board();
        if (board.count() == 0) {
            begin("pipeline", name, Messages.text("pipeline.none"));
            html.end();
            return;
        }
        final var open = deals.open();
        final boolean valued = deals.openTotal().signum() != 0;
        begin("pipeline", name, valued ? Messages.text("pipeline.lead", numbers.count(deals.openCount()), numbers.money(deals.openTotal()),
                numbers.money(board.weightedOpen())) : Messages.text("pipeline.lead.counts", deals.openCount()));
        final var chart = BarChart.of(Heading.NONE, valued ? money() : ValueFormat.count(), BarChart.Arrangement.ROWS);
        open.forEach(column -> chart.category(column.stage().id().toString(), column.stage().title()));
        if (valued) {
            chart.series(Series.of("total", Messages.text("pipeline.total"), ColourRole.palette(0),
                    open.stream().map(PipelineBoard.Column::total).toList()));
            chart.series(Series.of("weighted", Messages.text("pipeline.weighted"), ColourRole.palette(2),
                    open.stream().map(PipelineBoard.Column::weighted).toList()));
        } else {
            chart.series(Series.of("count", Messages.text("pipeline.count"), ColourRole.palette(0),
                    open.stream().map(PipelineBoard.Column::count).toList()));
        }
        html.begin("div", "class", "split");
        pictures.add(html, chart.build());
        final int decimals = numbers.decimals(board.columns().stream().flatMap(column -> Stream.of(column.total(),
                column.weighted())).toList());
        final var table = new Table(Messages.text("pipeline.title"), false, List.of(Messages.text("stage"), Messages.text("pipeline.count"),
                Messages.text("pipeline.total") + ' ' + code(), Messages.text("pipeline.weighted"), Messages.text("days")));
        open.forEach(column -> table.row(cells(column, decimals)));
        table.total(List.of(Messages.text("pipeline.open"), numbers.count(deals.openCount()), numbers.amount(deals.openTotal(), decimals),
                numbers.amount(board.weightedOpen(), decimals), ""));
        board.columns().stream().filter(column -> column.stage().closed()).forEach(column -> table.aside(List.of(column.stage().title(),
                numbers.count(column.count()), numbers.amount(column.total(), decimals), "", "")));
        table.add(html);
        html.end().end();
    }

    private List<String> cells(final PipelineBoard.Column column, final int decimals) {
        return List.of(column.stage().title(), numbers.count(column.count()), numbers.amount(column.total(), decimals),
                numbers.amount(column.weighted(), decimals), numbers.days(column.medianDays()));
    }

    void funnel(final Funnel.Result funnel, final String name) {
        if (funnel.count() == 0) {
            begin("funnel", name, Messages.text("funnel.none"));
            html.end();
            return;
        }
        final long entered = funnel.steps().getFirst().reached();
        final long won = funnel.steps().stream().filter(step -> step.stage().won()).mapToLong(Funnel.Step::reached).sum();
        final long lost = funnel.lost().stream().mapToLong(Funnel.Step::current).sum();
        begin("funnel", name, Messages.text("funnel.lead", numbers.count(funnel.count()), numbers.count(won),
                entered == 0 ? "–" : numbers.share((double) won / entered), numbers.count(lost)));
        final var chart = FunnelChart.of(Heading.NONE, money());
        funnel.steps().forEach(step -> chart.stage(new FunnelChart.Stage(step.stage().id().toString(), step.stage().title(), step.reached(),
                step.reachedAmount(), step.conversion().isPresent() ? BigDecimal.valueOf(step.conversion().getAsDouble()) : null,
                step.stage().won() ? ColourRole.POSITIVE : ColourRole.AUTOMATIC)));
        html.begin("div", "class", "split");
        pictures.add(html, chart.build());
        final int decimals = numbers.decimals(funnel.steps().stream().map(Funnel.Step::reachedAmount).toList());
        final var table = new Table(Messages.text("funnel.title"), false, List.of(Messages.text("stage"), Messages.text("funnel.reached"),
                Messages.text("funnel.amount") + ' ' + code(), Messages.text("funnel.conversion"), Messages.text("funnel.current"),
                Messages.text("days")));
        funnel.steps().forEach(step -> table.row(List.of(step.stage().title(), numbers.count(step.reached()),
                numbers.amount(step.reachedAmount(), decimals), step.stage().closed() ? "" : numbers.share(step.conversion()),
                numbers.count(step.current()), step.stage().closed() ? "" : numbers.days(step.medianDays()))));
        funnel.lost().forEach(step -> table.aside(List.of(step.stage().title(), numbers.count(step.current()),
                numbers.amount(step.currentAmount(), decimals), "", numbers.count(step.current()), "")));
        table.add(html);
        html.end().end();
    }

    void customers() {
        final var customers = data.customers();
        if (customers.isEmpty()) {
            begin("customers", Messages.text("customers.none"));
            html.end();
            return;
        }
        final var revenue = data.revenue();
        final var theirs = customers.stream().map(CustomerRevenue::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        final var count = numbers.count(customers.size());
        begin("customers", numbers.share(theirs, revenue).map(share -> Messages.text("customers.lead", count, share, numbers.money(theirs)))
                .orElseGet(() -> Messages.text("customers.lead.plain", count, numbers.money(theirs))));
        final var chart = BarChart.of(Heading.NONE, money(), BarChart.Arrangement.ROWS);
        for (int rank = 0; rank < customers.size(); rank++) {
            chart.category(Integer.toString(rank), name(customers.get(rank)));
        }
        chart.series(Series.of("revenue", Messages.text("revenue.revenue"), ColourRole.palette(0),
                customers.stream().map(CustomerRevenue::revenue).toList()));
        html.begin("div", "class", "split");
        pictures.add(html, chart.build());
        final int decimals = numbers.decimals(customers.stream().flatMap(customer -> Stream.of(customer.sold(),
                customer.refunds())).toList());
        final var table = new Table(Messages.text("customers.title"), false, List.of(Messages.text("customers.customer"),
                Messages.text("revenue.orders"),
                Messages.text("revenue.revenue") + ' ' + code(), Messages.text("revenue.refunds"), Messages.text("customers.share")));
        customers.forEach(customer -> table.row(List.of(name(customer), numbers.count(customer.orders()),
                numbers.amount(customer.revenue(), decimals), numbers.amount(customer.refunds(), decimals),
                numbers.share(customer.revenue(), revenue).orElse("–"))));
        table.add(html);
        html.end().end();
    }

    private static String name(final CustomerRevenue customer) {
        return customer.account().map(RecordLink::title).orElseGet(() -> Messages.text("customers.unknown"));
    }

    void activities() {
        final var people = new ArrayList<>(data.activities());
        people.sort(Comparator.comparingLong((PersonCounts person) -> person.calls() + person.meetings() + person.tasks()).reversed());
        if (people.stream().allMatch(person -> person.calls() + person.meetings() + person.tasks() + person.open() == 0)) {
            return;
        }
        begin("activities", people.size() > PEOPLE
                ? Messages.text("activities.lead.some", numbers.count(PEOPLE), numbers.count(people.size()))
                : Messages.text("activities.lead"));
        final var table = new Table(Messages.text("activities.title"), false, List.of(Messages.text("activities.person"),
                Messages.text("activities.calls"),
                Messages.text("activities.meetings"), Messages.text("activities.tasks"), Messages.text("activities.opportunities"),
                Messages.text("activities.open"), Messages.text("activities.overdue")));
        people.stream().limit(PEOPLE).forEach(person -> table.row(List.of(
                person.person().map(RecordLink::title).orElseGet(() -> Messages.text("activities.nobody")), numbers.count(person.calls()),
                numbers.count(person.meetings()), numbers.count(person.tasks()), numbers.count(person.opportunities()),
                numbers.count(person.open()),
                numbers.count(person.overdue()))));
        html.begin("div", "class", "people");
        table.add(html);
        html.end().end();
    }
}
