// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.List;

import org.kontor.analytics.frame.Column;

/**
 * Columns of numbers from each of which a number is taken away and what is left is divided by another.
 *
 * @param columns  of numbers
 * @param centers  what is taken away, one for each column
 * @param divisors what is divided by, one for each column, not 0
 * @since 0.1
 */
public record CenteredColumns(List<Column> columns, double[] centers, double[] divisors) implements RowReader {

    public CenteredColumns {
        columns = List.copyOf(columns);
    }

    @Override
    public void read(final int from, final int count, final double[] into, final int rowStep, final int columnStep) {
        final int together = rowStep == 1 ? 1 : ColumnBlocks.TOGETHER;
        final var buffers = new double[together][count];
        final var means = new double[together];
        final var factors = new double[together];
        for (int j = 0; j < centers.length; j += together) {
            final int some = Math.min(together, centers.length - j);
            for (int k = 0; k < some; k++) {
                columns.get(j + k).numbers(from, count, buffers[k], 0);
                means[k] = centers[j + k];
                factors[k] = 1 / divisors[j + k];
                if (Math.abs(factors[k]) > Double.MAX_VALUE) {
                    divide(buffers[k], means[k], divisors[j + k]);
                    means[k] = 0;
                    factors[k] = 1;
                }
            }
            if (some == ColumnBlocks.TOGETHER) {
                ColumnBlocks.writeFour(buffers, 0, 0, count, means, factors, into, j * columnStep, rowStep);
            } else {
                for (int k = 0; k < some; k++) {
                    ColumnBlocks.write(buffers[k], 0, count, means[k], factors[k], into, (j + k) * columnStep, rowStep);
                }
            }
        }
    }

    /** Some divisors are so small that nothing can be multiplied with instead. */
    private static void divide(final double[] values, final double center, final double divisor) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - center) / divisor;
        }
    }
}
