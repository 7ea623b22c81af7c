// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * The length of the periods on a time axis.
 *
 * @since 0.1
 */
public enum PeriodStep {
    /** Days. */
    DAY,
    /** Weeks, named after their first day. */
    WEEK,
    /** Calendar months. */
    MONTH,
    /** Calendar quarters. */
    QUARTER,
    /** Calendar years. */
    YEAR;

    /**
     * The name of a period.
     *
     * @param start  its first day
     * @param locale whose language
     * @return such as "Mar 2026" or "2026年3月"
     */
    public String label(final LocalDate start, final Locale locale) {
        return switch (this) {
            case DAY, WEEK -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(start);
            case MONTH -> DateTimeFormatter.ofLocalizedPattern("yMMM").withLocale(locale).format(start);
            case QUARTER -> Messages.TEXTS.get(locale, "period.quarter", String.valueOf(start.get(IsoFields.QUARTER_OF_YEAR)),
                    String.valueOf(start.getYear()));
            case YEAR -> DateTimeFormatter.ofLocalizedPattern("y").withLocale(locale).format(start);
        };
    }
}
