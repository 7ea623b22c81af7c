// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Minima that are known. */
class SimplexTest {

    private static double rosenbrock(final double[] x) {
        return 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
    }

    /** Powell's singular function in four variables. */
    private static double powell(final double[] x) {
        return Math.pow(x[0] + 10 * x[1], 2) + 5 * Math.pow(x[2] - x[3], 2) + Math.pow(x[1] - 2 * x[2], 4) + 10 * Math.pow(x[0] - x[3], 4);
    }

    @Test
    void theValleyOfRosenbrockIsFollowedToItsEnd() {
        final var found = Simplex.minimum(SimplexTest::rosenbrock, new double[] {-1.2, 1}, new double[] {.5, .5}, Simplex.Settings.EXACT);
        assertArrayEquals(new double[] {1, 1}, found.point(), 1e-6);
        assertTrue(found.evaluations() < 500, "asked " + found.evaluations() + " times");
    }

    @Test
    void aSingularFunctionComesDownWithRestarts() {
        final var found = Simplex.restarted(SimplexTest::powell, new double[] {3, -1, 0, 1}, new double[] {1, 1, 1, 1}, Simplex.Settings.EXACT);
        assertArrayEquals(new double[4], found.point(), 1e-3);
        assertTrue(found.value() < 1e-10, "value " + found.value());
    }

    @Test
    void undefinedPlacesAreAvoided() {
        final var found = Simplex.minimum(x -> x[0] <= 0 ? Double.NaN : x[0] - Math.log(x[0]), new double[] {3}, new double[] {1}, Simplex.Settings.EXACT);
        assertEquals(1, found.point()[0], 1e-6);
        assertTrue(found.found());
    }

    @Test
    void aSearchEndsWhereThereIsNothingToFind() {
        final var nowhere = Simplex.minimum(x -> Double.NaN, new double[] {1, 2}, new double[] {1, 1}, Simplex.Settings.EXACT);
        assertFalse(nowhere.found());
        final var down = Simplex.minimum(x -> -x[0], new double[] {1}, new double[] {1}, new Simplex.Settings(1e-9, 200));
        assertFalse(down.found());
        assertTrue(down.evaluations() <= 210);
        assertEquals(7, Simplex.minimum(x -> 7, new double[] {1, 2}, new double[] {1, 1}, Simplex.Settings.EXACT).value());
        assertEquals(5, Simplex.minimum(x -> 5, new double[0], new double[0], Simplex.Settings.EXACT).value());
    }

    @Test
    void theSameSearchGivesTheSameBits() {
        final var one = Simplex.minimum(SimplexTest::powell, new double[] {3, -1, 0, 1}, new double[] {1, 1, 1, 1}, new Simplex.Settings(1e-9, 1_000));
        final var two = Simplex.minimum(SimplexTest::powell, new double[] {3, -1, 0, 1}, new double[] {1, 1, 1, 1}, new Simplex.Settings(1e-9, 1_000));
        assertArrayEquals(one.point(), two.point());
        assertEquals(one.value(), two.value());
    }
}
