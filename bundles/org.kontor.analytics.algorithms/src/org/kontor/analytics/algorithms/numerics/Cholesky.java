// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.Optional;

/**
 * A symmetric positive definite matrix as the product of a triangle with itself, to solve equations with it and to invert it (Golub, Van
 * Loan, Matrix Computations, 4.2). Matrices are row by row: element (i, j) is at {@code i * size + j}. Immutable.
 *
 * @since 0.1
 */
public final class Cholesky {

    /** The upper triangle U with U'U = A; its lower part is not used. */
    private final double[] upper;
    private final int size;
    private final double tolerance;

    private Cholesky(final double[] upper, final int size, final double tolerance) {
        this.upper = upper;
        this.size = size;
        this.tolerance = tolerance;
    }

    /**
     * Takes a matrix apart.
     *
     * @param matrix of {@code size} rows and columns; its upper triangle is read, and it is left as it is
     * @param size   how many rows
     * @return its parts; empty where it is not positive definite as far as double precision can tell, or not finite
     */
    public static Optional<Cholesky> of(final double[] matrix, final int size) {
        return of(matrix, size, () -> { });
    }

    /**
     * Takes a large matrix apart.
     *
     * @param matrix of {@code size} rows and columns; its upper triangle is read, and it is left as it is
     * @param size   how many rows
     * @param pause  called at every row, so that the work can be stopped
     * @return its parts; empty where it is not positive definite as far as double precision can tell, or not finite
     */
    public static Optional<Cholesky> of(final double[] matrix, final int size, final Runnable pause) {
        final var upper = matrix.clone();
        final double least = Math.ulp(1.0) * size;
        double tolerance = 1;
        for (int k = 0; k < size; k++) {
            pause.run();
            final int row = k * size;
            final double pivot = upper[row + k];
            final double before = matrix[row + k];
            if (!(pivot > least * before) || !(pivot < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
            tolerance = Math.min(tolerance, pivot / before);
            final double root = Math.sqrt(pivot);
            for (int j = k; j < size; j++) {
                upper[row + j] /= root;
            }
            for (int i = k + 1; i < size; i++) {
                final double factor = upper[row + i];
                if (factor != 0) {
                    final int at = i * size;
                    for (int j = i; j < size; j++) {
                        upper[at + j] -= factor * upper[row + j];
                    }
                }
            }
        }
        return Optional.of(new Cholesky(upper, size, tolerance));
    }

    /**
     * How much of a row's own diagonal element is left when the rows before it are taken out, at the row where least is left. For a matrix
     * of sums of products it is one minus the largest squared multiple correlation of a column with those before it.
     *
     * @return above 0, up to 1
     */
    public double tolerance() {
        return tolerance;
    }

    /**
     * Solves A x = b.
     *
     * @param right b, left as it is
     * @return x
     */
    public double[] solve(final double[] right) {
        final var solution = right.clone();
        for (int k = 0; k < size; k++) {
            final double value = solution[k] / upper[k * size + k];
            solution[k] = value;
            for (int j = k + 1; j < size; j++) {
                solution[j] -= value * upper[k * size + j];
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            double value = solution[k];
            for (int j = k + 1; j < size; j++) {
                value -= upper[k * size + j] * solution[j];
            }
            solution[k] = value / upper[k * size + k];
        }
        return solution;
    }

    /**
     * The inverse of the matrix.
     *
     * @return symmetric to the last bit
     */
    public double[] inverse() {
        return inverse(() -> { });
    }

    /**
     * The inverse of a large matrix.
     *
     * @param pause called at every row, so that the work can be stopped
     * @return symmetric to the last bit
     */
    public double[] inverse(final Runnable pause) {
        return Triangles.inverseOfProduct(upper, size, pause);
    }

    /**
     * The logarithm of the determinant.
     *
     * @return finite
     */
    public double logDeterminant() {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += Math.log(upper[k * size + k]);
        }
        return 2 * sum;
    }
}
