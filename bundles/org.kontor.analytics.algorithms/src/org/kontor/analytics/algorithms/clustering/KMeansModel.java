// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

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
import org.kontor.core.problem.ProblemException;

/** Centers, to which further rows are assigned. A row with a missing value gets no cluster. */
final class KMeansModel implements Model {

    private static final String CENTERS = "centers";

    private final List<String> features;
    private final double[] centers;

    KMeansModel(final List<String> features, final double[] centers) {
        this.features = List.copyOf(features);
        this.centers = centers;
    }

    static KMeansModel of(final ModelState state) {
        final var table = state.tables().get(CENTERS);
        if (table == null || table.columns().isEmpty() || table.rows() == 0) {
            throw unreadable();
        }
        final var names = table.columns().stream().map(Column::name).toList();
        final var centers = table.matrix(names);
        for (final double value : centers) {
            if (!Double.isFinite(value)) {
                throw unreadable();
            }
        }
        return new KMeansModel(names, centers);
    }

    private static ProblemException unreadable() {
        return Messages.problem("kmeans.model").asException();
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        final int rows = data.rows();
        context.requireMemory(rows * (8L * features.size() + 24));
        final var points = points(data);
        final var clusters = new long[rows];
        final var distances = new double[rows];
        final var missing = new long[Math.ceilDiv(rows, Long.SIZE)];
        final int each = Math.ceilDiv(points.rowsPerTask(centers.length / features.size()), Long.SIZE) * Long.SIZE;
        context.parallel(Math.ceilDiv(rows, each), task -> {
            for (int i = task * each; i < Math.min(rows, (task + 1) * each); i++) {
                final int nearest = nearest(points, i, -1);
                clusters[i] = nearest + 1;
                distances[i] = nearest < 0 ? Double.NaN : Math.sqrt(points.squared(i, centers, nearest));
                if (nearest < 0) {
                    missing[i >> 6] |= 1L << i;
                }
            }
        });
        return ClusterParts.assignments(data, IntegerColumn.of("cluster", clusters, Missing.of(missing)), NumberColumn.of("distance", distances));
    }

    private Points points(final Dataset data) {
        return new Points(data.frame().matrix(features), null, data.rows(), features.size());
    }

    /** {@return the nearest center but one; -1 where a value is missing} */
    private int nearest(final Points points, final int row, final int but) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centers.length / features.size(); c++) {
            final double squared = points.squared(row, centers, c);
            if (c != but && squared < least) {
                least = squared;
                best = c;
            }
        }
        return best;
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        final var points = points(data.on(data.frame().take(new int[] {row})));
        final int own = nearest(points, 0, -1);
        final int next = nearest(points, 0, own);
        if (own < 0 || next < 0) {
            return List.of();
        }
        final int width = features.size();
        final var found = new ArrayList<Contribution>();
        for (int j = 0; j < width; j++) {
            final double value = points.values()[j];
            final double here = centers[own * width + j];
            final double there = centers[next * width + j];
            final double amount = (value - there) * (value - there) - (value - here) * (value - here);
            final var reason = Messages.of(amount >= 0 ? "clusters.reason.for" : "clusters.reason.against", Message.column(features.get(j)), value,
                    here, own + 1, there, next + 1);
            found.add(new Contribution(features.get(j), amount, reason));
        }
        found.sort(Comparator.comparingDouble((Contribution each) -> -Math.abs(each.amount())));
        return found;
    }

    @Override
    public ModelState state() {
        final int width = features.size();
        final var columns = new ArrayList<Column>();
        for (int j = 0; j < width; j++) {
            final var values = new double[centers.length / width];
            for (int c = 0; c < values.length; c++) {
                values[c] = centers[c * width + j];
            }
            columns.add(NumberColumn.of(features.get(j), values));
        }
        return new ModelState(KMeans.NAME, KMeans.RELEASE, Map.of("k", String.valueOf(centers.length / width)), Map.of(CENTERS, Frame.of(columns)));
    }
}
