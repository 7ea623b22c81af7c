// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;

import org.kontor.analytics.algorithms.forecasting.EtsModel.Component;

/**
 * Runs a series through a model of exponential smoothing, and back again for the derivatives: the states are the same for errors that are
 * added and multiplied, only the likelihood differs. For one thread; the arrays are used again and again.
 */
final class EtsFilter {

    /** So many logarithms are taken at once. */
    private static final int TOGETHER = 16;
    private static final double LEAST = 1e-10;
    /** Nothing is more exact than this, so that a series without any noise has a likelihood too. */
    private static final double EXACT = 1e-24;

    final double[] series;
    final EtsModel model;
    final int cycle;
    /** Level and slope before each point, and after the last. */
    final double[] levels;
    final double[] slopes;
    /** The seasonal part of each point, and of the cycle after the last. */
    final double[] seasons;
    final double[] fitted;
    final double[] errors;

    private final Component trend;
    private final Component season;
    private final boolean damped;
    private final double[] bases;
    private final double[] faded;
    private final double[] backSeasons;
    private double alpha;
    private double beta;
    private double gamma;
    private double phi;
    private double squares;

    /**
     * @param series the values, about 1 in size
     * @param model  the model
     * @param cycle  the length of the season
     */
    EtsFilter(final double[] series, final EtsModel model, final int cycle) {
        this.series = series;
        this.model = model;
        this.cycle = model.hasSeason() ? cycle : 0;
        trend = model.trend();
        season = model.season();
        damped = model.damped();
        final int count = series.length;
        levels = new double[count + 1];
        slopes = new double[count + 1];
        seasons = new double[count + this.cycle];
        fitted = new double[count];
        errors = new double[count];
        bases = new double[count];
        faded = new double[count];
        backSeasons = new double[count + this.cycle];
    }

    /** The numbers that smooth: the slope's is a part of the level's. */
    record Weights(double alpha, double beta, double gamma, double phi) {
    }

    /**
     * Runs forward from the states that {@link #levels}, {@link #slopes} and {@link #seasons} begin with.
     *
     * @return twice the negative logarithm of the likelihood, divided by the number of points, up to a constant; infinite where the model breaks
     */
    double forward(final Weights weights) {
        alpha = weights.alpha;
        beta = weights.beta;
        gamma = weights.gamma;
        phi = weights.phi;
        double level = levels[0];
        double slope = slopes[0];
        double sum = 0;
        double logs = 0;
        double product = 1;
        for (int t = 0; t < series.length; t++) {
            final double y = series[t];
            double base = level;
            double fading = 0;
            if (trend == Component.ADDED) {
                fading = phi * slope;
                base = level + fading;
            } else if (trend == Component.MULTIPLIED) {
                if (slope < LEAST || level < LEAST) {
                    return Double.POSITIVE_INFINITY;
                }
                fading = damped ? Math.exp(phi * Math.log(slope)) : slope;
                base = level * fading;
            }
            double expected = base;
            double adjusted = y;
            if (season == Component.ADDED) {
                final double part = seasons[t];
                expected = base + part;
                adjusted = y - part;
                seasons[t + cycle] = part + gamma * (y - base - part);
            } else if (season == Component.MULTIPLIED) {
                final double part = seasons[t];
                if (part < LEAST || base < LEAST) {
                    return Double.POSITIVE_INFINITY;
                }
                expected = base * part;
                adjusted = y / part;
                seasons[t + cycle] = part + gamma * (y / base - part);
            }
            double error = y - expected;
            if (model.error()) {
                if (expected < LEAST) {
                    return Double.POSITIVE_INFINITY;
                }
                error /= expected;
                product *= expected;
                if ((t & TOGETHER - 1) == 0) {
                    logs += Math.log(product);
                    product = 1;
                }
            }
            bases[t] = base;
            faded[t] = fading;
            fitted[t] = expected;
            errors[t] = error;
            sum += error * error;
            final double before = level;
            level = base + alpha * (adjusted - base);
            if (trend == Component.ADDED) {
                slope = fading + beta * (level - before - fading);
            } else if (trend == Component.MULTIPLIED) {
                slope = fading + beta * (level / before - fading);
            }
            levels[t + 1] = level;
            slopes[t + 1] = slope;
        }
        squares = sum + series.length * EXACT;
        return Math.log(squares) + 2 * (logs + Math.log(product)) / series.length;
    }

