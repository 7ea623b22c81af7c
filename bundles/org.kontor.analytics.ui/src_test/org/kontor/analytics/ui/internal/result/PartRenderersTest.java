// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.result.TreePart;
import org.kontor.charts.BarChart;
import org.kontor.charts.Box;
import org.kontor.charts.Chart;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ChartExport;
import org.kontor.charts.ColourRole;
import org.kontor.charts.CurveChart;
import org.kontor.charts.GraphChart;
import org.kontor.charts.HistogramChart;
import org.kontor.charts.MatrixChart;
import org.kontor.charts.ScatterChart;
import org.kontor.charts.Series;
import org.kontor.charts.TreeChart;
import org.kontor.charts.ValueFormat;
import org.kontor.core.progress.Progress;

class PartRenderersTest {

    private static final UnaryOperator<String> NAMES = id -> "Name of " + id;

    private static Message name(final String text) {
        return Message.name(text);
    }

    private static <C extends Chart> C chart(final Part part, final Class<C> kind) {
        return assertInstanceOf(kind, assertInstanceOf(Rendering.AsChart.class, PartRenderers.of(part, NAMES)).chart());
    }

    private static PointsPart points() {
        final var points = Frame.of(TextColumn.of("id", List.of("u1", "u2", "u2", "u4")), NumberColumn.of("x", 1, 2, 3, Double.NaN),
                NumberColumn.of("y", 4, 5, 6, 7), NumberColumn.of("z", 7, 8, 9, 10), TextColumn.of("cluster", List.of("10", "2", "-1", "2")));
        final var centers = Frame.of(NumberColumn.of("x", 1.5, 2.5), NumberColumn.of("y", 4.5, 5.5), NumberColumn.of("z", 1, 1),
                TextColumn.of("cluster", List.of("2", "10")));
        return new PointsPart("points", name("Points"), List.of("x", "y", "z"), Optional.of("id"), Optional.of("cluster"), points, 400, Optional.of(centers));
    }

    @Test
    void pointsKeepTheirRowsGroupsAndCentres() {
        final var rendering = assertInstanceOf(Rendering.AsChart.class, PartRenderers.of(points(), NAMES));
        final var chart = assertInstanceOf(ScatterChart.class, rendering.chart());
        assertEquals(List.of("2", "10", "-1"), chart.groups().stream().map(ScatterChart.Group::key).toList(), "by number, noise last");
        assertEquals(ColourRole.NEUTRAL, chart.groups().getLast().colour());
        assertEquals(1.5, chart.groups().getFirst().centre().orElseThrow().x());
        assertEquals(3, chart.size(), "a point without a place is not painted");
        final var second = chart.groups().getFirst().points().getFirst();
        assertEquals("Name of u2", second.label());
        assertEquals("u2", rendering.ids().get(second.key()));
        final var other = assertInstanceOf(ScatterChart.class, PointsRenderer.render(points(), "y", "z", NAMES).chart());
        assertEquals(4, other.size());
        assertEquals("z", other.titles().value());
    }

    @Test
    void linesWithBoundsAreForecasts() {
        final var part = new SeriesPart("forecast", name("Forecast"), new SeriesPart.Axis(name("Day"), SeriesPart.AxisType.DATE), name("Revenue"),
                List.of(new SeriesPart.Line(name("Actual"), new double[] {1, 2}, new double[] {5, Double.NaN}, Optional.empty()),
                        new SeriesPart.Line(name("Next"), new double[] {3}, new double[] {6}, Optional.of(new SeriesPart.Band(0.8, new double[] {5},
                                new double[] {7})))), List.of(new SeriesPart.Mark(2, name("today"))));
        final var chart = chart(part, CurveChart.class);
        assertTrue(chart.positions().dates());
        assertEquals(List.of(false, true), chart.curves().stream().map(CurveChart.Curve::projected).toList());
        assertEquals(0.8, chart.curves().getLast().coverage());
        assertEquals("today", chart.marks().getFirst().label());
    }

