// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;
import org.kontor.charts.TreeChart;
import org.kontor.charts.ValueFormat;

/** Paints a tree on its side along an axis of JFreeChart: names stand in lines and can be long. */
final class TreePainter {

    private static final int LEAST_KEPT = 6;

    private final Pen pen;
    private final Words words;
    private final TreeChart chart;
    private final Box body;
    private final TreeLayout layout;
    private final double em;

    TreePainter(final Pen pen, final Words words, final TreeChart chart, final Box body) {
        this.pen = pen;
        this.words = words;
        this.chart = chart;
        this.body = body;
        this.layout = new TreeLayout(chart);
        this.em = pen.em();
    }

    List<ChartElement> paint() {
        final boolean tall = body.height() > em * 11;
        final double labels = body.width() < em * 16 ? 0 : Math.min(longestLeaf() + em, body.width() * 0.4);
        final double below = em * 1.8 + (tall && !chart.height().isEmpty() ? em * 1.7 : 0);
        final var plot = new Rectangle2D.Double(body.x() + em * 0.6, body.y(), body.width() - labels - em * 0.9, body.height() - below);
        if (plot.width < 8 || plot.height < 8) {
            return List.of();
        }
        final var ticks = ticks(plot);
        final var axis = axis(ticks);
        paintAxis(plot, axis, ticks, tall);
        final var lines = new Path2D.Double();
        final var xs = new double[chart.nodes().size()];
        final var ys = new double[xs.length];
        final double slot = plot.height / layout.leaves();
        for (int node = 0; node < xs.length; node++) {
            xs[node] = axis.valueToJava2D(chart.nodes().get(node).height(), plot, RectangleEdge.BOTTOM);
            ys[node] = plot.y + (layout.line(node) + 0.5) * slot;
        }
        for (int node = 0; node < xs.length; node++) {
            final int parent = chart.nodes().get(node).parent();
            final double from = parent < 0 ? Math.max(plot.x, xs[node] - em * 0.6) : xs[parent];
            lines.moveTo(from, ys[node]);
            lines.lineTo(xs[node], ys[node]);
            if (!layout.isLeaf(node)) {
                lines.moveTo(xs[node], ys[layout.children(node).getFirst()]);
                lines.lineTo(xs[node], ys[layout.children(node).getLast()]);
            }
        }
        pen.draw(lines, pen.theme().palette().getFirst(), slot > em * 0.6 ? 1.5 : 0.75);
        return nodes(xs, ys, slot);
    }

    private double longestLeaf() {
        double longest = 0;
        for (int node = 0; node < chart.nodes().size(); node++) {
            if (layout.isLeaf(node)) {
                longest = Math.max(longest, pen.type().width(chart.nodes().get(node).label(), Typeface.Style.BODY));
            }
        }
        return longest;
    }

    private AxisTicks ticks(final Rectangle2D.Double plot) {
        final var heights = chart.nodes().stream().mapToDouble(TreeChart.Node::height).summaryStatistics();
        return AxisTicks.numbers(chart.format(), words, heights.getMin(), heights.getMax(), Math.clamp(plot.width / (em * 6), 1, 8),
                heights.getMin() >= 0);
    }

    private NumberAxis axis(final AxisTicks ticks) {
        final var heights = chart.nodes().stream().mapToDouble(TreeChart.Node::height).summaryStatistics();
        final double span = heights.getMax() > heights.getMin() ? heights.getMax() - heights.getMin() : ticks.upper() - ticks.lower();
        final var axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(Math.min(ticks.lower(), heights.getMin()), heights.getMax() + span * 0.03);
        axis.setInverted(layout.falls());
        axis.setTickUnit(new NumberTickUnit(Math.max(Double.MIN_NORMAL, span)), true, false);
        return axis;
    }

