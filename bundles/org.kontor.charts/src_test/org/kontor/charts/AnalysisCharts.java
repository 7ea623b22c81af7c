// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Descriptions of the kinds that analyses use, plain and odd ones. */
final class AnalysisCharts {

    private AnalysisCharts() {
    }

    /** Groups g0, g1, ... of points around (10 g, 5 g), which have keys like g0-0. */
    static ScatterChart scatter(final int groups, final int points) {
        final var random = new Random(1);
        final var all = new ArrayList<ScatterChart.Group>();
        for (int group = 0; group < groups; group++) {
            final var members = new ArrayList<ScatterChart.Point>();
            for (int point = 0; point < points; point++) {
                members.add(new ScatterChart.Point("g" + group + '-' + point, "Customer " + point, 10 * group + random.nextDouble(),
                        5 * group + random.nextDouble()));
            }
            all.add(new ScatterChart.Group("g" + group, "Cluster " + group, ColourRole.AUTOMATIC, members,
                    Optional.of(new ScatterChart.Point("c" + group, "", 10 * group + 0.5, 5 * group + 0.5))));
        }
        return new ScatterChart(Heading.of("Clusters"), new AxisTitles("Recency", "Frequency"), ValueFormat.number(2), ValueFormat.number(1), all);
    }

    /** Rows r0, r1, ... over columns c0, c1, ... */
    static MatrixChart matrix(final boolean signed, final Number[]... rows) {
        final var columns = IntStream.range(0, rows[0].length).mapToObj(index -> new Category("c" + index, "Column " + index)).toList();
        final var series = IntStream.range(0, rows.length)
                .mapToObj(index -> Series.of("r" + index, "Row " + index, ColourRole.AUTOMATIC, Arrays.asList(rows[index]))).toList();
        return new MatrixChart(Heading.of("Matrix"), new MatrixChart.Titles("Rows", "Columns", "Customers"), ValueFormat.number(2), signed, columns, series);
    }

    /** One line over positions 1, 2, ... with a mark at 2. */
    static CurveChart curve(final double... values) {
        final var spots = IntStream.range(0, values.length).mapToObj(index -> CurveChart.Spot.of(index + 1, values[index])).toList();
        return new CurveChart(Heading.of("Elbow"), new AxisTitles("k", "Inertia"), Positions.numbers(ValueFormat.count()), ValueFormat.number(1),
                List.of(new CurveChart.Curve("i", "Inertia", ColourRole.AUTOMATIC, false, spots, Double.NaN)), List.of(new CurveChart.Mark(2, "Suggested")));
    }

    /** A line over days with bounds around its second half. */
    static CurveChart forecast() {
        final var facts = IntStream.range(0, 12).mapToObj(month -> CurveChart.Spot.of(20_000 + 30 * month, 100 + month)).toList();
        final var future = IntStream.range(12, 18).mapToObj(month -> new CurveChart.Spot(20_000 + 30 * month, 100 + month, 90, 112 + 2 * month)).toList();
        return new CurveChart(Heading.of("Forecast"), new AxisTitles("Day", "Revenue"), Positions.days(), ValueFormat.number(0),
                List.of(new CurveChart.Curve("a", "Actual", ColourRole.AUTOMATIC, false, facts, Double.NaN),
                        new CurveChart.Curve("f", "Forecast", ColourRole.AUTOMATIC, true, future, 0.95)), List.of());
    }

    /** Ranges 0 to 1, 1 to 2, ... */
    static HistogramChart histogram(final Number[]... groups) {
        final var edges = IntStream.rangeClosed(0, groups[0].length).mapToObj(Double::valueOf).toList();
        final var series = IntStream.range(0, groups.length)
                .mapToObj(index -> Series.of("s" + index, "Group " + index, ColourRole.AUTOMATIC, Arrays.asList(groups[index]))).toList();
        return new HistogramChart(Heading.of("Histogram"), new AxisTitles("Money", "Customers"), ValueFormat.number(1), ValueFormat.count(), edges, series);
    }

    /** Leaves a, b, c: a and b are merged at 1, both with c at 3. */
    static GraphChart graph() {
        return new GraphChart(Heading.of("Rules"), new GraphChart.Titles("Whoever buys", "also buys", "Lift"), ValueFormat.number(2), List.of(
                new GraphChart.Link("0", "Bread", "Milk", 3, ""), new GraphChart.Link("1", "Milk", SampleCharts.LONG_CHINESE, 2, "in words"),
                new GraphChart.Link("2", "Bread", "Eggs", 1, "")));
    }

    static TreeChart tree() {
        return new TreeChart(Heading.of("Tree"), "Distance", ValueFormat.number(1), List.of(new TreeChart.Node("all", -1, "", 3, 3),
                new TreeChart.Node("ab", 0, "", 1, 2), new TreeChart.Node("c", 0, "Leaf c", 0, 1), new TreeChart.Node("a", 1, "Leaf a", 0, 1),
                new TreeChart.Node("b", 1, SampleCharts.LONG_CHINESE, 0, 1)));
    }

    static List<Chart> all() {
        final var charts = new ArrayList<Chart>();
        charts.add(scatter(3, 20));
        charts.add(scatter(12, 3));
        charts.add(scatter(1, 1));
        charts.add(scatter(0, 0));
        charts.add(matrix(false, new Number[] {1, 20, null}, new Number[] {300, 4, 5}));
        charts.add(matrix(true, new Number[] {1, -0.5}, new Number[] {-0.5, 1}));
        charts.add(matrix(true, new Number[] {0, 0}));
        charts.add(matrix(false, new Number[] {null}));
        final var wide = new Number[40];
        Arrays.setAll(wide, index -> index);
        charts.add(matrix(false, wide, wide, wide));
        charts.add(curve(600, 150, 70, 60));
        charts.add(curve(5));
        charts.add(curve(1e9 + 1, Double.NaN, 1e9 + 2));
        charts.add(curve(Double.NaN));
        charts.add(forecast());
        charts.add(histogram(new Number[] {4, 9, 0, 1}));
        charts.add(histogram(new Number[] {4, 9, 1}, new Number[] {1, null, 7}));
        charts.add(histogram(new Number[] {0}));
        charts.add(tree());
        charts.add(graph());
        charts.add(new GraphChart(Heading.of("None"), new GraphChart.Titles("", "", ""), ValueFormat.count(), List.of()));
        charts.add(new TreeChart(Heading.of("Alone"), "", ValueFormat.count(), List.of(new TreeChart.Node("a", -1, "Leaf", 0, 1))));
        charts.add(new TreeChart(Heading.of("None"), "", ValueFormat.count(), List.of()));
        return charts;
    }
}
