// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.kernel.DistanceKernels;

/** Rows that were drawn, by clusters and rounded, and the distances between them, added up by clusters. A ten-millionth of a distance does not matter here. */
final class RoundedSample {

    /** The largest number is so many times as large as the distances within a cluster, at most, so that rounding takes little from these. */
    private static final double FAR = 256;
    /** So many rounded distances are added up before their sum is no longer rounded so. */
    private static final int ADDED = 32;

    private final int width;
    /** Row by row. */
    private final float[] values;
    /** Where the rows of each cluster begin, and where the last ones end. */
    private final int[] starts;
    private final DistanceKernels kernels;

    private RoundedSample(final int width, final float[] values, final int[] starts, final DistanceKernels kernels) {
        this.width = width;
        this.values = values;
        this.starts = starts;
        this.kernels = kernels;
    }

    /**
     * Rounds rows.
     *
     * @param rows   sorted by their clusters afterwards
     * @param within the distance of rows from the mean of their cluster, on average, in the closest of them
     * @return the rows; null where they have to be measured exactly
     */
    static RoundedSample of(final Points points, final int[] rows, final int[] labels, final int clusters, final double within, final DistanceKernels kernels) {
        final int width = points.width();
        final double[] all = points.values();
        final int origin = rows[0] * width;
        double farthest = 0;
        for (final int row : rows) {
            for (int j = 0; j < width; j++) {
                farthest = Math.max(farthest, Math.abs(all[row * width + j] - all[origin + j]));
            }
        }
        if (!(farthest < FAR * within)) {
            return null;
        }
        final int[] starts = sort(rows, labels, clusters);
        final var values = new float[rows.length * width];
        for (int i = 0; i < values.length; i++) {
            final int j = i % width;
            values[i] = (float) ((all[rows[i / width] * width + j] - all[origin + j]) / farthest);
        }
        return new RoundedSample(width, values, starts, kernels);
    }

    private static int[] sort(final int[] rows, final int[] labels, final int clusters) {
        final var starts = new int[clusters + 1];
        for (final int row : rows) {
            starts[labels[row] + 1]++;
        }
        for (int c = 0; c < clusters; c++) {
            starts[c + 1] += starts[c];
        }
        final var next = starts.clone();
        for (final int row : rows.clone()) {
            rows[next[labels[row]]++] = row;
        }
        return starts;
    }

    /** {@return the distances from some rows to all of each cluster, added up, in a unit of their own; null for a cluster without rows} */
    double[][] sums(final int from, final int count) {
        final var tile = new float[count * width];
        for (int t = 0; t < count; t++) {
            for (int j = 0; j < width; j++) {
                tile[j * count + t] = values[(from + t) * width + j];
            }
        }
        final var sums = new double[starts.length - 1][];
        final var part = new float[count];
        for (int c = 0; c < sums.length; c++) {
            if (starts[c] < starts[c + 1]) {
                sums[c] = new double[count];
            }
            for (int first = starts[c]; first < starts[c + 1]; first += ADDED) {
                kernels.totals(tile, 0, count, count, width, values, first * width, Math.min(ADDED, starts[c + 1] - first), part);
                for (int t = 0; t < count; t++) {
                    sums[c][t] += part[t];
                }
            }
        }
        return sums;
    }
}
