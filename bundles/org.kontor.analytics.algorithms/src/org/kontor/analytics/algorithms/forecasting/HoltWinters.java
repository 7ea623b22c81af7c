// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.algorithms.forecasting.EtsModel.Component;
import org.kontor.analytics.algorithms.numerics.BoundedQuasiNewton;
import org.kontor.analytics.run.Randomness;

/**
 * The classic method of Holt 1957 and Winters 1960: the states begin with a decomposition of the first two cycles (or the first two values
 * without season), and the weights make the squared errors of one step least.
 */
final class HoltWinters implements Fit {

    private static final double[][] STARTS = {{.3, .1, .1}, {.1, .01, .5}, {.7, .05, .3}, {.2, .02, .9}};
    private static final double STEP = 1e-6;
    private static final BoundedQuasiNewton.Settings EXACT = new BoundedQuasiNewton.Settings(1e-12, 1e-16, 500);
    private static final int PATHS = 5_000;

    private final double[] series;
    private final boolean trend;
    private final Component season;
    private final int cycle;
    private final int first;
    private final double startLevel;
    private final double startSlope;
    private final double[] startSeasons;
    private final double[] fitted;
    private final double[] seasons;
    private double level;
    private double slope;
    private double[] weights;
    private double squares;

    /**
     * @param series the values
     * @param trend  whether there is a slope
     * @param season what the season is
     * @param length the length of the season
     * @param pause  called again and again
     */
    HoltWinters(final double[] series, final boolean trend, final Component season, final int length, final Runnable pause) {
        this.series = series;
        this.trend = trend;
        this.season = season;
        cycle = season == Component.NONE ? 0 : length;
        fitted = new double[series.length];
        seasons = new double[series.length + cycle];
        if (cycle > 0) {
            final var parts = new Decomposition(Arrays.copyOf(series, 2 * cycle), cycle, season == Component.MULTIPLIED);
            final double[] line = parts.trendLine();
            first = cycle;
            startLevel = line[0];
            startSlope = trend ? line[1] : 0;
            startSeasons = parts.figure;
        } else {
            first = trend ? 2 : 1;
            startLevel = series[trend ? 1 : 0];
            startSlope = trend ? series[1] - series[0] : 0;
            startSeasons = new double[0];
        }
        search(pause);
    }

    private void search(final Runnable pause) {
        final int size = 1 + (trend ? 1 : 0) + (cycle > 0 ? 1 : 0);
        final double total = Math.max(Double.MIN_NORMAL, Arrays.stream(series).map(value -> value * value).sum());
        final var scale = new double[size];
        final var upper = new double[size];
        Arrays.fill(scale, .2);
        Arrays.fill(upper, 1);
        final var objective = new BoundedQuasiNewton.Objective() {
            @Override
            public double value(final double[] point) {
                pause.run();
                return run(point) / total * series.length;
            }

            @Override
            public void gradient(final double[] point, final double[] gradient) {
                final var moved = point.clone();
                for (int i = 0; i < size; i++) {
                    moved[i] = Math.min(1, point[i] + STEP);
                    final double up = moved[i];
                    final double above = value(moved);
                    moved[i] = Math.max(0, point[i] - STEP);
                    gradient[i] = (above - value(moved)) / (up - moved[i]);
                    moved[i] = point[i];
                }
            }
        };
        double best = Double.POSITIVE_INFINITY;
        for (final double[] start : STARTS) {
            final double[] from = size == 2 && cycle > 0 ? new double[] {start[0], start[2]} : Arrays.copyOf(start, size);
            final var found = BoundedQuasiNewton.minimum(objective, from, new BoundedQuasiNewton.Box(new double[size], upper, scale), EXACT);
            if (found.value() < best || weights == null) {
                best = found.value();
                weights = found.point();
            }
        }
        squares = run(weights);
    }

    private double gamma(final double[] point) {
        return cycle > 0 ? point[point.length - 1] : 0;
    }

