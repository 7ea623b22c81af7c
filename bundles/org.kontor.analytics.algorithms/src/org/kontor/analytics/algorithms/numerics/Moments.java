// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * The mean of numbers and the squares of their distances from it. Each number is read once, O(n): blocks have means of their own, from which squares are
 * taken to the mean of all (T. Chan, G. Golub, R. LeVeque, Algorithms for computing the sample variance, The American Statistician 37, 1983).
 *
 * @param rows    how many numbers
 * @param mean    their mean; not finite where one of them is not a finite number, or their sum is too large
 * @param squares the sum of the squares of their distances from the mean
 * @since 0.1
 */
public record Moments(int rows, double mean, double squares) {

    /** Sums of squares of more, or of less, may have lost digits. */
    private static final double USUAL = 1e200;
    /** So small a part of the square of the mean is nothing but rounding. */
    private static final double ROUNDING = 1e-30;

    /** Some of the numbers. */
    private interface Source {

        void read(int from, int count, double[] into);
    }

    /**
     * Looks at consecutive numbers.
     *
     * @param values  where they are
     * @param first   the first of them
     * @param rows    how many, at least one
     * @param context who runs it
     * @return their moments, the same bits on any number of threads
     */
    public static Moments of(final double[] values, final int first, final int rows, final RunContext context) {
        return of((from, count, into) -> System.arraycopy(values, first + from, into, 0, count), rows, context);
    }

    /**
     * Looks at all values of a column.
     *
     * @param column  of numbers, at least one
     * @param context who runs it
     * @return their moments, the same bits on any number of threads
     */
    public static Moments of(final Column column, final RunContext context) {
        return of((from, count, into) -> column.numbers(from, count, into, 0), column.rows(), context);
    }

    private static Moments of(final Source source, final int rows, final RunContext context) {
        final int blocks = Math.ceilDiv(rows, Frame.BLOCK);
        final var means = new double[blocks];
        final var values = new double[Math.min(rows, Frame.BLOCK)];
        final var ones = new double[values.length];
        Arrays.fill(ones, 1);
        final var kernels = context.kernels().matrices();
        // distances from one of them, so that a large mean takes no digits from small differences
        source.read(0, 1, values);
        final double shift = values[0];
        double sum = 0;
        double squares = 0;
        for (int block = 0; block < blocks; block++) {
            context.checkCancelled();
            final int count = count(block, rows);
            source.read(block * Frame.BLOCK, count, values);
            center(values, count, shift);
            final double part = kernels.dot(values, 0, ones, 0, count);
            sum += part;
            means[block] = part / count;
            center(values, count, means[block]);
            squares += kernels.dot(values, 0, values, 0, count);
        }
        final double mean = sum / rows;
        for (int block = 0; block < blocks; block++) {
            squares += count(block, rows) * ((means[block] - mean) * (means[block] - mean));
        }
        return new Moments(rows, shift + mean, squares);
    }

    private static int count(final int block, final int rows) {
        return Math.min(Frame.BLOCK, rows - block * Frame.BLOCK);
    }

    private static void center(final double[] values, final int count, final double center) {
        for (int i = 0; i < count; i++) {
            values[i] -= center;
        }
    }

    /**
     * Whether the squares tell how far the numbers are apart: all are finite and of usual size, and their differences are more than rounding left.
     *
     * @return false where all are the same
     */
    public boolean isClear() {
        final double all = rows * mean * mean;
        // also false for what is not a number
        return squares + all < USUAL && squares > rows / USUAL && squares > all * ROUNDING;
    }
}
