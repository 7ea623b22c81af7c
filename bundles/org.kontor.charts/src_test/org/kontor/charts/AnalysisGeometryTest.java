// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class AnalysisGeometryTest {

    private static final ChartRenderer RENDERER = new ChartRenderer(ChartTheme.LIGHT, Locale.US);
    private static final ChartSize SIZE = new ChartSize(700, 460);

    private static List<ChartElement> elements(final Chart chart) {
        return RENDERER.image(chart, SIZE, 1).elements();
    }

    private static ChartElement element(final Chart chart, final String key) {
        return elements(chart).stream().filter(element -> element.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void pointsLieWhereTheirNumbersSay() {
        final var chart = new ScatterChart(Heading.NONE, new AxisTitles("x", "y"), ValueFormat.number(0), ValueFormat.number(0), List.of(
                new ScatterChart.Group("g", "G", ColourRole.AUTOMATIC, List.of(new ScatterChart.Point("a", "A", 0, 0), new ScatterChart.Point("b", "B", 10, 5),
                        new ScatterChart.Point("c", "C", 5, 10)), Optional.of(new ScatterChart.Point("m", "", 5, 5)))));
        final var a = element(chart, "a").mark();
        final var b = element(chart, "b").mark();
        final var c = element(chart, "c").mark();
        final var centre = element(chart, "g");
        assertEquals((a.centreX() + b.centreX()) / 2, c.centreX(), 1e-6);
        assertEquals((a.centreY() + c.centreY()) / 2, b.centreY(), 1e-6);
        assertEquals(c.centreX(), centre.mark().centreX(), 1e-6);
        assertEquals("", centre.series(), "a centre is no point");
        assertTrue(centre.mark().width() > 2 * a.width());
        assertEquals("x 10, y 5", element(chart, "b").value());
    }

    @Test
    void groupsDifferInColourAndShape() {
        final var reader = new SvgReader(RENDERER.svg(AnalysisCharts.scatter(2, 3), SIZE));
        for (int group = 0; group < 2; group++) {
            final var colour = ChartTheme.LIGHT.palette().get(group);
            final var shapes = reader.all("path").stream().filter(path -> SvgReader.inherited(path, "fill").startsWith("rgb"))
                    .filter(path -> SvgReader.colour(SvgReader.inherited(path, "fill")).equals(colour)).map(path -> path.getAttribute("d")).toList();
            assertTrue(shapes.size() >= 4, "three points, a centre: " + shapes);
            final boolean round = group == 0;
            assertTrue(shapes.stream().allMatch(shape -> shape.contains("C") == round), shapes::toString);
        }
    }

    @Test
    void pointsAndGroupsNeedKeysOfTheirOwn() {
        final var point = new ScatterChart.Point("p", "", 1, 1);
        final var twice = List.of(new ScatterChart.Group("a", "", ColourRole.AUTOMATIC, List.of(point), Optional.empty()),
                new ScatterChart.Group("b", "", ColourRole.AUTOMATIC, List.of(point), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new ScatterChart(Heading.NONE, AxisTitles.NONE, ValueFormat.count(), ValueFormat.count(), twice));
        assertThrows(IllegalArgumentException.class, () -> new ScatterChart.Point("p", "", Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new ScatterChart.Group("", "", ColourRole.AUTOMATIC, List.of(), Optional.empty()));
    }

    @Test
    void darkerCellsAreLargerNumbers() {
        final var chart = AnalysisCharts.matrix(false, new Number[] {0, 50, 100});
        final var painted = RENDERER.image(chart, SIZE, 1);
        double before = 2;
        for (final var cell : painted.elements()) {
            final int rgb = painted.image().getRGB((int) cell.mark().x() + 5, (int) cell.mark().y() + 5);
            final double light = new Rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF).luminance();
            assertTrue(light < before, () -> cell.text() + ": " + light);
            before = light;
        }
    }

    @Test
    void theSignHasAColourOfItsOwn() {
        final var chart = AnalysisCharts.matrix(true, new Number[] {-1, 1});
        final var painted = RENDERER.image(chart, SIZE, 1);
        final var colours = painted.elements().stream().map(cell -> painted.image().getRGB((int) cell.mark().x() + 5, (int) cell.mark().y() + 5)).toList();
        assertNotEquals(colours.get(0), colours.get(1));
        assertEquals(0xFF000000 | Integer.parseInt(ChartTheme.LIGHT.palette().get(0).hex().substring(1), 16), colours.get(1));
    }

    @Test
    void aCellIsItsRowAndItsColumn() {
        final var cells = elements(AnalysisCharts.matrix(false, new Number[] {1, null}, new Number[] {3, 4}));
        assertEquals(List.of("r0 c0", "r1 c0", "r1 c1"), cells.stream().map(cell -> cell.series() + ' ' + cell.key()).toList());
        assertEquals("Row 1, Column 1: 4.00", cells.getLast().text());
    }

    @Test
    void numbersInCellsReadOnTheirColours() {
        for (final var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            final var values = new Number[] {-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1};
            final var renderer = new ChartRenderer(theme, Locale.US);
            final var chart = AnalysisCharts.matrix(true, values);
            final var size = new ChartSize(1000, 300);
            final var painted = renderer.image(chart, size, 1);
            final var texts = new SvgReader(renderer.svg(chart, size)).texts();
            for (final var cell : painted.elements()) {
                final int rgb = painted.image().getRGB((int) cell.mark().x() + 4, (int) cell.mark().y() + 4);
                final var ground = new Rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
                final var text = texts.stream().filter(candidate -> candidate.left() >= cell.mark().x() && candidate.right() <= cell.mark().right()
                        && cell.mark().contains(candidate.left(), candidate.y())).findFirst().orElseThrow();
                final var colour = SvgReader.colour(text.colour());
                assertTrue(colour.contrast(ground) >= 4.4, () -> text.text() + ": " + colour.hex() + " on " + ground.hex());
            }
        }
    }

    @Test
    void rangesAreAsWideAsTheirLimitsSay() {
        final var chart = new HistogramChart(Heading.NONE, AxisTitles.NONE, ValueFormat.number(0), ValueFormat.count(), List.of(0.0, 10.0, 30.0),
                List.of(Series.of("a", "A", ColourRole.AUTOMATIC, List.of(5, 10))));
        final var bars = elements(chart);
        assertEquals(2 * bars.get(0).mark().width(), bars.get(1).mark().width(), 1e-6);
        assertEquals(2 * bars.get(0).mark().height(), bars.get(1).mark().height(), 1e-6);
        assertEquals("10 to 30: 10", bars.get(1).text());
        assertEquals("10", bars.get(1).key());
    }

    @Test
    void aDendrogramHasItsRootAtTheLeftAndLeavesInLine() {
        final var chart = AnalysisCharts.tree();
        final var all = element(chart, "all").mark();
        final var merged = element(chart, "ab").mark();
        final var a = element(chart, "a").mark();
        final var b = element(chart, "b").mark();
        final var c = element(chart, "c").mark();
        assertTrue(all.centreX() < merged.centreX() && merged.centreX() < a.centreX());
        assertEquals(a.centreX(), b.centreX(), 1e-6);
        assertEquals(a.centreX(), c.centreX(), 1e-6);
        assertEquals((a.centreY() + b.centreY()) / 2, merged.centreY(), 1e-6);
        assertEquals((a.centreX() - all.centreX()) / 3, a.centreX() - merged.centreX(), 1e-6);
        assertEquals("Leaf c: Distance 0.0, size 1", element(chart, "c").text());
    }

    @Test
    void linksRunFromLeftToRightAndTellWhatTheySay() {
        final var chart = AnalysisCharts.graph();
        assertEquals(List.of("Bread", "Milk"), chart.sources());
        assertEquals("Bread \u2192 Milk", element(chart, "0").label());
        assertEquals("Lift 3.00", element(chart, "0").value());
        assertEquals("in words", element(chart, "1").label());
        assertTrue(element(chart, "0").mark().centreY() < element(chart, "1").mark().centreY(), "the names at the right are near those that lead to them");
        assertEquals(element(chart, "0").mark().centreX(), element(chart, "1").mark().centreX(), 1e-6);
        assertThrows(IllegalArgumentException.class, () -> new GraphChart.Link("k", "a", "b", Double.NaN, ""));
    }

    @Test
    void aDeepTreeIsNoStackOfCalls() {
        final var nodes = new ArrayList<TreeChart.Node>();
        for (int index = 0; index < 20_000; index++) {
            nodes.add(new TreeChart.Node("n" + index, index - 1, "", 20_000 - index, 1));
        }
        final var chart = new TreeChart(Heading.NONE, "", ValueFormat.number(0), nodes);
        assertEquals(1, chart.leaves());
        assertEquals(20_000, elements(chart).size());
    }

    @Test
    void boundsAreToldWithTheirProbability() {
        final var last = elements(AnalysisCharts.forecast()).getLast();
        assertEquals("117 (95%: 90 to 146)", last.value());
        assertEquals(LocalDate.ofEpochDay(20_510).toString(), last.key());
    }

    @Test
    void labelsDoNotTouch() {
        for (final var locale : List.of(Locale.US, Locale.CHINA, Locale.GERMANY)) {
            for (final var chart : List.of(AnalysisCharts.forecast(), AnalysisCharts.curve(600, 150, 70), AnalysisCharts.scatter(3, 5),
                    AnalysisCharts.histogram(new Number[] {4, 9, 0, 1}))) {
                final var svg = new ChartRenderer(ChartTheme.DARK, locale).svg(chart, new ChartSize(420, 300));
                BarGeometryTest.assertNoClash(new SvgReader(svg).texts(), 420, 300);
            }
        }
    }
}