    private double run(final double[] point) {
        final double alpha = point[0];
        final double beta = trend ? point[1] : 0;
        final double gamma = gamma(point);
        System.arraycopy(startSeasons, 0, seasons, 0, cycle);
        // the first cycle only starts the states
        System.arraycopy(startSeasons, 0, seasons, cycle, cycle);
        Arrays.fill(fitted, 0, first, Double.NaN);
        level = startLevel;
        slope = startSlope;
        double sum = 0;
        for (int t = first; t < series.length; t++) {
            final double base = level + slope;
            final double part = cycle > 0 ? seasons[t] : 0;
            fitted[t] = seasoned(base, part);
            final double error = series[t] - fitted[t];
            sum += error * error;
            final double before = level;
            level = alpha * (season == Component.MULTIPLIED ? series[t] / part : series[t] - part) + (1 - alpha) * base;
            slope = trend ? beta * (level - before) + (1 - beta) * slope : 0;
            if (cycle > 0) {
                seasons[t + cycle] = gamma * (season == Component.MULTIPLIED ? series[t] / level : series[t] - level) + (1 - gamma) * part;
            }
        }
        return sum;
    }

    private double seasoned(final double base, final double part) {
        return season == Component.MULTIPLIED ? base * part : base + part;
    }

    double squares() {
        return squares;
    }

    @Override
    public String model() {
        final String name = cycle > 0 ? "Holt-Winters" : trend ? "Holt" : "simple exponential smoothing";
        return season == Component.MULTIPLIED ? name + " multiplicative" : cycle > 0 ? name + " additive" : name;
    }

    private double deviation() {
        return Math.sqrt(squares / Math.max(1, series.length - first - weights.length));
    }

    @Override
    public Forecast forecast(final int horizon, final Randomness randomness) {
        final int count = series.length;
        final var mean = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            mean[h] = seasoned(level + (h + 1) * slope, cycle > 0 ? seasons[count + h % cycle] : 0);
        }
        if (season == Component.MULTIPLIED) {
            return simulated(mean, randomness);
        }
        final var deviations = new double[horizon];
        double sum = 1;
        for (int h = 0; h < horizon; h++) {
            if (h > 0) {
                double effect = weights[0] * (1 + (trend ? h * weights[1] : 0));
                effect += cycle > 0 && h % cycle == 0 ? gamma(weights) * (1 - weights[0]) : 0;
                sum += effect * effect;
            }
            deviations[h] = deviation() * Math.sqrt(sum);
        }
        return Forecast.normal(mean, deviations);
    }

    private Forecast simulated(final double[] mean, final Randomness randomness) {
        final var futures = new double[mean.length][PATHS];
        final var parts = new double[cycle];
        for (int path = 0; path < PATHS; path++) {
            double base = level;
            double rise = slope;
            System.arraycopy(seasons, series.length, parts, 0, cycle);
            for (int h = 0; h < mean.length; h++) {
                final double part = parts[h % cycle];
                final double value = (base + rise) * part + deviation() * Normal.next(randomness);
                final double before = base;
                futures[h][path] = value;
                base = weights[0] * (part == 0 ? before + rise : value / part) + (1 - weights[0]) * (before + rise);
                rise = trend ? weights[1] * (base - before) + (1 - weights[1]) * rise : 0;
                parts[h % cycle] = base == 0 ? part : gamma(weights) * value / base + (1 - gamma(weights)) * part;
            }
        }
        return Normal.bounds(mean, futures);
    }

    @Override
    public double[] fitted() {
        return fitted.clone();
    }

    @Override
    public List<Learned> numbers() {
        final var numbers = new ArrayList<Learned>();
        numbers.add(new Learned("alpha", weights[0]));
        if (trend) {
            numbers.add(new Learned("beta", weights[1]));
        }
        if (cycle > 0) {
            numbers.add(new Learned("gamma", gamma(weights)));
        }
        numbers.add(new Learned("sse", squares));
        numbers.add(new Learned("sigma", deviation()));
        return numbers;
    }
}
