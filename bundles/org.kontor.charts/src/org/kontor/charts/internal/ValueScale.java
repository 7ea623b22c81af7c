// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value axis with round ends and few round ticks, zero among them.
 *
 * @param lower the lower end
 * @param upper the upper end, above the lower one
 * @param step  the distance of two ticks
 */
record ValueScale(BigDecimal lower, BigDecimal upper, BigDecimal step) {

    private static final List<BigDecimal> STEPS = List.of(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal("2.5"), BigDecimal.valueOf(5),
            BigDecimal.TEN);

    /**
     * A scale that holds all values and zero.
     *
     * @param least     the smallest value
     * @param most      the largest value
     * @param mostTicks how many distances there is room for
     * @param whole     whether a fraction makes no sense
     */
    static ValueScale of(final BigDecimal least, final BigDecimal most, final int mostTicks, final boolean whole) {
        final var bottom = least.min(BigDecimal.ZERO);
        final var top = most.max(BigDecimal.ZERO);
        if (top.compareTo(bottom) == 0) {
            return new ValueScale(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE);
        }
        return spanning(bottom, top, mostTicks, whole);
    }

    /**
     * A scale that holds all values and, where they lie far from it, not zero.
     *
     * @param least     the smallest value
     * @param most      the largest value
     * @param mostTicks how many distances there is room for
     * @param whole     whether a fraction makes no sense
     */
    static ValueScale spanning(final BigDecimal least, final BigDecimal most, final int mostTicks, final boolean whole) {
        final boolean flat = most.compareTo(least) <= 0;
        final var air = whole ? BigDecimal.ONE : least.signum() == 0 ? BigDecimal.ONE : least.abs().scaleByPowerOfTen(-1);
        final var bottom = flat ? least.subtract(air) : least;
        final var top = flat ? least.add(air) : most;
        final var span = top.subtract(bottom);
        var rough = span.divide(BigDecimal.valueOf(Math.max(1, mostTicks)), MathContext.DECIMAL64);
        if (whole) {
            rough = rough.max(BigDecimal.ONE);
        }
        final var magnitude = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        BigDecimal step = magnitude.multiply(BigDecimal.TEN);
        for (final var factor : STEPS) {
            final var tried = magnitude.multiply(factor);
            final boolean fits = tried.compareTo(rough) >= 0 && (!whole || tried.stripTrailingZeros().scale() <= 0);
            if (fits) {
                step = tried;
                break;
            }
        }
        final var lower = bottom.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        final var upper = top.divide(step, 0, RoundingMode.CEILING).multiply(step);
        return new ValueScale(lower, upper, step);
    }

    List<BigDecimal> ticks() {
        final var ticks = new ArrayList<BigDecimal>();
        for (var tick = lower; tick.compareTo(upper) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }
}
