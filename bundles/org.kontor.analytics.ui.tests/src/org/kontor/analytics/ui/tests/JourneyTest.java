// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.ui.internal.Customers;
import org.kontor.analytics.ui.internal.guide.GuideView;
import org.kontor.analytics.ui.internal.runs.RunsView;
import org.kontor.charts.MatrixChart;
import org.kontor.charts.ScatterChart;
import org.kontor.charts.swt.ChartCanvas;
import org.kontor.model.Account;
import org.kontor.model.Analysis;
import org.kontor.model.AnalysisSchedule;
import org.kontor.model.CustomerClassification;
import org.kontor.model.Order;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;

/** What an analyst does with the methods that the product brings, on the screen, from orders to segments and back. */
class JourneyTest {

    private static final int CUSTOMERS = 60;
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final AnalyticsFixture fixture = new AnalyticsFixture();

    /** A third buys weekly and much, a third monthly, a third did once, long ago; nobody is quite like another. */
    @BeforeEach
    void trade() {
        final var accounts = IntStream.range(0, CUSTOMERS).mapToObj(index -> Samples.account(String.format("Buyer %02d", index))).toArray(Account[]::new);
        fixture.store.add(accounts);
        final var orders = IntStream.range(0, CUSTOMERS).boxed().flatMap(index -> switch (index % 3) {
            case 0 -> IntStream.range(0, 10 + index % 4).mapToObj(week -> fixture.order(accounts[index], NEW_YEAR.plusDays(120 + week * 7L + index % 5), 900 + 13L * index));
            case 1 -> IntStream.range(0, 3 + index % 2).mapToObj(month -> fixture.order(accounts[index], NEW_YEAR.plusDays(60 + month * 30L + index % 9), 300 + 7L * index));
            default -> IntStream.range(0, 1).mapToObj(once -> fixture.order(accounts[index], NEW_YEAR.plusDays(index), 40 + index));
        }).toArray(Order[]::new);
        fixture.store.add(orders);
    }

    @AfterEach
    void close() {
        fixture.forgetViews();
        fixture.close();
    }

    private String label(final String key) {
        return fixture.ui.find(Label.class, key).getText();
    }

    private String details() {
        return fixture.ui.find(Text.class, "runs.details").getText();
    }

    private void start(final String source) {
        fixture.show(GuideView.ID, GuideView.class);
        fixture.ui.click("guide.restart");
        fixture.ui.choose("guide.source", source);
        fixture.idle();
    }

    private void method(final String name) {
        fixture.select("guide.methods", name);
        fixture.idle();
    }

    /** The first four steps with k-means. */
    private void clusters() {
        start("Customers who bought");
        assertTrue(label("guide.report").startsWith("72 rows"), label("guide.report"));
        fixture.ui.click("guide.filter.add");
        fixture.ui.choose("guide.filter.column.0", "Customer");
        fixture.ui.choose("guide.filter.comparison.0", "is known");
        fixture.ui.choose("guide.filter.column.0", "Amount in the base currency");
        fixture.ui.type("guide.filter.value.0", "much");
        fixture.ui.until("it is said that “much” is no amount", () -> fixture.ui.look(Label.class, "guide.filter.problem").filter(said -> said.getText().contains("much")).isPresent());
        fixture.idle();
        assertFalse(fixture.ui.find(Button.class, "guide.next").isEnabled(), "a condition that cannot be compared");
        fixture.ui.type("guide.filter.value.0", "47");
        fixture.ui.until("the rows that are left are counted", () -> !label("guide.report").startsWith("72 rows") && label("guide.report").contains("rows"));
        assertTrue(label("guide.report").startsWith("70 rows"), "two bought for less than 47: " + label("guide.report"));
        fixture.ui.choose("guide.scale", "z-score: minus the mean, by the deviation of these rows (ddof 0)");
        fixture.ui.click("guide.next");
        fixture.ui.click("guide.next");
        method("K-means clusters");
        assertTrue(label("guide.provenance").contains("org.kontor.analytics.algorithms"), label("guide.provenance"));
        assertTrue(label("guide.applicability").startsWith("It can run on 70 rows"), label("guide.applicability"));
        fixture.ui.click("guide.next");
        fixture.ui.type("guide.parameter.k", "3");
        fixture.ui.type("guide.parameter.k-range-to", "6");
    }

