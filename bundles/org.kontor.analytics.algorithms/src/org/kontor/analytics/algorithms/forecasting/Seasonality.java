// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

/** Whether a series repeats itself. */
final class Seasonality {

    /** The quantile of the normal distribution at 95 %. */
    private static final double NINETEEN_TWENTIETHS = 1.6448536269514722;
    private static final int LONGEST = 60;

    private Seasonality() {
    }

    /**
     * The test of the M3 competition: the autocorrelation at the cycle is beyond what chance gives, with 90 % certainty.
     *
     * @param series the values
     * @param cycle  the length of the season
     * @return whether there is one; false below two cycles
     */
    static boolean isSeasonal(final double[] series, final int cycle) {
        if (cycle < 2 || series.length <= 2 * cycle) {
            return false;
        }
        final var correlations = autocorrelations(series, cycle);
        double sum = 0;
        for (int lag = 1; lag < cycle; lag++) {
            sum += correlations[lag] * correlations[lag];
        }
        return Math.abs(correlations[cycle]) / Math.sqrt((1 + 2 * sum) / series.length) > NINETEEN_TWENTIETHS;
    }

    private static double[] autocorrelations(final double[] series, final int most) {
        double mean = 0;
        for (final double value : series) {
            mean += value / series.length;
        }
        final var found = new double[most + 1];
        for (int lag = 0; lag <= most; lag++) {
            double sum = 0;
            for (int t = lag; t < series.length; t++) {
                sum += (series[t] - mean) * (series[t - lag] - mean);
            }
            found[lag] = sum;
        }
        for (int lag = most; lag >= 0; lag--) {
            found[lag] = found[0] > 0 ? found[lag] / found[0] : 0;
        }
        return found;
    }

    /**
     * The length of the season of a series whose calendar is not known: the peak of the autocorrelation of its changes, where it is high
     * and the series at least three cycles long.
     *
     * @param series the values
     * @return 1 where there is none
     */
    static int cycle(final double[] series) {
        final int most = Math.min(LONGEST, series.length / 3);
        if (most < 2) {
            return 1;
        }
        final var changes = new double[series.length - 1];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = series[t + 1] - series[t];
        }
        final var correlations = autocorrelations(changes, most);
        int best = 1;
        final double least = Math.max(.3, 3 / Math.sqrt(changes.length));
        double highest = least;
        for (int lag = 2; lag <= most; lag++) {
            final boolean peak = correlations[lag] >= correlations[lag - 1] && (lag == most || correlations[lag] >= correlations[lag + 1]);
            // twice the season is a season as well: the shorter one counts unless the longer is clearly better
            if (peak && correlations[lag] > highest * (best > 1 && lag % best == 0 ? 1.15 : 1)) {
                best = lag;
                highest = correlations[lag];
            }
        }
        return best;
    }
}
