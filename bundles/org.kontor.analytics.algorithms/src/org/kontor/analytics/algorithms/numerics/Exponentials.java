// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

/**
 * Powers of e of many numbers at a time, in loops that the compiler turns into instructions for several numbers: a third of the time of
 * {@link Math#exp}, and the same bits on every machine. Off by at most one unit in the last place. A number is taken apart into a multiple of the
 * logarithm of 2 and a small rest, whose power is a polynomial (P. Tang, Table-driven implementation of the exponential function, ACM Transactions
 * on Mathematical Software 15, 1989, without the table). Keeps room for its numbers; for one thread.
 *
 * @since 0.1
 */
public final class Exponentials {

    /** Smaller numbers count as this, whose power is the least that has all digits. */
    public static final double LEAST = -708;
    /** Larger numbers count as this. */
    public static final double MOST = 709;

    private static final double PER_POWER = 1 / Math.log(2);
    private static final double LOG_2 = 0x1.62e42fefa39efp-1;
    /** What the logarithm of 2 has beyond its digits. */
    private static final double LOG_2_REST = 0x1.abc9e3b39803fp-56;
    private static final int BIAS = 1023;
    private static final int DIGITS = 52;

    private final double[] powers;

    /**
     * Makes room.
     *
     * @param most for how many numbers
     */
    public Exponentials(final int most) {
        powers = new double[most];
    }

    /**
     * Replaces each number by e to its power: never 0 and never infinite, and not a number where it was none.
     *
     * @param values changed
     * @param count  how many from the first on
     */
    public void replace(final double[] values, final int count) {
        final double[] twos = powers;
        for (int i = 0; i < count; i++) {
            values[i] = Math.min(MOST, Math.max(LEAST, values[i]));
        }
        for (int i = 0; i < count; i++) {
            twos[i] = Math.rint(values[i] * PER_POWER);
        }
        for (int i = 0; i < count; i++) {
            final double rest = Math.fma(twos[i], -LOG_2_REST, Math.fma(twos[i], -LOG_2, values[i]));
            double sum = 1.0 / 6_227_020_800L;
            sum = Math.fma(sum, rest, 1.0 / 479_001_600);
            sum = Math.fma(sum, rest, 1.0 / 39_916_800);
            sum = Math.fma(sum, rest, 1.0 / 3_628_800);
            sum = Math.fma(sum, rest, 1.0 / 362_880);
            sum = Math.fma(sum, rest, 1.0 / 40_320);
            sum = Math.fma(sum, rest, 1.0 / 5_040);
            sum = Math.fma(sum, rest, 1.0 / 720);
            sum = Math.fma(sum, rest, 1.0 / 120);
            sum = Math.fma(sum, rest, 1.0 / 24);
            sum = Math.fma(sum, rest, 1.0 / 6);
            sum = Math.fma(sum, rest, .5);
            values[i] = 1 + Math.fma(rest * rest, sum, rest);
        }
        for (int i = 0; i < count; i++) {
            values[i] *= Double.longBitsToDouble((long) twos[i] + BIAS << DIGITS);
        }
    }
}
