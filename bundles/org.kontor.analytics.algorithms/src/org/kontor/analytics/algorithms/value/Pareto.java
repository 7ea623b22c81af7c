// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.List;

/**
 * Customers buy at random times, each at an own rate, and stop at a random time, each with an own rate of stopping (both gamma distributed):
 * Pareto/NBD (Schmittlein, Morrison and Colombo, 1987).
 *
 * @param r     the shape of the rates of purchase
 * @param alpha the scale of the rates of purchase
 * @param s     the shape of the rates of stopping
 * @param beta  the scale of the rates of stopping
 */
record Pareto(double r, double alpha, double s, double beta) implements PurchaseProcess {

    static final List<String> NAMES = List.of("r", "alpha", "s", "beta");

    /** Points and weights of Gauss and Legendre on -1 to 1. */
    static final double[][] NODES = legendre(32);
    /** Beyond this the integrand is nothing. */
    private static final double NOTHING = 45;

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public double[] values() {
        return new double[] {r, alpha, s, beta};
    }

    /**
     * How far the integral over the time of stopping reaches, in the logarithm of the time since the last purchase.
     *
     * @param x    purchases after the first
     * @param from the smaller scale and the time of the last purchase
     * @param gap  the time since then
     */
    static double reach(final double x, final double from, final double gap, final double r, final double alpha, final double s, final double beta) {
        final double falls = alpha <= beta ? r + x : s;
        return Math.min(Math.log1p(gap / from), NOTHING / falls);
    }

    /** The odds that the customer stopped at any time since the last purchase. */
    private double odds(final double x, final double tx, final double age) {
        final double gap = age - tx;
        if (!(gap > 0)) {
            return 0;
        }
        final double from = Math.min(alpha, beta) + tx;
        final double half = reach(x, from, gap, r, alpha, s, beta) / 2;
        double sum = 0;
        for (int i = 0; i < NODES[0].length; i++) {
            final double place = half * (1 + NODES[0][i]);
            final double after = from * Math.expm1(place);
            sum += NODES[1][i] * Math.exp(place - (r + x) * Math.log1p(after / (alpha + tx)) - (s + 1) * Math.log1p(after / (beta + tx)));
        }
        return s * from * half * sum * Math.exp((r + x) * Math.log((alpha + age) / (alpha + tx)) + s * Math.log((beta + age) / (beta + tx))) / (beta + tx);
    }

    @Override
    public double alive(final double x, final double tx, final double age) {
        return 1 / (1 + odds(x, tx, age));
    }

    @Override
    public double expected(final double x, final double tx, final double age, final double ahead) {
        final double logarithm = Math.log((beta + age) / (beta + age + ahead));
        final double beyond = s - 1;
        final double time = Math.abs(beyond) < 1e-12 ? -logarithm : -Math.expm1(beyond * logarithm) / beyond;
        return (r + x) * (beta + age) / (alpha + age) * time * alive(x, tx, age);
    }

    /** The zeros of the Legendre polynomial by Newton's method, and their weights (Abramowitz and Stegun, 25.4.29). */
    private static double[][] legendre(final int count) {
        final var nodes = new double[2][count];
        for (int i = 0; i < count; i++) {
            double x = Math.cos(Math.PI * (i + .75) / (count + .5));
            double slope = 1;
            for (int step = 0; step < 8; step++) {
                double before = 1;
                double value = x;
                for (int n = 2; n <= count; n++) {
                    final double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
                    before = value;
                    value = next;
                }
                slope = count * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            nodes[0][i] = x;
            nodes[1][i] = 2 / ((1 - x * x) * slope * slope);
        }
        return nodes;
    }
}
