// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.ui.internal.Customers;
import org.kontor.analytics.ui.internal.SegmentsView;
import org.kontor.analytics.ui.internal.guide.GuideView;
import org.kontor.analytics.ui.internal.runs.RunsView;
import org.kontor.charts.ScatterChart;
import org.kontor.charts.swt.ChartCanvas;
import org.kontor.model.CustomerClassification;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.ui.table.ColumnFilter;

/** From customers with orders to segments that sales can use, as an analyst does it. */
class GuideTest {

    private AnalyticsFixture fixture = new AnalyticsFixture();

    @AfterEach
    void close() {
        fixture.forgetViews();
        fixture.close();
    }

    private String label(final String key) {
        return fixture.ui.find(Label.class, key).getText();
    }

    @Test
    void methodsAreFoundByTyping() {
        fixture.show(GuideView.ID, GuideView.class);
        fixture.ui.click("guide.restart");
        fixture.idle();
        fixture.ui.click("guide.step.method");
        final var methods = fixture.ui.find(Table.class, "guide.methods");
        final int all = methods.getItemCount();
        fixture.ui.type("guide.methods.filter", "Forecast open");
        assertEquals(List.of("Pipeline forecast"), Arrays.stream(methods.getItems()).map(TableItem::getText).toList(), "what it is called, asks and says");
        fixture.ui.type("guide.methods.filter", "");
        assertEquals(all, methods.getItemCount());
    }

    /** The first four steps: rows, roles, method, settings. */
    private void plan() {
        fixture.show(GuideView.ID, GuideView.class);
        fixture.ui.click("guide.restart");
        fixture.idle();
        assertEquals("Customers who bought", fixture.ui.find(Combo.class, "guide.source").getText(), "most questions are about customers");
        final var offered = Arrays.asList(fixture.ui.find(Combo.class, "guide.source").getItems());
        assertTrue(offered.contains("Table: Leads") && !offered.contains("Table: Settings") && !offered.contains("Table: Analysis runs"), offered.toString());
        fixture.ui.choose("guide.source", "Customers who bought");
        fixture.idle();
        assertTrue(label("guide.report").startsWith("12 rows, 0 of them"), label("guide.report"));
        fixture.ui.choose("guide.scale", "z-score: minus the mean, by the deviation of these rows (ddof 0)");
        fixture.ui.click("guide.next");
        fixture.ui.click("guide.next");
        fixture.select("guide.methods", "Spend groups");
        fixture.idle();
        assertTrue(label("guide.applicability").contains("Days with purchases"), "everybody bought on one day: " + label("guide.applicability"));
        fixture.ui.click("guide.back");
        fixture.ui.choose("guide.role.frequency", "not used");
        fixture.ui.click("guide.next");
        fixture.idle();
        assertTrue(label("guide.provenance").contains("org.kontor.analytics.ui.tests"), label("guide.provenance"));
        assertTrue(label("guide.applicability").startsWith("It can run on 12 rows"), label("guide.applicability"));
        fixture.ui.click("guide.next");
    }

    private void run() {
        fixture.ui.click("guide.next");
        fixture.ui.click("guide.run");
        fixture.idle();
    }

    @Test
    void sixStepsLeadToAResultWithChartsAndToLabelsAtCustomers() {
        plan();
        fixture.ui.type("guide.parameter.groups", "77");
        assertTrue(label("guide.parameter.groups.problem").contains("77"), "said at once");
        assertFalse(fixture.ui.find(Button.class, "guide.next").isEnabled());
        fixture.ui.type("guide.parameter.groups", "3");
        assertTrue(fixture.ui.find(Button.class, "guide.next").isEnabled());
        run();
        assertEquals("The customers are in 3 groups of equal size.", label("result.summary"));
        assertEquals("3", label("result.metric.groups"));
        fixture.ui.click("result.trail.groups");
        final var table = fixture.ui.find(Table.class, "result.table.assignments");
        assertEquals(AnalyticsFixture.CUSTOMERS, table.getItemCount());
        assertTrue(table.getItem(0).getText(0).startsWith("Customer "), "names, not identifiers: " + table.getItem(0).getText(0));
        for (final var part : List.of("points", "means", "sizes", "curve", "spread", "tree", "neighbours")) {
            final var canvas = fixture.ui.find(ChartCanvas.class, "result.chart." + part);
            assertFalse(canvas.chart().isEmpty(), part);
        }
        fixture.ui.type("guide.scheme", "Spend");
        fixture.ui.click("guide.classify");
        fixture.idle();
        assertTrue(label("guide.said").startsWith("12 customers"), label("guide.said"));
        final long labelled = fixture.store.store().read(session -> session.count(Query.of(CustomerClassification.class)
                .where(Filter.equal("scheme", "Spend")).where(Filter.equal("label", "2"))));
        assertEquals(4, labelled);
        segments();
    }

