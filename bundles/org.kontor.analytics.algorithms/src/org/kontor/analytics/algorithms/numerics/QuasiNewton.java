// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.Arrays;
import java.util.Objects;

/**
 * Finds a minimum of a smooth function of a few variables from its gradient: BFGS with a line search to the weak Wolfe conditions, which copes
 * with places where the function is infinite or not defined (Nocedal and Wright, Numerical Optimization, 2006, chapters 3 and 6; Lewis and
 * Overton, Nonsmooth optimization via quasi-Newton methods, 2013). Positive parameters are best given as their logarithms. The same input
 * gives the same bits, and there is always an end: the result says why the search stopped.
 *
 * @since 0.1
 */
public final class QuasiNewton {

    private static final double ENOUGH_DECREASE = 1e-4;
    private static final double ENOUGH_CURVATURE = .9;
    private static final int MOST_TRIALS = 60;
    private static final int MOST_STILL = 3;
    /** Changes of the value below this part of it are rounding. */
    private static final double ROUNDING = 16 * 0x1.0p-52;

    private final Objective objective;
    private final Settings settings;
    private final int size;
    private final double[][] inverse;
    private final boolean scaled;
    private double[] point;
    private double[] gradient;
    private double value;
    private double[] triedPoint;
    private double[] triedGradient;
    private double triedValue;
    private int evaluations;

    /** What is to become small. */
    @FunctionalInterface
    public interface Objective {

        /**
         * The value and the gradient at a point.
         *
         * @param point    where; not to be changed
         * @param gradient takes the derivative by each variable
         * @return the value; {@code NaN} or infinite where it is not defined, then the gradient does not matter
         */
        double value(double[] point, double[] gradient);
    }

    /** Why a search stopped. */
    public enum Stop {
        /** The gradient is as small as was asked for. */
        FLAT(true),
        /** The value decreases no more within the precision of the numbers. */
        PRECISE(true),
        /** A variable went beyond the limit: there is no minimum nearby, or none at all. */
        RAN_AWAY(false),
        /** As many steps as were allowed. */
        STEPS(false),
        /** No step along the gradient makes the value smaller: the gradient is not that of the value, or the value is not smooth. */
        NO_DESCENT(false),
        /** There is no finite value at the start. */
        NO_START(false);

        private final boolean found;

        Stop(final boolean found) {
            this.found = found;
        }

        /**
         * Whether the search ended at a minimum.
         *
         * @return false where the point is only the best that was seen
         */
        public boolean found() {
            return found;
        }
    }

    /**
     * When to stop.
     *
     * @param flat    the largest derivative that counts as none, above 0; the value should be of the size of 1 or so, such as a mean over rows
     * @param steps   how many steps at most
     * @param longest how far a step changes a variable at most, above 0
     * @param limit   how far from 0 a variable may be at most
     */
    public record Settings(double flat, int steps, double longest, double limit) {

        /** For parameters given as logarithms and a mean over rows. */
        public static final Settings LOGARITHMS = new Settings(1e-9, 500, 4, 40);

        public Settings {
            if (!(flat > 0 && steps >= 0 && longest > 0 && limit > 0)) {
                throw new IllegalArgumentException("a search with " + flat + ", " + steps + ", " + longest + ", " + limit);
            }
        }
    }

    /**
     * Where a search ended.
     *
     * @param point       the best point
     * @param value       the value there
     * @param gradient    the gradient there
     * @param inverse     an estimate of the inverse of the matrix of second derivatives, row by row; another search of a similar function can
     *                    start with it
     * @param steps       how many steps were taken
     * @param evaluations how often the function was asked
     * @param stop        why it ended
     */
    public record Minimum(double[] point, double value, double[] gradient, double[][] inverse, int steps, int evaluations, Stop stop) {
    }

