// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;

/**
 * What the positions along an axis are: numbers of a format, or days.
 *
 * @param dates  whether they are days since 1970-01-01
 * @param format how numbers are written; for days it is not used
 * @since 0.1
 */
public record Positions(boolean dates, ValueFormat format) {

    public Positions {
        Objects.requireNonNull(format);
    }

    /**
     * Numbers.
     *
     * @param format how they are written
     * @return the positions
     */
    public static Positions numbers(final ValueFormat format) {
        return new Positions(false, format);
    }

    /**
     * Days since 1970-01-01.
     *
     * @return the positions
     */
    public static Positions days() {
        return new Positions(true, ValueFormat.count());
    }

    /**
     * A position in full.
     *
     * @param position where
     * @param locale   whose formats to use
     * @return the number or the day
     */
    public String text(final double position, final Locale locale) {
        return dates ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day(position))
                : format.exact(BigDecimal.valueOf(position), locale);
    }

    /**
     * A position as the key of an element.
     *
     * @param position where
     * @return the day in ISO form, or the plain number
     */
    public String key(final double position) {
        return dates ? day(position).toString() : BigDecimal.valueOf(position).stripTrailingZeros().toPlainString();
    }

    private static LocalDate day(final double position) {
        return LocalDate.ofEpochDay((long) Math.floor(position));
    }

    ChartTable.Column column(final String title) {
        return new ChartTable.Column(title, dates ? null : format);
    }

    ChartTable.Cell cell(final double position) {
        return dates ? ChartTable.Cell.of(day(position).toString()) : ChartTable.Cell.of(BigDecimal.valueOf(position));
    }
}
