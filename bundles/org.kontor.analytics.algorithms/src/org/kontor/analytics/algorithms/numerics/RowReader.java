// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

/**
 * A matrix whose rows are read in blocks. Safe for any thread.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RowReader {

    /**
     * Reads consecutive rows, column by column or row by row: one of the steps is 1.
     *
     * @param from       the first row
     * @param count      how many
     * @param into       where to: column j of row {@code from + i} goes to {@code i * rowStep + j * columnStep}
     * @param rowStep    1, or at least the number of columns
     * @param columnStep at least {@code count}, or 1
     */
    void read(int from, int count, double[] into, int rowStep, int columnStep);
}
