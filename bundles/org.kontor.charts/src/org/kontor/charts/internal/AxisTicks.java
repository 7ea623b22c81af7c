// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.kontor.charts.Positions;
import org.kontor.charts.ValueFormat;

/**
 * What one axis shows: its ends and its labelled places.
 *
 * @param lower the lower end
 * @param upper the upper end, above the lower one
 * @param ticks the labelled places between them, rising
 */
record AxisTicks(double lower, double upper, List<Tick> ticks) {

    /** Steps of a calendar in days and months that people count in. */
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
    private static final double DAYS_OF_MONTH = 30.44;

    /**
     * A labelled place.
     *
     * @param at   where
     * @param text its label
     */
    record Tick(double at, String text) {
    }

    /** An axis of numbers that holds two extremes, and zero where it starts there. */
    static AxisTicks numbers(final ValueFormat format, final Words words, final double least, final double most, final double mostTicks,
            final boolean withZero) {
        final var low = exact(withZero ? Math.min(0, least) : least);
        final var high = exact(withZero ? Math.max(0, most) : most);
        final var scale = ValueScale.spanning(low, high, (int) Math.clamp(mostTicks, 1, 10), format.kind() == ValueFormat.Kind.COUNT);
        final var ticks = scale.ticks().stream().map(tick -> new Tick(tick.doubleValue(), format.tick(tick, scale.step(), words.locale()))).toList();
        return new AxisTicks(scale.lower().doubleValue(), scale.upper().doubleValue(), ticks);
    }

    /** An axis of days, with labels at round places of the calendar. */
    static AxisTicks days(final Words words, final double least, final double most, final double mostTicks) {
        if (most - least < 1) {
            final double day = Math.floor(least);
            return days(words, day - 1, day + 2, Math.max(mostTicks, 3));
        }
        final var first = LocalDate.ofEpochDay((long) Math.floor(least));
        final var last = LocalDate.ofEpochDay((long) Math.ceil(most));
        final double rough = Math.max(1, ChronoUnit.DAYS.between(first, last)) / Math.max(1, mostTicks);
        final var ticks = new ArrayList<Tick>();
        for (final int step : DAYS) {
            if (step >= rough) {
                final var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(words.locale());
                for (var day = first; !day.isAfter(last); day = day.plusDays(step)) {
                    ticks.add(new Tick(day.toEpochDay(), format.format(day)));
                }
                return new AxisTicks(least, most, ticks);
            }
        }
        int months = MONTHS[MONTHS.length - 1];
        for (final int step : MONTHS) {
            if (step * DAYS_OF_MONTH >= rough) {
                months = step;
                break;
            }
        }
        final var format = DateTimeFormatter.ofPattern(months % 12 == 0 ? words.text("axis.year") : words.text("axis.month"), words.locale());
        var month = first.withDayOfMonth(1);
        while (months % 12 == 0 ? month.getMonthValue() != 1 || month.getYear() % (months / 12) != 0 : (month.getMonthValue() - 1) % months != 0) {
            month = month.minusMonths(1);
        }
        for (; !month.isAfter(last); month = month.plusMonths(months)) {
            if (!month.isBefore(first)) {
                ticks.add(new Tick(month.toEpochDay(), format.format(month)));
            }
        }
        return new AxisTicks(least, most, ticks);
    }

    static AxisTicks of(final Positions positions, final Words words, final double least, final double most, final double mostTicks) {
        return positions.dates() ? days(words, least, most, mostTicks) : numbers(positions.format(), words, least, most, mostTicks, false);
    }

    private static BigDecimal exact(final double value) {
        return new BigDecimal(value, MathContext.DECIMAL64);
    }
}
