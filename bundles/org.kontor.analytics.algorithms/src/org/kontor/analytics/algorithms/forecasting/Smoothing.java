// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

/**
 * Simple exponential smoothing whose first level and weight make the squared errors of one step least. For a weight the best first level is
 * known in closed form, so only the weight is searched for.
 */
final class Smoothing {

    private static final double LEAST = 1e-4;
    private static final double MOST = 1 - LEAST;
    private static final int GRID = 24;
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final double PRECISION = 1e-9;

    final double alpha;
    final double first;
    final double squares;
    private final double[] series;

    /** @param series the values, two or more */
    Smoothing(final double[] series) {
        this.series = series;
        double best = LEAST;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            final double tried = LEAST + (MOST - LEAST) * i / GRID;
            final double value = squares(tried);
            if (value < least) {
                least = value;
                best = tried;
            }
        }
        alpha = narrowed(Math.max(LEAST, best - (MOST - LEAST) / GRID), Math.min(MOST, best + (MOST - LEAST) / GRID), best, least);
        squares = squares(alpha);
        first = start(alpha);
    }

    /** Golden sections: smooth enough, and the bits are the same everywhere. */
    private double narrowed(final double from, final double to, final double known, final double knownValue) {
        double low = from;
        double high = to;
        double one = low + GOLDEN * (high - low);
        double two = high - GOLDEN * (high - low);
        double oneValue = squares(one);
        double twoValue = squares(two);
        while (high - low > PRECISION) {
            if (oneValue <= twoValue) {
                high = two;
                two = one;
                twoValue = oneValue;
                one = low + GOLDEN * (high - low);
                oneValue = squares(one);
            } else {
                low = one;
                one = two;
                oneValue = twoValue;
                two = high - GOLDEN * (high - low);
                twoValue = squares(two);
            }
        }
        final double middle = (low + high) / 2;
        return squares(middle) <= knownValue ? middle : known;
    }

    private double squares(final double weight) {
        return pass(weight, true);
    }

    private double start(final double weight) {
        return series[0] + pass(weight, false);
    }

    /** Errors are those of the level 0 minus the fading share of the first level: a line through them gives the best one. */
    private double pass(final double weight, final boolean sum) {
        final double reference = series[0];
        double level = 0;
        double share = 1;
        double squared = 0;
        double product = 0;
        double shares = 0;
        for (final double value : series) {
            final double error = value - reference - level;
            squared += error * error;
            product += error * share;
            shares += share * share;
            level += weight * error;
            share *= 1 - weight;
        }
        return sum ? squared - product * product / shares : product / shares;
    }

    /** {@return what was expected of each value} */
    double[] fitted() {
        final var fitted = new double[series.length];
        double level = first;
        for (int t = 0; t < fitted.length; t++) {
            fitted[t] = level;
            level += alpha * (series[t] - level);
        }
        return fitted;
    }

    /** {@return the level after the last value} */
    double last() {
        double level = first;
        for (final double value : series) {
            level += alpha * (value - level);
        }
        return level;
    }
}
