// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.List;

/**
 * What came out for one series.
 *
 * @param series   the series
 * @param fit      what was learned of all of it
 * @param forecast its future
 * @param trials   forecasts from within its past, the earliest first
 */
record Outcome(TimeSeries series, Fit fit, Forecast forecast, List<BackTest.Trial> trials) {

    Outcome {
        trials = List.copyOf(trials);
    }
}
