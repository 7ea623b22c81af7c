// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import org.kontor.analytics.algorithms.forecasting.EtsModel.Component;

/** Where the states of exponential smoothing begin: a line through the first values without their season. Shared by all models of a series. */
final class EtsStart {

    private static final int LEAST = 10;
    private static final double SMALL = 1e-6;

    private final int cycle;
    private final double[][] figures = new double[3][];
    private final double[][] lines = new double[3][];
    private final double[] means = new double[3];

    /**
     * @param series the values
     * @param cycle  the length of the season; models have one only where the series is at least two cycles long
     */
    EtsStart(final double[] series, final int cycle) {
        this.cycle = cycle;
        boolean positive = true;
        for (final double value : series) {
            positive &= value > 0;
        }
        for (final var season : Component.values()) {
            final int place = season.ordinal();
            double[] adjusted = series;
            if (season != Component.NONE) {
                if (series.length < 2 * cycle || cycle < 2 || season == Component.MULTIPLIED && !positive) {
                    continue;
                }
                final var parts = new Decomposition(series, cycle, season == Component.MULTIPLIED);
                figures[place] = parts.figure;
                adjusted = parts.adjusted();
            }
            final int count = Math.min(series.length, Math.max(LEAST, 2 * cycle));
            lines[place] = line(adjusted, count);
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += adjusted[i];
            }
            means[place] = sum / count;
        }
    }

    /** {@return intercept at the place before the first value, and slope, of the line through the first values} */
    private static double[] line(final double[] values, final int count) {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
            weighted += (i + 1) * values[i];
        }
        final double middle = (count + 1) / 2.0;
        final double slope = count < 2 ? 0 : (weighted - middle * sum) * 12 / (count * ((double) count * count - 1));
        return new double[] {sum / count - slope * middle, slope};
    }

    int cycle() {
        return cycle;
    }

    /** {@return the seasonal part of each place} */
    double[] figure(final Component season) {
        return figures[season.ordinal()];
    }

    double level(final EtsModel model) {
        final int place = model.season().ordinal();
        final double level = model.hasTrend() ? lines[place][0] : means[place];
        // a line may begin below zero, where a model that multiplies cannot
        return model.needsPositive() ? Math.max(level, .1 * Math.max(means[place], SMALL)) : level;
    }

    double slope(final EtsModel model) {
        final double[] line = lines[model.season().ordinal()];
        if (model.trend() != Component.MULTIPLIED) {
            return line[1];
        }
        return Math.min(1.2, Math.max(.8, 1 + line[1] / Math.max(level(model), SMALL)));
    }
}
