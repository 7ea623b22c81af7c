// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.run.Randomness;

/**
 * The Theta method of the M3 competition: simple exponential smoothing of the series without its season, plus half of the slope of the line
 * through it (Assimakopoulos and Nikolopoulos 2000, in the form of Hyndman and Billah 2003).
 */
final class ThetaFit implements Fit {

    private static final double LEAST = 1e-10;

    private final double[] series;
    private final int cycle;
    private final double[] figure;
    private final boolean multiplied;
    private final double drift;
    private final Smoothing smoothing;

    /**
     * @param series the values
     * @param cycle  the length of the season; what the season adds or multiplies is taken out where a test finds it
     */
    ThetaFit(final double[] series, final int cycle) {
        this.series = series;
        double[] adjusted = series;
        if (Seasonality.isSeasonal(series, cycle)) {
            multiplied = Arrays.stream(series).min().getAsDouble() > 0;
            final var parts = new Decomposition(series, cycle, multiplied);
            figure = parts.figure;
            adjusted = parts.adjusted();
            this.cycle = cycle;
        } else {
            multiplied = false;
            figure = new double[1];
            this.cycle = 1;
        }
        smoothing = new Smoothing(adjusted);
        drift = slope(adjusted) / 2;
    }

    private static double slope(final double[] values) {
        final double middle = (values.length - 1) / 2.0;
        double weighted = 0;
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            weighted += (t - middle) * (values[t] - values[0]);
            squares += (t - middle) * (t - middle);
        }
        return weighted / squares;
    }

    @Override
    public String model() {
        return cycle > 1 ? "Theta [" + cycle + ']' : "Theta";
    }

    private double seasoned(final double value, final int t) {
        return multiplied ? value * figure[t % cycle] : value + figure[t % cycle];
    }

    @Override
    public Forecast forecast(final int horizon, final Randomness randomness) {
        final int count = series.length;
        final double alpha = Math.max(LEAST, smoothing.alpha);
        final double level = smoothing.last();
        final double settled = (1 - Math.pow(1 - alpha, count)) / alpha;
        // bounds are wider because level, weight, slope and season are learned, and not known
        final int known = 3 + (cycle > 1 ? cycle - 1 : 0);
        final double deviation = Math.sqrt(smoothing.squares / Math.max(1, count - known) * (1 + (double) known / count));
        final var mean = new double[horizon];
        final var deviations = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            mean[h] = level + drift * (h + settled);
            deviations[h] = deviation * Math.sqrt(h * alpha * alpha + 1);
        }
        final var plain = Forecast.normal(mean, deviations);
        if (multiplied) {
            return plain.times(h -> figure[(count + h) % cycle]);
        }
        final var moved = new double[horizon];
        Arrays.setAll(moved, h -> seasoned(mean[h], count + h));
        return plain.around(moved);
    }

    @Override
    public double[] fitted() {
        final double alpha = Math.max(LEAST, smoothing.alpha);
        final var fitted = smoothing.fitted();
        double left = 1;
        for (int t = 0; t < fitted.length; t++) {
            fitted[t] = seasoned(fitted[t] + drift * (1 - left) / alpha, t);
            left *= 1 - alpha;
        }
        return fitted;
    }

    @Override
    public List<Learned> numbers() {
        return List.of(new Learned("alpha", smoothing.alpha), new Learned("drift", drift),
                new Learned("sigma", Math.sqrt(smoothing.squares / Math.max(1, series.length - 2))));
    }
}
