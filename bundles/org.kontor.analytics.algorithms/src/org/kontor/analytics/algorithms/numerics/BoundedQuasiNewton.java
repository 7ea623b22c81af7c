// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.Arrays;
import java.util.Objects;

/**
 * Finds a minimum of a smooth function of some dozens of variables at most, each between two bounds: BFGS on the variables that are free at
 * the moment, with a line search along the path that the bounds bend (Bertsekas, Projected Newton methods for optimization problems with
 * simple constraints, 1982; Nocedal and Wright, Numerical Optimization, 2006, chapters 16 and 18 for the damped update). Values that are
 * infinite or not defined are places to avoid. The same input gives the same bits, and there is always an end.
 *
 * @since 0.1
 */
public final class BoundedQuasiNewton {

    private static final double ENOUGH_DECREASE = 1e-4;
    private static final int MOST_TRIALS = 40;
    private static final double DAMPED = .2;
    private static final int QUIET_STEPS = 2;

    private final Objective objective;
    private final Settings settings;
    private final double[] lower;
    private final double[] upper;
    private final double[] scale;
    private final int size;
    private final double[] hessian;
    private final double[] triangle;
    private final double[] direction;
    private final int[] free;
    private double[] point;
    private double[] gradient;
    private double value;
    private double[] triedPoint;
    private double[] triedGradient;
    private int evaluations;

    /** What is to become small. */
    public interface Objective {

        /**
         * The value at a point.
         *
         * @param point where; not to be changed
         * @return the value; {@code NaN} or infinite where it is not defined
         */
        double value(double[] point);

        /**
         * The gradient at the point that {@link #value} was asked for last, where it was finite.
         *
         * @param point    the same point; not to be changed
         * @param gradient takes the derivative by each variable
         */
        void gradient(double[] point, double[] gradient);
    }

    /**
     * When to stop.
     *
     * @param flat      the largest derivative, times the variable's scale, that counts as none; 0 or more
     * @param precision the decrease of the value that counts as none when it comes twice in a row; 0 or more
     * @param steps     how many steps at most
     */
    public record Settings(double flat, double precision, int steps) {

        public Settings {
            if (!(flat >= 0 && precision >= 0) || steps < 0) {
                throw new IllegalArgumentException("a search with " + flat + ", " + precision + ", " + steps);
            }
        }
    }

    /**
     * Where each variable may be, and how large a change of it matters.
     *
     * @param lower the least of each variable, may be infinite
     * @param upper the most of each variable, may be infinite; not below the least
     * @param scale a change of each variable that is neither small nor large, above 0
     */
    public record Box(double[] lower, double[] upper, double[] scale) {
    }

    /**
     * Where a search ended.
     *
     * @param point       the best point, within the bounds
     * @param value       the value there; not finite where the start had none
     * @param evaluations how often the value was asked
     * @param found       whether it is a minimum as far as the settings ask
     */
    public record Minimum(double[] point, double value, int evaluations, boolean found) {
    }

    private BoundedQuasiNewton(final Objective objective, final double[] start, final Box box, final Settings settings) {
        this.objective = Objects.requireNonNull(objective);
        this.settings = Objects.requireNonNull(settings);
        size = start.length;
        lower = box.lower();
        upper = box.upper();
        scale = box.scale();
        hessian = new double[size * size];
        triangle = new double[size * size];
        direction = new double[size];
        free = new int[size];
        point = new double[size];
        for (int i = 0; i < size; i++) {
            point[i] = bounded(start[i], i);
        }
        gradient = new double[size];
        triedPoint = new double[size];
        triedGradient = new double[size];
    }

    /**
     * Looks for a minimum.
     *
     * @param objective the function
     * @param start     where to start, moved between the bounds; not changed
     * @param box       the bounds; not changed
     * @param settings  when to stop
     * @return where the search ended
     */
    public static Minimum minimum(final Objective objective, final double[] start, final Box box, final Settings settings) {
        return new BoundedQuasiNewton(objective, start, box, settings).search();
    }

    private double bounded(final double each, final int variable) {
        return Math.min(upper[variable], Math.max(lower[variable], each));
    }

    private Minimum search() {
        value = objective.value(point);
        evaluations = 1;
        if (!Double.isFinite(value)) {
            return new Minimum(point, value, evaluations, false);
        }
        objective.gradient(point, gradient);
        boolean fresh = true;
        int quiet = 0;
        for (int step = 0; step < settings.steps(); step++) {
            final int moving = moving();
            if (moving == 0) {
                return new Minimum(point, value, evaluations, true);
            }
            if (fresh) {
                begin();
            }
            if (!direct(moving)) {
                fresh = true;
                begin();
                direct(moving);
            }
            final double before = value;
            if (!lineSearch()) {
                if (fresh) {
                    return new Minimum(point, value, evaluations, false);
                }
                fresh = true;
                continue;
            }
            objective.gradient(triedPoint, triedGradient);
            learn(fresh);
            fresh = false;
            quiet = before - value <= settings.precision() ? quiet + 1 : 0;
            if (quiet >= QUIET_STEPS) {
                return new Minimum(point, value, evaluations, true);
            }
        }
        return new Minimum(point, value, evaluations, false);
    }

