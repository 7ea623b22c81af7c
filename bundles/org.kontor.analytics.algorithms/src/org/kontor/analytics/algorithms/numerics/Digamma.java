// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

/**
 * The derivative of the logarithm of the gamma function, for positive numbers: steps up to where the asymptotic series holds to all digits
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 6.3.5 and 6.3.18).
 *
 * @since 0.1
 */
public final class Digamma {

    private static final double SERIES_FROM = 10;

    private Digamma() {
    }

    /**
     * The value at a place.
     *
     * @param x above 0
     * @return ψ(x), to about 15 digits of the larger of 1 and its size; {@code NaN} for 0 and below
     */
    public static double of(final double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        double shift = 0;
        double place = x;
        while (place < SERIES_FROM) {
            shift += 1 / place;
            place += 1;
        }
        final double square = 1 / (place * place);
        final double series = square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square
                * (1.0 / 132 - square * (691.0 / 32_760 - square / 12))))));
        return Math.log(place) - .5 / place - series - shift;
    }
}