    private QuasiNewton(final Objective objective, final double[] start, final double[][] inverse, final Settings settings) {
        this.objective = Objects.requireNonNull(objective);
        this.settings = Objects.requireNonNull(settings);
        size = start.length;
        point = start.clone();
        gradient = new double[size];
        triedPoint = new double[size];
        triedGradient = new double[size];
        scaled = inverse != null;
        this.inverse = new double[size][size];
        for (int i = 0; i < size; i++) {
            this.inverse[i][i] = 1;
            if (scaled) {
                this.inverse[i] = inverse[i].clone();
            }
        }
    }

    /**
     * Looks for a minimum.
     *
     * @param objective the function
     * @param start     where to start; not changed
     * @param settings  when to stop
     * @return where the search ended, and why
     */
    public static Minimum minimum(final Objective objective, final double[] start, final Settings settings) {
        return new QuasiNewton(objective, start, null, settings).search();
    }

    /**
     * Looks for a minimum with knowledge of a function much like this one.
     *
     * @param objective the function
     * @param start     where to start; not changed
     * @param inverse   {@link Minimum#inverse()} of the other search; not changed
     * @param settings  when to stop
     * @return where the search ended, and why
     */
    public static Minimum minimum(final Objective objective, final double[] start, final double[][] inverse, final Settings settings) {
        return new QuasiNewton(objective, start, Objects.requireNonNull(inverse), settings).search();
    }

    private Minimum search() {
        value = objective.value(point, gradient);
        evaluations = 1;
        if (!isFinite(value, gradient)) {
            return ended(Stop.NO_START, 0);
        }
        boolean fresh = !scaled;
        int still = 0;
        double flattest = largest(gradient);
        for (int step = 0;; step++) {
            if (largest(gradient) <= settings.flat()) {
                return ended(Stop.FLAT, step);
            }
            if (largest(point) > settings.limit()) {
                return ended(Stop.RAN_AWAY, step);
            }
            if (step >= settings.steps()) {
                return ended(Stop.STEPS, step);
            }
            double[] direction = direction();
            if (!(dot(direction, gradient) < 0)) {
                forget();
                fresh = true;
                direction = direction();
            }
            final double first = fresh ? Math.min(1, 1 / sumOfSizes(gradient)) : 1;
            if (!lineSearch(direction, Math.min(first, settings.longest() / largest(direction)))) {
                final boolean precise = isRounding(direction) || largest(gradient) <= Math.sqrt(settings.flat());
                if (fresh || precise) {
                    return ended(precise ? Stop.PRECISE : Stop.NO_DESCENT, step);
                }
                forget();
                fresh = true;
                continue;
            }
            final double before = value;
            learn(fresh);
            fresh = false;
            if (before - value > ROUNDING * Math.abs(value)) {
                still = 0;
                flattest = largest(gradient);
            } else {
                // the value shows nothing any more, though the gradient may for a while
                still = largest(gradient) < .5 * flattest ? 0 : still + 1;
                flattest = Math.min(flattest, largest(gradient));
                if (still >= MOST_STILL) {
                    return ended(Stop.PRECISE, step + 1);
                }
            }
        }
    }

    private Minimum ended(final Stop stop, final int steps) {
        return new Minimum(point, value, gradient, inverse, steps, evaluations, stop);
    }

    private void forget() {
        for (int i = 0; i < size; i++) {
            Arrays.fill(inverse[i], 0);
            inverse[i][i] = 1;
        }
    }

    private double[] direction() {
        final var direction = new double[size];
        for (int i = 0; i < size; i++) {
            direction[i] = -dot(inverse[i], gradient);
        }
        return direction;
    }

    /** Whether a full step promises less than rounding hides. */
    private boolean isRounding(final double[] direction) {
        return -dot(direction, gradient) <= 64 * ROUNDING * Math.max(Math.abs(value), Double.MIN_NORMAL);
    }

