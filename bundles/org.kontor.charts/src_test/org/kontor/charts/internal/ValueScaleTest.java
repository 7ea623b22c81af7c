// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueScaleTest {

    @ParameterizedTest
    @CsvSource({"0,97,5,0,100,20", "0,890000,5,0,1000000,200000", "-30,120,6,-50,125,25", "-7,-3,4,-8,0,2", "0,0.04,4,0,0.04,0.01",
        "0,1,8,0,1,0.2", "0,0,5,0,1,1", "0,4000000000000,4,0,4000000000000,1000000000000"})
    void endsAndStepsAreRound(final BigDecimal least, final BigDecimal most, final int ticks, final BigDecimal lower,
            final BigDecimal upper, final BigDecimal step) {
        final var scale = ValueScale.of(least, most, ticks, false);
        assertEquals(0, lower.compareTo(scale.lower()), scale::toString);
        assertEquals(0, upper.compareTo(scale.upper()), scale::toString);
        assertEquals(0, step.compareTo(scale.step()), scale::toString);
    }

    @Test
    void countsHaveNoFractions() {
        assertEquals(0, BigDecimal.ONE.compareTo(ValueScale.of(BigDecimal.ZERO, BigDecimal.TWO, 8, true).step()));
        assertEquals(0, BigDecimal.valueOf(5).compareTo(ValueScale.of(BigDecimal.ZERO, BigDecimal.TEN, 4, true).step()));
    }

    @Test
    void everyScaleHoldsItsValuesZeroAndFewTicks() {
        for (int exponent = -6; exponent < 16; exponent++) {
            for (int digits = 1; digits < 100; digits += 3) {
                final var most = BigDecimal.valueOf(digits).scaleByPowerOfTen(exponent);
                final var least = BigDecimal.valueOf(-digits * 7L % 40).scaleByPowerOfTen(exponent);
                final var scale = ValueScale.of(least, most, 6, false);
                assertTrue(scale.lower().compareTo(least) <= 0 && scale.upper().compareTo(most) >= 0, scale::toString);
                assertTrue(scale.ticks().size() <= 9, () -> scale + ": " + scale.ticks());
                assertTrue(scale.ticks().stream().anyMatch(tick -> tick.signum() == 0), scale::toString);
            }
        }
    }
}
