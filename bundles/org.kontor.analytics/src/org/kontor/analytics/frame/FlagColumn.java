// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.util.Objects;

/**
 * Yes or no.
 *
 * @since 0.1
 */
public final class FlagColumn implements Column {

    private final String name;
    private final boolean[] values;
    private final Missing missing;

    private FlagColumn(final String name, final boolean[] values, final Missing missing) {
        this.name = Frame.checkedName(name);
        this.values = Objects.requireNonNull(values);
        this.missing = missing.within(values.length);
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
    public static FlagColumn of(final String name, final boolean[] values, final Missing missing) {
        return new FlagColumn(name, values, missing);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.FLAG;
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
    public boolean flag(final int row) {
        return values[row];
    }

    @Override
    public double number(final int row) {
        if (missing.at(row)) {
            return Double.NaN;
        }
        return values[row] ? 1 : 0;
    }

    @Override
    public String text(final int row) {
        return missing.at(row) ? "" : Boolean.toString(values[row]);
    }

    @Override
    public FlagColumn take(final int[] rows) {
        final var taken = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
        }
        return new FlagColumn(name, taken, missing.take(rows));
    }

    @Override
    public FlagColumn named(final String other) {
        return new FlagColumn(other, values, missing);
    }
}
