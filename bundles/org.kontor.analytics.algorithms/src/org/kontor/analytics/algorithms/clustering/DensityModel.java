// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.ProblemException;

/**
 * Points with their clusters, to which further rows are assigned. For DBSCAN the points are cores, and a row belongs to the cluster of the
 * nearest one within the reach. For HDBSCAN a row gets a core distance among the points and belongs to the cluster of the point that it reaches
 * first, where that is as dense as the cluster is (McInnes and Healy). A row that is far from all has the label -1, one with a missing value has
 * none.
 */
final class DensityModel implements Model {

    /** So many points are kept, at most. */
    static final int MOST = 50_000;
    private static final String POINTS = "points";
    private static final String CLUSTERS = "clusters";
    private static final String WIDTH = "features";
    private static final String SAMPLES = "samples";
    private static final String REACH = "reach";
    private static final int ROWS_PER_TASK = 64;

    private final String method;
    private final String release;
    private final int samples;
    private final double reach;
    private final Frame points;
    private final Frame clusters;
    private final List<String> features;
    private final double[] birth;
    private final double[] death;
    /** Laid out when it is first needed: most models are kept, not applied. */
    private KeptPoints kept;

    /**
     * @param samples  how many rows make a core, the row itself included; 0 where the reach decides
     * @param reach    the greatest distance to a point; infinite where density decides
     * @param points   the features, then {@code rows}, {@code core} and {@code cluster}, by place
     * @param clusters the density at which each cluster appears and ends, by number
     */
    private DensityModel(final String method, final String release, final int samples, final double reach, final int width, final Frame points,
            final Frame clusters) {
        this.method = method;
        this.release = release;
        this.samples = samples;
        this.reach = reach;
        this.points = points;
        this.clusters = clusters;
        features = points.columns().subList(0, width).stream().map(Column::name).toList();
        birth = numbers(clusters, 0);
        death = numbers(clusters, 1);
    }

    private synchronized KeptPoints kept(final RunContext context) {
        if (kept == null) {
            kept = KeptPoints.of(points, features.size(), context);
        }
        return kept;
    }

    private static double[] numbers(final Frame frame, final int column) {
        final var values = new double[frame.rows()];
        frame.columns().get(column).numbers(0, values.length, values, 0);
        return values;
    }

    static long memory(final long rows, final long width) {
        final long kept = Math.min(rows, MOST);
        return kept * (24 * width + 64) + PointTree.memory(kept, width);
    }

    /** {@return whether not all points were kept} */
    boolean isSampled() {
        return points.rows() == MOST;
    }

    /** {@return a model of DBSCAN from its cores} */
    static DensityModel ofCores(final Dataset data, final boolean[] cores, final int[] labels, final double eps, final RunContext context) {
        final var rows = drawn(cores, context);
        final var weights = new long[rows.length];
        Arrays.fill(weights, 1);
        final var numbers = new long[rows.length];
        Arrays.setAll(numbers, i -> labels[rows[i]] + 1L);
        return new DensityModel(Dbscan.NAME, Dbscan.RELEASE, 0, eps, data.names(Role.FEATURES).size(),
                table(data, rows, weights, new double[rows.length], numbers), Frame.of(NumberColumn.of("birth"), NumberColumn.of("end")));
    }