    private void segments() {
        fixture.show(SegmentsView.ID, SegmentsView.class);
        final var now = fixture.ui.find(ChartCanvas.class, "segments.now");
        fixture.ui.until("three segments are painted", () -> now.isUpToDate() && now.elements().size() == 3);
        now.forceFocus();
        now.select("1", "customers");
        fixture.ui.press(0, SWT.CR);
        fixture.idle();
        assertTrue(fixture.part(Customers.VIEW).isVisible());
        fixture.ui.until("the customers of the segment are listed", () -> label("table.status").endsWith(" of 4"));
        final var kept = List.of(new ColumnFilter.AnyOf("+org.kontor.analytics.segment", Set.of("Spend/1"), false));
        fixture.ui.until("the segment is the table's own filter", () -> AnalyticsFixture.views("Account").last().filters().equals(kept));
        fixture.ui.click("table.filter.org.kontor.analytics.segment");
        fixture.check("filter.choices", "Spend: 2 (4)");
        fixture.ui.click("filter.apply");
        fixture.ui.until("the filter is widened", () -> label("table.status").endsWith(" of 8"));
    }

    @Test
    void chosenPointsLeadToTheirCustomers() {
        plan();
        run();
        final var canvas = fixture.ui.find(ChartCanvas.class, "result.chart.points");
        fixture.ui.until("the points are painted", canvas::isUpToDate);
        final var groups = ((ScatterChart) canvas.chart()).groups();
        assertEquals(2, groups.size());
        assertTrue(groups.stream().allMatch(group -> group.centre().isPresent()), "centres are marked");
        final var centre = canvas.elements().stream().filter(element -> element.key().equals("1")).findFirst().orElseThrow();
        for (final int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            final var event = new Event();
            event.button = 1;
            event.x = (int) centre.mark().centreX();
            event.y = (int) centre.mark().centreY();
            canvas.notifyListeners(type, event);
        }
        assertEquals("6 points chosen", label("result.chosen.points"));
        fixture.ui.click("result.show.points");
        fixture.idle();
        assertTrue(fixture.part(Customers.VIEW).isVisible());
        fixture.ui.until("six customers are listed", () -> label("table.status").endsWith(" of 6"));
        fixture.ui.click("drill.back");
        assertTrue(fixture.part(GuideView.ID).isVisible(), "back to where they were chosen");
        fixture.show(Customers.VIEW, Object.class);
        fixture.ui.click("drill.all");
        fixture.ui.until("everybody is listed again", () -> label("table.status").endsWith(" of " + AnalyticsFixture.CUSTOMERS));
    }

    @Test
    void aSavedAnalysisIsRunAgainAndIsTheSame() {
        plan();
        run();
        fixture.ui.type("guide.name", "Spend of 2026");
        fixture.ui.click("guide.save");
        fixture.idle();
        assertTrue(label("guide.said").contains("Spend of 2026"));
        fixture.show(RunsView.ID, RunsView.class);
        final var analyses = fixture.ui.find(Table.class, "runs.analyses");
        fixture.ui.until("the analysis is listed", () -> analyses.getItemCount() == 2);
        fixture.select("runs.analyses", "Spend of 2026");
        fixture.select("runs.table", "Spend groups");
        fixture.idle();
        assertTrue(fixture.ui.find(Text.class, "runs.details").getText().contains("Figures\nGroups: 2\n"),
                fixture.ui.find(Text.class, "runs.details").getText());
        fixture.ui.click("runs.again");
        fixture.idle();
        assertTrue(fixture.ui.find(Text.class, "runs.details").getText().contains("the same to the last bit"),
                fixture.ui.find(Text.class, "runs.details").getText());
        fixture.select("runs.analyses", "All runs (2)");
        final var runs = fixture.ui.find(Table.class, "runs.table");
        fixture.ui.until("both runs are listed", () -> runs.getItemCount() == 2);
        runs.selectAll();
        runs.notifyListeners(SWT.Selection, new Event());
        fixture.ui.click("runs.compare");
        fixture.idle();
        assertTrue(fixture.ui.find(Text.class, "runs.details").getText().contains("the same to the last bit"));
        fixture.withdraw();
        runs.setSelection(0);
        runs.notifyListeners(SWT.Selection, new Event());
        fixture.ui.click("runs.open");
        fixture.idle();
        assertEquals("The customers are in 2 groups of equal size.", label("result.summary"), "readable without the bundle");
    }

    @Test
    void aFailedRunSaysWhyAndTheWorkbenchGoesOn() {
        plan();
        final var fail = fixture.ui.find(Button.class, "guide.parameter.fail");
        fail.setSelection(true);
        fail.notifyListeners(SWT.Selection, new Event());
        fixture.store.expectLoggedErrors();
        run();
        assertFalse(label("guide.problem").isBlank());
        assertTrue(fixture.ui.find(Button.class, "guide.run").isEnabled());
        fixture.show(RunsView.ID, RunsView.class);
        final var runs = fixture.ui.find(Table.class, "runs.table");
        fixture.ui.until("the run is recorded", () -> runs.getItemCount() == 1);
        assertEquals("failed", runs.getItem(0).getText(2), () -> Arrays.toString(runs.getItems()));
    }

    @Test
    void aMethodThatWantsTooMuchMemoryIsRefused() {
        fixture.close();
        fixture = new AnalyticsFixture(1L << 50);
        plan();
        run();
        final var words = label("guide.problem");
        assertTrue(words.toLowerCase(Locale.ROOT).contains("memory") || words.contains("MB") || words.contains("GB"), words);
    }
}