    /** {@return the sum of the squared errors of the last run forward} */
    double squares() {
        return squares;
    }

    /**
     * Runs back after {@link #forward}.
     *
     * @param into takes the derivatives of what it gave: by alpha, beta, gamma and phi, by the first level and slope, and by the seasonal
     *             part of each place of the cycle
     */
    void backward(final double[] into) {
        Arrays.fill(backSeasons, 0);
        final int count = series.length;
        final double perPoint = 2.0 / count;
        double byAlpha = 0;
        double byBeta = 0;
        double byGamma = 0;
        double byPhi = 0;
        double backLevel = 0;
        double backSlope = 0;
        for (int t = count - 1; t >= 0; t--) {
            final double y = series[t];
            final double level = levels[t];
            final double base = bases[t];
            final double fading = faded[t];
            final double expected = fitted[t];
            double backExpected = -2 * errors[t] / squares;
            if (model.error()) {
                backExpected = backExpected * y / (expected * expected) + perPoint / expected;
            }
            double backBase = 0;
            double backPart = 0;
            double backFading = 0;
            double backBefore = 0;
            double part = 0;
            double adjusted = y;
            if (season != Component.NONE) {
                part = seasons[t];
                final double back = backSeasons[t + cycle];
                backPart = (1 - gamma) * back;
                if (season == Component.ADDED) {
                    adjusted = y - part;
                    backBase = -gamma * back;
                    byGamma += back * (y - base - part);
                } else {
                    final double share = y / base;
                    adjusted = y / part;
                    backBase = -gamma * back * share / base;
                    byGamma += back * (share - part);
                }
            }
            if (trend == Component.ADDED) {
                final double rise = levels[t + 1] - level;
                backFading = (1 - beta) * backSlope;
                byBeta += backSlope * (rise - fading);
                backLevel += beta * backSlope;
                backBefore = -beta * backSlope;
            } else if (trend == Component.MULTIPLIED) {
                final double rise = levels[t + 1] / level;
                backFading = (1 - beta) * backSlope;
                byBeta += backSlope * (rise - fading);
                backLevel += beta * backSlope / level;
                backBefore = -beta * backSlope * rise / level;
            }
            backBase += (1 - alpha) * backLevel;
            byAlpha += backLevel * (adjusted - base);
            if (season == Component.ADDED) {
                backPart += backExpected - alpha * backLevel;
                backBase += backExpected;
            } else if (season == Component.MULTIPLIED) {
                backPart += backExpected * base - alpha * backLevel * adjusted / part;
                backBase += backExpected * part;
            } else {
                backBase += backExpected;
            }
            if (trend == Component.ADDED) {
                backFading += backBase;
                backLevel = backBefore + backBase;
                backSlope = phi * backFading;
                byPhi += backFading * slopes[t];
            } else if (trend == Component.MULTIPLIED) {
                backFading += backBase * level;
                backLevel = backBefore + backBase * fading;
                backSlope = backFading * phi * fading / slopes[t];
                byPhi += damped ? backFading * fading * Math.log(slopes[t]) : 0;
            } else {
                backLevel = backBase;
            }
            if (season != Component.NONE) {
                backSeasons[t] += backPart;
            }
        }
        into[0] = byAlpha;
        into[1] = byBeta;
        into[2] = byGamma;
        into[3] = byPhi;
        into[4] = backLevel;
        into[5] = backSlope;
        System.arraycopy(backSeasons, 0, into, 6, cycle);
    }
}
