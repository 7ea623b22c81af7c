// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.List;
import java.util.function.IntConsumer;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * The smallest and largest value and the mean of each of several columns of numbers, missing values aside.
 *
 * @since 0.1
 */
public final class ColumnRanges {

    /** So many blocks are a task. */
    private static final int TOGETHER = 16;

    private final double[] least;
    private final double[] most;
    private final double[] means;

    private ColumnRanges(final int width) {
        least = new double[width];
        most = new double[width];
        means = new double[width];
    }

    /**
     * Looks at columns with all threads.
     *
     * @param columns of numbers
     * @param context who runs it
     * @return their ranges, the same to the last bit as the others
     */
    public static ColumnRanges of(final List<Column> columns, final RunContext context) {
        return of(columns, context::parallel);
    }

    /**
     * Looks at columns.
     *
     * @param columns of numbers
     * @param pause   called again and again, so that the work can be stopped
     * @return their ranges
     */
    public static ColumnRanges of(final List<Column> columns, final Runnable pause) {
        return of(columns, (tasks, task) -> {
            for (int i = 0; i < tasks; i++) {
                pause.run();
                task.accept(i);
            }
        });
    }

    private static ColumnRanges of(final List<Column> columns, final Tasks tasks) {
        final var found = new ColumnRanges(columns.size());
        if (columns.isEmpty()) {
            return found;
        }
        final int blocks = Math.ceilDiv(columns.getFirst().rows(), Frame.BLOCK);
        final int width = columns.size();
        final var parts = new double[3 * blocks * width];
        // a column after the other, because memory gives long pieces faster
        final int pieces = Math.ceilDiv(blocks, TOGETHER);
        tasks.run(pieces * width, task -> {
            final int j = task / pieces;
            final var values = new double[Frame.BLOCK];
            final int from = task % pieces * TOGETHER;
            for (int block = from; block < Math.min(blocks, from + TOGETHER); block++) {
                block(columns.get(j), block, values, parts, 3 * (block * width + j));
            }
        });
        for (int j = 0; j < width; j++) {
            found.least[j] = Double.POSITIVE_INFINITY;
            found.most[j] = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int block = 0; block < blocks; block++) {
                final int at = 3 * (block * width + j);
                found.least[j] = Math.min(found.least[j], parts[at]);
                found.most[j] = Math.max(found.most[j], parts[at + 1]);
                sum += parts[at + 2];
            }
            final double mean = sum / (columns.get(j).rows() - columns.get(j).missing());
            // all the same has the same as its mean, to the last bit
            found.means[j] = Math.max(found.least[j], Math.min(found.most[j], mean));
        }
        return found;
    }

    private static void block(final Column column, final int block, final double[] values, final double[] into, final int at) {
        final int from = block * Frame.BLOCK;
        final int count = Math.min(Frame.BLOCK, column.rows() - from);
        column.numbers(from, count, values, 0);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double even = 0;
        double odd = 0;
        // two sums that do not wait for each other; comparisons are false for missing values
        int i = 0;
        for (; i + 1 < count; i += 2) {
            final double one = values[i];
            final double two = values[i + 1];
            low = one < low ? one : low;
            high = one > high ? one : high;
            low = two < low ? two : low;
            high = two > high ? two : high;
            even += one == one ? one : 0;
            odd += two == two ? two : 0;
        }
        if (i < count) {
            final double value = values[i];
            low = value < low ? value : low;
            high = value > high ? value : high;
            even += value == value ? value : 0;
        }
        into[at] = low;
        into[at + 1] = high;
        into[at + 2] = even + odd;
    }

    /**
     * The smallest value.
     *
     * @param column the number of the column
     * @return infinite where all are missing
     */
    public double least(final int column) {
        return least[column];
    }

    /**
     * The largest value.
     *
     * @param column the number of the column
     * @return infinite where all are missing
     */
    public double most(final int column) {
        return most[column];
    }

    /**
     * The largest value without its sign.
     *
     * @param column the number of the column
     * @return 0 or more
     */
    public double largest(final int column) {
        return Math.max(Math.abs(least[column]), Math.abs(most[column]));
    }

    /**
     * The mean.
     *
     * @param column the number of the column
     * @return between the smallest and the largest value
     */
    public double mean(final int column) {
        return means[column];
    }

    /** Several tasks. */
    @FunctionalInterface
    private interface Tasks {

        void run(int tasks, IntConsumer task);
    }
}
