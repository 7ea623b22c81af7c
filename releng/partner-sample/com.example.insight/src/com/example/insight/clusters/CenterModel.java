// SPDX-License-Identifier: EPL-2.0

package com.example.insight.clusters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/**
 * Centers, to which further rows are assigned; a row with a missing value gets no cluster. Its state is that of the built-in provider, so
 * that either restores what the other one learned.
 */
final class CenterModel implements Model {

    private static final String CENTERS = "centers";

    private final List<String> features;
    private final double[] centers;

    CenterModel(final List<String> features, final double[] centers) {
        this.features = List.copyOf(features);
        this.centers = centers;
    }

    static CenterModel of(final ModelState state) {
        final var table = state.tables().get(CENTERS);
        if (table == null || table.rows() == 0 || table.columns().isEmpty()) {
            throw Messages.problem("kmeans.model").asException();
        }
        final var names = table.columns().stream().map(Column::name).toList();
        return new CenterModel(names, table.matrix(names));
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        final int rows = data.rows();
        context.requireMemory(rows * (8L * features.size() + 24));
        final var points = points(data);
        final var clusters = new long[rows];
        final var distances = new double[rows];
        final var missing = new long[Math.ceilDiv(rows, Long.SIZE)];
        context.parallel(points.blocks(), block -> {
            for (int i = block * Frame.BLOCK; i < Math.min(rows, (block + 1) * Frame.BLOCK); i++) {
                final int nearest = points.nearest(i, centers, -1);
                clusters[i] = nearest + 1;
                distances[i] = nearest < 0 ? Double.NaN : Math.sqrt(points.squared(i, centers, nearest));
                missing[i >> 6] |= nearest < 0 ? 1L << i : 0;
            }
        });
        return ClusterReport.assignments(data, IntegerColumn.of("cluster", clusters, Missing.of(missing)), NumberColumn.of("distance", distances));
    }

    private Points points(final Dataset data) {
        return new Points(data.frame().matrix(features), data.rows(), features.size());
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        final var points = points(data.on(data.frame().take(new int[] {row})));
        final int own = points.nearest(0, centers, -1);
        final int next = points.nearest(0, centers, own);
        final var found = new ArrayList<Contribution>();
        for (int j = 0; j < features.size() && own >= 0 && next >= 0; j++) {
            final double value = points.values()[j];
            final double here = value - centers[own * features.size() + j];
            final double there = value - centers[next * features.size() + j];
            final double amount = there * there - here * here;
            final var column = Message.column(features.get(j));
            found.add(new Contribution(features.get(j), amount, Messages.of(amount < 0 ? "kmeans.against" : "kmeans.for", column, value, own + 1, next + 1)));
        }
        found.sort(Comparator.comparingDouble(each -> -Math.abs(each.amount())));
        return found;
    }

    @Override
    public ModelState state() {
        final int width = features.size();
        final int count = centers.length / width;
        final var columns = new ArrayList<Column>();
        for (int j = 0; j < width; j++) {
            columns.add(NumberColumn.of(features.get(j), ClusterReport.coordinates(centers, width, j)));
        }
        return new ModelState(TreeKMeans.NAME, TreeKMeans.RELEASE, Map.of("k", String.valueOf(count)), Map.of(CENTERS, Frame.of(columns)));
    }
}
