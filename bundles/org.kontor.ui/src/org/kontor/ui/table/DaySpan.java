// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/**
 * A period that moves with the calendar, so that a saved view such as "closes this quarter" stays right. Weeks start on Monday.
 *
 * @since 0.1
 */
public enum DaySpan {
    /** Today. */
    TODAY,
    /** From Monday to Sunday of this week. */
    THIS_WEEK,
    /** This calendar month. */
    THIS_MONTH,
    /** This calendar quarter. */
    THIS_QUARTER,
    /** This calendar year. */
    THIS_YEAR,
    /** The calendar month before this one. */
    LAST_MONTH,
    /** The calendar quarter before this one. */
    LAST_QUARTER,
    /** The calendar year before this one. */
    LAST_YEAR,
    /** Today and the 29 days before. */
    LAST_30_DAYS,
    /** Today and the 29 days after. */
    NEXT_30_DAYS,
    /** Every day before today. */
    BEFORE_TODAY;

    /**
     * The first day.
     *
     * @param today the day it is
     * @return the first day; {@code LocalDate.MIN} for none
     */
    public LocalDate first(final LocalDate today) {
        return switch (this) {
            case TODAY, NEXT_30_DAYS -> today;
            case THIS_WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case THIS_MONTH -> today.withDayOfMonth(1);
            case THIS_QUARTER -> quarter(today);
            case THIS_YEAR -> today.withDayOfYear(1);
            case LAST_MONTH -> today.withDayOfMonth(1).minusMonths(1);
            case LAST_QUARTER -> quarter(today).minusMonths(3);
            case LAST_YEAR -> today.withDayOfYear(1).minusYears(1);
            case LAST_30_DAYS -> today.minusDays(29);
            case BEFORE_TODAY -> LocalDate.MIN;
        };
    }

    /**
     * The last day.
     *
     * @param today the day it is
     * @return the last day
     */
    public LocalDate last(final LocalDate today) {
        return switch (this) {
            case TODAY, LAST_30_DAYS -> today;
            case THIS_WEEK -> first(today).plusDays(6);
            case THIS_MONTH, LAST_MONTH -> first(today).plusMonths(1).minusDays(1);
            case THIS_QUARTER, LAST_QUARTER -> first(today).plusMonths(3).minusDays(1);
            case THIS_YEAR, LAST_YEAR -> first(today).plusYears(1).minusDays(1);
            case NEXT_30_DAYS -> today.plusDays(29);
            case BEFORE_TODAY -> today.minusDays(1);
        };
    }

    private static LocalDate quarter(final LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }
}
