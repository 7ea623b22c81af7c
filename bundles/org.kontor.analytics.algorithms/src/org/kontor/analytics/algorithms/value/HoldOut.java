// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

/**
 * How what was expected compares with what was bought afterwards, over customers.
 *
 * @param customers   customers of whom it is known
 * @param actual      purchases
 * @param expected    purchases that the process expects
 * @param correlation between both, {@code NaN} where one of them does not vary
 * @param mae         the mean of the absolute differences
 * @param rmse        the root of the mean of the squared differences
 * @param rate        the same where each customer goes on at the own rate so far: what is to be beaten
 */
record HoldOut(double customers, double actual, double expected, double correlation, double mae, double rmse, double rate) {

    static HoldOut of(final Histories histories, final double[] expected, final double ahead) {
        double weights = 0;
        double actual = 0;
        double sum = 0;
        double absolute = 0;
        double squares = 0;
        double rates = 0;
        for (int i = 0; i < histories.size(); i++) {
            final double bought = histories.actual()[i];
            if (Double.isNaN(bought)) {
                continue;
            }
            final double weight = histories.weight(i);
            final double going = histories.age()[i] > 0 ? histories.x()[i] / histories.age()[i] * ahead : 0;
            weights += weight;
            actual += weight * bought;
            sum += weight * expected[i];
            absolute += weight * Math.abs(expected[i] - bought);
            squares += weight * (expected[i] - bought) * (expected[i] - bought);
            rates += weight * (going - bought) * (going - bought);
        }
        return new HoldOut(weights, actual, sum, correlation(histories, expected, actual / weights, sum / weights), absolute / weights,
                Math.sqrt(squares / weights),
                Math.sqrt(rates / weights));
    }

    private static double correlation(final Histories histories, final double[] expected, final double meanActual, final double meanExpected) {
        double together = 0;
        double ofActual = 0;
        double ofExpected = 0;
        for (int i = 0; i < histories.size(); i++) {
            final double one = histories.actual()[i] - meanActual;
            final double two = expected[i] - meanExpected;
            if (!Double.isNaN(one)) {
                together += histories.weight(i) * one * two;
                ofActual += histories.weight(i) * one * one;
                ofExpected += histories.weight(i) * two * two;
            }
        }
        return ofActual > 0 && ofExpected > 0 ? together / Math.sqrt(ofActual * ofExpected) : Double.NaN;
    }
}
