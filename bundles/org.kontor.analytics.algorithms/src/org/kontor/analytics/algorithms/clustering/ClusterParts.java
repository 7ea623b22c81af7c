// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** The parts of a result that all methods of clustering have. */
final class ClusterParts {

    private static final String CLUSTER = "cluster";
    private static final long STREAM = 0x50L << 32;

    private final Dataset data;
    private final Points points;
    private final RunContext context;
    private final List<String> features;

    ClusterParts(final Dataset data, final Points points, final RunContext context) {
        this.data = data;
        this.points = points;
        this.context = context;
        features = data.names(Role.FEATURES);
    }

    /**
     * The cluster of each row.
     *
     * @param columns the column "cluster" first, then others whose heads are found by their names
     */
    static TablePart assignments(final Dataset data, final Column... columns) {
        final var table = table().ids(data.find(Role.ID), data.rows());
        for (final var column : columns) {
            table.add(column, switch (column.name()) {
                case CLUSTER -> Meaning.LABEL;
                case "probability" -> Meaning.PROBABILITY;
                default -> Meaning.PLAIN;
            });
        }
        return table.build("assignments");
    }

    /** A table whose columns have the texts that clusterers share. */
    static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, "clusters");
    }

    /** Each cluster with the number of its rows and the means of its features. */
    TablePart means(final String name, final Message title, final double[] means, final IntUnaryOperator rows) {
        final int width = features.size();
        final var numbers = new long[means.length / width];
        final var counts = new long[numbers.length];
        Arrays.setAll(numbers, c -> c + 1);
        Arrays.setAll(counts, rows::applyAsInt);
        final var table = table().add(IntegerColumn.of(CLUSTER, numbers), Meaning.LABEL).add(IntegerColumn.of(free("rows"), counts),
                Messages.of("clusters.column.rows"), Messages.of("clusters.column.rows.help"), Meaning.COUNT);
        for (int j = 0; j < width; j++) {
            final var feature = features.get(j).equals(CLUSTER) ? "cluster (2)" : features.get(j);
            table.add(NumberColumn.of(feature, coordinate(means, j)), Message.column(features.get(j)),
                    Messages.of("clusters.column.mean.help", Message.column(features.get(j))),
                    Meaning.PLAIN);
        }
        return table.build(name, title);
    }

    private double[] coordinate(final double[] means, final int feature) {
        final var values = new double[means.length / features.size()];
        Arrays.setAll(values, c -> means[c * features.size() + feature]);
        return values;
    }

    /** A name that no feature has. */
    private String free(final String wanted) {
        var name = wanted;
        while (features.contains(name)) {
            name = name + '#';
        }
        return name;
    }

    /** The rows, or some of very many, with the number of their cluster, and the means of the clusters. */
    PointsPart scatter(final IntUnaryOperator cluster, final double[] means) {
        final var rows = new int[Math.min(points.count(), PointsPart.MOST)];
        if (rows.length < points.count()) {
            Samples.draw(points.count(), rows, context.randomness(STREAM));
        } else {
            Arrays.setAll(rows, i -> i);
        }
        final var columns = new ArrayList<Column>();
        features.forEach(name -> columns.add(data.frame().column(name).take(rows)));
        final var label = free(CLUSTER);
        final var labels = new long[rows.length];
        Arrays.setAll(labels, i -> cluster.applyAsInt(rows[i]));
        columns.add(IntegerColumn.of(label, labels));
        final var id = data.find(Role.ID).map(column -> column.take(rows).named(free("id")));
        id.ifPresent(columns::add);
        final var middle = new ArrayList<Column>();
        for (int j = 0; j < features.size(); j++) {
            middle.add(NumberColumn.of(features.get(j), coordinate(means, j)));
        }
        final var numbers = new long[means.length / features.size()];
        Arrays.setAll(numbers, c -> c + 1);
        middle.add(IntegerColumn.of(label, numbers));
        return new PointsPart("points", Messages.of("clusters.points"), features, id.map(Column::name), Optional.of(label), Frame.of(columns), points.count(),
                Optional.of(Frame.of(middle)));
    }
}
