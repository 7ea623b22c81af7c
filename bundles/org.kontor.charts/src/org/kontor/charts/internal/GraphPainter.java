// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;
import org.kontor.charts.GraphChart;
import org.kontor.charts.Rgb;

/** Paints links as bands between two columns of names: each name has a line of its own and can be long. */
final class GraphPainter {

    private static final double THINNEST = 1;
    private static final double FAINTEST = 0.25;
    private static final double RADIUS = 3;

    private final Pen pen;
    private final Words words;
    private final GraphChart chart;
    private final Box body;
    private final double em;

    GraphPainter(final Pen pen, final Words words, final GraphChart chart, final Box body) {
        this.pen = pen;
        this.words = words;
        this.chart = chart;
        this.body = body;
        this.em = pen.em();
    }

    List<ChartElement> paint() {
        final var sources = chart.sources();
        final var targets = inOrder(sources);
        final boolean tall = body.height() > em * 6;
        final double top = body.y() + (tall ? em * 1.7 : 0);
        final double height = body.bottom() - top;
        final double names = body.width() * 0.34;
        final double left = body.x() + Math.min(widest(sources), names) + em * 0.6;
        final double right = body.right() - Math.min(widest(targets), names) - em * 0.6;
        if (height < 8 || right - left < em) {
            return List.of();
        }
        final var from = places(sources, top, height);
        final var to = places(targets, top, height);
        if (tall) {
            title(chart.titles().from(), left - em * 0.6, TextAnchor.END, left - em * 0.6 - body.x());
            title(chart.titles().to(), right + em * 0.6, TextAnchor.START, body.right() - right - em * 0.6);
        }
        final var elements = links(left, right, from, to);
        names(sources, from, left, TextAnchor.END, height / sources.size());
        names(targets, to, right, TextAnchor.START, height / targets.size());
        return elements;
    }

    /** The names at the right near those that lead to them, so that few bands cross. */
    private List<String> inOrder(final List<String> sources) {
        final var sums = new HashMap<String, double[]>();
        for (final var link : chart.links()) {
            final var sum = sums.computeIfAbsent(link.to(), unseen -> new double[2]);
            sum[0] += sources.indexOf(link.from());
            sum[1]++;
        }
        return chart.targets().stream().sorted(Comparator.comparingDouble((String name) -> sums.get(name)[0] / sums.get(name)[1])).toList();
    }

    private double widest(final List<String> labels) {
        return labels.stream().mapToDouble(label -> pen.type().width(label, Typeface.Style.BODY)).max().orElse(0) + 1;
    }

    private static Map<String, Double> places(final List<String> labels, final double top, final double height) {
        final var places = new HashMap<String, Double>();
        for (int index = 0; index < labels.size(); index++) {
            places.put(labels.get(index), top + (index + 0.5) * height / labels.size());
        }
        return places;
    }

    private void title(final String title, final double x, final TextAnchor anchor, final double room) {
        pen.text(pen.type().fit(title, Typeface.Style.SMALL, room), x, body.y() + em * 0.6, anchor, Typeface.Style.SMALL, pen.theme().muted());
    }

    private List<ChartElement> links(final double left, final double right, final Map<String, Double> from, final Map<String, Double> to) {
        final var elements = new ArrayList<ChartElement>();
        final double most = chart.links().stream().mapToDouble(GraphChart.Link::weight).max().orElse(0);
        final double least = chart.links().stream().mapToDouble(GraphChart.Link::weight).min().orElse(0);
        final var strong = pen.theme().palette().getFirst();
        final double middle = (left + right) / 2;
        for (final var link : chart.links().reversed()) {
            final double share = most > least ? (link.weight() - least) / (most - least) : 1;
            final double start = from.get(link.from());
            final double end = to.get(link.to());
            final var band = new Path2D.Double();
            band.moveTo(left, start);
            band.curveTo(middle, start, middle, end, right, end);
            pen.draw(band, pen.theme().background().mix(strong, FAINTEST + (1 - FAINTEST) * share), THINNEST + share * em * 0.3);
            final double centre = (start + end) / 2;
            final double reach = em * 0.6;
            elements.add(new ChartElement(link.key(), "", link.words().isEmpty() ? words.text("graph.link", link.from(), link.to()) : link.words(), value(link),
                    new Box(middle - 4, centre - 4, 8, 8), new Box(middle - reach, centre - reach, 2 * reach, 2 * reach)));
        }
        return elements.reversed();
    }

    private String value(final GraphChart.Link link) {
        final var weight = words.exact(chart.format(), BigDecimal.valueOf(link.weight()));
        return chart.titles().weight().isEmpty() ? weight : words.text("scatter.coordinate", chart.titles().weight(), weight);
    }

    private void names(final List<String> labels, final Map<String, Double> places, final double x, final TextAnchor anchor, final double slot) {
        final int stride = (int) Math.max(1, Math.ceil(em * 1.25 / slot));
        final boolean end = anchor == TextAnchor.END;
        final double room = end ? x - em * 0.6 - body.x() : body.right() - x - em * 0.6;
        final Rgb colour = pen.theme().palette().getFirst();
        for (int index = 0; index < labels.size(); index++) {
            final double y = places.get(labels.get(index));
            pen.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS), colour);
            if (index % stride == 0) {
                pen.text(pen.type().fit(labels.get(index), Typeface.Style.BODY, room), x + (end ? -em * 0.6 : em * 0.6), y, anchor, Typeface.Style.BODY,
                        pen.theme().foreground());
            }
        }
    }
}
