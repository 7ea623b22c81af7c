// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import java.util.Arrays;

/**
 * Rows of real numbers, such as limits of ranges or given centres. Immutable.
 *
 * @since 0.1
 */
public final class Numbers {

    /** No rows. */
    public static final Numbers NONE = new Numbers(new double[0][]);

    private final double[][] rows;

    private Numbers(final double[][] rows) {
        this.rows = rows;
    }

    /**
     * Rows of numbers.
     *
     * @param rows each may have its own length
     * @return the numbers, copied
     */
    public static Numbers of(final double[]... rows) {
        return new Numbers(Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new));
    }

    /**
     * How many rows there are.
     *
     * @return 0 or more
     */
    public int rows() {
        return rows.length;
    }

    /**
     * A row.
     *
     * @param index 0 to {@link #rows()} - 1
     * @return a copy
     */
    public double[] row(final int index) {
        return rows[index].clone();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof final Numbers numbers && Arrays.deepEquals(rows, numbers.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows);
    }
}
