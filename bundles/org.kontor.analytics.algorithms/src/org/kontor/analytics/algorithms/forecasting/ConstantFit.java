// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.run.Randomness;

/** A series that never changed goes on as it was. */
record ConstantFit(double value, int count) implements Fit {

    @Override
    public String model() {
        return "constant";
    }

    @Override
    public Forecast forecast(final int horizon, final Randomness randomness) {
        final var mean = new double[horizon];
        Arrays.fill(mean, value);
        return Forecast.normal(mean, new double[horizon]);
    }

    @Override
    public double[] fitted() {
        final var fitted = new double[count];
        Arrays.fill(fitted, value);
        fitted[0] = Double.NaN;
        return fitted;
    }

    @Override
    public List<Learned> numbers() {
        return List.of();
    }
}
