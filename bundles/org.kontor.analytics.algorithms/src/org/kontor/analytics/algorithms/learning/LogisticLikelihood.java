// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.kontor.analytics.algorithms.numerics.CrossProducts;
import org.kontor.analytics.algorithms.numerics.RowReader;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** The likelihood of a class, its slope and its curvature, in one pass over rows. */
final class LogisticLikelihood {

    private static final int TASK = 4 * Frame.BLOCK;
    /** So many threads are counted with. */
    private static final int THREADS = 8;

    private final int rows;
    private final int width;
    private final double[] truth;
    private final double[] weights;
    private final RowReader reader;
    private final RunContext context;
    private final Queue<LogisticRows> free = new ConcurrentLinkedQueue<>();

    /** @param kept whether the terms of all rows are kept in memory, for few rows that are far apart */
    LogisticLikelihood(final Examples examples, final int[] rows, final Terms terms, final int positive, final boolean kept, final RunContext context) {
        this.rows = rows.length;
        this.context = context;
        width = terms.width();
        truth = truth(examples.target(), rows, positive);
        weights = examples.weights() == null ? null : Arrays.stream(rows).mapToDouble(examples::weight).toArray();
        final var all = terms.reader(examples, rows, null, false);
        reader = kept ? kept(all, rows.length, width) : all;
    }

    private static double[] truth(final Target target, final int[] rows, final int positive) {
        final double[] codes = target.values();
        final var truth = new double[rows.length];
        if (target.isBinary() && positive == 1) {
            Arrays.setAll(truth, i -> codes[rows[i]]);
        } else {
            Arrays.setAll(truth, i -> codes[rows[i]] == positive ? 1 : 0);
        }
        return truth;
    }

    /** {@return the weight of all rows that have the class (1) or another one (0)} */
    double weight(final int is) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += (is == 1 ? truth[i] : 1 - truth[i]) * (weights == null ? 1 : weights[i]);
        }
        return sum;
    }

    /** {@return bytes that it takes, without those that are kept} */
    static long memory(final int rows, final int width) {
        return 16L * rows + 8L * (width + 2) * Math.ceilDiv(rows, Frame.BLOCK) + THREADS * LogisticRows.memory(width);
    }

    private static RowReader kept(final RowReader source, final int rows, final int width) {
        final var values = new double[rows * width];
        if (width > 0) {
            source.read(0, rows, values, 1, rows);
        }
        return (from, count, into, rowStep, columnStep) -> {
            for (int j = 0; j < width; j++) {
                System.arraycopy(values, j * rows + from, into, j * columnStep, count);
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
        final int blocks = Math.ceilDiv(rows, Frame.BLOCK);
        final var values = new double[blocks];
        final var slopes = new double[blocks][width + 1];
        final var curvature = CrossProducts.of((from, count, into, rowStep, columnStep) -> {
            final var some = take();
            final int block = from / Frame.BLOCK;
            for (int first = from; first < from + count; first += some.most()) {
                some.read(reader, first, Math.min(some.most(), from + count - first), place, truth, weights);
                some.addSlope(slopes[block]);
                values[block] += some.likelihood(first, truth, weights);
                some.write(first, weights, into, (first - from) * rowStep, rowStep);
            }
            free.add(some);
        }, rows, width + 1, context);
        double value = 0;
        for (final double each : values) {
            value += each;
        }
        return new At(curvature, sum(slopes), value);
    }

    /**
     * The slope alone, which costs much less.
     *
     * @param place the coefficients of the standardised terms, and at last the intercept
     * @return the first derivatives
     */
    double[] slope(final double[] place) {
        final int tasks = Math.ceilDiv(rows, TASK);
        final var slopes = new double[tasks][width + 1];
        context.parallel(tasks, task -> {
            final var some = take();
            final int end = Math.min(rows, (task + 1) * TASK);
            for (int from = task * TASK; from < end; from += some.most()) {
                context.checkCancelled();
                some.read(reader, from, Math.min(some.most(), end - from), place, truth, weights);
                some.addSlope(slopes[task]);
            }
            free.add(some);
        });
        return sum(slopes);
    }

    private LogisticRows take() {
        final var known = free.poll();
        return known == null ? new LogisticRows(width, context.kernels()) : known;
    }

    private double[] sum(final double[][] parts) {
        final var sum = new double[width + 1];
        for (final double[] part : parts) {
            for (int j = 0; j <= width; j++) {
                sum[j] += part[j];
            }
        }
        return sum;
    }
}
