// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

class MomentsTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 1, 1, Long.MAX_VALUE, Runnable::run);

    /** Numbers that lie close together far from 0, in several blocks of which the last is not full, sorted so that blocks differ. */
    @Test
    void asExactAsWithManyDigits() {
        final var random = new SplittableRandom(5);
        final var values = random.doubles(10_001, 1e6, 1e6 + 1).sorted().toArray();
        final var mean = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(new BigDecimal(values.length), MathContext.DECIMAL128);
        final var squares = Arrays.stream(values).mapToObj(value -> new BigDecimal(value).subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        final var found = Moments.of(NumberColumn.of("x", values), RUN);
        assertTrue(found.isClear());
        assertEquals(values.length, found.rows());
        assertEquals(mean.doubleValue(), found.mean(), 1e-9);
        assertEquals(1, found.squares() / squares.doubleValue(), 1e-12);
    }

    @Test
    void partOfAnArrayIsReadAndNothingChanged() {
        final double[] values = {1e300, 1, 2, 6, Double.NaN};
        final var before = values.clone();
        assertEquals(new Moments(3, 3, 14), Moments.of(values, 1, 3, RUN));
        assertEquals(new Moments(3, 3, 14), Moments.of(IntegerColumn.of("x", 1, 2, 6), RUN));
        assertEquals(Arrays.toString(before), Arrays.toString(values));
    }

    @Test
    void nothingClearIsSaidOfWhatLostItsDigits() {
        assertFalse(Moments.of(new double[] {7, 7, 7}, 0, 3, RUN).isClear(), "all the same");
        assertFalse(Moments.of(new double[] {7, Double.NaN, 8}, 0, 3, RUN).isClear(), "a missing one");
        assertFalse(Moments.of(new double[] {7, Double.POSITIVE_INFINITY, 8}, 0, 3, RUN).isClear(), "an infinite one");
        assertFalse(Moments.of(new double[] {1e-200, 2e-200}, 0, 2, RUN).isClear(), "squares too small");
        assertFalse(Moments.of(new double[] {1e170, 2e170}, 0, 2, RUN).isClear(), "squares too large");
        assertFalse(Moments.of(new double[] {1e15, 1e15 + .125}, 0, 2, RUN).isClear(), "nothing but rounding");
        assertTrue(Moments.of(new double[] {1e6, 1e6 + 1e-3}, 0, 2, RUN).isClear());
    }
}
