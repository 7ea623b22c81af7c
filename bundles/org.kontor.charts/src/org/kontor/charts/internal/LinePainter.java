// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;
import org.kontor.charts.LineChart;
import org.kontor.charts.Series;
import org.kontor.charts.ValueFormat;

/** Paints lines over periods with JFreeChart and the texts around them. */
final class LinePainter {

    /** Room inside the plot's edges, so that the dot on the highest value is whole. */
    private static final double AIR = 4;
    private static final double TINT = 0.9;

    private final Pen pen;
    private final Words words;
    private final LineChart chart;
    private final Box body;
    private final double em;

    LinePainter(final Pen pen, final Words words, final LineChart chart, final Box body) {
        this.pen = pen;
        this.words = words;
        this.chart = chart;
        this.body = body;
        this.em = pen.em();
    }

    List<ChartElement> paint() {
        final boolean tall = body.height() > em * 11;
        final boolean valueTitle = tall && !chart.titles().value().isEmpty();
        final boolean domainTitle = tall && !chart.titles().domain().isEmpty();
        final double top = body.y() + (valueTitle ? em * 1.9 : 0) + em * 0.3;
        final double bottom = body.bottom() - (domainTitle ? em * 1.7 : 0) - em * 1.8;
        final var scale = scale(bottom - top);
        final double left = body.x() + tickWidth(scale) + em * 0.7;
        final var area = new Rectangle2D.Double(left, top, body.right() - left, bottom - top);
        if (area.width < 8 || area.height < 8) {
            return List.of();
        }
        final var values = valueAxis(scale, area);
        final var periods = periodAxis(area);
        if (chart.series().size() == 1) {
            paintGround(values, periods, area);
        }
        final var plot = new XYPlot(dataset(), periods, values, renderer(area));
        PlotStyle.bare(plot);
        paintTicks(scale, values, area);
        plot.draw(pen.graphics(), area, null, null, null);
        paintPeriods(periods, area);
        if (valueTitle) {
            pen.text(pen.type().fit(chart.titles().value(), Typeface.Style.SMALL, body.width()), body.x(), body.y() + em * 0.7,
                    TextAnchor.START, Typeface.Style.SMALL, pen.theme().muted());
        }
        if (domainTitle) {
            pen.text(pen.type().fit(chart.titles().domain(), Typeface.Style.SMALL, area.width), area.getCenterX(),
                    body.bottom() - em * 0.6, TextAnchor.MIDDLE, Typeface.Style.SMALL, pen.theme().muted());
        }
        return elements(values, periods, area);
    }

    private ValueScale scale(final double height) {
        final var all = chart.series().stream().flatMap(row -> row.values().stream()).filter(Objects::nonNull).toList();
        final var least = all.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        final var most = all.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        return ValueScale.of(least, most, (int) Math.clamp(height / (em * 3.6), 1, 8), chart.format().kind() == ValueFormat.Kind.COUNT);
    }

    private double tickWidth(final ValueScale scale) {
        return scale.ticks().stream().mapToDouble(tick -> pen.type().width(text(tick, scale), Typeface.Style.SMALL)).max().orElse(0);
    }

    private String text(final BigDecimal tick, final ValueScale scale) {
        return chart.format().tick(tick, scale.step(), words.locale());
    }

    private static NumberAxis valueAxis(final ValueScale scale, final Rectangle2D area) {
        final double lower = scale.lower().doubleValue();
        final double upper = scale.upper().doubleValue();
        final double air = (upper - lower) * AIR / Math.max(AIR * 3, area.getHeight() - 2 * AIR);
        final var axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(lower < 0 ? lower - air : lower, upper + air);
        axis.setTickUnit(new NumberTickUnit(scale.step().doubleValue()), true, false);
        return axis;
    }

    private NumberAxis periodAxis(final Rectangle2D area) {
        final int last = chart.periods().size() - 1;
        final double air = last == 0 ? 0.5 : last * em * 0.8 / Math.max(em * 3, area.getWidth() - em * 1.6);
        final var axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(-air, last + air);
        axis.setTickUnit(new NumberTickUnit(Math.max(1, last)), true, false);
        return axis;
    }

    private XYSeriesCollection dataset() {
        final var dataset = new XYSeriesCollection();
        for (int row = 0; row < chart.series().size(); row++) {
            final var series = new XYSeries(new Slot(row));
            final var values = chart.series().get(row).values();
            for (int index = 0; index < values.size(); index++) {
                series.add(index, values.get(index), false);
            }
            dataset.addSeries(series);
        }
        return dataset;
    }

