// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * The distances between all clusters, which become fewer. Rows of clusters that are gone stay until half of them are; then what is left is
 * moved together, so that it takes a quarter of the memory and is read faster.
 */
final class DistanceMatrix {

    /** More points than that make a matrix that nobody has memory for. */
    static final int MOST = 20_000;
    /** So many places of a row are compared side by side. */
    private static final int LANES = 128;
    private static final int SMALL = 64;

    /** The point whose number each place has in the log of merges. */
    int[] point;
    /** How many rows each cluster holds. */
    int[] sizes;
    /** The places of the clusters there are, increasing. */
    int[] places;
    int active;
    private double[][] rows;
    /** Nothing for clusters that are there, infinite for those that are gone. */
    private double[] gone;
    private final double[] least = new double[LANES];

    DistanceMatrix(final DistinctPoints all, final RunContext context) {
        final int count = all.count();
        rows = new double[count][];
        final var points = all.points();
        final var coordinates = new Distances(points.width(), count);
        final var every = new int[count];
        Arrays.setAll(every, i -> i);
        coordinates.gather(points, every, count);
        final int each = points.rowsPerTask(2L * count);
        context.parallel(Math.ceilDiv(count, each), task -> {
            final var row = new double[points.width()];
            for (int i = task * each; i < Math.min(count, (task + 1) * each); i++) {
                System.arraycopy(points.values(), i * row.length, row, 0, row.length);
                final var distances = new double[count];
                coordinates.squared(context.kernels().distances(), row, 0, count, distances);
                roots(distances);
                distances[i] = Double.POSITIVE_INFINITY;
                rows[i] = distances;
            }
        });
        point = every.clone();
        places = every;
        sizes = all.sizes().clone();
        active = count;
        gone = new double[count];
    }

    private static void roots(final double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sqrt(values[i]);
        }
    }

    static long memory(final long points) {
        return 10 * points * points + 64 * points;
    }

    double at(final int row, final int column) {
        return rows[row][column];
    }

    double[] row(final int place) {
        return rows[place];
    }

    /** {@return the place of the least value of a row from a place on, the first of several; -1 where there is none} */
    int nearest(final int place, final int from) {
        final double[] row = rows[place];
        final int start = Math.min(row.length, Math.ceilDiv(from, LANES) * LANES);
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int end = start;
        for (; end + LANES <= row.length; end += LANES) {
            compare(row, gone, end, least);
        }
        double best = Math.min(least(row, from, start), least(row, end, row.length));
        for (int i = 0; i < LANES; i++) {
            best = Math.min(best, least[i]);
        }
        if (best == Double.POSITIVE_INFINITY) {
            return -1;
        }
        final int head = find(row, best, from, start, 1);
        int found = Integer.MAX_VALUE;
        for (int lane = 0; head < 0 && lane < LANES; lane++) {
            if (least[lane] == best) {
                found = Math.min(found, find(row, best, start + lane, Math.min(end, found), LANES) & Integer.MAX_VALUE);
            }
        }
        return head >= 0 ? head : found < Integer.MAX_VALUE ? found : find(row, best, end, row.length, 1);
    }

    private double least(final double[] row, final int from, final int to) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            best = Math.min(best, row[i] + gone[i]);
        }
        return best;
    }

    /** {@return the first place of a value, -1 where it is not there} */
    private int find(final double[] row, final double value, final int from, final int to, final int stride) {
        for (int i = from; i < to; i += stride) {
            if (row[i] + gone[i] == value) {
                return i;
            }
        }
        return -1;
    }

    private static void compare(final double[] row, final double[] gone, final int at, final double[] least) {
        for (int i = 0; i < LANES; i++) {
            least[i] = Math.min(least[i], row[at + i] + gone[at + i]);
        }
    }

    /** Puts a cluster, whose row was written, in the place of two; the other place is gone. */
    void merge(final int kept, final int dropped) {
        final double[] row = rows[kept];
        final int index = Arrays.binarySearch(places, 0, active, dropped);
        System.arraycopy(places, index + 1, places, index, active - index - 1);
        active--;
        gone[dropped] = Double.POSITIVE_INFINITY;
        rows[dropped] = null;
        row[kept] = Double.POSITIVE_INFINITY;
        for (int i = 0; i < active; i++) {
            final int other = places[i];
            rows[other][kept] = row[other];
        }
        sizes[kept] += sizes[dropped];
    }

    boolean isSparse() {
        return active > SMALL && active <= rows.length / 2;
    }

    /**
     * Moves together what is left.
     *
     * @return the new place of each place that is there
     */
    int[] compact() {
        final var moved = new int[rows.length];
        final var closer = new double[active][];
        final var pointAfter = new int[active];
        final var sizesAfter = new int[active];
        for (int i = 0; i < active; i++) {
            final int before = places[i];
            moved[before] = i;
            final double[] row = rows[before];
            final var shorter = new double[active];
            for (int j = 0; j < active; j++) {
                shorter[j] = row[places[j]];
            }
            closer[i] = shorter;
            rows[before] = null;
            pointAfter[i] = point[before];
            sizesAfter[i] = sizes[before];
        }
        rows = closer;
        point = pointAfter;
        sizes = sizesAfter;
        gone = new double[active];
        for (int i = 0; i < active; i++) {
            places[i] = i;
        }
        return moved;
    }
}