    private void paintAxis(final Rectangle2D.Double plot, final NumberAxis axis, final AxisTicks ticks, final boolean tall) {
        for (final var tick : chart.nodes().size() == 1 ? List.<AxisTicks.Tick>of() : ticks.ticks()) {
            final double x = axis.valueToJava2D(tick.at(), plot, RectangleEdge.BOTTOM);
            if (x >= plot.x - 0.5 && x <= plot.getMaxX() + 0.5) {
                final double half = pen.type().width(tick.text(), Typeface.Style.SMALL) / 2;
                pen.down(x, plot.y, plot.getMaxY(), pen.theme().grid());
                pen.text(tick.text(), Math.clamp(x, body.x() + half, body.right() - half), plot.getMaxY() + em * 1.15, TextAnchor.MIDDLE,
                        Typeface.Style.SMALL, pen.theme().muted());
            }
        }
        if (tall && !chart.height().isEmpty()) {
            pen.text(pen.type().fit(chart.height(), Typeface.Style.SMALL, plot.width), plot.getCenterX(), body.bottom() - em * 0.6,
                    TextAnchor.MIDDLE, Typeface.Style.SMALL, pen.theme().muted());
        }
    }

    private List<ChartElement> nodes(final double[] xs, final double[] ys, final double slot) {
        final var elements = new ArrayList<ChartElement>();
        final double radius = slot > em * 0.8 ? 3 : 1;
        final int stride = (int) Math.max(1, Math.ceil(em * 1.25 / slot));
        int leaf = 0;
        for (final int node : layout.readingOrder()) {
            final var described = chart.nodes().get(node);
            final boolean end = layout.isLeaf(node);
            if (slot > em * 0.4) {
                pen.fill(new Ellipse2D.Double(xs[node] - radius, ys[node] - radius, 2 * radius, 2 * radius), pen.theme().palette().getFirst());
            }
            if (end && leaf++ % stride == 0) {
                final double left = xs[node] + em * 0.6;
                pen.text(cut(described.label(), Typeface.Style.BODY, body.right() - left), left, ys[node], TextAnchor.START,
                        Typeface.Style.BODY, pen.theme().foreground());
            } else if (!end && !described.label().isEmpty() && slot > em * 1.3) {
                final double left = described.parent() < 0 ? xs[node] + em * 0.4 : xs[described.parent()] + em * 0.4;
                final double room = described.parent() < 0 ? nearestChild(node, xs) - left - em * 0.4 : xs[node] - left;
                pen.text(question(described.label(), Typeface.Style.SMALL, room), left, ys[node] - em * 0.65, TextAnchor.START,
                        Typeface.Style.SMALL, pen.theme().foreground());
            }
            final double reach = Math.max(5, Math.min(slot / 2, em * 0.6));
            final double right = end ? Math.max(xs[node] + reach, body.right()) : xs[node] + reach;
            elements.add(new ChartElement(described.key(), "", described.label().isEmpty() ? words.text("tree.node", String.valueOf(node))
                    : described.label(), value(described), new Box(xs[node] - 4, ys[node] - 4, 8, 8),
                    new Box(xs[node] - reach, ys[node] - reach, right - xs[node] + reach, 2 * reach)));
        }
        return elements;
    }

    /** Within the tree a question that is too long stands without its answer. */
    private String question(final String label, final Typeface.Style style, final double room) {
        final int answer = label.indexOf(" \u2192 ");
        return cut(answer > 0 && pen.type().width(label, style) > room ? label.substring(0, answer) : label, style, room);
    }

    /** A name that is too long is cut within: how it ends tells more than its middle. */
    private String cut(final String label, final Typeface.Style style, final double room) {
        if (pen.type().width(label, style) <= room) {
            return label;
        }
        for (int kept = label.length() - 1; kept >= LEAST_KEPT; kept--) {
            final int head = kept / 3;
            final var shorter = label.substring(0, head).strip() + "\u2026" + label.substring(label.length() - (kept - head)).strip();
            if (pen.type().width(shorter, style) <= room) {
                return shorter;
            }
        }
        return pen.type().fit(label, style, room);
    }

    private double nearestChild(final int node, final double[] xs) {
        return layout.children(node).stream().mapToDouble(child -> xs[child]).min().orElse(body.right());
    }

    private String value(final TreeChart.Node node) {
        final var height = words.exact(chart.format(), BigDecimal.valueOf(node.height()));
        final var place = chart.height().isEmpty() ? height : words.text("scatter.coordinate", chart.height(), height);
        return Double.isFinite(node.size())
                ? words.text("tree.value", place, words.exact(ValueFormat.number(0), BigDecimal.valueOf(node.size()))) : place;
    }
}
