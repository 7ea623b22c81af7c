// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

/**
 * Values one after the other.
 *
 * @param name   which series; empty where there is one only
 * @param first  the place of the first value on the timeline
 * @param values the values, without gaps
 * @param filled how many of them were made up because the data has none
 */
record TimeSeries(String name, int first, double[] values, int filled) {

    int length() {
        return values.length;
    }

    /** {@return the place after the last value} */
    int end() {
        return first + values.length;
    }

    boolean isConstant() {
        for (final double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    double least() {
        double least = Double.POSITIVE_INFINITY;
        for (final double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }
}
