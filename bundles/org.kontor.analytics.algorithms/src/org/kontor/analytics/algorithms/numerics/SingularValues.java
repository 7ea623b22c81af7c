// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The singular values of a matrix and its right singular vectors, by one-sided Jacobi rotations: columns are turned against each other until
 * all are orthogonal (Golub, Van Loan, Matrix Computations, 8.6.3). Small values are as exact as the matrix allows, which those from products
 * of its columns are not. The same bits for the same matrix, always. Immutable.
 *
 * @since 0.1
 */
public final class SingularValues {

    private static final int MOST_SWEEPS = 80;

    private final int rows;
    private final double[][] columns;
    private final double[][] vectors;
    private final double[] values;
    private final int[] order;

    private SingularValues(final double[] matrix, final int rows, final int width, final Runnable pause) {
        this.rows = rows;
        columns = new double[width][rows];
        vectors = new double[width][width];
        values = new double[width];
        double largest = 0;
        for (final double value : matrix) {
            largest = Math.max(largest, Math.abs(value));
        }
        // a power of two, so that no square has no end and no bit is lost
        final double unit = largest == 0 ? 1 : Math.scalb(1.0, Math.max(Double.MIN_EXPONENT, Math.getExponent(largest)));
        for (int j = 0; j < width; j++) {
            vectors[j][j] = 1;
            for (int i = 0; i < rows; i++) {
                columns[j][i] = matrix[i * width + j] / unit;
            }
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && sweep(width, pause); sweep++) {
            pause.run();
        }
        for (int j = 0; j < width; j++) {
            values[j] = Math.sqrt(product(columns[j], columns[j])) * unit;
        }
        order = IntStream.range(0, width).boxed().sorted(Comparator.comparingDouble((Integer j) -> -values[j])).mapToInt(Integer::intValue).toArray();
    }

    /**
     * Takes a matrix apart.
     *
     * @param matrix row by row, finite; left as it is
     * @param rows   how many rows
     * @param width  how many columns
     * @param pause  called again and again, so that the work can be stopped
     * @return its values and vectors
     */
    public static SingularValues of(final double[] matrix, final int rows, final int width, final Runnable pause) {
        return new SingularValues(matrix, rows, width, pause);
    }

    /** Turns each pair of columns; {@return whether there was something to turn}. */
    private boolean sweep(final int width, final Runnable pause) {
        boolean turned = false;
        for (int p = 0; p < width; p++) {
            pause.run();
            for (int q = p + 1; q < width; q++) {
                final double one = product(columns[p], columns[p]);
                final double other = product(columns[q], columns[q]);
                final double both = product(columns[p], columns[q]);
                if (Math.abs(both) > Math.ulp(1.0) * rows * Math.sqrt(one) * Math.sqrt(other)) {
                    final double zeta = (other - one) / (2 * both);
                    final double tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
                    final double cosine = 1 / Math.sqrt(1 + tangent * tangent);
                    turn(columns[p], columns[q], cosine, cosine * tangent);
                    turn(vectors[p], vectors[q], cosine, cosine * tangent);
                    turned = true;
                }
            }
        }
        return turned;
    }

    private static void turn(final double[] one, final double[] other, final double cosine, final double sine) {
        for (int i = 0; i < one.length; i++) {
            final double a = one[i];
            final double b = other[i];
            one[i] = cosine * a - sine * b;
            other[i] = sine * a + cosine * b;
        }
    }

    private static double product(final double[] one, final double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /**
     * A singular value.
     *
     * @param number 0 for the largest
     * @return 0 or more
     */
    public double value(final int number) {
        return values[order[number]];
    }

    /**
     * A right singular vector.
     *
     * @param number 0 for that of the largest value
     * @return as many numbers as there are columns, of length 1
     */
    public double[] vector(final int number) {
        return vectors[order[number]].clone();
    }
}