    @Test
    void cellsBarsRangesAndTreesKeepTheirNumbers() {
        final var matrix = chart(new MatrixPart("m", name("M"), name("R"), name("C"), List.of(name("a")), List.of(name("b"), name("c")), name("v"),
                new double[][] {{1, Double.NaN}}, true), MatrixChart.class);
        assertTrue(matrix.signed());
        assertEquals(null, matrix.rows().getFirst().values().getLast());
        final var shares = chart(new BarsPart("s", name("S"), List.of(name("NPS")), List.of(name("good"), name("bad")), name("share"),
                new double[][] {{.75}, {.25}}, Meaning.SHARE, List.of(BarsPart.Judgement.GOOD, BarsPart.Judgement.BAD)), BarChart.class);
        assertEquals(BarChart.Arrangement.STACKED_ROWS, shares.arrangement());
        assertEquals(List.of(ColourRole.POSITIVE, ColourRole.NEGATIVE), shares.series().stream().map(Series::colour).toList());
        final var bars = chart(new BarsPart("b", name("B"), List.of(name("f"), name("g")), List.of(name("one")), name("z"), new double[][] {{-1.5, 2}}),
                BarChart.class);
        assertEquals("-1.5", bars.series().getFirst().values().getFirst().toPlainString());
        final var histogram = chart(new DistributionPart("d", name("D"), name("v"), new double[] {0, 1, 5}, List.of(name("all")), new double[][] {{3, 4}}),
                HistogramChart.class);
        assertEquals(List.of(0.0, 1.0, 5.0), histogram.edges());
        final var tree = chart(new TreePart("t", name("T"), new int[] {-1, 0, 0}, List.of(name("r"), name("a"), name("b")), new double[] {2, 0, 0}, name("h"),
                new double[] {2, 1, 1}), TreeChart.class);
        assertEquals(2, tree.leaves());
    }

    @Test
    void connectionsAreLinksTheStrongestFirst() {
        final var part = new GraphPart("g", name("G"), List.of(new GraphPart.Node(name("bread"), 1), new GraphPart.Node(name("milk"), 1)),
                List.of(new GraphPart.Edge(0, 1, 0.2, name("weak")), new GraphPart.Edge(1, 0, 0.9, name("strong"))));
        final var graph = chart(part, GraphChart.class);
        assertEquals(List.of("milk bread strong", "bread milk weak"),
                graph.links().stream().map(link -> link.from() + ' ' + link.to() + ' ' + link.words()).toList());
    }

    @Test
    void ofManyConnectionsTheStrongestAreDrawn() {
        final var nodes = IntStream.range(0, 41).mapToObj(index -> new GraphPart.Node(name("n" + index), 1)).toList();
        final var part = new GraphPart("g", name("G"), nodes, IntStream.range(0, 40).mapToObj(index -> new GraphPart.Edge(index, index + 1, index, name(""))).toList());
        final var graph = chart(part, GraphChart.class);
        assertEquals(24, graph.links().size());
        assertEquals("n39", graph.links().getFirst().from());
        assertEquals("24 strongest of 40", graph.heading().subtitle());
    }

    @Test
    void aCellThatCountsRowsLeadsToThem() {
        final var table = new TablePart("scores", name("S"), Frame.of(TextColumn.of("id", List.of("a", "b", "c")), NumberColumn.of("recency", 5, 5, 1),
                NumberColumn.of("money", 3, 4, 5)), List.of(new TablePart.Head("id", name("id"), name(""), Meaning.ID),
                        new TablePart.Head("recency", name("R"), name(""), Meaning.SCORE), new TablePart.Head("money", name("M"), name(""), Meaning.SCORE)));
        final var matrix = new MatrixPart("grid", name("G"), name("R"), name("M"), List.of(name("R 5"), name("R 1")), List.of(name("M 3"), name("M 4"),
                name("M 5")), name("Customers"), new double[][] {{1, 1, 0}, {0, 0, 1}}, false);
        final var means = new MatrixPart("means", name("G"), name("R"), name("M"), List.of(name("R 5")), List.of(name("M 3")), name("Mean"),
                new double[][] {{7.5}}, false);
        final var result = Result.builder().part(table).part(matrix).part(means).build();
        assertEquals(List.of("b"), DrillDown.rows(result, matrix, cell("1", "0")));
        assertEquals(List.of("c"), DrillDown.rows(result, matrix, cell("2", "1")));
        assertEquals(List.of(), DrillDown.rows(result, matrix, cell("2", "0")));
        assertEquals(List.of(), DrillDown.rows(result, means, cell("0", "0")), "a mean counts nobody");
        final var bars = new BarsPart("sizes", name("B"), List.of(name("Group 5")), List.of(name("all")), name("n"), new double[][] {{2}});
        assertEquals(List.of("a", "b"), DrillDown.rows(result, bars, cell("0", "0")));
    }

