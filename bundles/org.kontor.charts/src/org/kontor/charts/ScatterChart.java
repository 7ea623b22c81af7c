// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Points between two axes of numbers, in groups that differ in colour and in shape. On the screen points are selected one by one or by a
 * frame drawn around them.
 *
 * @param heading what stands over it
 * @param titles  what the axes measure: the domain is the axis across, the value the axis upwards
 * @param across  how numbers of the axis across are written
 * @param upwards how numbers of the axis upwards are written
 * @param groups  the groups in their order, no two with one key, no two points of the chart with one key
 * @since 0.1
 */
public record ScatterChart(Heading heading, AxisTitles titles, ValueFormat across, ValueFormat upwards, List<Group> groups)
        implements Chart {

    /**
     * One point.
     *
     * @param key   what the caller knows it by; comes back in {@link ChartElement#key()}
     * @param label what it is
     * @param x     across, finite
     * @param y     upwards, finite
     */
    public record Point(String key, String label, double x, double y) {

        public Point {
            Objects.requireNonNull(key);
            label = Labels.clean(label);
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException(key + " lies at " + x + ", " + y);
            }
        }
    }

    /**
     * Points that belong together.
     *
     * @param key    what the caller knows it by, not empty; comes back in {@link ChartElement#series()} of its points
     * @param label  its name in the legend
     * @param colour what its colour says; {@link ColourRole#NEUTRAL} for points that belong to no group
     * @param points the points
     * @param centre its middle, painted larger; its element has the key of the group and an empty series
     */
    public record Group(String key, String label, ColourRole colour, List<Point> points, Optional<Point> centre) {

        public Group {
            if (key.isEmpty()) {
                throw new IllegalArgumentException("a group without a key");
            }
            Objects.requireNonNull(colour);
            Objects.requireNonNull(centre);
            label = Labels.clean(label);
            points = List.copyOf(points);
        }

        Series legend() {
            return new Series(key, label, colour, false, List.of());
        }
    }

    public ScatterChart {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(titles);
        Objects.requireNonNull(across);
        Objects.requireNonNull(upwards);
        groups = List.copyOf(groups);
        Labels.requireDistinct(groups.stream().map(Group::key));
        Labels.requireDistinct(groups.stream().flatMap(group -> group.points().stream()).map(Point::key));
    }

    @Override
    public boolean isEmpty() {
        return groups.stream().allMatch(group -> group.points().isEmpty() && group.centre().isEmpty());
    }

    /**
     * How many points there are, centres not counted.
     *
     * @return 0 or more
     */
    public int size() {
        return groups.stream().mapToInt(group -> group.points().size()).sum();
    }

    /**
     * The groups as rows of a legend.
     *
     * @return a series without values for each group
     */
    public List<Series> legend() {
        return groups.stream().map(Group::legend).toList();
    }

    /**
     * All points and centres.
     *
     * @return in the order of the groups
     */
    public Stream<Point> all() {
        return groups.stream().flatMap(group -> Stream.concat(group.centre().stream(), group.points().stream()));
    }

    @Override
    public ChartTable table(final Locale locale) {
        final var rows = new ArrayList<List<ChartTable.Cell>>();
        for (final var group : groups) {
            group.centre().ifPresent(centre -> rows.add(row(group, Messages.TEXTS.get(locale, "scatter.centre"), centre)));
            group.points().forEach(point -> rows.add(row(group, point.label(), point)));
        }
        return new ChartTable(heading.title(), List.of(new ChartTable.Column(Messages.TEXTS.get(locale, "scatter.group"), null),
                new ChartTable.Column(Messages.TEXTS.get(locale, "scatter.point"), null),
                new ChartTable.Column(titles.domain(), across), new ChartTable.Column(titles.value(), upwards)), rows);
    }

    private static List<ChartTable.Cell> row(final Group group, final String label, final Point point) {
        return List.of(ChartTable.Cell.of(group.label()), ChartTable.Cell.of(label), ChartTable.Cell.of(BigDecimal.valueOf(point.x())),
                ChartTable.Cell.of(BigDecimal.valueOf(point.y())));
    }
}
