// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/**
 * Days without a time of day; no time zone moves them.
 *
 * @since 0.1
 */
public final class DateColumn implements Column {

    private final String name;
    private final int[] days;
    private final Missing missing;

    private DateColumn(final String name, final int[] days, final Missing missing) {
        this.name = Frame.checkedName(name);
        this.days = Objects.requireNonNull(days);
        this.missing = missing.within(days.length);
    }

    /**
     * A column.
     *
     * @param name    its name, not blank
     * @param days    days since 1970-01-01, one for each row; the array is given away
     * @param missing which of them do not count, none beyond the last row
     * @return the column
     * @throws IllegalArgumentException where it says that a row is missing which there is not
     */
    public static DateColumn of(final String name, final int[] days, final Missing missing) {
        return new DateColumn(name, days, missing);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.DATE;
    }

    @Override
    public int rows() {
        return days.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return missing.at(row);
    }

    @Override
    public int missing() {
        return missing.count();
    }

    @Override
    public int day(final int row) {
        return days[row];
    }

    @Override
    public double number(final int row) {
        return missing.at(row) ? Double.NaN : days[row];
    }

    @Override
    public String text(final int row) {
        return missing.at(row) ? "" : LocalDate.ofEpochDay(days[row]).toString();
    }

    @Override
    public DateColumn take(final int[] rows) {
        final var taken = new int[rows.length];
        Arrays.setAll(taken, i -> days[rows[i]]);
        return new DateColumn(name, taken, missing.take(rows));
    }

    @Override
    public DateColumn named(final String other) {
        return new DateColumn(other, days, missing);
    }
}
