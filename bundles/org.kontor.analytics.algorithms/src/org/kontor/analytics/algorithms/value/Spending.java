// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;

import org.apache.commons.numbers.gamma.LogGamma;

import org.kontor.analytics.algorithms.numerics.Digamma;
import org.kontor.analytics.algorithms.numerics.QuasiNewton;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * How the money of a purchase is spread over purchases and customers: gamma distributed around a mean that is itself inverse gamma
 * distributed over customers (Fader and Hardie, The Gamma-Gamma Model of Monetary Value, 2013).
 *
 * @param p the shape of a customer's purchases
 * @param q the shape of the means of customers; the larger, the more alike they are
 * @param v their scale, in money
 */
record Spending(double p, double q, double v) {

    private static final int SIZE = 3;
    private static final int SAMPLE = 20_000;

    /** {@return the mean money of a purchase of all customers; NaN where so few spend so much that there is none} */
    double mean() {
        return q > 1 ? p * v / (q - 1) : Double.NaN;
    }

    /**
     * The mean money of a purchase to expect of a customer.
     *
     * @param x    how many purchases are known
     * @param mean their mean money
     * @return the weighted mean of the customer's own and that of all; {@code NaN} where there is none
     */
    double expected(final double x, final double mean) {
        final double known = p * x + q - 1;
        return x == 0 ? mean() : known > 0 ? p * (v + x * mean) / known : Double.NaN;
    }

    /**
     * What was found.
     *
     * @param spending  the parameters
     * @param logarithm the logarithm of the likelihood
     * @param search    how they were found
     */
    record Fit(Spending spending, double logarithm, Search search) {
    }

    /**
     * Fits the parameters by maximum likelihood.
     *
     * @param payments at least one customer who paid
     */
    static Fit fit(final Payments payments, final RunContext context) {
        final double scale = payments.meanOfMeans();
        final var groups = Groups.of(payments.paid(), context);
        final var likelihood = new Likelihood(groups, payments.payers(), scale, context);
        final var start = new double[] {Math.log(4), Math.log(3), Math.log(.5)};
        final var sketch = groups.size() > 2 * SAMPLE ? groups.sample(SAMPLE) : null;
        final var rough = sketch == null ? null : new Likelihood(sketch, Arrays.stream(sketch.weight()).sum(), scale, context);
        final var found = Search.of(likelihood, rough, new double[][] {start, new double[SIZE]}, payments.payers());
        final double[] point = found.point();
        final double logarithm = -payments.payers() * (likelihood.value(point, new double[SIZE]) + Math.log(scale));
        return new Fit(new Spending(Math.exp(point[0]), Math.exp(point[1]), scale * Math.exp(point[2])), logarithm, found);
    }

    /** The mean over customers of the negative logarithm, money scaled to a mean of 1; sums in the order of the blocks. */
    private static final class Likelihood implements QuasiNewton.Objective {

        private final Groups groups;
        private final double payers;
        private final double scale;
        private final RunContext context;
        private final double[] numbers;
        private final int[] number;
        private final double[][] parts;

        Likelihood(final Groups groups, final double payers, final double scale, final RunContext context) {
            this.groups = groups;
            this.payers = payers;
            this.scale = scale;
            this.context = context;
            numbers = Arrays.stream(groups.x()).distinct().sorted().toArray();
            number = new int[groups.size()];
            for (int g = 0; g < number.length; g++) {
                number[g] = Arrays.binarySearch(numbers, groups.x()[g]);
            }
            parts = new double[Math.ceilDiv(groups.size(), Frame.BLOCK)][SIZE + 1];
        }

        @Override
        public double value(final double[] point, final double[] gradient) {
            final double p = Math.exp(point[0]);
            final double q = Math.exp(point[1]);
            final double v = Math.exp(point[2]);
            final var gamma = new double[numbers.length];
            final var slopeP = new double[numbers.length];
            final var slopeQ = new double[numbers.length];
            for (int n = 0; n < numbers.length; n++) {
                final double shape = p * numbers[n];
                gamma[n] = LogGamma.value(shape + q) - LogGamma.value(shape) - LogGamma.value(q);
                slopeP[n] = numbers[n] * (Digamma.of(shape + q) - Digamma.of(shape));
                slopeQ[n] = Digamma.of(shape + q) - Digamma.of(q);
            }
            context.parallel(parts.length, block -> {
                final double[] sums = new double[SIZE + 1];
                for (int g = block * Frame.BLOCK; g < Math.min(groups.size(), (block + 1) * Frame.BLOCK); g++) {
                    final int n = number[g];
                    final double w = groups.weight()[g];
                    final double money = groups.tx()[g] / scale;
                    final double sum = numbers[n] * money;
                    final double logOwn = Math.log(sum);
                    final double logAll = Math.log(sum + v);
                    final double shape = p * numbers[n];
                    sums[0] += w * p * (slopeP[n] + numbers[n] * (logOwn - logAll));
                    sums[1] += w * q * (slopeQ[n] + point[2] - logAll);
                    sums[2] += w * (q - v * (shape + q) / (sum + v));
                    sums[SIZE] += w * (gamma[n] + q * point[2] + shape * logOwn - (shape + q) * logAll - Math.log(money));
                }
                parts[block] = sums;
            });
            double value = 0;
            Arrays.fill(gradient, 0);
            for (final double[] part : parts) {
                for (int j = 0; j < SIZE; j++) {
                    gradient[j] -= part[j] / payers;
                }
                value -= part[SIZE];
            }
            return value / payers;
        }
    }
}
