// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.PointsPart;
import org.kontor.charts.AxisTitles;
import org.kontor.charts.ColourRole;
import org.kontor.charts.Heading;
import org.kontor.charts.ScatterChart;

/** Two axes of a space of points at a time. */
final class PointsRenderer {

    /** What methods call the points that belong to no group. */
    private static final Set<String> NOISE = Set.of("-1", "noise");
    private static final String EVERYBODY = "*";

    private PointsRenderer() {
    }

    static Rendering.AsChart render(final PointsPart part, final String across, final String upwards, final UnaryOperator<String> names) {
        final var ids = new HashMap<String, String>();
        final var points = points(part, across, upwards, names, ids);
        final var centres = centres(part, across, upwards);
        final var groups = new ArrayList<ScatterChart.Group>();
        for (final var label : labels(points.keySet(), centres.keySet())) {
            final boolean noise = NOISE.contains(label);
            groups.add(new ScatterChart.Group(label, noise ? Messages.text("noise") : label(label), noise ? ColourRole.NEUTRAL : ColourRole.AUTOMATIC,
                    points.getOrDefault(label, List.of()), Optional.ofNullable(centres.get(label))));
        }
        final var frame = part.points();
        return new Rendering.AsChart(part, new ScatterChart(Heading.of(part.title().text(), subtitle(part)), new AxisTitles(across, upwards),
                Formats.of(numbers(frame.column(across))), Formats.of(numbers(frame.column(upwards))), groups), Map.copyOf(ids));
    }

    private static String label(final String label) {
        return EVERYBODY.equals(label) ? Messages.text("points.all") : label.chars().allMatch(Character::isDigit) ? Messages.text("points.group", label) : label;
    }

    private static String subtitle(final PointsPart part) {
        final var whole = NumberFormat.getIntegerInstance();
        return part.all() > part.points().rows() ? Messages.text("points.sample", whole.format(part.points().rows()), whole.format(part.all()))
                : Messages.text("points.number", part.points().rows());
    }

    private static DoubleStream numbers(final Column column) {
        return IntStream.range(0, column.rows()).mapToDouble(column::number);
    }

    private static Map<String, List<ScatterChart.Point>> points(final PointsPart part, final String across, final String upwards,
            final UnaryOperator<String> names, final Map<String, String> ids) {
        final var frame = part.points();
        final var x = frame.column(across);
        final var y = frame.column(upwards);
        final var id = part.id().map(frame::column);
        final var groups = new LinkedHashMap<String, List<ScatterChart.Point>>();
        for (int row = 0; row < frame.rows(); row++) {
            if (!Double.isFinite(x.number(row)) || !Double.isFinite(y.number(row))) {
                continue;
            }
            final int at = row;
            final var key = "row" + row;
            id.ifPresent(column -> ids.put(key, column.text(at)));
            final var name = id.map(column -> names.apply(column.text(at))).orElseGet(() -> Messages.text("row", at + 1));
            groups.computeIfAbsent(group(part, frame, row), unseen -> new ArrayList<>())
                    .add(new ScatterChart.Point(key, name, x.number(row), y.number(row)));
        }
        return groups;
    }

    private static Map<String, ScatterChart.Point> centres(final PointsPart part, final String across, final String upwards) {
        final var centres = new LinkedHashMap<String, ScatterChart.Point>();
        part.centers().filter(frame -> frame.find(across).isPresent() && frame.find(upwards).isPresent()).ifPresent(frame -> {
            for (int row = 0; row < frame.rows(); row++) {
                final double x = frame.column(across).number(row);
                final double y = frame.column(upwards).number(row);
                if (Double.isFinite(x) && Double.isFinite(y)) {
                    centres.put(group(part, frame, row), new ScatterChart.Point("centre" + row, "", x, y));
                }
            }
        });
        return centres;
    }

    private static String group(final PointsPart part, final Frame frame, final int row) {
        final var label = part.label().flatMap(frame::find).map(column -> column.text(row)).orElse(EVERYBODY);
        return label.isEmpty() ? EVERYBODY : label;
    }

    /** Numbers by their size, other labels by the alphabet, what belongs nowhere last. */
    private static List<String> labels(final Set<String> points, final Set<String> centres) {
        final var all = new ArrayList<>(points);
        centres.stream().filter(label -> !points.contains(label)).forEach(all::add);
        all.sort(Comparator.<String, Boolean>comparing(NOISE::contains).thenComparing(PointsRenderer::size).thenComparing(Comparator.naturalOrder()));
        return all;
    }

    private static Double size(final String label) {
        return label.matches("\\d{1,9}") ? Double.valueOf(label) : Double.valueOf(Double.MAX_VALUE);
    }
}
