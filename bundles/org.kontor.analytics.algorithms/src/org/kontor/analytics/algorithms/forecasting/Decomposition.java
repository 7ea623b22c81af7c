// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;

/** The classical decomposition: a moving average over a cycle, the mean of each place of the cycle, and what is left. */
final class Decomposition {

    private static final double LEAST = 1e-2;

    /** What each place of the cycle adds, 0 on average, or multiplies, 1 on average; place 0 is that of the first value. */
    final double[] figure;
    private final double[] series;
    private final double[] trend;
    private final boolean multiplied;

    /**
     * @param series     at least two cycles
     * @param cycle      2 or more
     * @param multiplied whether the season multiplies; all values are above 0 then
     */
    Decomposition(final double[] series, final int cycle, final boolean multiplied) {
        this.series = series;
        this.multiplied = multiplied;
        trend = movingAverage(series, cycle);
        figure = new double[cycle];
        final var counts = new int[cycle];
        for (int t = 0; t < series.length; t++) {
            if (!Double.isNaN(trend[t])) {
                final double left = multiplied ? series[t] / trend[t] : series[t] - trend[t];
                figure[t % cycle] += left;
                counts[t % cycle]++;
            }
        }
        double sum = 0;
        for (int i = 0; i < cycle; i++) {
            figure[i] = counts[i] == 0 ? multiplied ? 1 : 0 : figure[i] / counts[i];
            sum += figure[i];
        }
        for (int i = 0; i < cycle; i++) {
            figure[i] = multiplied ? Math.max(LEAST, figure[i] * cycle / sum) : figure[i] - sum / cycle;
        }
    }

    private static double[] movingAverage(final double[] series, final int cycle) {
        final var trend = new double[series.length];
        Arrays.fill(trend, Double.NaN);
        final int half = cycle / 2;
        for (int t = half; t + half < series.length; t++) {
            double sum = 0;
            for (int i = t - half; i <= t + half; i++) {
                final boolean edge = cycle % 2 == 0 && (i == t - half || i == t + half);
                sum += edge ? .5 * series[i] : series[i];
            }
            trend[t] = sum / cycle;
        }
        return trend;
    }

    /** {@return the series without its season} */
    double[] adjusted() {
        final var adjusted = new double[series.length];
        for (int t = 0; t < adjusted.length; t++) {
            final double part = figure[t % figure.length];
            adjusted[t] = multiplied ? series[t] / part : series[t] - part;
        }
        return adjusted;
    }

    /** {@return value before the first, and slope, of the line through the moving average} */
    double[] trendLine() {
        double count = 0;
        double sum = 0;
        double weighted = 0;
        for (final double value : trend) {
            if (!Double.isNaN(value)) {
                count++;
                sum += value;
                weighted += count * value;
            }
        }
        final double middle = (count + 1) / 2;
        final double slope = count < 2 ? 0 : (weighted - middle * sum) * 12 / (count * (count * count - 1));
        return new double[] {sum / count - slope * middle, slope};
    }

    /**
     * How much of what is not trend is season (Wang, Smith and Hyndman, Characteristic-Based Clustering for Time Series Data, 2006).
     *
     * @return 0 to 1
     */
    double strength() {
        final var rest = new Moments();
        final var both = new Moments();
        for (int t = 0; t < series.length; t++) {
            if (!Double.isNaN(trend[t])) {
                both.add(series[t] - trend[t]);
                rest.add(series[t] - trend[t] - figure[t % figure.length]);
            }
        }
        final double variance = both.variance();
        return variance > 0 ? Math.max(0, 1 - rest.variance() / variance) : 0;
    }

    private static final class Moments {

        private int count;
        private double mean;
        private double squares;

        void add(final double value) {
            count++;
            final double difference = value - mean;
            mean += difference / count;
            squares += difference * (value - mean);
        }

        double variance() {
            return count < 2 ? 0 : squares / (count - 1);
        }
    }
}
