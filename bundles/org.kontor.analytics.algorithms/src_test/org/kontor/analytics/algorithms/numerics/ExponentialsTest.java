// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class ExponentialsTest {

    private static final int MANY = 4_000;

    private static double[] powers(final double... values) {
        final var powers = values.clone();
        new Exponentials(values.length).replace(powers, values.length);
        return powers;
    }

    @Test
    void oneUnitInTheLastPlaceAtMost() {
        final var random = new SplittableRandom(7);
        for (final double range : new double[] {1e-300, 1e-9, .3, 1, 40, 708}) {
            final var values = random.doubles(MANY, -range, range).toArray();
            final var powers = powers(values);
            for (int i = 0; i < MANY; i++) {
                final double exact = StrictMath.exp(values[i]);
                assertTrue(Math.abs(powers[i] - exact) <= Math.ulp(exact), "e to the power of " + values[i]);
            }
        }
    }

    /** A number has the same power wherever it stands, worked on with others or alone. */
    @Test
    void theSameBitsInAnyPlace() {
        final var values = new SplittableRandom(8).doubles(MANY, -30, 30).toArray();
        final var together = powers(values);
        for (int i = 0; i < MANY; i++) {
            assertEquals(powers(values[i])[0], together[i]);
        }
    }

    @Test
    void whatIsTooLargeOrTooSmallStaysWithinLimits() {
        final var powers = powers(0, -0.0, 1, Double.NEGATIVE_INFINITY, -1e9, 1e9, Double.POSITIVE_INFINITY, Double.NaN);
        assertEquals(1, powers[0]);
        assertEquals(1, powers[1]);
        assertEquals(Math.E, powers[2], Math.ulp(Math.E));
        assertEquals(StrictMath.exp(Exponentials.LEAST), powers[3], 1e-320);
        assertEquals(powers[3], powers[4]);
        assertEquals(1, StrictMath.exp(Exponentials.MOST) / powers[5], 1e-15);
        assertEquals(powers[5], powers[6]);
        assertTrue(Double.isNaN(powers[7]));
    }

    @Test
    void onlySoManyAreReplaced() {
        final double[] values = {1, 1, 1};
        new Exponentials(2).replace(values, 2);
        assertEquals(values[0], values[1]);
        assertEquals(1, values[2]);
    }
}
