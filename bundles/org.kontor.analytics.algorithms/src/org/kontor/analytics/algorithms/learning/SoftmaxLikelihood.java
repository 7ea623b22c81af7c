// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import org.kontor.analytics.algorithms.numerics.CrossProducts;
import org.kontor.analytics.algorithms.numerics.RowReader;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * The likelihood of several classes at once, its slope and its curvature, in one pass over rows. The first class is what the others are
 * compared with: its log odds are 0.
 */
final class SoftmaxLikelihood {

    /** A class that is less probable counts as if it were that. */
    private static final double LEAST = 1e-280;

    private final Examples examples;
    private final int[] rows;
    private final int width;
    private final int classes;
    private final RowReader reader;
    private final RunContext context;

    SoftmaxLikelihood(final Examples examples, final int[] rows, final Terms terms, final RunContext context) {
        this.examples = examples;
        this.rows = rows;
        this.context = context;
        width = terms.width();
        classes = examples.target().classes().size();
        reader = terms.reader(examples, rows, null, false);
    }

    /** {@return how many coefficients there are} */
    static int size(final int width, final int classes) {
        return (classes - 1) * (width + 1);
    }

    static long memory(final int rows, final int width, final int classes) {
        return CrossProducts.memory((int) Math.min(Integer.MAX_VALUE, (long) rows * classes), size(width, classes) + 1);
    }

    /**
     * What there is at one place. Each row is as many as there are classes: products of each with itself, added up, are the curvature
     * {@code (diag p - p p') x z z'}, and with the last column the slope.
     *
     * @param place for each class but the first the coefficients of the standardised terms, and the intercept behind them
     */
    LogisticLikelihood.At at(final double[] place) {
        final int size = size(width, classes);
        final var values = new double[Math.ceilDiv(rows.length * classes, Frame.BLOCK)];
        final var products = CrossProducts.of((from, count, into, step, one) -> values[from / Frame.BLOCK] += read(place, from, count, into, step),
                Math.multiplyExact(rows.length, classes), size + 1, context);
        final var curvature = new double[size * size];
        final var slope = new double[size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(products, i * (size + 1), curvature, i * size, size);
            slope[i] = products[i * (size + 1) + size];
        }
        double value = 0;
        for (final double each : values) {
            value += each;
        }
        return new LogisticLikelihood.At(curvature, slope, value);
    }

    /** Writes consecutive pairs of row and class; {@return the logarithm of the likelihood of the rows whose first class is among them}. */
    private double read(final double[] place, final int from, final int count, final double[] into, final int step) {
        final int first = from / classes;
        final int some = (from + count - 1) / classes - first + 1;
        final int each = width + 1;
        final var terms = new double[some * each];
        if (width > 0) {
            reader.read(first, some, terms, each, 1);
        }
        final var shares = new double[classes];
        double value = 0;
        for (int i = 0; i < some; i++) {
            terms[i * each + width] = 1;
            final int row = rows[first + i];
            final double weight = examples.weight(row);
            final int is = examples.target().code(row);
            final double likelihood = shares(place, terms, i * each, is, shares);
            for (int k = 0; k < classes; k++) {
                final int at = (first + i) * classes + k - from;
                if (at >= 0 && at < count) {
                    value += k == 0 ? weight * likelihood : 0;
                    write(shares, k, is, weight, terms, i * each, into, at * step);
                }
            }
        }
        return value;
    }

    /** Probabilities of all classes; {@return the logarithm of that of one class}. */
    private double shares(final double[] place, final double[] terms, final int at, final int is, final double[] shares) {
        double largest = 0;
        shares[0] = 0;
        for (int k = 1; k < classes; k++) {
            shares[k] = context.kernels().matrices().dot(place, (k - 1) * (width + 1), terms, at, width + 1);
            largest = Math.max(largest, shares[k]);
        }
        final double own = shares[is] - largest;
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            shares[k] = Math.exp(shares[k] - largest);
            sum += shares[k];
        }
        for (int k = 0; k < classes; k++) {
            shares[k] = Math.max(LEAST, shares[k] / sum);
        }
        return own - Math.log(sum);
    }

    private void write(final double[] shares, final int k, final int is, final double weight, final double[] terms, final int at, final double[] into,
            final int to) {
        final double root = Math.sqrt(weight * shares[k]);
        for (int l = 1; l < classes; l++) {
            final double factor = root * ((l == k ? 1 : 0) - shares[l]);
            for (int j = 0; j <= width; j++) {
                into[to + (l - 1) * (width + 1) + j] = factor * terms[at + j];
            }
        }
        into[to + size(width, classes)] = k == is && weight > 0 ? weight / root : 0;
    }
}
