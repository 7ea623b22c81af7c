// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.value;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * A half-open range of days: from the first day up to, not including, the day after the last.
 *
 * @param from  the first day
 * @param until the first day that no longer belongs to it; after {@code from}
 * @since 0.1
 */
public record Period(LocalDate from, LocalDate until) {

    public Period {
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(from + " to " + until);
        }
    }

    /**
     * @param month a calendar month
     * @return its days
     */
    public static Period month(final YearMonth month) {
        return new Period(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /**
     * @param day a day
     * @return the calendar quarter that holds it
     */
    public static Period quarterOf(final LocalDate day) {
        final var first = LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
        return new Period(first, first.plusMonths(3));
    }

    /**
     * @param day a day
     * @return whether it belongs to this period
     */
    public boolean contains(final LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
