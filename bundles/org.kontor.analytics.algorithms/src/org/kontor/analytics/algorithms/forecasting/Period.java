// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.time.LocalDate;
import java.util.Locale;

/** Periods of the calendar, counted from that of 1970-01-01. Weeks begin on Mondays. */
enum Period {

    /** A day; the season is a week. */
    DAY(7, 1),
    /** A week; the season is a year. */
    WEEK(52, 7),
    /** A month; the season is a year. */
    MONTH(12, 30),
    /** A quarter; the season is a year. */
    QUARTER(4, 91),
    /** A year; there is no season. */
    YEAR(1, 365);

    private static final int FROM_MONDAY = 3;
    private static final int MONTHS = 12;

    /** How many periods the season has that the calendar gives. */
    final int cycle;
    /** About how many days it has. */
    final int days;

    Period(final int cycle, final int days) {
        this.cycle = cycle;
        this.days = days;
    }

    /** {@return the stable name in parameters} */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private int months() {
        return switch (this) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> MONTHS;
            default -> throw new IllegalStateException(key());
        };
    }

    /** {@return the number of the period that a day lies in} */
    int of(final int day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> Math.floorDiv(day + FROM_MONDAY, 7);
            default -> {
                final var date = LocalDate.ofEpochDay(day);
                yield Math.floorDiv((date.getYear() - 1970) * MONTHS + date.getMonthValue() - 1, months());
            }
        };
    }

    /** {@return the first day of a period} */
    int start(final int number) {
        return switch (this) {
            case DAY -> number;
            case WEEK -> number * 7 - FROM_MONDAY;
            default -> {
                final int month = number * months();
                yield (int) LocalDate.of(1970 + Math.floorDiv(month, MONTHS), Math.floorMod(month, MONTHS) + 1, 1).toEpochDay();
            }
        };
    }
}
