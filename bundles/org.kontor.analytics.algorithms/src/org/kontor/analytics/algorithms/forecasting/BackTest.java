// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;

/** Where in its past a series is cut, so that forecasts can be held against what came: origins that roll forward to one horizon before its end. */
final class BackTest {

    private static final int LEAST = 4;

    private BackTest() {
    }

    /**
     * A forecast from within the past.
     *
     * @param known    how many values were known
     * @param forecast what was forecast
     * @param baseline what the seasonal naive method forecast
     * @param scale    the mean error of the naive forecast among the known values, 0 where it has none
     */
    record Trial(int known, Forecast forecast, Forecast baseline, double scale) {
    }

    /**
     * The origins.
     *
     * @param length  how many values there are
     * @param horizon how far is forecast
     * @param wanted  how many origins are wanted
     * @return how many values are known at each, increasing; fewer where the series is short, none where it is too short
     */
    static int[] origins(final int length, final int horizon, final int wanted) {
        final int last = length - horizon;
        final int stride = Math.max(1, horizon / 4);
        final int least = Math.max(LEAST, length / 3);
        final int count = last < least ? 0 : Math.min(wanted, (last - least) / stride + 1);
        final var origins = new int[count];
        Arrays.setAll(origins, i -> last - (count - 1 - i) * stride);
        return origins;
    }

    /** {@return the mean absolute error of the naive forecast within a series} */
    static double scale(final double[] series, final int cycle) {
        final int lag = series.length > cycle ? cycle : 1;
        double sum = 0;
        for (int t = lag; t < series.length; t++) {
            sum += Math.abs(series[t] - series[t - lag]);
        }
        return series.length > lag ? sum / (series.length - lag) : 0;
    }

    /** Adds the errors of a trial. */
    static void score(final double[] series, final Trial trial, final Accuracy own, final Accuracy baseline) {
        for (int h = 0; h < trial.forecast.horizon() && trial.known + h < series.length; h++) {
            own.add(series[trial.known + h], trial.forecast, h, trial.scale);
            baseline.add(series[trial.known + h], trial.baseline, h, trial.scale);
        }
    }
}
