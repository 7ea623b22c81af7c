// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.analytics.ui.internal.guide.GuideView;
import org.kontor.charts.swt.ChartCanvas;

/** The guided analysis, step by step, as a person goes through it. */
final class Guided {

    private final AnalyticsFixture fixture;

    Guided(final AnalyticsFixture fixture) {
        this.fixture = fixture;
    }

    /** The first step: where rows come from. */
    Guided rows(final String source) {
        fixture.show(GuideView.ID, GuideView.class);
        fixture.ui.click("guide.restart");
        fixture.ui.choose("guide.source", source);
        fixture.idle();
        fixture.ui.click("guide.next");
        return this;
    }

    /** Back in the first step: only rows that have a value in a column. */
    Guided known(final String column) {
        fixture.ui.click("guide.step.prepare");
        fixture.ui.click("guide.filter.add");
        fixture.ui.choose("guide.filter.column.0", column);
        final var before = label("guide.report");
        final var comparison = fixture.ui.find(Combo.class, "guide.filter.comparison.0");
        fixture.ui.choose("guide.filter.comparison.0", Arrays.stream(comparison.getItems()).filter("is known"::equals).findFirst().orElseThrow());
        fixture.ui.until("the rows that are left are counted",
                () -> label("guide.report").matches("(?s)[\\d,]+ rows?\\b.*") && !label("guide.report").equals(before));
        fixture.idle();
        return this;
    }

    /** The second step, before or after the third: what a column is to the analysis. */
    Guided role(final String column, final String role) {
        fixture.ui.click("guide.step.features");
        fixture.ui.choose("guide.role." + column, role);
        return this;
    }

    /** The third step: which method answers. */
    Guided method(final String name) {
        fixture.ui.click("guide.step.method");
        fixture.select("guide.methods", name);
        fixture.idle();
        return this;
    }

    /** The fourth step: a setting that is no preset. */
    Guided setting(final String parameter, final String value) {
        fixture.ui.click("guide.step.parameters");
        fixture.ui.type("guide.parameter." + parameter, value);
        return this;
    }

    /** The fourth step: a choice that is no preset. */
    Guided choice(final String parameter, final String label) {
        fixture.ui.click("guide.step.parameters");
        fixture.ui.choose("guide.parameter." + parameter, label);
        return this;
    }

    /** The last two steps. */
    Guided run() {
        fixture.ui.click("guide.step.parameters");
        fixture.ui.click("guide.next");
        fixture.ui.click("guide.run");
        fixture.idle();
        assertEquals("", fixture.ui.look(Label.class, "guide.problem").map(Label::getText).orElse(""));
        return this;
    }

    String label(final String key) {
        return fixture.ui.find(Label.class, key).getText();
    }

    /** A number of the result, unfolded where it is not among the first. */
    String metric(final String name) {
        if (fixture.ui.look(Label.class, "result.metric." + name).isEmpty()) {
            fixture.ui.click("result.metrics.more");
        }
        return label("result.metric." + name);
    }

    /** These charts are there and have something to show. */
    Guided charts(final String... names) {
        for (final var name : names) {
            assertFalse(fixture.ui.find(ChartCanvas.class, "result.chart." + name).chart().isEmpty(), name);
        }
        return this;
    }

    /** The first so many rows of a table, each with its cells. */
    List<List<String>> table(final String name, final int rows) {
        final var table = fixture.ui.find(Table.class, "result.table." + name);
        return Arrays.stream(table.getItems()).limit(rows).map(item -> cells(table, item)).toList();
    }

    private static List<String> cells(final Table table, final TableItem item) {
        // the last column keeps the others narrow
        return IntStream.range(0, table.getColumnCount() - 1).mapToObj(item::getText).toList();
    }
}
