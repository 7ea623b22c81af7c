// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Finds a minimum of a function of a few variables from its values alone (Nelder and Mead, A Simplex Method for Function Minimization, 1965,
 * with the coefficients of Gao and Han, 2012, for many variables). Values that are infinite or not defined are places to avoid. The same
 * input gives the same bits, and there is always an end.
 *
 * @since 0.1
 */
public final class Simplex {

    private final ToDoubleFunction<double[]> objective;
    private final Settings settings;
    private final int size;
    private final double[][] corners;
    private final double[] values;
    private final double expansion;
    private final double contraction;
    private final double shrinkage;
    private int evaluations;

    /**
     * When to stop.
     *
     * @param precision   the difference between the best and the worst corner, as a part of the value, that counts as none; 0 or more
     * @param evaluations how often the function is asked at most, about
     */
    public record Settings(double precision, int evaluations) {

        /** As exact as the numbers allow, or nearly so. */
        public static final Settings EXACT = new Settings(1e-14, 20_000);

        public Settings {
            if (!(precision >= 0) || evaluations < 1) {
                throw new IllegalArgumentException("a search with " + precision + ", " + evaluations);
            }
        }
    }

    /**
     * Where a search ended.
     *
     * @param point       the best point
     * @param value       the value there; {@code NaN} or infinite where no usable value was seen
     * @param evaluations how often the function was asked
     * @param found       whether the corners came together; false where the point is only the best that was seen
     */
    public record Minimum(double[] point, double value, int evaluations, boolean found) {
    }

    private Simplex(final ToDoubleFunction<double[]> objective, final double[] start, final double[] steps, final Settings settings) {
        this.objective = Objects.requireNonNull(objective);
        this.settings = Objects.requireNonNull(settings);
        if (steps.length != start.length) {
            throw new IllegalArgumentException(steps.length + " steps for " + start.length + " variables");
        }
        size = start.length;
        expansion = size > 2 ? 1 + 2.0 / size : 2;
        contraction = size > 2 ? .75 - .5 / size : .5;
        shrinkage = size > 2 ? 1 - 1.0 / size : .5;
        corners = new double[size + 1][];
        values = new double[size + 1];
        for (int i = 0; i <= size; i++) {
            corners[i] = start.clone();
            if (i > 0) {
                corners[i][i - 1] += steps[i - 1];
            }
            values[i] = ask(corners[i]);
        }
    }

    /**
     * Looks for a minimum.
     *
     * @param objective the function; it must not keep or change the point it is given
     * @param start     where to start; not changed
     * @param steps     how far the other corners are from the start, one for each variable, none of them 0; not changed
     * @param settings  when to stop
     * @return where the search ended
     */
    public static Minimum minimum(final ToDoubleFunction<double[]> objective, final double[] start, final double[] steps, final Settings settings) {
        return new Simplex(objective, start, steps, settings).search();
    }

    /**
     * Looks for a minimum again and again from where the last search ended, until that finds no better place: a simplex can come together
     * where there is none.
     *
     * @param objective the function; it must not keep or change the point it is given
     * @param start     where to start; not changed
     * @param steps     how far the other corners are from the start, one for each variable, none of them 0; not changed
     * @param settings  when to stop; the evaluations are those of all searches
     * @return where the last search ended
     */
    public static Minimum restarted(final ToDoubleFunction<double[]> objective, final double[] start, final double[] steps, final Settings settings) {
        var best = minimum(objective, start, steps, settings);
        int spent = best.evaluations();
        while (spent < settings.evaluations()) {
            final var again = minimum(objective, best.point(), steps, new Settings(settings.precision(), settings.evaluations() - spent));
            spent += again.evaluations();
            final boolean better = again.value() < best.value() - settings.precision() * Math.abs(best.value());
            best = again.value() <= best.value() ? new Minimum(again.point(), again.value(), spent, again.found())
                    : new Minimum(best.point(), best.value(), spent, best.found());
            if (!better) {
                break;
            }
        }
        return best;
    }

    private double ask(final double[] point) {
        evaluations++;
        final double value = objective.applyAsDouble(point);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private Minimum search() {
        if (size == 0) {
            return new Minimum(corners[0], values[0], evaluations, true);
        }
        final var middle = new double[size];
        while (true) {
            int best = 0;
            int worst = 0;
            for (int i = 1; i <= size; i++) {
                best = values[i] < values[best] ? i : best;
                worst = values[i] >= values[worst] ? i : worst;
            }
            int second = best;
            for (int i = 0; i <= size; i++) {
                second = i != worst && values[i] > values[second] ? i : second;
            }
            final boolean together = isTogether(best, worst);
            if (together || evaluations >= settings.evaluations() || Double.isInfinite(values[best])) {
                return new Minimum(corners[best], values[best], evaluations, together);
            }
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int i = 0; i <= size; i++) {
                    sum += i == worst ? 0 : corners[i][j];
                }
                middle[j] = sum / size;
            }
            move(middle, best, second, worst);
        }
    }

    private boolean isTogether(final int best, final int worst) {
        if (!Double.isFinite(values[best]) || values[worst] - values[best] > settings.precision() * (Math.abs(values[best]) + Double.MIN_NORMAL)) {
            return false;
        }
        // a plateau around a wide simplex is no minimum yet
        for (int j = 0; j < size; j++) {
            final double wide = Math.abs(corners[worst][j] - corners[best][j]);
            if (wide > Math.sqrt(settings.precision()) * Math.max(Math.abs(corners[best][j]), 1) && values[worst] != values[best]) {
                return false;
            }
        }
        return true;
    }

    private void move(final double[] middle, final int best, final int second, final int worst) {
        final var reflected = along(middle, corners[worst], -1);
        final double reflectedValue = ask(reflected);
        if (reflectedValue < values[best]) {
            final var expanded = along(middle, corners[worst], -expansion);
            final double expandedValue = ask(expanded);
            final boolean farther = expandedValue < reflectedValue;
            put(worst, farther ? expanded : reflected, farther ? expandedValue : reflectedValue);
        } else if (reflectedValue < values[second]) {
            put(worst, reflected, reflectedValue);
        } else {
            final boolean outside = reflectedValue < values[worst];
            final var contracted = along(middle, corners[worst], outside ? -contraction : contraction);
            final double contractedValue = ask(contracted);
            if (contractedValue < (outside ? reflectedValue : values[worst])) {
                put(worst, contracted, contractedValue);
            } else {
                shrink(best);
            }
        }
    }

    private double[] along(final double[] middle, final double[] corner, final double part) {
        final var point = new double[size];
        for (int j = 0; j < size; j++) {
            point[j] = middle[j] + part * (corner[j] - middle[j]);
        }
        return point;
    }

    private void put(final int corner, final double[] point, final double value) {
        corners[corner] = point;
        values[corner] = value;
    }

    private void shrink(final int best) {
        for (int i = 0; i <= size; i++) {
            if (i != best) {
                put(i, along(corners[best], corners[i], shrinkage), 0);
                values[i] = ask(corners[i]);
            }
        }
    }
}
