// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;

/** Minima between bounds. */
class BoundedQuasiNewtonTest {

    private static final BoundedQuasiNewton.Settings EXACT = new BoundedQuasiNewton.Settings(1e-10, 0, 1_000);

    /** Gradients by central differences, good enough here. */
    private static BoundedQuasiNewton.Objective smooth(final ToDoubleFunction<double[]> function) {
        return new BoundedQuasiNewton.Objective() {
            @Override
            public double value(final double[] point) {
                return function.applyAsDouble(point);
            }

            @Override
            public void gradient(final double[] point, final double[] gradient) {
                for (int i = 0; i < point.length; i++) {
                    final double[] moved = point.clone();
                    moved[i] = point[i] + 1e-6;
                    final double above = value(moved);
                    moved[i] = point[i] - 1e-6;
                    gradient[i] = (above - value(moved)) / 2e-6;
                }
            }
        };
    }

    private static BoundedQuasiNewton.Box box(final int size, final double lower, final double upper) {
        final var box = new BoundedQuasiNewton.Box(new double[size], new double[size], new double[size]);
        Arrays.fill(box.lower(), lower);
        Arrays.fill(box.upper(), upper);
        Arrays.fill(box.scale(), .5);
        return box;
    }

    private static double rosenbrock(final double[] x) {
        return 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
    }

    @Test
    void theValleyIsFollowedToItsEndOrToTheBound() {
        final var free = BoundedQuasiNewton.minimum(smooth(BoundedQuasiNewtonTest::rosenbrock), new double[] {-1.2, 1}, box(2, -5, 5), EXACT);
        assertArrayEquals(new double[] {1, 1}, free.point(), 1e-5);
        final var bound = BoundedQuasiNewton.minimum(smooth(BoundedQuasiNewtonTest::rosenbrock), new double[] {-1.2, 1}, box(2, -5, .5), EXACT);
        assertArrayEquals(new double[] {.5, .25}, bound.point(), 1e-5);
    }

    @Test
    void variablesThatWantToLeaveStayAtTheirBounds() {
        // the nearest point of a box to a far one, in a metric that mixes the variables
        final double[] target = {3, -2, .3, .7};
        final var found = BoundedQuasiNewton.minimum(smooth(x -> {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += (i + 1) * (x[i] - target[i]) * (x[i] - target[i]);
            }
            return sum;
        }), new double[] {.5, .5, .5, .5}, box(4, 0, 1), EXACT);
        assertArrayEquals(new double[] {1, 0, .3, .7}, found.point(), 1e-7);
        assertTrue(found.evaluations() < 200);
    }

    @Test
    void undefinedPlacesAreAvoidedAndThereIsAlwaysAnEnd() {
        final var logarithm = BoundedQuasiNewton.minimum(smooth(x -> x[0] <= 0 ? Double.NaN : x[0] - Math.log(x[0])), new double[] {3}, box(1, -9, 9), EXACT);
        assertEquals(1, logarithm.point()[0], 1e-5);
        final var nowhere = BoundedQuasiNewton.minimum(smooth(x -> Double.NaN), new double[] {1}, box(1, -9, 9), EXACT);
        assertFalse(nowhere.found());
        final var down = new BoundedQuasiNewton.Objective() {
            @Override
            public double value(final double[] point) {
                return -point[0];
            }

            @Override
            public void gradient(final double[] point, final double[] gradient) {
                gradient[0] = -1;
            }
        };
        final var endless = BoundedQuasiNewton.minimum(down, new double[] {1},
                box(1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), new BoundedQuasiNewton.Settings(1e-9, 0, 8));
        assertFalse(endless.found());
        assertEquals(7, BoundedQuasiNewton.minimum(smooth(x -> 7), new double[] {1, 2}, box(2, -9, 9), EXACT).value());
        assertEquals(5, BoundedQuasiNewton.minimum(smooth(x -> 5), new double[0], box(0, 0, 0), EXACT).value());
    }

    @Test
    void theStartIsMovedBetweenTheBounds() {
        assertArrayEquals(new double[] {1}, BoundedQuasiNewton.minimum(smooth(x -> -x[0]), new double[] {9}, box(1, 0, 1), EXACT).point());
    }
}
