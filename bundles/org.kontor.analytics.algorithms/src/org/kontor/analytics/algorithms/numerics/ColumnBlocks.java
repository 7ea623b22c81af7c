// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

/**
 * Writes columns into a block of a matrix, centered and scaled: {@code (value - center) * factor}, rounded twice.
 *
 * @since 0.1
 */
public final class ColumnBlocks {

    /** So many columns are best written together where rows lie side by side. */
    public static final int TOGETHER = 4;

    private ColumnBlocks() {
    }

    /**
     * Writes one column.
     *
     * @param column  where its values are
     * @param from    the first that is read
     * @param count   how many are read
     * @param center  taken away
     * @param factor  what is left is multiplied with
     * @param into    where to
     * @param at      where the first goes
     * @param rowStep how far the next one is from it, 1 or more
     */
    public static void write(final double[] column, final int from, final int count, final double center, final double factor, final double[] into,
            final int at, final int rowStep) {
        if (rowStep == 1) {
            // copied first, because numbers that stay in their places are worked on several at a time
            System.arraycopy(column, from, into, at, count);
            for (int i = at; i < at + count; i++) {
                into[i] = (into[i] - center) * factor;
            }
        } else {
            for (int i = 0, to = at; i < count; i++, to += rowStep) {
                into[to] = (column[from + i] - center) * factor;
            }
        }
    }

    /**
     * Writes four columns side by side.
     *
     * @param columns the four of them, from {@code first} on
     * @param first   the place of the first column, of its center and of its factor
     * @param from    the first row that is read
     * @param count   how many rows are read
     * @param centers taken away, for each column
     * @param factors what is left is multiplied with, for each column
     * @param into    where to
     * @param at      where the first column of the first row goes, the others behind it
     * @param rowStep how far the next row is, 4 or more
     */
    public static void writeFour(final double[][] columns, final int first, final int from, final int count, final double[] centers, final double[] factors,
            final double[] into, final int at, final int rowStep) {
        final double[] a = columns[first];
        final double[] b = columns[first + 1];
        final double[] c = columns[first + 2];
        final double[] d = columns[first + 3];
        final double centerA = centers[first];
        final double centerB = centers[first + 1];
        final double centerC = centers[first + 2];
        final double centerD = centers[first + 3];
        final double factorA = factors[first];
        final double factorB = factors[first + 1];
        final double factorC = factors[first + 2];
        final double factorD = factors[first + 3];
        for (int i = from, to = at; i < from + count; i++, to += rowStep) {
            into[to] = (a[i] - centerA) * factorA;
            into[to + 1] = (b[i] - centerB) * factorB;
            into[to + 2] = (c[i] - centerC) * factorC;
            into[to + 3] = (d[i] - centerD) * factorD;
        }
    }

    /**
     * Writes columns row by row, each row times a factor of its own.
     *
     * @param columns one column after the other
     * @param stride  how far a column is from the one before it
     * @param width   how many columns
     * @param count   how many rows
     * @param factors one for each row
     * @param into    where to
     * @param at      where the first column of the first row goes, the others behind it
     * @param rowStep how far the next row is, at least {@code width}
     */
    public static void writeMultiples(final double[] columns, final int stride, final int width, final int count, final double[] factors,
            final double[] into, final int at, final int rowStep) {
        int j = 0;
        for (; j + TOGETHER <= width; j += TOGETHER) {
            final int a = j * stride;
            final int b = a + stride;
            final int c = b + stride;
            final int d = c + stride;
            for (int i = 0, to = at + j; i < count; i++, to += rowStep) {
                into[to] = columns[a + i] * factors[i];
                into[to + 1] = columns[b + i] * factors[i];
                into[to + 2] = columns[c + i] * factors[i];
                into[to + 3] = columns[d + i] * factors[i];
            }
        }
        for (; j < width; j++) {
            for (int i = 0, to = at + j; i < count; i++, to += rowStep) {
                into[to] = columns[j * stride + i] * factors[i];
            }
        }
    }
}
