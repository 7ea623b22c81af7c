// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.kontor.charts.BarChart;
import org.kontor.charts.Box;
import org.kontor.charts.Chart;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ChartRenderer;
import org.kontor.charts.ChartSize;
import org.kontor.charts.ChartTheme;
import org.kontor.charts.SampleCharts;
import org.kontor.charts.internal.swt.ElementNavigation.Direction;

class ElementNavigationTest {

    private static List<ChartElement> elements(final Chart chart) {
        return new ChartRenderer(ChartTheme.LIGHT, Locale.US).image(chart, new ChartSize(600, 400), 1).elements();
    }

    private static String walk(final Chart chart, final Direction... steps) {
        final var navigation = new ElementNavigation(chart, elements(chart));
        ChartElement at = null;
        for (final var step : steps) {
            at = navigation.next(at, step).orElseThrow();
        }
        return at.key() + '/' + at.series();
    }

    @Test
    void theFirstKeyLandsOnTheFirstElement() {
        assertEquals("s0/", walk(SampleCharts.funnel(5, 3, 1), Direction.DOWN));
        assertEquals("s0/", walk(SampleCharts.funnel(5, 3, 1), Direction.UP));
    }

    @Test
    void stagesFollowEachOtherAndEndAtTheBorder() {
        final var funnel = SampleCharts.funnel(5, 3, 1);
        assertEquals("s1/", walk(funnel, Direction.DOWN, Direction.DOWN));
        assertEquals("s1/", walk(funnel, Direction.DOWN, Direction.RIGHT));
        assertEquals("s2/", walk(funnel, Direction.DOWN, Direction.DOWN, Direction.DOWN, Direction.DOWN, Direction.DOWN));
        assertEquals("s0/", walk(funnel, Direction.LAST, Direction.UP, Direction.UP, Direction.UP));
        assertEquals("s2/", walk(funnel, Direction.LAST));
    }

    @Test
    void categoriesAndSeriesAreTwoDirections() {
        final var columns = SampleCharts.bars(BarChart.Arrangement.COLUMNS, List.of(List.of(1, 2, 3), List.of(4, 5, 6)));
        assertEquals("c1/r0", walk(columns, Direction.FIRST, Direction.RIGHT));
        assertEquals("c0/r1", walk(columns, Direction.FIRST, Direction.DOWN));
        assertEquals("c2/r1", walk(columns, Direction.FIRST, Direction.DOWN, Direction.RIGHT, Direction.RIGHT));
        final var rows = SampleCharts.bars(BarChart.Arrangement.ROWS, List.of(List.of(1, 2, 3), List.of(4, 5, 6)));
        assertEquals("c1/r0", walk(rows, Direction.FIRST, Direction.DOWN));
        assertEquals("c0/r1", walk(rows, Direction.FIRST, Direction.RIGHT));
    }

    @Test
    void aGapIsSteppedOver() {
        assertEquals("2024-03-01/all", walk(SampleCharts.months(1, null, 3), Direction.FIRST, Direction.RIGHT));
    }

    @Test
    void aPointMeansTheNearestMark() {
        final var chart = SampleCharts.bars(BarChart.Arrangement.COLUMNS, List.of(List.of(9, 9), List.of(9, 9)));
        final var elements = elements(chart);
        final var navigation = new ElementNavigation(chart, elements);
        for (final var element : elements) {
            assertTrue(navigation.at(element.mark().centreX(), element.mark().centreY()).orElseThrow().isSameAs(element));
        }
        assertTrue(navigation.at(-1, -1).isEmpty());
    }

    @Test
    void linesThatCrossAreToldApartByTheirDistance() {
        final var elements = List.of(
                new ChartElement("m", "low", "", "", new Box(10, 90, 8, 8), new Box(0, 0, 30, 100)),
                new ChartElement("m", "high", "", "", new Box(10, 10, 8, 8), new Box(0, 0, 30, 100)));
        final var navigation = new ElementNavigation(SampleCharts.months(1), elements);
        assertEquals("high", navigation.at(5, 30).orElseThrow().series());
        assertEquals("low", navigation.at(5, 70).orElseThrow().series());
    }

    @Test
    void nothingLeadsNowhere() {
        assertTrue(new ElementNavigation(SampleCharts.funnel(), List.of()).next(null, Direction.DOWN).isEmpty());
    }
}
