// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class ChartTableTest {

    @Test
    void theFunnelsNumbersAreExact() {
        final var chart = FunnelChart.of(Heading.of("Funnel"), SampleCharts.EUR)
                .titles(new FunnelChart.Titles("Stage", "Count", "Amount", "Goes on"))
                .stage("a", "A", 3, new BigDecimal("10005534.01"), ColourRole.AUTOMATIC)
                .stage("b", "B", 1, null, ColourRole.POSITIVE).conversionsFromCounts().build();
        final var table = chart.table(Locale.US);
        assertEquals(List.of("Stage", "Count", "Amount", "Goes on"), table.header());
        assertEquals(List.of(List.of("A", "3", "€10,005,534.01", "33.3%"), List.of("B", "1", "", "")), table.formatted(Locale.US));
        assertEquals(new BigDecimal("10005534.01"), table.rows().getFirst().get(2).number());
        assertTrue(table.columns().get(2).isNumeric());
    }

    @Test
    void columnsWithoutANumberAreLeftOut() {
        final var chart = FunnelChart.of(Heading.of("Funnel")).stage("a", "A", 3, null, ColourRole.AUTOMATIC).build();
        assertEquals(2, chart.table(Locale.US).columns().size());
    }

    @Test
    void seriesAreColumnsAndGapsAreEmpty() {
        final var chart = SampleCharts.bars(BarChart.Arrangement.COLUMNS, List.of(Arrays.asList(1, null), List.of(2.5, 0)));
        final var table = chart.table(Locale.US);
        assertEquals(List.of("Customer", "Row 0", "Row 1"), table.header());
        assertEquals(List.of(List.of("Customer 0", "€1.00", "€2.50"), List.of("Customer 1", "", "€0.00")), table.formatted(Locale.US));
    }

    @Test
    void aLoneSeriesIsNamedAfterItsAxis() {
        assertEquals(List.of("Month", "Revenue"), SampleCharts.months(1, 2).table(Locale.US).header());
        assertEquals("2024年1月", SampleCharts.months(1, 2).table(Locale.CHINA).rows().getFirst().getFirst().text());
    }

    @Test
    void rowsAreAsLongAsTheHeader() {
        final var columns = List.of(new ChartTable.Column("A", null));
        final var row = List.of(ChartTable.Cell.EMPTY, ChartTable.Cell.EMPTY);
        assertThrows(IllegalArgumentException.class, () -> new ChartTable("", columns, List.of(row)));
    }

    @Test
    void theSummarySaysTheSameNumbers() {
        final var renderer = new ChartRenderer(ChartTheme.LIGHT, Locale.US);
        assertEquals("Line chart, 2 values. Jan 2024: €1.00; Feb 2024: €2.00.", renderer.summary(SampleCharts.months(1, 2)));
        assertEquals("折线图，共 1 个数值。 2024年1月：€1.00。",
                new ChartRenderer(ChartTheme.LIGHT, Locale.CHINA).summary(SampleCharts.months(1)));
        final var many = new Number[100];
        Arrays.fill(many, 1);
        assertTrue(renderer.summary(SampleCharts.months(many)).endsWith("; and 76 more."));
        final var described = FunnelChart.of(Heading.of("F").describedAs("Most leave after the offer."))
                .stage("a", "A", 1, null, ColourRole.AUTOMATIC).build();
        assertEquals("Most leave after the offer.", renderer.summary(described));
    }
}
