// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;

class DigammaTest {

    private static final double EULER = 0.57721566490153286061;

    @Test
    void itHasItsKnownValues() {
        assertEquals(-EULER, Digamma.of(1), 1e-14);
        assertEquals(-EULER - 2 * Math.log(2), Digamma.of(.5), 1e-14);
        assertEquals(1 - EULER, Digamma.of(2), 1e-14);
        // the harmonic numbers
        assertEquals(-EULER + 7_381.0 / 2_520, Digamma.of(11), 1e-14);
        assertTrue(Double.isNaN(Digamma.of(0)) && Double.isNaN(Digamma.of(-3.5)));
    }

    @Test
    void itIsTheSlopeOfTheLogarithmOfGamma() {
        for (final double x : new double[] {1e-3, .07, .9, 3.3, 9.99, 10.01, 250, 1e6}) {
            final double step = 1e-5 * x;
            assertEquals((LogGamma.value(x + step) - LogGamma.value(x - step)) / (2 * step), Digamma.of(x), 1e-7 * Math.max(1, Math.abs(Digamma.of(x))));
        }
    }
}