    private XYLineAndShapeRenderer renderer(final Rectangle2D area) {
        final boolean dots = area.getWidth() / Math.max(1, chart.periods().size()) >= em * 1.2;
        final var renderer = new XYLineAndShapeRenderer(true, dots) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean getItemShapeVisible(final int row, final int index) {
                return dots || isAlone(chart.series().get(row).values(), index);
            }
        };
        renderer.setDrawSeriesLineAsPath(true);
        for (int row = 0; row < chart.series().size(); row++) {
            final var series = chart.series().get(row);
            renderer.setSeriesPaint(row, Pen.awt(PlotStyle.colour(pen, series, row)));
            renderer.setSeriesStroke(row, PlotStyle.stroke(series));
            renderer.setSeriesShape(row, new Ellipse2D.Double(-2.75, -2.75, 5.5, 5.5));
        }
        return renderer;
    }

    /** A value between two gaps has no line and would not be seen at all. */
    private static boolean isAlone(final List<BigDecimal> values, final int index) {
        return (index == 0 || values.get(index - 1) == null) && (index == values.size() - 1 || values.get(index + 1) == null);
    }

    private void paintGround(final NumberAxis values, final NumberAxis periods, final Rectangle2D area) {
        final var series = chart.series().getFirst();
        final double zero = values.valueToJava2D(0, area, RectangleEdge.LEFT);
        Path2D.Double path = null;
        double x = 0;
        for (int index = 0; index <= series.values().size(); index++) {
            final var value = index == series.values().size() ? null : series.values().get(index);
            if (value == null) {
                if (path != null) {
                    path.lineTo(x, zero);
                    path.closePath();
                    pen.fill(path, PlotStyle.colour(pen, series, 0).mix(pen.theme().background(), TINT));
                    path = null;
                }
                continue;
            }
            x = periods.valueToJava2D(index, area, RectangleEdge.BOTTOM);
            if (path == null) {
                path = new Path2D.Double();
                path.moveTo(x, zero);
            }
            path.lineTo(x, values.valueToJava2D(value.doubleValue(), area, RectangleEdge.LEFT));
        }
    }

    private void paintTicks(final ValueScale scale, final NumberAxis axis, final Rectangle2D area) {
        for (final var tick : scale.ticks()) {
            final double y = axis.valueToJava2D(tick.doubleValue(), area, RectangleEdge.LEFT);
            pen.across(area.getX(), area.getMaxX(), y, tick.signum() == 0 ? pen.theme().muted() : pen.theme().grid());
            pen.text(text(tick, scale), area.getX() - em * 0.7, y, TextAnchor.END, Typeface.Style.SMALL, pen.theme().muted());
        }
    }

    private void paintPeriods(final NumberAxis axis, final Rectangle2D area) {
        final var labels = chart.periods().stream().map(period -> chart.step().label(period, words.locale())).toList();
        final double widest = labels.stream().mapToDouble(label -> pen.type().width(label, Typeface.Style.SMALL)).max().orElse(0);
        final double pitch = area.getWidth() / Math.max(1, labels.size());
        final int stride = PeriodTicks.stride(chart.step(), (widest + em * 1.6) / pitch);
        double free = Double.NEGATIVE_INFINITY;
        for (int index = PeriodTicks.first(chart.step(), chart.periods(), stride); index < labels.size(); index += stride) {
            final double at = axis.valueToJava2D(index, area, RectangleEdge.BOTTOM);
            final double half = pen.type().width(labels.get(index), Typeface.Style.SMALL) / 2;
            final double centre = Math.max(Math.min(at, body.right() - half), body.x() + half);
            if (centre - half >= free) {
                pen.down(at, area.getMaxY(), area.getMaxY() + em * 0.35, pen.theme().muted());
                pen.text(labels.get(index), centre, area.getMaxY() + em * 1.15, TextAnchor.MIDDLE, Typeface.Style.SMALL,
                        pen.theme().muted());
                free = centre + half + em * 0.5;
            }
        }
    }

    private List<ChartElement> elements(final NumberAxis values, final NumberAxis periods, final Rectangle2D area) {
        final var elements = new ArrayList<ChartElement>();
        final double pitch = area.getWidth() / Math.max(1, chart.periods().size());
        for (int index = 0; index < chart.periods().size(); index++) {
            final var period = chart.periods().get(index);
            final var name = chart.step().label(period, words.locale());
            for (final var series : chart.series()) {
                final var value = series.values().get(index);
                if (value == null) {
                    continue;
                }
                final double x = periods.valueToJava2D(index, area, RectangleEdge.BOTTOM);
                final double y = values.valueToJava2D(value.doubleValue(), area, RectangleEdge.LEFT);
                final var label = chart.series().size() == 1 ? name : words.text("element.series", name, series.label());
                elements.add(new ChartElement(period.toString(), series.key(), label, words.exact(chart.format(), value),
                        new Box(x - 4, y - 4, 8, 8),
                        new Box(x - Math.max(4, pitch / 2), area.getY(), Math.max(8, pitch), area.getHeight())));
            }
        }
        return elements;
    }
}
