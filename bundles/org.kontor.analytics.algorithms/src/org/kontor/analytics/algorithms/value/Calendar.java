// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.time.LocalDate;

/**
 * Numbers the periods of the calendar.
 *
 * @param period weeks (from Monday), months, quarters or years
 */
record Calendar(String period) {

    /** The first Monday was 1970-01-05. */
    private static final int MONDAY = 4;
    private static final int MONTHS = 12;

    /** {@return the number of a day's period; consecutive periods have consecutive numbers} */
    int of(final int day) {
        if (period.equals(Cohort.WEEKS)) {
            return Math.floorDiv(day - MONDAY, 7);
        }
        final var date = LocalDate.ofEpochDay(day);
        return switch (period) {
            case Cohort.YEARS -> date.getYear();
            case Cohort.QUARTERS -> date.getYear() * 4 + (date.getMonthValue() - 1) / 3;
            default -> date.getYear() * MONTHS + date.getMonthValue() - 1;
        };
    }

    private LocalDate date(final int number) {
        return switch (period) {
            case Cohort.WEEKS -> LocalDate.ofEpochDay(7L * number + MONDAY);
            case Cohort.YEARS -> LocalDate.of(number, 1, 1);
            case Cohort.QUARTERS -> LocalDate.of(Math.floorDiv(number, 4), 1 + 3 * Math.floorMod(number, 4), 1);
            default -> LocalDate.of(Math.floorDiv(number, MONTHS), 1 + Math.floorMod(number, MONTHS), 1);
        };
    }

    /** {@return its first day} */
    int firstDay(final int number) {
        return (int) date(number).toEpochDay();
    }

    /** {@return a name that sorts as time goes} */
    String name(final int number) {
        final var first = date(number).toString();
        return switch (period) {
            case Cohort.WEEKS -> first;
            case Cohort.YEARS -> first.substring(0, first.length() - 6);
            case Cohort.QUARTERS -> first.substring(0, first.length() - 6) + "-Q" + (1 + Math.floorMod(number, 4));
            default -> first.substring(0, first.length() - 3);
        };
    }
}
