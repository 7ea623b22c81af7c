// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;

/** How often a series has to be differenced. */
final class UnitRoots {

    /** The value that the statistic of Kwiatkowski, Phillips, Schmidt and Shin exceeds by chance in one case of twenty. */
    private static final double CRITICAL = .463;
    /** A season this strong is differenced away (Wang, Smith and Hyndman 2006; the R package forecast). */
    private static final double STRONG = .64;
    private static final int MOST = 2;

    private UnitRoots() {
    }

    /** {@return 1 where the season is strong, as it is or in proportion to the values, else 0} */
    static int seasonal(final double[] series, final int cycle) {
        if (cycle <= 1 || series.length <= 2 * cycle + 2) {
            return 0;
        }
        return isStrong(series, cycle) || Arrays.stream(series).allMatch(value -> value > 0)
                && isStrong(Arrays.stream(series).map(Math::log).toArray(), cycle) ? 1 : 0;
    }

    private static boolean isStrong(final double[] series, final int cycle) {
        return new Decomposition(series, cycle, false).strength() > STRONG;
    }

    /** {@return how many differences make a series one without trend, 0 to 2} */
    static int differences(final double[] series) {
        double[] left = series;
        int count = 0;
        while (count < MOST && left.length > 4 && statistic(left) > CRITICAL) {
            final var next = new double[left.length - 1];
            for (int t = 0; t < next.length; t++) {
                next[t] = left[t + 1] - left[t];
            }
            left = next;
            count++;
        }
        return count;
    }

    /** {@return the statistic of Kwiatkowski, Phillips, Schmidt and Shin 1992 around a level; 0 for a constant series} */
    static double statistic(final double[] series) {
        final int count = series.length;
        double mean = 0;
        for (final double value : series) {
            mean += value / count;
        }
        final int lags = (int) (3 * Math.sqrt(count) / 13);
        double variance = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double sum = 0;
            for (int t = lag; t < count; t++) {
                sum += (series[t] - mean) * (series[t - lag] - mean);
            }
            variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * sum / count;
        }
        double partial = 0;
        double squares = 0;
        for (final double value : series) {
            partial += value - mean;
            squares += partial * partial;
        }
        return variance > 0 ? squares / ((double) count * count * variance) : 0;
    }
}