    private static ChartElement cell(final String key, final String series) {
        final var box = new Box(0, 0, 1, 1);
        return new ChartElement(key, series, "", "", box, box);
    }

    @Test
    void numbersShowWhatTheyNeed() {
        assertEquals(ValueFormat.count(), Formats.of(1, 20, 3000));
        assertEquals(ValueFormat.number(1), Formats.of(2500316.5));
        assertEquals(ValueFormat.number(3), Formats.of(1.25, -3));
        assertEquals(ValueFormat.number(6), Formats.of(0.00123));
        assertEquals(ValueFormat.count(), Formats.of(Double.NaN));
    }

    @Test
    void sharesAreReadAsPercent() {
        final var before = Locale.getDefault();
        Locale.setDefault(Locale.US);
        try {
            assertEquals("70.7%", Formats.text(Meaning.SHARE, .70712));
            assertEquals("0.0041%", Formats.text(Meaning.PROBABILITY, .000041), "a small one is not lost");
            assertEquals("0.0%", Formats.text(Meaning.SHARE, 0));
            assertEquals("0.7071", Formats.text(Meaning.PLAIN, .70712), "what does not say that it is a share is none");
            assertEquals("\u2013", Formats.text(Meaning.SHARE, Double.NaN));
        } finally {
            Locale.setDefault(before);
        }
        final double[][] shares = {{.25, .75}};
        final var groups = List.of(name("one"));
        final var categories = List.of(name("f"), name("g"));
        assertEquals(ValueFormat.percent(), chart(new BarsPart("b", name("B"), categories, groups, name("z"), shares, Meaning.SHARE), BarChart.class).format());
        assertEquals(ValueFormat.number(4), chart(new BarsPart("b", name("B"), categories, groups, name("z"), shares), BarChart.class).format());
        assertEquals(ValueFormat.percent(), chart(new MatrixPart("m", name("M"), name("R"), name("C"), groups, categories, name("v"), shares, false,
                Meaning.PROBABILITY), MatrixChart.class).format());
        final var line = new SeriesPart.Line(name("L"), new double[] {0, .5, 1}, new double[] {0, 40, 80}, Optional.empty());
        final var curve = chart(new SeriesPart("s", name("S"), new SeriesPart.Axis(name("A"), SeriesPart.AxisType.NUMBER, Meaning.SHARE), name("v"),
                List.of(line), List.of()), CurveChart.class);
        assertEquals(ValueFormat.percent(), curve.positions().format());
        assertEquals(ValueFormat.count(), curve.format());
        assertEquals(ValueFormat.percent(), chart(new DistributionPart("d", name("D"), name("v"), new double[] {0, .5, 1}, groups, new double[][] {{3, 4}},
                Meaning.PROBABILITY), HistogramChart.class).positions());
    }

    @Test
    void everythingIsExported(@TempDir final Path folder) throws IOException {
        final var table = new TablePart("assignments", name("A"), Frame.of(TextColumn.of("id", List.of("=1+1", "b, c")), NumberColumn.of("score", 0.1, Double.NaN)),
                List.of(new TablePart.Head("id", name("id"), name(""), Meaning.ID), new TablePart.Head("score", name("score"), name(""), Meaning.SCORE)));
        final var result = Result.builder().say(name("Two groups.")).metric("inertia", 16, name("Inertia"), Trail.NONE).part(table).part(points()).build();
        final var files = ResultFiles.write(result, NAMES, ChartExport.Format.SVG, folder, Progress.NONE);
        assertEquals(List.of("summary.txt", "metrics.csv", "assignments.csv", "points.svg", "points.csv"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        assertEquals(List.of("metric,value", "inertia,16.0"), Files.readAllLines(folder.resolve("metrics.csv")));
        assertEquals(List.of("\uFEFFid,score", "'=1+1,0.1", "\"b, c\","), Files.readAllLines(folder.resolve("assignments.csv")));
        assertTrue(Files.readString(folder.resolve("points.svg")).startsWith("<svg"));
    }
}