    /** Tries points along a direction until the value is enough smaller and the slope enough flatter. */
    private boolean lineSearch(final double[] direction, final double first) {
        final double slope = dot(direction, gradient);
        final double most = settings.longest() / largest(direction);
        double low = 0;
        double lowValue = value;
        double lowSlope = slope;
        double high = Double.POSITIVE_INFINITY;
        double length = first;
        double[] best = null;
        double bestValue = value;
        double[] bestGradient = null;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            final double tried = attempt(direction, length);
            final boolean usable = isFinite(tried, triedGradient);
            if (usable && tried < bestValue) {
                best = triedPoint.clone();
                bestValue = tried;
                bestGradient = triedGradient.clone();
            }
            if (!usable || tried > value + ENOUGH_DECREASE * length * slope && !isFlatter(tried, slope, dot(direction, triedGradient))) {
                high = length;
                length = usable ? between(low, lowValue, lowSlope, high, tried) : low + .1 * (high - low);
            } else if (dot(direction, triedGradient) < ENOUGH_CURVATURE * slope && length < most) {
                low = length;
                lowValue = tried;
                lowSlope = dot(direction, triedGradient);
                length = high < Double.POSITIVE_INFINITY ? .5 * (low + high) : Math.min(most, 2.5 * length);
            } else {
                triedValue = tried;
                return true;
            }
            if (high - low <= 0x1.0p-50 * high) {
                break;
            }
        }
        if (best == null) {
            return false;
        }
        // short of the conditions, yet smaller
        triedPoint = best;
        triedGradient = bestGradient;
        triedValue = bestValue;
        return true;
    }

    /** Near the minimum, rounding hides whether the value decreases, and the slope says it (Hager and Zhang, CG_DESCENT, 2005). */
    private boolean isFlatter(final double tried, final double slope, final double triedSlope) {
        return tried <= value + ROUNDING * Math.abs(value) && triedSlope <= (2 * ENOUGH_DECREASE - 1) * slope;
    }

    private double attempt(final double[] direction, final double length) {
        for (int i = 0; i < size; i++) {
            triedPoint[i] = point[i] + length * direction[i];
        }
        evaluations++;
        return objective.value(triedPoint, triedGradient);
    }

    /** The lowest point of the parabola through both ends, kept away from them. */
    private static double between(final double low, final double lowValue, final double lowSlope, final double high, final double highValue) {
        final double width = high - low;
        final double bend = highValue - lowValue - lowSlope * width;
        final double place = bend > 0 ? -.5 * lowSlope * width / bend : .5;
        return low + width * Math.min(.9, Math.max(.1, place));
    }

    /** Takes the step that was tried, and learns from how the gradient changed. */
    private void learn(final boolean fresh) {
        final var moved = new double[size];
        final var turned = new double[size];
        for (int i = 0; i < size; i++) {
            moved[i] = triedPoint[i] - point[i];
            turned[i] = triedGradient[i] - gradient[i];
        }
        final double[] oldPoint = point;
        final double[] oldGradient = gradient;
        point = triedPoint;
        gradient = triedGradient;
        value = triedValue;
        triedPoint = oldPoint;
        triedGradient = oldGradient;
        final double product = dot(moved, turned);
        final double squares = dot(turned, turned);
        if (!(product > 1e-12 * Math.sqrt(dot(moved, moved) * squares))) {
            return;
        }
        if (fresh) {
            for (int i = 0; i < size; i++) {
                inverse[i][i] = product / squares;
            }
        }
        final var turnedBack = new double[size];
        for (int i = 0; i < size; i++) {
            turnedBack[i] = dot(inverse[i], turned);
        }
        final double factor = (1 + dot(turned, turnedBack) / product) / product;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                inverse[i][j] += factor * moved[i] * moved[j] - (turnedBack[i] * moved[j] + moved[i] * turnedBack[j]) / product;
                inverse[j][i] = inverse[i][j];
            }
        }
    }

    private static boolean isFinite(final double value, final double[] gradient) {
        boolean finite = Double.isFinite(value);
        for (final double each : gradient) {
            finite &= Double.isFinite(each);
        }
        return finite;
    }

    private static double dot(final double[] one, final double[] two) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * two[i];
        }
        return sum;
    }

    private static double largest(final double[] values) {
        double largest = 0;
        for (final double each : values) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    private static double sumOfSizes(final double[] values) {
        double sum = 0;
        for (final double each : values) {
            sum += Math.abs(each);
        }
        return sum;
    }
}
