// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.List;

/**
 * How customers buy until they stop for good without saying so. All times are in one unit, counted from a customer's first purchase.
 */
interface PurchaseProcess {

    /** {@return the stable names of the parameters} */
    List<String> names();

    /** {@return the parameters, each above 0} */
    double[] values();

    /**
     * The probability that a customer has not stopped at the end of observation.
     *
     * @param x   purchases after the first
     * @param tx  when the last of them was
     * @param age the end of observation
     */
    double alive(double x, double tx, double age);

    /**
     * How many purchases are expected of a customer after the end of observation.
     *
     * @param ahead how long after it
     */
    double expected(double x, double tx, double age, double ahead);

    /** {@return how many purchases after the first are expected of a new customer within a time} */
    default double expected(final double ahead) {
        return expected(0, 0, 0, ahead);
    }
}
