// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

/**
 * A matrix turned into a triangle by Householder reflections, column by column in their order; a column of which almost nothing is left when
 * the ones before it are taken out is passed over (Golub, Van Loan, Matrix Computations, 5.2).
 */
final class Reflections {

    /** Column by column. Above and on the diagonal the triangle, below it the mirrors. */
    private final double[] values;
    private final int rows;
    private final int width;
    /** The first element of each mirror, whose place the triangle has. */
    private final double[] heads;
    private final double[] betas;
    /** The columns that were taken, in their order. */
    private final int[] taken;
    private int rank;

    private Reflections(final double[] values, final int rows, final int width) {
        this.values = values;
        this.rows = rows;
        this.width = width;
        final int most = Math.min(rows, width);
        heads = new double[most];
        betas = new double[most];
        taken = new int[most];
    }

    /**
     * Turns a matrix.
     *
     * @param values    column by column; overwritten
     * @param tolerance a column of which not more than this part of its length is left is passed over; negative to take all
     */
    static Reflections of(final double[] values, final int rows, final int width, final double tolerance, final Runnable pause) {
        final var found = new Reflections(values, rows, width);
        found.turn(tolerance, pause);
        return found;
    }

    private void turn(final double tolerance, final Runnable pause) {
        final var lengths = new double[width];
        for (int j = 0; j < width; j++) {
            lengths[j] = Math.sqrt(squares(j, 0));
        }
        for (int j = 0; j < width && rank < rows; j++) {
            pause.run();
            final double left = Math.sqrt(squares(j, rank));
            if (tolerance < 0 || left > tolerance * lengths[j]) {
                mirror(j, left);
                for (int other = j + 1; other < width; other++) {
                    pause.run();
                    apply(rank, values, other * rows);
                }
                rank++;
            }
        }
    }

    private double squares(final int column, final int from) {
        final int at = column * rows;
        double one = 0;
        double two = 0;
        int i = from;
        for (; i + 1 < rows; i += 2) {
            one += values[at + i] * values[at + i];
            two += values[at + i + 1] * values[at + i + 1];
        }
        if (i < rows) {
            one += values[at + i] * values[at + i];
        }
        return one + two;
    }

    private void mirror(final int column, final double left) {
        final int at = column * rows + rank;
        final double head = values[at];
        taken[rank] = column;
        if (left == 0) {
            return;
        }
        final double turned = head > 0 ? -left : left;
        heads[rank] = head - turned;
        // the square of the mirror's length, without subtracting what is almost equal
        betas[rank] = 1 / (left * (left + Math.abs(head)));
        values[at] = turned;
    }

    private void apply(final int k, final double[] to, final int offset) {
        if (betas[k] == 0) {
            return;
        }
        final int at = taken[k] * rows;
        double one = heads[k] * to[offset + k];
        double two = 0;
        double three = 0;
        double four = 0;
        int i = k + 1;
        for (; i + 3 < rows; i += 4) {
            one += values[at + i] * to[offset + i];
            two += values[at + i + 1] * to[offset + i + 1];
            three += values[at + i + 2] * to[offset + i + 2];
            four += values[at + i + 3] * to[offset + i + 3];
        }
        for (; i < rows; i++) {
            one += values[at + i] * to[offset + i];
        }
        final double factor = (one + two + (three + four)) * betas[k];
        to[offset + k] -= factor * heads[k];
        for (i = k + 1; i < rows; i++) {
            to[offset + i] -= factor * values[at + i];
        }
    }

    int rank() {
        return rank;
    }

    /** {@return the column at a place of the triangle} */
    int column(final int place) {
        return taken[place];
    }

    /** {@return the element of the triangle} */
    double triangle(final int row, final int place) {
        return values[taken[place] * rows + row];
    }

    /** Turns a vector as the matrix was turned. */
    void turn(final double[] vector) {
        for (int k = 0; k < rank; k++) {
            apply(k, vector, 0);
        }
    }

    /** Turns a vector back. */
    void turnBack(final double[] vector) {
        for (int k = rank - 1; k >= 0; k--) {
            apply(k, vector, 0);
        }
    }

    /** Solves R x = b in place. */
    void solve(final double[] right) {
        for (int k = rank - 1; k >= 0; k--) {
            final double value = right[k] / triangle(k, k);
            right[k] = value;
            for (int i = 0; i < k; i++) {
                right[i] -= value * triangle(i, k);
            }
        }
    }

    /** Solves R'x = b in place. */
    void solveTransposed(final double[] right) {
        for (int k = 0; k < rank; k++) {
            double value = right[k];
            for (int i = 0; i < k; i++) {
                value -= right[i] * triangle(i, k);
            }
            right[k] = value / triangle(k, k);
        }
    }

    /** {@return the triangle row by row, {@code rank} rows and columns} */
    double[] triangle() {
        final var all = new double[rank * rank];
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i <= k; i++) {
                all[i * rank + k] = triangle(i, k);
            }
        }
        return all;
    }
}