    /** {@return a model of HDBSCAN from its points} */
    static DensityModel of(final Dataset data, final Hdbscan.Found found, final int samples, final RunContext context) {
        final var first = new boolean[found.labels().length];
        final var seen = new boolean[found.points().count()];
        for (int row = 0; row < first.length; row++) {
            first[row] = !seen[found.points().of()[row]];
            seen[found.points().of()[row]] = true;
        }
        final var rows = drawn(first, context);
        final var weights = new long[rows.length];
        final var core = new double[rows.length];
        final var numbers = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            final int point = found.points().of()[rows[i]];
            weights[i] = found.points().sizes()[point];
            core[i] = found.core()[point];
            numbers[i] = found.labels()[rows[i]] < 0 ? Density.NOISE : found.labels()[rows[i]] + 1L;
        }
        final int clusters = Arrays.stream(found.numbers()).max().orElse(-1) + 1;
        final var birth = new double[clusters];
        final var death = new double[clusters];
        for (int cluster = 0; cluster < found.numbers().length; cluster++) {
            if (found.chosen()[cluster]) {
                birth[found.numbers()[cluster]] = found.tree().birth(cluster);
                death[found.numbers()[cluster]] = found.tree().death(cluster);
            }
        }
        return new DensityModel(Hdbscan.NAME, Hdbscan.RELEASE, samples, Double.POSITIVE_INFINITY, data.names(Role.FEATURES).size(),
                table(data, rows, weights, core, numbers), Frame.of(NumberColumn.of("birth", birth), NumberColumn.of("end", death)));
    }

    /** The chosen rows, or a fair draw where there are more than a model should keep. */
    private static int[] drawn(final boolean[] wanted, final RunContext context) {
        int count = 0;
        final var rows = new int[wanted.length];
        for (int row = 0; row < wanted.length; row++) {
            if (wanted[row]) {
                rows[count++] = row;
            }
        }
        final var places = new int[Math.min(count, MOST)];
        Samples.draw(count, places, context.randomness(0x55L << 32));
        Arrays.setAll(places, i -> rows[places[i]]);
        return places;
    }

    private static Frame table(final Dataset data, final int[] rows, final long[] weights, final double[] core, final long[] numbers) {
        final var columns = new ArrayList<Column>();
        final var names = data.names(Role.FEATURES);
        for (final var name : names) {
            final var values = new double[rows.length];
            final var column = data.frame().column(name);
            Arrays.setAll(values, i -> column.number(rows[i]));
            columns.add(NumberColumn.of(name, values));
        }
        columns.add(IntegerColumn.of(free(names, "rows"), weights));
        columns.add(NumberColumn.of(free(names, "core"), core));
        columns.add(IntegerColumn.of(free(names, "cluster"), numbers));
        return Frame.of(columns);
    }

    private static String free(final List<String> taken, final String wanted) {
        var name = wanted;
        while (taken.contains(name)) {
            name = name + '#';
        }
        return name;
    }

    static DensityModel of(final ModelState state) {
        try {
            final var points = state.tables().get(POINTS);
            final var clusters = state.tables().get(CLUSTERS);
            final int width = Integer.parseInt(state.facts().get(WIDTH));
            final int samples = Integer.parseInt(state.facts().get(SAMPLES));
            final double reach = Double.parseDouble(state.facts().get(REACH));
            if (points != null && clusters != null && width > 0 && points.columns().size() == width + 3 && clusters.columns().size() == 2) {
                final var model = new DensityModel(state.algorithm(), state.version(), samples, reach, width, points, clusters);
                if (model.isSound()) {
                    return model;
                }
            }
        } catch (NumberFormatException unreadable) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static ProblemException unreadable() {
        return Messages.problem("kmeans.model").asException();
    }

    private boolean isSound() {
        boolean sound = samples >= 0 && reach > 0;
        for (final double value : points.matrix(features)) {
            sound &= Double.isFinite(value);
        }
        final var others = points.columns().subList(features.size(), points.columns().size());
        for (int row = 0; row < points.rows(); row++) {
            sound &= (int) others.get(0).number(row) > 0 && others.get(1).number(row) >= 0 && (samples == 0 || (int) others.get(2).number(row) <= birth.length);
        }
        return sound;
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        final int rows = data.rows();
        context.requireMemory(rows * (8L * features.size() + 40));
        final var all = kept(context);
        final var values = data.frame().matrix(features);
        final var found = new long[rows];
        final var measures = new double[rows];
        final var missing = new long[Math.ceilDiv(rows, Long.SIZE)];
        context.parallel(Math.ceilDiv(rows, ROWS_PER_TASK), task -> {
            final var search = new NearestSearch(all.tree(), all.weights(), Math.max(1, 2 * samples));
            for (int i = task * ROWS_PER_TASK; i < Math.min(rows, (task + 1) * ROWS_PER_TASK); i++) {
                if (isComplete(values, i)) {
                    if (samples == 0) {
                        near(values, i, all, search, found, measures);
                    } else {
                        reached(values, i, all, search, found, measures);
                    }
                } else {
                    missing[i >> 6] |= 1L << i;
                    measures[i] = Double.NaN;
                }
            }
        });
        final var cluster = IntegerColumn.of("cluster", found, Missing.of(missing));
        return samples == 0 ? ClusterParts.assignments(data, cluster, NumberColumn.of("core-distance", measures))
                : ClusterParts.assignments(data, cluster, NumberColumn.of("probability", measures));
    }

    private boolean isComplete(final double[] values, final int row) {
        boolean complete = true;
        for (int j = 0; j < features.size(); j++) {
            complete &= Double.isFinite(values[row * features.size() + j]);
        }
        return complete;
    }

    private void near(final double[] values, final int row, final KeptPoints all, final NearestSearch search, final long[] found, final double[] measures) {
        found[row] = Density.NOISE;
        measures[row] = Double.NaN;
        if (all.weights().length > 0) {
            search.around(values, row * features.size());
            measures[row] = Math.sqrt(search.squared(0));
            if (search.squared(0) <= reach * reach) {
                found[row] = all.labels()[search.place(0)];
            }
        }
    }

    private void reached(final double[] values, final int row, final KeptPoints all, final NearestSearch search, final long[] found,
            final double[] measures) {
        search.around(values, row * features.size());
        long held = 1;
        double own = Double.POSITIVE_INFINITY;
        for (int i = 0; i < search.count() && own == Double.POSITIVE_INFINITY; i++) {
            held += all.weights()[search.place(i)];
            if (held >= samples || i == search.count() - 1) {
                own = samples == 1 ? 0 : Math.sqrt(search.squared(i));
            }
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < search.count(); i++) {
            final double distance = Math.max(own, Math.max(all.core()[search.place(i)], Math.sqrt(search.squared(i))));
            if (distance < least) {
                least = distance;
                best = search.place(i);
            }
        }
        found[row] = Density.NOISE;
        if (best >= 0 && all.labels()[best] > 0) {
            final int cluster = all.labels()[best] - 1;
            final double density = least == 0 ? death[cluster] : Math.min(death[cluster], 1 / least);
            if (density >= birth[cluster]) {
                found[row] = all.labels()[best];
                measures[row] = death[cluster] == 0 ? 1 : density / death[cluster];
            }
        }
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        return List.of();
    }

    @Override
    public ModelState state() {
        return new ModelState(method, release, Map.of(WIDTH, String.valueOf(features.size()), SAMPLES, String.valueOf(samples), REACH, String.valueOf(reach)),
                Map.of(POINTS, points, CLUSTERS, clusters));
    }
}
