// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.List;

import org.kontor.analytics.run.Randomness;

/** A series that a method has learned. */
interface Fit {

    /** {@return the name of what was learned, such as ETS(M,A,M)} */
    String model();

    /**
     * Continues the series.
     *
     * @param horizon    how many steps
     * @param randomness for methods that try many futures
     * @return the forecast
     */
    Forecast forecast(int horizon, Randomness randomness);

    /** {@return what the method would have expected of each value from those before it; {@code NaN} where it expected nothing} */
    double[] fitted();

    /** {@return numbers that were learned, by standard names; only finite ones} */
    List<Learned> numbers();

    /**
     * A number that was learned.
     *
     * @param name  its standard name
     * @param value its value
     */
    record Learned(String name, double value) {
    }
}
