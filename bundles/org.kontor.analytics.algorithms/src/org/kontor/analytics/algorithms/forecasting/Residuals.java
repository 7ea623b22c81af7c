// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** What a model did not explain. */
final class Residuals {

    private static final int LEAST = 8;

    private Residuals() {
    }

    /**
     * The test of Ljung and Box 1978: whether the errors of one step still follow one another.
     *
     * @param series the values
     * @param fitted what was expected of them, {@code NaN} where nothing was
     * @param cycle  the length of the season
     * @return the probability of such errors where there is nothing left to learn; {@code NaN} where there are too few, or none at all
     */
    static double ljungBox(final double[] series, final double[] fitted, final int cycle) {
        int first = 0;
        while (first < series.length && Double.isNaN(fitted[first])) {
            first++;
        }
        final int count = series.length - first;
        final int lags = Math.min(cycle > 1 ? 2 * cycle : 10, count / 5);
        if (count < LEAST || lags < 1) {
            return Double.NaN;
        }
        double mean = 0;
        for (int t = first; t < series.length; t++) {
            mean += (series[t] - fitted[t]) / count;
        }
        final var errors = new double[count];
        double squares = 0;
        for (int t = 0; t < count; t++) {
            errors[t] = series[first + t] - fitted[first + t] - mean;
            squares += errors[t] * errors[t];
        }
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            double product = 0;
            for (int t = lag; t < count; t++) {
                product += errors[t] * errors[t - lag];
            }
            final double correlation = squares > 0 ? product / squares : 0;
            sum += correlation * correlation / (count - lag);
        }
        final double statistic = count * (count + 2.0) * sum;
        return squares > 0 && Double.isFinite(statistic) ? ChiSquaredDistribution.of(lags).survivalProbability(statistic) : Double.NaN;
    }
}
