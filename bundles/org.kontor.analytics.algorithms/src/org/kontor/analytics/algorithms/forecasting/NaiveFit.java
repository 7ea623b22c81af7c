// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.run.Randomness;

/** The next cycle is as the last one: what every method has to beat. */
final class NaiveFit implements Fit {

    private final double[] series;
    private final int cycle;
    private final double deviation;

    /**
     * @param series the values
     * @param cycle  the length of the season; a series that is not longer is repeated from its last value
     */
    NaiveFit(final double[] series, final int cycle) {
        this.series = series;
        this.cycle = series.length > cycle ? cycle : 1;
        double squares = 0;
        for (int t = this.cycle; t < series.length; t++) {
            final double error = series[t] - series[t - this.cycle];
            squares += error * error;
        }
        deviation = Math.sqrt(squares / Math.max(1, series.length - this.cycle));
    }

    @Override
    public String model() {
        return cycle > 1 ? "seasonal naive [" + cycle + ']' : "naive";
    }

    @Override
    public Forecast forecast(final int horizon, final Randomness randomness) {
        final var mean = new double[horizon];
        final var deviations = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            mean[h] = series[series.length - cycle + h % cycle];
            deviations[h] = deviation * Math.sqrt(h / cycle + 1.0);
        }
        return Forecast.normal(mean, deviations);
    }

    @Override
    public double[] fitted() {
        final var fitted = new double[series.length];
        Arrays.setAll(fitted, t -> t < cycle ? Double.NaN : series[t - cycle]);
        return fitted;
    }

    @Override
    public List<Learned> numbers() {
        return List.of(new Learned("sigma", deviation));
    }
}
