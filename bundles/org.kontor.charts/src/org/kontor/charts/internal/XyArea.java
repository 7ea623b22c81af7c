// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

import org.kontor.charts.AxisTitles;
import org.kontor.charts.Box;

/** The space between an axis across and an axis upwards: where it lies, its grid, its labels and titles. */
final class XyArea {

    private final Pen pen;
    private final Box body;
    private final AxisTitles titles;
    private final boolean tall;
    private final AxisTicks across;
    private final AxisTicks upwards;
    private final Rectangle2D.Double area;
    private final NumberAxis xAxis;
    private final NumberAxis yAxis;

    /**
     * @param across  gives the ticks of the axis across for a number of them
     * @param upwards gives the ticks of the axis upwards for a number of them
     * @param air     room inside the edges for whole marks, in logical pixels
     */
    XyArea(final Pen pen, final Box body, final AxisTitles titles, final DoubleFunction<AxisTicks> across,
            final DoubleFunction<AxisTicks> upwards, final double air) {
        final double em = pen.em();
        this.pen = pen;
        this.body = body;
        this.titles = titles;
        this.tall = body.height() > em * 11;
        final double top = body.y() + (tall && !titles.value().isEmpty() ? em * 1.9 : em * 0.3);
        final double bottom = body.bottom() - (tall && !titles.domain().isEmpty() ? em * 1.7 : 0) - em * 1.8;
        this.upwards = upwards.apply(Math.clamp((bottom - top) / (em * 3.4), 1, 8));
        final double left = body.x() + widest(this.upwards) + em * 0.7;
        this.area = new Rectangle2D.Double(left, top, Math.max(0, body.right() - left), Math.max(0, bottom - top));
        this.across = fitting(across);
        this.xAxis = axis(this.across, area.width, air);
        this.yAxis = axis(this.upwards, area.height, air);
    }

    private AxisTicks fitting(final DoubleFunction<AxisTicks> source) {
        double most = Math.clamp(area.width / (pen.em() * 3.5), 1, 10);
        var ticks = source.apply(most);
        while (most > 1 && (widest(ticks) + pen.em()) * ticks.ticks().size() > area.width) {
            most--;
            ticks = source.apply(Math.max(1, most));
        }
        return ticks;
    }

    private double widest(final AxisTicks ticks) {
        return ticks.ticks().stream().mapToDouble(tick -> pen.type().width(tick.text(), Typeface.Style.SMALL)).max().orElse(0);
    }

    private static NumberAxis axis(final AxisTicks ticks, final double length, final double air) {
        final double more = (ticks.upper() - ticks.lower()) * air / Math.max(3 * air + 1, length - 2 * air);
        final var axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(ticks.lower() - more, ticks.upper() + more);
        axis.setTickUnit(new NumberTickUnit(Math.max(Double.MIN_NORMAL, ticks.upper() - ticks.lower())), true, false);
        return axis;
    }

    boolean isTooSmall() {
        return area.width < 8 || area.height < 8;
    }

    Rectangle2D.Double area() {
        return area;
    }

    double x(final double value) {
        return xAxis.valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    double y(final double value) {
        return yAxis.valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    /** Paints the data with JFreeChart. */
    void plot(final XYDataset dataset, final XYItemRenderer renderer) {
        final var plot = new XYPlot(dataset, xAxis, yAxis, renderer);
        PlotStyle.bare(plot);
        plot.draw(pen.graphics(), area, null, null, null);
    }

    /** Paints the grid, the labels and the titles. */
    void paintGround(final boolean downToo) {
        final double em = pen.em();
        final var theme = pen.theme();
        for (final var tick : upwards.ticks()) {
            pen.across(area.x, area.getMaxX(), y(tick.at()), theme.grid());
            pen.text(tick.text(), area.x - em * 0.7, y(tick.at()), TextAnchor.END, Typeface.Style.SMALL, theme.muted());
        }
        double free = Double.NEGATIVE_INFINITY;
        for (final var tick : across.ticks()) {
            final double at = x(tick.at());
            if (at < area.x - 0.5 || at > area.getMaxX() + 0.5) {
                continue;
            }
            if (downToo) {
                pen.down(at, area.y, area.getMaxY(), theme.grid());
            }
            final double half = pen.type().width(tick.text(), Typeface.Style.SMALL) / 2;
            final double centre = Math.max(Math.min(at, body.right() - half), body.x() + half);
            if (centre - half >= free) {
                pen.down(at, area.getMaxY(), area.getMaxY() + em * 0.35, theme.muted());
                pen.text(tick.text(), centre, area.getMaxY() + em * 1.15, TextAnchor.MIDDLE, Typeface.Style.SMALL, theme.muted());
                free = centre + half + em * 0.5;
            }
        }
        pen.across(area.x, area.getMaxX(), area.getMaxY(), theme.muted());
        paintTitles();
    }

    private void paintTitles() {
        final double em = pen.em();
        if (tall && !titles.value().isEmpty()) {
            pen.text(pen.type().fit(titles.value(), Typeface.Style.SMALL, body.width()), body.x(), body.y() + em * 0.7, TextAnchor.START,
                    Typeface.Style.SMALL, pen.theme().muted());
        }
        if (tall && !titles.domain().isEmpty()) {
            pen.text(pen.type().fit(titles.domain(), Typeface.Style.SMALL, area.width), area.getCenterX(), body.bottom() - em * 0.6,
                    TextAnchor.MIDDLE, Typeface.Style.SMALL, pen.theme().muted());
        }
    }
}
