// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.numerics.QuasiNewton.Objective;
import org.kontor.analytics.algorithms.numerics.QuasiNewton.Settings;
import org.kontor.analytics.algorithms.numerics.QuasiNewton.Stop;

/** Test functions with known minima, and functions that have none. */
class QuasiNewtonTest {

    private static final Settings FINE = new Settings(1e-9, 500, 4, 1e6);

    /** H. H. Rosenbrock, 1960: a bent valley with its end at (1, 1). */
    private static double valley(final double[] x, final double[] gradient) {
        final double across = x[1] - x[0] * x[0];
        gradient[0] = -400 * x[0] * across - 2 * (1 - x[0]);
        gradient[1] = 200 * across;
        return 100 * across * across + (1 - x[0]) * (1 - x[0]);
    }

    @Test
    void itFollowsABentValley() {
        final var found = QuasiNewton.minimum(QuasiNewtonTest::valley, new double[] {-1.2, 1}, FINE);
        assertTrue(found.stop().found(), found.stop().toString());
        assertArrayEquals(new double[] {1, 1}, found.point(), 1e-8);
        assertTrue(found.evaluations() < 80, found.evaluations() + " evaluations");
    }

    @Test
    void itLearnsTheSecondDerivatives() {
        final Objective bowl = (x, gradient) -> {
            gradient[0] = 20 * x[0] + 2 * x[1] - 4;
            gradient[1] = 2 * x[0] + 2 * x[1] + 6;
            return 10 * x[0] * x[0] + 2 * x[0] * x[1] + x[1] * x[1] - 4 * x[0] + 6 * x[1];
        };
        final var found = QuasiNewton.minimum(bowl, new double[] {3, 3}, FINE);
        // the matrix is 20 2; 2 2, its inverse 1/36 (2 -2; -2 20)
        assertArrayEquals(new double[] {10.0 / 18, -64.0 / 18}, found.point(), 1e-8);
        assertEquals(2 / 36.0, found.inverse()[0][0], 1e-3);
        assertEquals(20 / 36.0, found.inverse()[1][1], 1e-2);
        final var again = QuasiNewton.minimum(bowl, new double[] {30, -70}, found.inverse(), new Settings(1e-9, 500, 1e3, 1e6));
        assertTrue(again.steps() <= 5, again.steps() + " steps");
    }

    @Test
    void placesWithoutAValueAreAvoided() {
        // x - log x ends at 1 and has no value at 0 and below; the first steps go there
        final Objective barrier = (x, gradient) -> {
            gradient[0] = 1 - 1 / x[0];
            return x[0] > 0 ? x[0] - Math.log(x[0]) : Double.NaN;
        };
        for (final double start : new double[] {1e-3, .5, 7, 900}) {
            final var found = QuasiNewton.minimum(barrier, new double[] {start}, new Settings(1e-10, 500, 50, 1e6));
            assertTrue(found.stop().found(), start + ": " + found.stop());
            assertEquals(1, found.point()[0], 1e-7);
        }
    }

    @Test
    void itSaysWhyItStopped() {
        assertEquals(Stop.NO_START, QuasiNewton.minimum((x, gradient) -> Double.NaN, new double[] {1, 2}, FINE).stop());
        assertEquals(Stop.FLAT, QuasiNewton.minimum((x, gradient) -> 3, new double[] {1, 2}, FINE).stop());
        final var away = QuasiNewton.minimum((x, gradient) -> {
            gradient[0] = -Math.exp(-x[0] / 100) / 100;
            return Math.exp(-x[0] / 100);
        }, new double[] {0}, new Settings(1e-9, 500, 4, 40));
        assertEquals(Stop.RAN_AWAY, away.stop());
        assertEquals(Stop.STEPS, QuasiNewton.minimum(QuasiNewtonTest::valley, new double[] {-1.2, 1}, new Settings(1e-9, 3, 4, 1e6)).stop());
        final var wrong = QuasiNewton.minimum((x, gradient) -> {
            gradient[0] = -1;
            return x[0] * x[0];
        }, new double[] {0}, FINE);
        assertEquals(Stop.NO_DESCENT, wrong.stop());
        assertFalse(wrong.stop().found());
        assertArrayEquals(new double[] {0}, wrong.point());
    }

    @Test
    void theStartStaysAsItIs() {
        final var start = new double[] {-1.2, 1};
        QuasiNewton.minimum(QuasiNewtonTest::valley, start, FINE);
        assertArrayEquals(new double[] {-1.2, 1}, start);
    }
}
