// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;
import org.kontor.charts.CurveChart;
import org.kontor.charts.ValueFormat;

/** Paints lines over an axis of numbers or days with JFreeChart, their bounds below and what is pointed out above them. */
final class CurvePainter {

    private static final double TINT = 0.18;
    /** Where values begin far from zero, an axis from zero would flatten them. */
    private static final double FAR = 0.4;

    private final Pen pen;
    private final Words words;
    private final CurveChart chart;
    private final Box body;
    private final XyArea area;

    CurvePainter(final Pen pen, final Words words, final CurveChart chart, final Box body) {
        this.pen = pen;
        this.words = words;
        this.chart = chart;
        this.body = body;
        final var x = DoubleStream.concat(chart.curves().stream().flatMap(curve -> curve.spots().stream()).mapToDouble(CurveChart.Spot::position),
                chart.marks().stream().mapToDouble(CurveChart.Mark::position)).summaryStatistics();
        final var y = chart.curves().stream().flatMap(curve -> curve.spots().stream())
                .flatMapToDouble(spot -> DoubleStream.of(spot.value(), spot.lower(), spot.upper())).filter(Double::isFinite).summaryStatistics();
        final boolean zero = chart.format().kind() == ValueFormat.Kind.PERCENT
                || chart.format().kind() == ValueFormat.Kind.COUNT && y.getMin() >= 0 || y.getMin() < (y.getMax() - y.getMin()) / FAR && y.getMin() > 0
                || y.getMin() <= 0 && y.getMax() >= 0;
        this.area = new XyArea(pen, body, chart.titles(),
                most -> AxisTicks.of(chart.positions(), words, x.getMin(), x.getMax(), most),
                most -> AxisTicks.numbers(chart.format(), words, y.getMin(), y.getMax(), most, zero), 4);
    }

    List<ChartElement> paint() {
        if (area.isTooSmall()) {
            return List.of();
        }
        area.paintGround(false);
        for (int index = 0; index < chart.curves().size(); index++) {
            paintBounds(chart.curves().get(index), index);
        }
        area.plot(dataset(), renderer());
        paintMarks();
        return elements();
    }

    private void paintBounds(final CurveChart.Curve curve, final int index) {
        final var spots = curve.spots();
        int from = 0;
        while (from < spots.size()) {
            int to = from;
            while (to < spots.size() && spots.get(to).isBounded()) {
                to++;
            }
            if (to - from > 1) {
                final var path = new Path2D.Double();
                path.moveTo(area.x(spots.get(from).position()), area.y(spots.get(from).upper()));
                spots.subList(from + 1, to).forEach(spot -> path.lineTo(area.x(spot.position()), area.y(spot.upper())));
                spots.subList(from, to).reversed().forEach(spot -> path.lineTo(area.x(spot.position()), area.y(spot.lower())));
                path.closePath();
                pen.fill(path, PlotStyle.colour(pen, chart.legend().get(index), index), TINT);
            }
            from = Math.max(to, from + 1);
        }
    }

    private DefaultXYDataset dataset() {
        final var dataset = new DefaultXYDataset();
        for (int index = 0; index < chart.curves().size(); index++) {
            final var spots = chart.curves().get(index).spots();
            dataset.addSeries(new Slot(index), new double[][] {spots.stream().mapToDouble(CurveChart.Spot::position).toArray(),
                    spots.stream().mapToDouble(CurveChart.Spot::value).toArray()});
        }
        return dataset;
    }

    private XYLineAndShapeRenderer renderer() {
        final int most = chart.curves().stream().mapToInt(curve -> curve.spots().size()).max().orElse(1);
        final boolean dots = area.area().getWidth() / Math.max(1, most) >= pen.em() * 1.2;
        final var renderer = new XYLineAndShapeRenderer(true, dots) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean getItemShapeVisible(final int row, final int index) {
                return dots || isAlone(chart.curves().get(row).spots(), index);
            }
        };
        renderer.setDrawSeriesLineAsPath(true);
        final var legend = chart.legend();
        for (int row = 0; row < legend.size(); row++) {
            renderer.setSeriesPaint(row, Pen.awt(PlotStyle.colour(pen, legend.get(row), row)));
            renderer.setSeriesStroke(row, PlotStyle.stroke(legend.get(row)));
            renderer.setSeriesShape(row, new Ellipse2D.Double(-2.75, -2.75, 5.5, 5.5));
        }
        return renderer;
    }

    /** A value between two gaps has no line and would not be seen at all. */
    private static boolean isAlone(final List<CurveChart.Spot> spots, final int index) {
        return (index == 0 || !spots.get(index - 1).isKnown()) && (index == spots.size() - 1 || !spots.get(index + 1).isKnown());
    }

    private void paintMarks() {
        final double em = pen.em();
        final var plot = area.area();
        int line = 0;
        for (final var mark : chart.marks()) {
            final double x = area.x(mark.position());
            pen.dashedDown(x, plot.y, plot.getMaxY(), pen.theme().muted());
            final boolean leftwards = x > plot.getCenterX();
            final double room = (leftwards ? x - plot.x : body.right() - x) - em * 0.5;
            final double y = plot.y + em * (0.7 + 1.4 * (line++ % 4));
            final var text = pen.type().fit(mark.label(), Typeface.Style.SMALL, room);
            final double width = pen.type().width(text, Typeface.Style.SMALL);
            final double start = leftwards ? x - em * 0.4 - width : x + em * 0.4;
            pen.fill(new Box(start - 2, y - em * 0.6, width + 4, em * 1.2), pen.theme().background());
            pen.text(text, leftwards ? x - em * 0.4 : start, y, leftwards ? TextAnchor.END : TextAnchor.START, Typeface.Style.SMALL,
                    pen.theme().foreground());
        }
    }

    private List<ChartElement> elements() {
        final var elements = new ArrayList<ChartElement>();
        final var plot = area.area();
        for (final var curve : chart.curves()) {
            final double pitch = Math.clamp(plot.getWidth() / Math.max(1, curve.spots().size()), 8, pen.em() * 4);
            for (final var spot : curve.spots()) {
                if (!spot.isKnown()) {
                    continue;
                }
                final double x = area.x(spot.position());
                final double y = area.y(spot.value());
                final var position = chart.positions().text(spot.position(), words.locale());
                final var label = chart.curves().size() == 1 ? position : words.text("element.series", position, curve.label());
                elements.add(new ChartElement(chart.positions().key(spot.position()), curve.key(), label, value(curve, spot),
                        new Box(x - 4, y - 4, 8, 8), new Box(x - pitch / 2, plot.y, pitch, plot.height)));
            }
        }
        return elements;
    }

    private String value(final CurveChart.Curve curve, final CurveChart.Spot spot) {
        final var value = words.exact(chart.format(), BigDecimal.valueOf(spot.value()));
        if (!spot.isBounded()) {
            return value;
        }
        final var lower = words.exact(chart.format(), BigDecimal.valueOf(spot.lower()));
        final var upper = words.exact(chart.format(), BigDecimal.valueOf(spot.upper()));
        return Double.isFinite(curve.coverage())
                ? words.text("curve.covered", value, lower, upper, ValueFormat.percent().brief(BigDecimal.valueOf(curve.coverage()), words.locale()))
                : words.text("curve.bounded", value, lower, upper);
    }
}
