// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.util.Arrays;
import java.util.Objects;

/**
 * Whole numbers.
 *
 * @since 0.1
 */
public final class IntegerColumn implements Column {

    private final String name;
    private final long[] values;
    private final Missing missing;

    private IntegerColumn(final String name, final long[] values, final Missing missing) {
        this.name = Frame.checkedName(name);
        this.values = Objects.requireNonNull(values);
        this.missing = missing.within(values.length);
    }

    /**
     * A column without gaps.
     *
     * @param name   its name, not blank
     * @param values one for each row; the array is given away
     * @return the column
     */
    public static IntegerColumn of(final String name, final long... values) {
        return new IntegerColumn(name, values, Missing.NONE);
    }

    /**
     * A column.
     *
     * @param name    its name, not blank
     * @param values  one for each row; the array is given away
     * @param missing which of them do not count, none beyond the last row
     * @return the column
     * @throws IllegalArgumentException where it says that a row is missing which there is not
     */
    public static IntegerColumn of(final String name, final long[] values, final Missing missing) {
        return new IntegerColumn(name, values, missing);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.INTEGER;
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return missing.at(row);
    }

    @Override
    public int missing() {
        return missing.count();
    }

    /**
     * A value.
     *
     * @param row 0 to {@link #rows()} - 1
     * @return the value; undefined where it is missing
     */
    public long integer(final int row) {
        return values[row];
    }

    @Override
    public double number(final int row) {
        return missing.at(row) ? Double.NaN : values[row];
    }

    @Override
    public String text(final int row) {
        return missing.at(row) ? "" : Long.toString(values[row]);
    }

    @Override
    public IntegerColumn take(final int[] rows) {
        final var taken = new long[rows.length];
        Arrays.setAll(taken, i -> values[rows[i]]);
        return new IntegerColumn(name, taken, missing.take(rows));
    }

    @Override
    public IntegerColumn named(final String other) {
        return new IntegerColumn(other, values, missing);
    }
}
