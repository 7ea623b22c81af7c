// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

/** A way to learn a series. Stateless, safe for any thread. */
@FunctionalInterface
interface Forecaster {

    /**
     * Learns.
     *
     * @param series the values without gaps, three or more, not all the same
     * @param cycle  the length of the season; 1 for none
     * @param pause  called again and again, so that the run can be stopped
     * @return what was learned; a simpler model where the series is too short for the method
     */
    Fit fit(double[] series, int cycle, Runnable pause);
}