    private void run() {
        fixture.ui.click("guide.next");
        fixture.ui.click("guide.run");
        fixture.idle();
        assertEquals("", fixture.ui.look(Label.class, "guide.problem").map(Label::getText).orElse(""));
    }

    private Map<String, Long> labels(final String scheme) {
        final var counts = new TreeMap<String, Long>();
        fixture.store.store().read(session -> session.groups(Query.of(CustomerClassification.class).where(Filter.equal("scheme", scheme))
                .where(new Filter.Missing("validTo")), List.of("label"), List.of(Aggregate.COUNT))).forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    @Test
    void clustersAreFoundReadNamedWrittenRepeatedAndApplied() {
        clusters();
        run();
        assertEquals("3", label("result.metric.clusters"));
        for (final var chart : List.of("points", "profile", "elbow", "silhouettes")) {
            assertFalse(fixture.ui.find(ChartCanvas.class, "result.chart." + chart).chart().isEmpty(), chart);
        }
        assertEquals(70, fixture.ui.find(Table.class, "result.table.assignments").getItemCount());
        assertEquals(5, fixture.ui.find(Table.class, "result.table.k-range").getItemCount(), "2 to 6 clusters");
        final int chosen = choosePoints();
        fixture.ui.click("result.show.points");
        fixture.idle();
        assertTrue(fixture.part(Customers.VIEW).isVisible());
        fixture.ui.until("the customers of the points are listed", () -> label("table.status").endsWith(" of " + chosen));
        writeBack(chosen);
        repeat();
        assign();
    }

    /** Chooses a cluster by its centre; how many points it has. */
    private int choosePoints() {
        final var canvas = fixture.ui.find(ChartCanvas.class, "result.chart.points");
        fixture.ui.find(ScrolledComposite.class, "result.page").showControl(canvas);
        fixture.ui.until("the points are painted", canvas::isUpToDate);
        final var group = ((ScatterChart) canvas.chart()).groups().getFirst();
        final var centre = canvas.elements().stream().filter(element -> element.key().equals(group.key()) && element.series().isEmpty()).findFirst().orElseThrow();
        for (final int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            final var event = new Event();
            event.button = 1;
            event.x = (int) centre.mark().centreX();
            event.y = (int) centre.mark().centreY();
            canvas.notifyListeners(type, event);
        }
        assertEquals(group.points().size() + " points chosen", label("result.chosen.points"));
        return group.points().size();
    }

    /** A cluster gets a name before it is written; the others keep their numbers. */
    private void writeBack(final int first) {
        fixture.show(GuideView.ID, GuideView.class);
        fixture.ui.click("guide.names");
        fixture.ui.type("names.1", "Regulars");
        fixture.ui.click("names.ok");
        fixture.ui.type("guide.scheme", "Groups");
        fixture.ui.click("guide.classify");
        fixture.idle();
        assertTrue(label("guide.said").startsWith("70 customers"), label("guide.said"));
        final var written = labels("Groups");
        assertEquals(List.of("2", "3", "Regulars"), List.copyOf(written.keySet()));
        assertTrue(written.containsValue((long) first), written + " has the " + first + " chosen");
        fixture.ui.type("guide.name", "Buying groups");
        fixture.ui.choose("guide.schedule", "every week");
        fixture.ui.click("guide.each");
        fixture.ui.click("guide.save");
        fixture.idle();
        assertTrue(label("guide.said").contains("every week"), label("guide.said"));
        final var saved = fixture.store.store().read(session -> session.list(Query.of(Analysis.class))).getFirst();
        assertEquals(AnalysisSchedule.WEEKLY, saved.getSchedule());
        fixture.show("org.kontor.customers.ui.accounts", Object.class);
        fixture.ui.click("table.filter.org.kontor.analytics.segment");
        fixture.check("filter.choices", "Groups: Regulars (" + first + ")");
        fixture.ui.click("filter.apply");
        fixture.ui.until("sales finds the customers of the group", () -> label("table.status").endsWith(" of " + first));
    }

    private void repeat() {
        fixture.show(RunsView.ID, RunsView.class);
        final var runs = fixture.ui.find(Table.class, "runs.table");
        fixture.ui.until("the run is listed", () -> runs.getItemCount() == 1);
        fixture.select("runs.table", "K-means clusters");
        fixture.ui.click("runs.again");
        fixture.idle();
        assertTrue(details().contains("the same to the last bit"), details());
        final var known = fixture.accounts;
        fixture.store.add(IntStream.range(0, 50).mapToObj(index -> fixture.order(known.get(index % known.size()), NEW_YEAR.plusDays(200 + index % 10), 2_000L + index)).toArray(Order[]::new));
        runs.setSelection(0);
        runs.notifyListeners(SWT.Selection, new Event());
        fixture.ui.click("runs.again");
        fixture.idle();
        assertFalse(details().contains("the same to the last bit"), details());
        assertTrue(details().contains("The data changed"), details());
        assertTrue(fixture.ui.find(Table.class, "runs.moved").getItemCount() > 0, "customers who moved are named");
        assertTrue(fixture.ui.find(Table.class, "runs.moved").getItem(0).getText().matches("(Customer|Buyer) \\d\\d"), "by their names");
        fixture.ui.until("three runs are listed", () -> runs.getItemCount() == 3);
        runs.setSelection(new int[] {0, 2});
        runs.notifyListeners(SWT.Selection, new Event());
        fixture.ui.click("runs.compare");
        fixture.idle();
        assertTrue(details().contains("The data changed"), details());
    }

    /** Ten new customers get their cluster from what was learned before they came. */
    private void assign() {
        final var fresh = IntStream.range(0, 10).mapToObj(index -> Samples.account("New " + index)).toArray(Account[]::new);
        fixture.store.add(fresh);
        fixture.store.add(Arrays.stream(fresh).map(account -> fixture.order(account, NEW_YEAR.plusDays(215), 500)).toArray(Order[]::new));
        final var runs = fixture.ui.find(Table.class, "runs.table");
        runs.setSelection(runs.getItemCount() - 1);
        runs.notifyListeners(SWT.Selection, new Event());
        fixture.ui.click("runs.apply");
        fixture.idle();
        final var names = Arrays.stream(fixture.ui.find(Table.class, "result.table.assignments").getItems()).map(TableItem::getText).toList();
        assertTrue(Arrays.stream(fresh).map(Account::getName).allMatch(names::contains), names.toString());
    }

    /** Writes into a cell of a small table as a click and the keyboard do. */
    private void cell(final String key, final int row, final int column, final String text) {
        final var table = fixture.ui.find(Table.class, key);
        table.setSelection(row);
        final var bounds = table.getItem(row).getBounds(column);
        final var event = new Event();
        event.button = 1;
        event.count = 1;
        event.x = bounds.x + bounds.width / 2;
        event.y = bounds.y + bounds.height / 2;
        table.notifyListeners(SWT.MouseDown, event);
        fixture.ui.settle();
        final var editor = fixture.ui.find(Text.class, key + ".cell");
        editor.setText(text);
        editor.notifyListeners(SWT.DefaultSelection, new Event());
        fixture.ui.settle();
    }

    @Test
    void segmentsOfRfmFollowLimitsAndNamesOfOnesOwn() {
        start("Orders that are sold");
        fixture.ui.click("guide.next");
        fixture.ui.click("guide.next");
        method("RFM segments");
        fixture.ui.click("guide.next");
        final var limits = fixture.ui.find(Table.class, "guide.parameter.money-limits");
        assertEquals(List.of("100", "500", "1000"), Arrays.stream(limits.getItems()).map(TableItem::getText).toList());
        cell("guide.parameter.money-limits", 1, 0, "50");
        assertTrue(label("guide.parameter.money-limits.problem").contains("money-limits"), "50 is not above 100");
        assertFalse(fixture.ui.find(Button.class, "guide.next").isEnabled());
        fixture.ui.click("guide.parameter.money-limits.reset");
        assertTrue(fixture.ui.look(Label.class, "guide.parameter.money-limits.problem").isEmpty());
        cell("guide.parameter.money-limits", 2, 0, "5000");
        final var segments = fixture.ui.find(Table.class, "guide.parameter.segments");
        assertEquals(List.of("Name", "Recency from", "Recency to", "Value from", "Value to"), Arrays.stream(segments.getColumns()).map(column -> column.getText()).toList());
        assertEquals(11, segments.getItemCount());
        cell("guide.parameter.segments", 0, 0, "Stars; our best");
        assertTrue(fixture.ui.find(Button.class, "guide.next").isEnabled());
        run();
        final var matrix = fixture.ui.find(ChartCanvas.class, "result.chart.matrix-customers");
        fixture.ui.find(ScrolledComposite.class, "result.page").showControl(matrix);
        fixture.ui.until("the heat map is painted", () -> matrix.isUpToDate() && !matrix.elements().isEmpty());
        final var heat = (MatrixChart) matrix.chart();
        final var row = heat.rows().stream().filter(series -> series.values().stream().anyMatch(value -> value.intValue() > 1)).findFirst().orElseThrow();
        final int column = IntStream.range(0, row.values().size()).filter(at -> row.values().get(at).intValue() > 1).findFirst().orElseThrow();
        matrix.forceFocus();
        matrix.select(heat.columns().get(column).key(), row.key());
        fixture.ui.press(0, SWT.CR);
        fixture.idle();
        fixture.ui.until("the customers of the cell are listed", () -> fixture.part(Customers.VIEW).isVisible()
                && label("table.status").endsWith(" of " + row.values().get(column).intValue()));
        fixture.show(GuideView.ID, GuideView.class);
        fixture.ui.type("guide.scheme", "RFM");
        fixture.ui.click("guide.classify");
        fixture.idle();
        final var written = labels("RFM");
        assertTrue(written.containsKey("Stars; our best") && !written.containsKey("Champions"), written.toString());
        assertEquals(72, written.values().stream().mapToLong(Long::longValue).sum());
        fixture.ui.click("guide.step.parameters");
        fixture.ui.click("guide.parameter.segments.reset");
        assertEquals("Champions", fixture.ui.find(Table.class, "guide.parameter.segments").getItem(0).getText());
    }

    @Test
    void aLongRunIsStoppedAndTheNextOneWorks() {
        clusters();
        fixture.ui.type("guide.parameter.restarts", "1000");
        fixture.ui.type("guide.parameter.tolerance", "0");
        fixture.ui.type("guide.parameter.k-range-to", "69");
        fixture.ui.click("guide.next");
        fixture.ui.click("guide.run");
        fixture.ui.click("guide.cancel");
        fixture.idle();
        assertTrue(label("guide.task").startsWith("Stopped"), label("guide.task"));
        fixture.ui.click("guide.step.parameters");
        fixture.ui.type("guide.parameter.restarts", "2");
        fixture.ui.type("guide.parameter.k-range-to", "0");
        run();
        assertEquals("3", label("result.metric.clusters"));
        fixture.show(RunsView.ID, RunsView.class);
        final var runs = fixture.ui.find(Table.class, "runs.table");
        fixture.ui.until("both runs are listed", () -> runs.getItemCount() == 2);
        assertEquals(List.of("succeeded", "stopped"), Arrays.stream(runs.getItems()).map(run -> run.getText(2)).toList());
    }

    @Test
    void whenAProviderLeavesTheOneThatItReplacedStandsIn() {
        final var other = fixture.replace("kmeans");
        clusters(other);
    }

    private void clusters(final Runnable leave) {
        start("Customers who bought");
        fixture.ui.click("guide.next");
        fixture.ui.click("guide.next");
        method("K-means clusters");
        assertTrue(label("guide.provenance").contains("org.kontor.analytics.ui.tests") && label("guide.provenance").contains("org.kontor.analytics.algorithms"),
                label("guide.provenance"));
        leave.run();
        fixture.ui.until("the fallback is shown", () -> !label("guide.provenance").contains("org.kontor.analytics.ui.tests"));
        fixture.idle();
        fixture.ui.click("guide.next");
        run();
        assertTrue(label("result.provenance").contains("org.kontor.analytics.algorithms"), label("result.provenance"));
    }
}
