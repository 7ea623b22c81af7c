// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.kernel.ProductKernels;

/**
 * Sums of the points of each cluster as whole numbers of 62 bits in units that suit each coordinate. Whole numbers add up to the same in any
 * order, so the centers do not depend on threads, and a point that changes its cluster is taken from one sum and added to the other without
 * an error that stays. A coordinate smaller than a 512th of the largest is rounded to 2^-62 of the largest.
 */
final class ExactSums {

    private static final int BITS = 61;
    private static final int HALF = ProductKernels.HALF;
    private static final long LOW = (1L << HALF) - 1;
    private static final int SMALLEST = -900;

    private final Units units;
    private final int clusters;
    private final int width;
    private final long[] high;
    private final long[] low;
    private final int[] counts;

    /** How coordinates become whole numbers: multiplied by these; the last is for weights. */
    record Units(double[] factors) {

        /**
         * @param spread of the points, whatever they weigh
         */
        static Units of(final Points points, final Spread spread) {
            final int width = points.width();
            final double heaviest = points.heaviest();
            final var factors = new double[width + 1];
            for (int j = 0; j < width; j++) {
                factors[j] = factor(heaviest * spread.largest()[j]);
            }
            factors[width] = factor(heaviest);
            return new Units(factors);
        }

        private static double factor(final double largest) {
            return Math.scalb(1.0, BITS - Math.max(SMALLEST, Math.getExponent(largest) + 1));
        }
    }

    ExactSums(final Units units, final int clusters) {
        this.units = units;
        this.clusters = clusters;
        width = units.factors().length - 1;
        high = new long[clusters * (width + 1)];
        low = new long[clusters * (width + 1)];
        counts = new int[clusters];
    }

    /** Adds some rows to their clusters. */
    void add(final ProductKernels kernels, final Points points, final int from, final int to, final int[] labels) {
        for (int row = from; row < to; row++) {
            counts[labels[row]]++;
        }
        if (points.weights() == null) {
            kernels.addWhole(points.values(), width, from, to, units.factors(), labels, width + 1, high, low);
        } else {
            for (int row = from; row < to; row++) {
                change(points, row, labels[row] * (width + 1), 1);
            }
        }
    }

    void add(final Points points, final int row, final int cluster) {
        counts[cluster]++;
        final double[] values = points.values();
        final double[] factors = units.factors();
        final int at = row * width;
        final int to = cluster * (width + 1);
        if (points.weights() == null) {
            for (int j = 0; j < width; j++) {
                final long whole = (long) (values[at + j] * factors[j]);
                high[to + j] += whole >> HALF;
                low[to + j] += whole & LOW;
            }
        } else {
            change(points, row, to, 1);
        }
    }

    void remove(final Points points, final int row, final int cluster) {
        counts[cluster]--;
        final double[] values = points.values();
        final double[] factors = units.factors();
        final int at = row * width;
        final int to = cluster * (width + 1);
        if (points.weights() == null) {
            for (int j = 0; j < width; j++) {
                final long whole = (long) (values[at + j] * factors[j]);
                high[to + j] -= whole >> HALF;
                low[to + j] -= whole & LOW;
            }
        } else {
            change(points, row, to, -1);
        }
    }

    /** Takes a point from one cluster and adds it to another. */
    void move(final ProductKernels kernels, final Points points, final int row, final int from, final int to) {
        if (points.weights() != null) {
            remove(points, row, from);
            add(points, row, to);
            return;
        }
        counts[from]--;
        counts[to]++;
        kernels.moveWhole(points.values(), width, row, units.factors(), from * (width + 1), to * (width + 1), high, low);
    }

    private void change(final Points points, final int row, final int to, final int sign) {
        final double weight = points.weights()[row];
        final double[] factors = units.factors();
        for (int j = 0; j <= width; j++) {
            final double value = j == width ? weight : weight * points.values()[row * width + j];
            final long whole = (long) (value * factors[j]);
            high[to + j] += sign * (whole >> HALF);
            low[to + j] += sign * (whole & LOW);
        }
    }

    /** Takes over what another has, which then has nothing. */
    void drain(final ExactSums other) {
        for (int i = 0; i < high.length; i++) {
            high[i] += other.high[i];
            low[i] += other.low[i];
            other.high[i] = 0;
            other.low[i] = 0;
        }
        for (int c = 0; c < clusters; c++) {
            counts[c] += other.counts[c];
            other.counts[c] = 0;
        }
    }

    int count(final int cluster) {
        return counts[cluster];
    }

    boolean weighted(final int cluster, final boolean weights) {
        return weights ? value(cluster * (width + 1) + width) > 0 : counts[cluster] > 0;
    }

    /** Writes the mean of a cluster that has points which count. */
    void mean(final int cluster, final boolean weights, final double[] into, final int offset) {
        final int from = cluster * (width + 1);
        final double[] factors = units.factors();
        final double weight = weights ? value(from + width) / factors[width] : counts[cluster];
        for (int j = 0; j < width; j++) {
            into[offset + j] = value(from + j) / weight / factors[j];
        }
    }

    private double value(final int index) {
        final long upper = high[index] + (low[index] >> HALF);
        return upper * 0x1p31 + (low[index] & LOW);
    }
}
