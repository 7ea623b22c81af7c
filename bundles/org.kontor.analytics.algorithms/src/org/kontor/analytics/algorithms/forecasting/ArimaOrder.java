// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

/**
 * How many past values, differences and past errors a model looks at, next to each other and one season apart.
 *
 * @param ar       past values
 * @param d        differences
 * @param ma       past errors
 * @param sar      past values, seasons apart
 * @param sd       seasonal differences
 * @param sma      past errors, seasons apart
 * @param cycle    the length of the season; 1 for none
 * @param constant whether there is a mean, or a slope after one difference
 */
record ArimaOrder(int ar, int d, int ma, int sar, int sd, int sma, int cycle, boolean constant) {

    private int weights() {
        return ar + ma + sar + sma;
    }

    /** {@return how many numbers are learned, the variance not among them} */
    int parameters() {
        return weights() + (constant ? 1 : 0);
    }

    /** {@return how many values are lost by differences} */
    int lost() {
        return d + sd * cycle;
    }

    ArimaOrder moved(final int byAr, final int byMa, final int bySar, final int bySma) {
        return new ArimaOrder(ar + byAr, d, ma + byMa, sar + bySar, sd, sma + bySma, cycle, constant);
    }

    ArimaOrder withConstant(final boolean wanted) {
        return new ArimaOrder(ar, d, ma, sar, sd, sma, cycle, wanted);
    }

    /** {@return such as ARIMA(0,1,1)(0,1,1)[12]} */
    String title() {
        final var plain = "ARIMA(" + ar + ',' + d + ',' + ma + ')';
        final var season = cycle > 1 && sar + sd + sma > 0 ? "(" + sar + ',' + sd + ',' + sma + ")[" + cycle + ']' : "";
        return plain + season + (constant ? d + sd > 0 ? " with drift" : " with mean" : "");
    }

    /** {@return 1, minus the weights of the values each difference takes away: what a series of values has to be multiplied by} */
    double[] differences() {
        double[] found = {1};
        for (int i = 0; i < d; i++) {
            found = differenced(found, 1);
        }
        for (int i = 0; i < sd; i++) {
            found = differenced(found, cycle);
        }
        return found;
    }

    private static double[] differenced(final double[] weights, final int lag) {
        final var found = new double[weights.length + lag];
        for (int i = 0; i < weights.length; i++) {
            found[i] += weights[i];
            found[i + lag] -= weights[i];
        }
        return found;
    }

    /** {@return the series of differences} */
    double[] difference(final double[] series) {
        final double[] weights = differences();
        final var found = new double[series.length - weights.length + 1];
        for (int t = 0; t < found.length; t++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * series[t + weights.length - 1 - i];
            }
            found[t] = sum;
        }
        return found;
    }
}
