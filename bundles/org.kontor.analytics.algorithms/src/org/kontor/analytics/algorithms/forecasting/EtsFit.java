// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.algorithms.forecasting.EtsModel.Component;
import org.kontor.analytics.run.Randomness;

/** A model of exponential smoothing with its best numbers. Values are kept in a scale in which they are about 1. */
final class EtsFit implements Fit {

    private static final int PATHS = 5_000;

    private final EtsModel model;
    private final int cycle;
    private final EtsFilter filter;
    private final EtsFilter.Weights weights;
    private final double scale;
    private final double variance;
    /** How much wider bounds are because the numbers are learned, and not known. */
    private final double uncertainty;
    private final double deviance;
    private final int known;

    /**
     * @param search has found its best numbers
     * @param scale  what the values were divided by
     */
    EtsFit(final EtsSearch search, final double scale) {
        this.scale = scale;
        weights = search.settle();
        model = search.model();
        filter = search.filter();
        cycle = filter.cycle;
        known = model.parameters(cycle);
        variance = filter.squares() / Math.max(1, filter.series.length - known);
        uncertainty = Math.sqrt(1 + (double) known / filter.series.length);
        deviance = search.deviance() + 2 * filter.series.length * Math.log(scale);
    }

    @Override
    public String model() {
        return model.title();
    }

    @Override
    public Forecast forecast(final int horizon, final Randomness randomness) {
        final var bases = new double[horizon];
        final var mean = new double[horizon];
        expect(bases, mean);
        final Forecast forecast;
        if (model.trend() == Component.MULTIPLIED || model.season() == Component.MULTIPLIED && !model.error()) {
            forecast = simulated(mean, randomness);
        } else {
            forecast = Forecast.normal(mean, deviations(bases, mean));
        }
        return forecast.times(h -> scale);
    }

    /** The slope to the power of what is left of it after some steps, or that part of it. */
    private void expect(final double[] bases, final double[] mean) {
        final int count = filter.series.length;
        double base = filter.levels[count];
        double fading = 1;
        for (int h = 0; h < mean.length; h++) {
            fading *= weights.phi();
            if (model.trend() == Component.ADDED) {
                base += fading * filter.slopes[count];
            } else if (model.trend() == Component.MULTIPLIED) {
                base *= Math.pow(filter.slopes[count], fading);
            }
            bases[h] = base;
            mean[h] = seasoned(base, cycle == 0 ? 0 : filter.seasons[count + h % cycle]);
        }
    }

    private double seasoned(final double base, final double part) {
        return switch (model.season()) {
            case NONE -> base;
            case ADDED -> base + part;
            case MULTIPLIED -> base * part;
        };
    }

    /** In closed form (Hyndman, Koehler, Ord and Snyder, Prediction intervals for exponential smoothing state space models, 2005). */
    private double[] deviations(final double[] bases, final double[] mean) {
        final int horizon = mean.length;
        final var effects = new double[horizon];
        final var spread = new double[horizon];
        double fading = 0;
        double power = 1;
        for (int j = 1; j < horizon; j++) {
            power *= weights.phi();
            fading += power;
            effects[j] = weights.alpha() + (model.hasTrend() ? weights.alpha() * weights.beta() * fading : 0);
            if (model.season() == Component.ADDED && j % cycle == 0) {
                effects[j] += weights.gamma();
            }
        }
        if (!model.error()) {
            double sum = 1;
            for (int h = 0; h < horizon; h++) {
                sum += effects[h] * effects[h];
                spread[h] = uncertainty * Math.sqrt(variance * sum);
            }
            return spread;
        }
        final double[] middle = model.season() == Component.MULTIPLIED ? bases : mean;
        final var theta = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            theta[h] = middle[h] * middle[h];
            for (int j = 1; j <= h; j++) {
                theta[h] += variance * effects[j] * effects[j] * theta[h - j];
            }
            double square = (1 + variance) * theta[h];
            double factor = 1;
            if (model.season() == Component.MULTIPLIED) {
                factor = filter.seasons[filter.series.length + h % cycle];
                square *= Math.pow(1 + weights.gamma() * weights.gamma() * variance, h / cycle);
            }
            spread[h] = uncertainty * Math.abs(factor) * Math.sqrt(Math.max(0, square - middle[h] * middle[h]));
        }
        return spread;
    }

    private Forecast simulated(final double[] mean, final Randomness randomness) {
        final int count = filter.series.length;
        final var futures = new double[mean.length][PATHS];
        final double deviation = uncertainty * Math.sqrt(variance);
        final var seasons = new double[cycle];
        for (int path = 0; path < PATHS; path++) {
            double level = filter.levels[count];
            double slope = filter.slopes[count];
            System.arraycopy(filter.seasons, count, seasons, 0, cycle);
            for (int h = 0; h < mean.length; h++) {
                final double before = level;
                final double fading = model.trend() == Component.MULTIPLIED ? Math.pow(Math.max(slope, 0), weights.phi()) : weights.phi() * slope;
                final double base = model.trend() == Component.MULTIPLIED ? level * fading : level + (model.hasTrend() ? fading : 0);
                final double part = cycle == 0 ? 0 : seasons[h % cycle];
                final double expected = seasoned(base, part);
                final double error = deviation * Normal.next(randomness);
                final double value = model.error() ? expected * (1 + error) : expected + error;
                futures[h][path] = value;
                double adjusted = value;
                if (model.season() == Component.ADDED) {
                    adjusted = value - part;
                    seasons[h % cycle] = part + weights.gamma() * (value - base - part);
                } else if (model.season() == Component.MULTIPLIED) {
                    adjusted = part == 0 ? base : value / part;
                    seasons[h % cycle] = base == 0 ? part : part + weights.gamma() * (value / base - part);
                }
                level = base + weights.alpha() * (adjusted - base);
                if (model.trend() == Component.MULTIPLIED) {
                    slope = before == 0 ? fading : fading + weights.beta() * (level / before - fading);
                } else if (model.hasTrend()) {
                    slope = fading + weights.beta() * (level - before - fading);
                }
            }
        }
        return Normal.bounds(mean, futures);
    }

    @Override
    public double[] fitted() {
        final var fitted = filter.fitted.clone();
        Arrays.setAll(fitted, t -> fitted[t] * scale);
        return fitted;
    }

    double criterion() {
        final double left = filter.series.length - known - 2;
        return left <= 0 ? Double.NaN : deviance + 2 * (known + 1) + 2.0 * (known + 1) * (known + 2) / left;
    }

    @Override
    public List<Learned> numbers() {
        final var numbers = new ArrayList<Learned>();
        numbers.add(new Learned("alpha", weights.alpha()));
        if (model.hasTrend()) {
            numbers.add(new Learned("beta", weights.alpha() * weights.beta()));
        }
        if (model.hasSeason()) {
            numbers.add(new Learned("gamma", weights.gamma()));
        }
        if (model.damped()) {
            numbers.add(new Learned("phi", weights.phi()));
        }
        numbers.add(new Learned("sigma", Math.sqrt(variance) * (model.error() ? 1 : scale)));
        numbers.add(new Learned("log-likelihood", -.5 * deviance));
        numbers.add(new Learned("aic", deviance + 2 * (known + 1)));
        if (!Double.isNaN(criterion())) {
            numbers.add(new Learned("aicc", criterion()));
        }
        return numbers;
    }
}
