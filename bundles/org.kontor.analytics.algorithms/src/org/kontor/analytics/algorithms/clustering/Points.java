// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Points row by row: coordinate j of point i is {@code values[i * width + j]}.
 *
 * @param values  all finite
 * @param weights how much each point counts, 0 or more; null where all count 1
 * @param count   how many points
 * @param width   how many coordinates
 */
record Points(double[] values, double[] weights, int count, int width) {

    private static final int FOUR = 4;
    private static final int EIGHT = 8;
    /** A task should take a few milliseconds; this many multiplications do. */
    private static final long WORK = 4_000_000;

    double weight(final int row) {
        return weights == null ? 1 : weights[row];
    }

    /** The square of the Euclidean distance to a center; all distances here are added up in this order, so that they agree to the last bit. */
    double squared(final int row, final double[] centers, final int center) {
        final int at = row * width;
        final int to = center * width;
        double sum = 0;
        int j = 0;
        for (; j + FOUR <= width; j += FOUR) {
            sum = four(values, at + j, centers, to + j, sum);
        }
        for (; j < width; j++) {
            final double difference = values[at + j] - centers[to + j];
            sum += difference * difference;
        }
        return sum;
    }

    private static double four(final double[] values, final int at, final double[] centers, final int to, final double sum) {
        final double first = values[at] - centers[to];
        final double second = values[at + 1] - centers[to + 1];
        final double third = values[at + 2] - centers[to + 2];
        final double fourth = values[at + 3] - centers[to + 3];
        return sum + first * first + second * second + third * third + fourth * fourth;
    }

    /** The same for points and a center each, several additions at a time. */
    void squared(final int[] rows, final int[] labels, final int count, final double[] centers, final double[] into) {
        if (width == EIGHT) {
            for (int q = 0; q < count; q++) {
                final int at = rows[q] * EIGHT;
                final int to = labels[rows[q]] * EIGHT;
                into[q] = four(values, at + FOUR, centers, to + FOUR, four(values, at, centers, to, 0));
            }
        } else {
            for (int q = 0; q < count; q++) {
                into[q] = squared(rows[q], centers, labels[rows[q]]);
            }
        }
    }

    /** The same for rows that follow each other and their centers; the first goes to the beginning. */
    void squared(final int from, final int to, final int[] labels, final double[] centers, final double[] into) {
        if (width == EIGHT) {
            for (int row = from, at = from * EIGHT; row < to; row++, at += EIGHT) {
                final int center = labels[row] * EIGHT;
                into[row - from] = four(values, at + FOUR, centers, center + FOUR, four(values, at, centers, center, 0));
            }
        } else {
            for (int row = from; row < to; row++) {
                into[row - from] = squared(row, centers, labels[row]);
            }
        }
    }

    boolean same(final int row, final int other) {
        for (int j = 0; j < width; j++) {
            if (values[row * width + j] != values[other * width + j]) {
                return false;
            }
        }
        return true;
    }

    /** {@return the most that a point counts, 1 where all count the same} */
    double heaviest() {
        double heaviest = weights == null ? 1 : 0;
        for (int i = 0; weights != null && i < count; i++) {
            heaviest = Math.max(heaviest, weights[i]);
        }
        return heaviest;
    }

    /** The same points, each counting once. */
    Points unweighted() {
        return weights == null ? this : new Points(values, null, count, width);
    }

    /** Some of the points. */
    Points take(final int[] rows) {
        final var taken = new double[rows.length * width];
        final var weighted = weights == null ? null : new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, taken, i * width, width);
            if (weights != null) {
                weighted[i] = weights[rows[i]];
            }
        }
        return new Points(taken, weighted, rows.length, width);
    }

    /** A number that equal points share and others hardly do. */
    int hash(final int row) {
        long hash = 0;
        for (int j = 0; j < width; j++) {
            // both zeros are the same point
            hash = (hash ^ Double.doubleToRawLongBits(values[row * width + j] + 0.0)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    /** Rows of a task that does so many multiplications for each coordinate of a row. */
    int rowsPerTask(final long each) {
        return (int) Math.max(1, Math.min(4L * Frame.BLOCK, WORK / Math.max(1, each * width)));
    }

    int blocks() {
        return Math.ceilDiv(count, Frame.BLOCK);
    }

    /** Adds up something over all rows, block by block in their order, whoever works on which. */
    double sum(final RunContext context, final BlockSum of) {
        final var sums = new double[blocks()];
        context.parallel(sums.length, block -> {
            final int from = block * Frame.BLOCK;
            sums[block] = of.sum(from, Math.min(count, from + Frame.BLOCK));
        });
        return total(sums);
    }

    static double total(final double[] sums) {
        double total = 0;
        for (final double sum : sums) {
            total += sum;
        }
        return total;
    }

    /** Something that is added up over some rows. */
    @FunctionalInterface
    interface BlockSum {

        double sum(int from, int to);
    }
}
