// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.List;

/**
 * Customers buy at random times, each at an own rate (gamma distributed), and may stop after each purchase, each with an own probability
 * (beta distributed): BG/NBD, in which only repeat purchases are followed by a chance to stop (Fader, Hardie and Lee, 2005), and MBG/NBD, in
 * which the first is as well (Batislam, Denizel and Filiztekin, 2007).
 *
 * @param r     the shape of the rates; the smaller, the more unlike customers are
 * @param alpha the scale of the rates; r / alpha is the mean number of purchases in a unit of time
 * @param a     with b the distribution of the probability to stop; its mean is a / (a + b)
 * @param b     see a
 * @param early 1 where a customer may stop after the first purchase, else 0
 */
record BetaGeometric(double r, double alpha, double a, double b, int early) implements PurchaseProcess {

    static final List<String> NAMES = List.of("r", "alpha", "a", "b");
    private static final int MOST_TERMS = 200_000;
    private static final double ENOUGH = 1e-15;

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public double[] values() {
        return new double[] {r, alpha, a, b};
    }

    /** The odds that the customer stopped after the last purchase. */
    private double odds(final double x, final double tx, final double age) {
        final double chances = x + early;
        return chances == 0 ? 0 : a / (b + chances - 1) * Math.exp((r + x) * Math.log((alpha + age) / (alpha + tx)));
    }

    @Override
    public double alive(final double x, final double tx, final double age) {
        return 1 / (1 + odds(x, tx, age));
    }

    /**
     * The published formula with its hypergeometric function turned by Euler's transformation, so that the series has small terms and there is
     * no pole where a is 1.
     */
    @Override
    public double expected(final double x, final double tx, final double age, final double ahead) {
        if (!(ahead > 0)) {
            return 0;
        }
        final double z = ahead / (alpha + age + ahead);
        final double logarithm = Math.log((alpha + age) / (alpha + age + ahead));
        final double beyond = a - 1;
        final double whole = a + b + x + early - 1;
        final double part = a + b + early - 1 - r;
        double term = part * z;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && Math.abs(term) > ENOUGH * Math.abs(sum) * (1 - z); n++) {
            term *= (part + n) * (beyond + n) / ((whole + n) * (n + 1)) * z;
            sum += term;
        }
        final double first = Math.abs(beyond) < 1e-12 ? -logarithm : -Math.expm1(beyond * logarithm) / beyond;
        return Math.max(0, whole * first - Math.exp(beyond * logarithm) * sum) / (1 + odds(x, tx, age));
    }

    /**
     * With which probability a customer of an age made each number of purchases after the first; the last entry takes all larger numbers.
     *
     * @param into takes the probabilities
     */
    void shares(final double age, final double[] into) {
        double count = Math.exp(r * Math.log(alpha / (alpha + age)));
        double below = 0;
        double stays = early == 1 ? b / (a + b) : 1;
        double before = 1;
        double sum = 0;
        for (int n = 0; n < into.length - 1; n++) {
            final double stops = before - stays;
            into[n] = stays * count + stops * (1 - below);
            sum += into[n];
            below += count;
            count *= (r + n) / (n + 1) * age / (alpha + age);
            before = stays;
            stays *= (b + n + early) / (a + b + n + early);
        }
        into[into.length - 1] = Math.max(0, 1 - sum);
    }
}
