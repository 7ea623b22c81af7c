// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

import org.kontor.analytics.algorithms.numerics.CrossProducts;
import org.kontor.analytics.algorithms.numerics.RowReader;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.kernel.MatrixKernels;
import org.kontor.analytics.run.RunContext;

/** The likelihood of a class, its slope and its curvature, in one pass over rows. */
final class LogisticLikelihood {

    /** Less curvature than that is none. */
    private static final double LEAST = 1e-14;
    /** Added to 1 less loses its digits. */
    private static final double SMALL = 1e-3;
    private static final double MANY = 1e250;
    private static final int ROWS = 4 * Frame.BLOCK;
    private static final int CHUNK = 2_048;

    private final Examples examples;
    private final int[] rows;
    private final int positive;
    private final int width;
    private final Terms terms;
    private final RowReader reader;
    private final RunContext context;

    /** @param kept whether the terms of all rows are kept in memory, for few rows that are far apart */
    LogisticLikelihood(final Examples examples, final int[] rows, final Terms terms, final int positive, final boolean kept, final RunContext context) {
        this.examples = examples;
        this.rows = rows;
        this.positive = positive;
        this.context = context;
        this.terms = terms;
        width = terms.width();
        final var all = terms.reader(examples, rows, null, false);
        reader = kept ? kept(all, rows.length, width) : all;
    }

    private static RowReader kept(final RowReader source, final int rows, final int width) {
        final var values = new double[rows * width];
        if (width > 0) {
            source.read(0, rows, values, width, 1);
        }
        return (from, count, into, rowStep, columnStep) -> {
            for (int i = 0; i < count; i++) {
                System.arraycopy(values, (from + i) * width, into, i * rowStep, width);
            }
        };
    }

    /**
     * What there is at one place.
     *
     * @param curvature minus the second derivatives: {@code width + 1} rows and columns, the last those of the intercept
     * @param slope     the first derivatives
     * @param value     the logarithm of the likelihood
     */
    record At(double[] curvature, double[] slope, double value) {
    }

    /**
     * @param place the coefficients of the standardised terms, and at last the intercept
     */
    At at(final double[] place) {
        final var values = new double[Math.ceilDiv(rows.length, Frame.BLOCK)];
        final int all = width + 2;
        final var kernels = context.kernels().matrices();
        final var products = CrossProducts.of((from, count, into, rowStep, columnStep) -> {
            reader.read(from, count, into, rowStep, columnStep);
            values[from / Frame.BLOCK] += weigh(place, from, count, into, rowStep, kernels);
        }, rows.length, all, context);
        final var curvature = new double[(width + 1) * (width + 1)];
        final var slope = new double[width + 1];
        for (int i = 0; i <= width; i++) {
            System.arraycopy(products, i * all, curvature, i * (width + 1), width + 1);
            slope[i] = products[i * all + width + 1];
        }
        double value = 0;
        for (final double each : values) {
            value += each;
        }
        return new At(curvature, slope, value);
    }

    /**
     * The slope alone, which costs much less.
     *
     * @param place the coefficients of the standardised terms, and at last the intercept
     * @return the first derivatives
     */
    double[] slope(final double[] place) {
        final int tasks = Math.ceilDiv(rows.length, ROWS);
        final var parts = new double[tasks][width + 1];
        final var kernels = context.kernels().matrices();
        context.parallel(tasks, task -> {
            final var values = new double[CHUNK];
            final var odds = new double[CHUNK];
            final int end = Math.min(rows.length, (task + 1) * ROWS);
            for (int from = task * ROWS; from < end; from += CHUNK) {
                context.checkCancelled();
                final int count = Math.min(CHUNK, end - from);
                Arrays.fill(odds, place[width]);
                for (int j = 0; j < width; j++) {
                    terms.read(examples, rows, from, count, j, values);
                    addMultiple(odds, place[j], values, count);
                }
                residuals(from, count, odds);
                // read again, because it is near now, and keeping it would cost as much
                for (int j = 0; j < width; j++) {
                    terms.read(examples, rows, from, count, j, values);
                    parts[task][j] += kernels.dot(values, 0, odds, 0, count);
                }
                for (int i = 0; i < count; i++) {
                    parts[task][width] += odds[i];
                }
            }
        });
        final var slope = new double[width + 1];
        for (final double[] part : parts) {
            for (int j = 0; j <= width; j++) {
                slope[j] += part[j];
            }
        }
        return slope;
    }

    private static void addMultiple(final double[] sums, final double factor, final double[] values, final int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += factor * values[i];
        }
    }

    /** From log odds what is left unexplained, times the weight. */
    private void residuals(final int from, final int count, final double[] odds) {
        final double[] truth = examples.target().values();
        final double[] weights = examples.weights();
        for (int i = 0; i < count; i++) {
            final int row = rows[from + i];
            final double small = Math.exp(-Math.abs(odds[i]));
            final double p = (odds[i] >= 0 ? 1 : small) / (1 + small);
            odds[i] = ((truth[row] == positive ? 1 : 0) - p) * (weights == null ? 1 : weights[row]);
        }
    }

    /** Multiplies terms and a column of ones by the root of the curvature, adds a column that gives the slope, and returns the likelihood. */
    private double weigh(final double[] place, final int from, final int count, final double[] into, final int step, final MatrixKernels kernels) {
        final double[] truth = examples.target().values();
        final double[] weights = examples.weights();
        double value = 0;
        double product = 1;
        for (int i = 0, at = 0; i < count; i++, at += step) {
            final int row = rows[from + i];
            final double weight = weights == null ? 1 : weights[row];
            final boolean is = truth[row] == positive;
            into[at + width] = 1;
            final double odds = kernels.dot(place, 0, into, at, width + 1);
            final double distance = Math.abs(odds);
            final double small = Math.exp(-distance);
            final double likely = 1 / (1 + small);
            final double p = odds >= 0 ? likely : small * likely;
            value -= is == odds >= 0 ? 0 : weight * distance;
            if (weights != null || small < SMALL) {
                value -= weight * Math.log1p(small);
            } else {
                // a product of numbers up to two has one logarithm for many
                product *= 1 + small;
                if (product > MANY) {
                    value -= Math.log(product);
                    product = 1;
                }
            }
            final double root = Math.sqrt(weight * Math.max(LEAST, small * likely * likely));
            for (int j = at; j <= at + width; j++) {
                into[j] *= root;
            }
            into[at + width + 1] = root == 0 ? 0 : weight * ((is ? 1 : 0) - p) / root;
        }
        return value - Math.log(product);
    }
}
