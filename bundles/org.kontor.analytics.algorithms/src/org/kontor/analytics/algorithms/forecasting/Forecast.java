// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * What is expected, and between which bounds it lies with a probability of 80 % and 95 %; one value for each step ahead.
 *
 * @param mean   what is expected
 * @param low80  the lower bound of 80 %
 * @param high80 the upper bound of 80 %
 * @param low95  the lower bound of 95 %
 * @param high95 the upper bound of 95 %
 */
record Forecast(double[] mean, double[] low80, double[] high80, double[] low95, double[] high95) {

    /** Quantiles of the normal distribution at 90 % and 97.5 %. */
    static final double NINE_TENTHS = 1.2815515655446004;
    static final double ALL_BUT_A_FORTIETH = 1.959963984540054;

    /** {@return a forecast whose errors are normal with these standard deviations} */
    static Forecast normal(final double[] mean, final double[] deviation) {
        return new Forecast(mean, moved(mean, deviation, -NINE_TENTHS), moved(mean, deviation, NINE_TENTHS), moved(mean, deviation, -ALL_BUT_A_FORTIETH),
                moved(mean, deviation, ALL_BUT_A_FORTIETH));
    }

    private static double[] moved(final double[] mean, final double[] deviation, final double times) {
        final var moved = new double[mean.length];
        Arrays.setAll(moved, h -> mean[h] + times * deviation[h]);
        return moved;
    }

    int horizon() {
        return mean.length;
    }

    /** {@return every value changed by a function that keeps their order} */
    Forecast map(final DoubleUnaryOperator change) {
        return new Forecast(map(mean, change), map(low80, change), map(high80, change), map(low95, change), map(high95, change));
    }

    private static double[] map(final double[] values, final DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }

    /** {@return every value times a factor of its step} */
    Forecast times(final IntToDoubleFunction factor) {
        return new Forecast(times(mean, factor), times(low80, factor), times(high80, factor), times(low95, factor), times(high95, factor));
    }

    private static double[] times(final double[] values, final IntToDoubleFunction factor) {
        final var changed = new double[values.length];
        Arrays.setAll(changed, h -> values[h] * factor.applyAsDouble(h));
        return changed;
    }

    /** {@return this moved so that these are expected} */
    Forecast around(final double[] expected) {
        return new Forecast(expected, shifted(low80, expected), shifted(high80, expected), shifted(low95, expected), shifted(high95, expected));
    }

    private double[] shifted(final double[] bound, final double[] expected) {
        final var moved = new double[bound.length];
        Arrays.setAll(moved, h -> bound[h] + expected[h] - mean[h]);
        return moved;
    }

    /** {@return whether every value is a number} */
    boolean isFinite() {
        boolean finite = true;
        for (final double[] values : new double[][] {mean, low80, high80, low95, high95}) {
            for (final double value : values) {
                finite &= Double.isFinite(value);
            }
        }
        return finite;
    }
}
