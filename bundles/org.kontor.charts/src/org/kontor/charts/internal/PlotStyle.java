// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

import org.kontor.charts.Box;
import org.kontor.charts.Rgb;
import org.kontor.charts.Series;

/** Takes JFreeChart's own look away: it lays out data and paints shapes and lines, all texts and margins are ours. */
final class PlotStyle {

    private static final double PALE = 0.55;

    private PlotStyle() {
    }

    static Rgb colour(final Pen pen, final Series row, final int position) {
        return pen.theme().colour(row.colour(), position);
    }

    /** Bars of a forecast are pale, so that nobody takes them for facts. */
    static Rgb barColour(final Pen pen, final Series row, final int position) {
        final var colour = colour(pen, row, position);
        return row.projected() ? colour.mix(pen.theme().background(), PALE) : colour;
    }

    /** A dashed sample says more of a forecast's line than a pale square would. */
    static BasicStroke stroke(final Series row) {
        return row.projected()
                ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0)
                : new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static void lineSample(final Pen pen, final Box box, final Series row, final int position) {
        pen.graphics().setPaint(Pen.awt(colour(pen, row, position)));
        pen.graphics().setStroke(stroke(row));
        pen.graphics().draw(new Line2D.Double(box.x(), box.centreY(), box.right(), box.centreY()));
    }

    static void swatch(final Pen pen, final Box box, final Series row, final int position) {
        final double round = box.width() * 0.3;
        pen.fill(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), round, round), barColour(pen, row, position));
    }

    static void marker(final Pen pen, final Box box, final Series row, final int position) {
        final var shape = Markers.of(row, position, pen.theme().palette().size(), box.width() * 0.42);
        pen.fill(Markers.at(shape, box.centreX(), box.centreY()), colour(pen, row, position));
    }

    static void bare(final CategoryPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setNoDataMessage(null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.getDomainAxis().setVisible(false);
        bare(plot.getRangeAxis());
    }

    static void bare(final XYPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        bare(plot.getDomainAxis());
        bare(plot.getRangeAxis());
    }

    private static void bare(final ValueAxis axis) {
        axis.setVisible(false);
        axis.setTickMarksVisible(false);
        axis.setMinorTickMarksVisible(false);
    }
}
