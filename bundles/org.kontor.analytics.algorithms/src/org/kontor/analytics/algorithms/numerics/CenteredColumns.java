// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.List;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.NumberColumn;

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
        final var sources = new double[together][];
        final var means = new double[together];
        final var factors = new double[together];
        for (int j = 0; j < centers.length; j += together) {
            final int some = Math.min(together, centers.length - j);
            boolean shared = true;
            for (int k = 0; k < some; k++) {
                means[k] = centers[j + k];
                factors[k] = 1 / divisors[j + k];
                shared &= columns.get(j + k) instanceof NumberColumn && Math.abs(factors[k]) <= Double.MAX_VALUE;
            }
            for (int k = 0; k < some; k++) {
                sources[k] = shared ? ((NumberColumn) columns.get(j + k)).shared() : copy(j + k, from, count, means, factors, k);
            }
            final int first = shared ? from : 0;
            if (some == ColumnBlocks.TOGETHER) {
                ColumnBlocks.writeFour(sources, 0, first, count, means, factors, into, j * columnStep, rowStep);
            } else {
                for (int k = 0; k < some; k++) {
                    ColumnBlocks.write(sources[k], first, count, means[k], factors[k], into, (j + k) * columnStep, rowStep);
                }
            }
        }
    }

    private double[] copy(final int column, final int from, final int count, final double[] means, final double[] factors, final int place) {
        final var values = new double[count];
        columns.get(column).numbers(from, count, values, 0);
        if (Math.abs(factors[place]) > Double.MAX_VALUE) {
            divide(values, means[place], divisors[column]);
            means[place] = 0;
            factors[place] = 1;
        }
        return values;
    }

    /** Some divisors are so small that nothing can be multiplied with instead. */
    private static void divide(final double[] values, final double center, final double divisor) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - center) / divisor;
        }
    }
}