    /** {@return how many variables may move, listed in {@link #free}; none where the gradient is flat} */
    private int moving() {
        int count = 0;
        boolean flat = true;
        for (int i = 0; i < size; i++) {
            direction[i] = 0;
            final boolean held = point[i] <= lower[i] && gradient[i] >= 0 || point[i] >= upper[i] && gradient[i] <= 0;
            if (!held) {
                free[count++] = i;
                flat &= Math.abs(gradient[i]) * scale[i] <= settings.flat();
            }
        }
        return flat ? 0 : count;
    }

    /** Forgets what was learned: the first step changes no variable by more than its scale. */
    private void begin() {
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, Math.abs(gradient[i]) * scale[i]);
        }
        diagonal(largest);
    }

    private void diagonal(final double factor) {
        Arrays.fill(hessian, 0);
        for (int i = 0; i < size; i++) {
            hessian[i * size + i] = factor / (scale[i] * scale[i]);
        }
    }

    /** Solves for the step of the free variables; false where the matrix is not positive definite or the step does not lead down. */
    private boolean direct(final int count) {
        for (int i = 0; i < count; i++) {
            final int row = free[i] * size;
            for (int j = 0; j <= i; j++) {
                double sum = hessian[row + free[j]];
                for (int k = 0; k < j; k++) {
                    sum -= triangle[i * size + k] * triangle[j * size + k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        return false;
                    }
                    triangle[i * size + i] = Math.sqrt(sum);
                } else {
                    triangle[i * size + j] = sum / triangle[j * size + j];
                }
            }
        }
        for (int i = 0; i < count; i++) {
            double sum = -gradient[free[i]];
            for (int k = 0; k < i; k++) {
                sum -= triangle[i * size + k] * direction[free[k]];
            }
            direction[free[i]] = sum / triangle[i * size + i];
        }
        for (int i = count - 1; i >= 0; i--) {
            double sum = direction[free[i]];
            for (int k = i + 1; k < count; k++) {
                sum -= triangle[k * size + i] * direction[free[k]];
            }
            direction[free[i]] = sum / triangle[i * size + i];
        }
        double slope = 0;
        for (int i = 0; i < count; i++) {
            slope += direction[free[i]] * gradient[free[i]];
        }
        return slope < 0;
    }

    private boolean lineSearch() {
        double length = 1;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double promised = 0;
            boolean moved = false;
            for (int i = 0; i < size; i++) {
                triedPoint[i] = direction[i] == 0 ? point[i] : bounded(point[i] + length * direction[i], i);
                promised += gradient[i] * (triedPoint[i] - point[i]);
                moved |= triedPoint[i] != point[i];
            }
            if (!moved) {
                return false;
            }
            evaluations++;
            final double tried = objective.value(triedPoint);
            if (Double.isFinite(tried) && tried <= value + ENOUGH_DECREASE * Math.min(promised, 0) && tried < value) {
                value = tried;
                return true;
            }
            if (Double.isFinite(tried) && promised < 0) {
                final double bend = tried - value - promised;
                length *= Math.min(.5, Math.max(.1, -.5 * promised / bend));
            } else {
                length *= .2;
            }
        }
        return false;
    }

    /** Takes the step that was tried, and learns from how the gradient changed; damped, so that the matrix stays positive definite. */
    private void learn(final boolean fresh) {
        final double[] moved = direction;
        final double[] turned = gradient;
        double product = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            moved[i] = triedPoint[i] - point[i];
            turned[i] = triedGradient[i] - gradient[i];
            product += moved[i] * turned[i];
            squares += turned[i] * turned[i] * scale[i] * scale[i];
        }
        point = swap(point, triedPoint);
        if (fresh && product > 0) {
            diagonal(squares / product);
        }
        final double[] bent = triangle;
        double curvature = 0;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += hessian[i * size + j] * moved[j];
            }
            bent[i] = sum;
            curvature += moved[i] * sum;
        }
        if (curvature > 0) {
            final double share = product >= DAMPED * curvature ? 1 : (1 - DAMPED) * curvature / (curvature - product);
            final double whole = share * product + (1 - share) * curvature;
            for (int i = 0; i < size; i++) {
                turned[i] = share * turned[i] + (1 - share) * bent[i];
            }
            for (int i = 0; i < size; i++) {
                final double one = turned[i] / whole;
                final double two = bent[i] / curvature;
                for (int j = 0; j < size; j++) {
                    hessian[i * size + j] += one * turned[j] - two * bent[j];
                }
            }
        }
        gradient = triedGradient;
        triedGradient = turned;
    }

    private double[] swap(final double[] old, final double[] tried) {
        triedPoint = old;
        return tried;
    }
}
