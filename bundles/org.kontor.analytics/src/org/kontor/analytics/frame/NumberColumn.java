// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.util.Arrays;
import java.util.Objects;

/**
 * Real numbers. A missing value is {@code NaN}, and {@code NaN} is a missing value.
 *
 * @since 0.1
 */
public final class NumberColumn implements Column {

    private final String name;
    private final double[] values;
    private final int missing;

    private NumberColumn(final String name, final double[] values, final int missing) {
        this.name = Frame.checkedName(name);
        this.values = values;
        this.missing = missing;
    }

    /**
     * A column of numbers.
     *
     * @param name   its name, not blank
     * @param values one for each row, {@code NaN} where it is missing; the array is given away and must not be changed afterwards
     * @return the column
     */
    public static NumberColumn of(final String name, final double... values) {
        int missing = 0;
        for (final double value : Objects.requireNonNull(values)) {
            if (value != value) {
                missing++;
            }
        }
        return new NumberColumn(name, values, missing);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.NUMBER;
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public int missing() {
        return missing;
    }

    @Override
    public double number(final int row) {
        return values[row];
    }

    @Override
    public void numbers(final int from, final int count, final double[] into, final int offset) {
        System.arraycopy(values, from, into, offset, count);
    }

    @Override
    public String text(final int row) {
        return Double.isNaN(values[row]) ? "" : plain(values[row]);
    }

    private static String plain(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    @Override
    public NumberColumn take(final int[] rows) {
        final var taken = new double[rows.length];
        Arrays.setAll(taken, i -> values[rows[i]]);
        return of(name, taken);
    }

    @Override
    public NumberColumn named(final String other) {
        return new NumberColumn(other, values, missing);
    }

    /**
     * All values.
     *
     * @return a copy, one for each row, {@code NaN} where it is missing
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * All values where they lie, without a copy: for methods that read each of very many values several times.
     *
     * @return one for each row, {@code NaN} where it is missing; must not be changed, as the array that a column is made of
     */
    public double[] shared() {
        return values;
    }
}
