// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One row of numbers over the categories or periods of a chart.
 *
 * @param key       what the caller knows it by; comes back in {@link ChartElement#series()}
 * @param label     its name in the legend
 * @param colour    what its colour says
 * @param projected a forecast or plan, not a fact: painted dashed or pale
 * @param values    one number for each category; null where none is known, which is not zero
 * @since 0.1
 */
public record Series(String key, String label, ColourRole colour, boolean projected, List<BigDecimal> values) {

    public Series {
        Objects.requireNonNull(key);
        Objects.requireNonNull(colour);
        label = Labels.clean(label);
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /**
     * A row of facts.
     *
     * @param key    what the caller knows it by
     * @param label  its name in the legend
     * @param colour what its colour says
     * @param values one number for each category; null, not-a-number and infinity mean that none is known
     * @return the series
     */
    public static Series of(final String key, final String label, final ColourRole colour, final List<? extends Number> values) {
        return new Series(key, label, colour, false, exact(values));
    }

    /**
     * A row of forecasts.
     *
     * @param key    what the caller knows it by
     * @param label  its name in the legend
     * @param colour what its colour says
     * @param values one number for each category; null, not-a-number and infinity mean that none is known
     * @return the series
     */
    public static Series projected(final String key, final String label, final ColourRole colour,
            final List<? extends Number> values) {
        return new Series(key, label, colour, true, exact(values));
    }

    private static List<BigDecimal> exact(final List<? extends Number> values) {
        final var exact = new ArrayList<BigDecimal>(values.size());
        for (final var value : values) {
            exact.add(switch (value) {
                case null -> null;
                case BigDecimal decimal -> decimal;
                case BigInteger integer -> new BigDecimal(integer);
                case Double real -> Double.isFinite(real) ? BigDecimal.valueOf(real) : null;
                case Float real -> Float.isFinite(real) ? new BigDecimal(real.toString()) : null;
                default -> BigDecimal.valueOf(value.longValue());
            });
        }
        return exact;
    }
}
