// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;

import org.kontor.analytics.run.Randomness;

/** Normal random numbers, and bounds of many futures that were tried. */
final class Normal {

    private Normal() {
    }

    /** {@return a number of mean 0 and variance 1 (Marsaglia and Bray 1964)} */
    static double next(final Randomness randomness) {
        while (true) {
            final double one = 2 * randomness.nextDouble() - 1;
            final double two = 2 * randomness.nextDouble() - 1;
            final double square = one * one + two * two;
            if (square > 0 && square < 1) {
                return one * Math.sqrt(-2 * Math.log(square) / square);
            }
        }
    }

    /**
     * The bounds between which 80 % and 95 % of the futures lie.
     *
     * @param mean    what is expected
     * @param futures the futures of each step; sorted
     */
    static Forecast bounds(final double[] mean, final double[][] futures) {
        final var bounds = new double[4][mean.length];
        final double[] places = {.1, .9, .025, .975};
        for (int h = 0; h < mean.length; h++) {
            Arrays.sort(futures[h]);
            for (int i = 0; i < places.length; i++) {
                final double place = places[i] * (futures[h].length - 1);
                final int below = (int) place;
                final int above = Math.min(below + 1, futures[h].length - 1);
                bounds[i][h] = futures[h][below] + (place - below) * (futures[h][above] - futures[h][below]);
            }
        }
        return new Forecast(mean, bounds[0], bounds[1], bounds[2], bounds[3]);
    }
}
