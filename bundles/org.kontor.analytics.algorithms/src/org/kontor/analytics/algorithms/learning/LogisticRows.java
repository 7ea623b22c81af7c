// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

import org.kontor.analytics.algorithms.numerics.ColumnBlocks;
import org.kontor.analytics.algorithms.numerics.Exponentials;
import org.kontor.analytics.algorithms.numerics.RowReader;
import org.kontor.analytics.kernel.VectorKernels;

/**
 * Some consecutive rows, few enough to stay near, with their terms column by column, their log odds, and what these leave unexplained. Nothing in
 * it asks which class a row has, or which is likelier, because a processor cannot guess that. Used again and again; for one thread.
 */
final class LogisticRows {

    /** Less curvature than that is none. */
    private static final double LEAST = 1e-14;
    /** Added to 1 less loses its digits. */
    private static final double SMALL = 1e-3;
    private static final double MANY = 1e250;
    private static final int VALUES = 32_768;
    private static final int LEAST_ROWS = 64;
    private static final int MOST_ROWS = 1_024;

    private final int width;
    private final int most;
    private final VectorKernels kernels;
    private final double[] terms;
    private final double[] odds;
    private final double[] unlikely;
    private final double[] left;
    private final Exponentials exponentials;
    private int count;

    LogisticRows(final int width, final VectorKernels kernels) {
        this.width = width;
        this.kernels = kernels;
        most = most(width);
        terms = new double[width * most];
        odds = new double[most];
        unlikely = new double[most];
        left = new double[most];
        exponentials = new Exponentials(most);
    }

    private static int most(final int width) {
        return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, VALUES / Math.max(1, width) / LEAST_ROWS * LEAST_ROWS));
    }

    /** {@return bytes that it takes} */
    static long memory(final int width) {
        return 8L * most(width) * (width + 4);
    }

    /** {@return how many rows there are at most} */
    int most() {
        return most;
    }

    /**
     * Reads rows and works out their log odds, and what these leave unexplained.
     *
     * @param place   the coefficients of the terms, and at last the intercept
     * @param truth   for each row of the reader 1 for the class and 0 for others
     * @param weights for each row of the reader; null where all weigh 1
     */
    void read(final RowReader reader, final int from, final int some, final double[] place, final double[] truth, final double[] weights) {
        count = some;
        if (width > 0) {
            reader.read(from, count, terms, 1, most);
        }
        Arrays.fill(odds, 0, count, place[width]);
        for (int j = 0; j < width; j++) {
            kernels.products().addMultiple(odds, 0, place[j], terms, j * most, count);
        }
        for (int i = 0; i < count; i++) {
            unlikely[i] = -Math.abs(odds[i]);
        }
        exponentials.replace(unlikely, count);
        System.arraycopy(truth, from, left, 0, count);
        for (int i = 0; i < count; i++) {
            // the probability of the class that is less likely
            final double share = unlikely[i] / (1 + unlikely[i]);
            left[i] -= .5 + Math.copySign(.5 - share, odds[i]);
        }
        for (int i = 0; weights != null && i < count; i++) {
            left[i] *= weights[from + i];
        }
    }

    /** Adds the first derivatives of the logarithm of the likelihood. */
    void addSlope(final double[] slope) {
        for (int j = 0; j < width; j++) {
            slope[j] += kernels.matrices().dot(terms, j * most, left, 0, count);
        }
        for (int i = 0; i < count; i++) {
            slope[width] += left[i];
        }
    }

    /** {@return the logarithm of the likelihood} */
    double likelihood(final int from, final double[] truth, final double[] weights) {
        double value = 0;
        double product = 1;
        for (int i = 0; i < count; i++) {
            final double weight = weights == null ? 1 : weights[from + i];
            value += weight * (odds[i] * (truth[from + i] - .5) - .5 * Math.abs(odds[i]));
            if (weights != null || unlikely[i] < SMALL) {
                value -= weight * Math.log1p(unlikely[i]);
            } else {
                // a product of numbers up to two has one logarithm for many
                product *= 1 + unlikely[i];
                if (product > MANY) {
                    value -= Math.log(product);
                    product = 1;
                }
            }
        }
        return value - Math.log(product);
    }

    /** Writes the terms and a column of ones row by row, times the root of the curvature; what was left unexplained is gone then. */
    void write(final int from, final double[] weights, final double[] into, final int at, final int rowStep) {
        for (int i = 0; i < count; i++) {
            final double sum = 1 + unlikely[i];
            left[i] = Math.max(LEAST, unlikely[i] / (sum * sum));
        }
        for (int i = 0; weights != null && i < count; i++) {
            left[i] *= weights[from + i];
        }
        for (int i = 0; i < count; i++) {
            left[i] = Math.sqrt(left[i]);
        }
        ColumnBlocks.writeMultiples(terms, most, width, count, left, into, at, rowStep);
        for (int i = 0, to = at + width; i < count; i++, to += rowStep) {
            into[to] = left[i];
        }
    }
}
