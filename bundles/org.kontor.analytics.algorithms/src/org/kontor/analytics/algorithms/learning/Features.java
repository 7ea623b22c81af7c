// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

/**
 * Features of rows as numbers, column by column: an amount, a flag as 1 or 0, a day, a moment, or the code of a category in the
 * {@link Encoding}. {@code NaN} where there is no value, {@link #OTHER} for a category that the encoding does not know.
 *
 * @param columns {@code columns[feature][row]}; nobody changes them, because those of numbers are the data themselves
 * @param rows    how many rows there are
 */
record Features(double[][] columns, int rows) {

    /** The code of a category that was never seen, or too rare to be kept. */
    static final int OTHER = -1;

    int width() {
        return columns.length;
    }

    double value(final int row, final int feature) {
        return columns[feature][row];
    }

    Features take(final int[] wanted) {
        final var taken = new double[columns.length][wanted.length];
        for (int j = 0; j < columns.length; j++) {
            final var from = columns[j];
            final var to = taken[j];
            Arrays.setAll(to, i -> from[wanted[i]]);
        }
        return new Features(taken, wanted.length);
    }

    /** These features with other values in one column. */
    Features with(final int feature, final double[] values) {
        final var changed = columns.clone();
        changed[feature] = values;
        return new Features(changed, rows);
    }
}
