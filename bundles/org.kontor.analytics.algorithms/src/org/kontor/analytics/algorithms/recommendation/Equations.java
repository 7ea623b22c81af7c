// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;

import org.kontor.analytics.kernel.MatrixKernels;
import org.kontor.analytics.kernel.ProductKernels;
import org.kontor.analytics.kernel.VectorKernels;

/**
 * Equations of least squares with a penalty: products of vectors are added to a symmetric matrix, many vectors at a time, and the sum is taken
 * apart by Cholesky's method. Both work on four rows of the matrix at a time, whose sums stay in registers while the vectors pass by. The right side is
 * a further column of the matrix, so that it is added up and half solved along with the others.
 */
final class Equations {

    private static final int TILE = MatrixKernels.STRIP;
    private static final int TOGETHER = 64;
    private static final double SMALLEST = 1e-300;
    /** What is left of a diagonal is rounding where it is a smaller part of it than this. */
    private static final double ROUNDING = 1e-13;

    private final int count;
    /** Rows and columns of the matrix, a multiple of the tile; the right side is column number {@link #count}. */
    private final int width;
    /** The upper half counts. */
    private final double[] matrix;
    private final double[] solution;
    private final double[] behind = new double[TILE];
    private final double[] waiting;
    private final double[] weighted;
    private final MatrixKernels kernels;
    private final ProductKernels sums;
    private int size;
    /** Whether all that wait count once. */
    private boolean once = true;

    Equations(final int count, final VectorKernels kernels) {
        this.count = count;
        this.kernels = kernels.matrices();
        sums = kernels.products();
        width = Math.ceilDiv(count + 1, TILE) * TILE;
        matrix = new double[width * width];
        solution = new double[count];
        waiting = new double[TOGETHER * width];
        weighted = new double[TOGETHER * width];
    }

    /** @param start what the matrix begins with; null for zeros */
    void clear(final double[] start) {
        if (start == null) {
            Arrays.fill(matrix, 0);
        } else {
            System.arraycopy(start, 0, matrix, 0, matrix.length);
        }
        size = 0;
        once = true;
    }

    /** Adds a vector's products with itself, so many times, and the vector to the right side, so many times. */
    void add(final double[] from, final int at, final double weight, final double value) {
        final int to = size * width;
        System.arraycopy(from, at, waiting, to, count);
        waiting[to + count] = value;
        if (weight != 1 && once) {
            // those before count once too, but stand in one place only
            System.arraycopy(waiting, 0, weighted, 0, to);
            once = false;
        }
        if (!once) {
            for (int i = 0; i < count; i++) {
                weighted[to + i] = weight * from[at + i];
            }
            weighted[to + count] = value;
        }
        if (++size == TOGETHER) {
            flush();
        }
    }

    /** Adds what waits. */
    void flush() {
        for (int i = 0; i < count && size > 0; i += TILE) {
            kernels.addProducts(waiting, once ? waiting : weighted, 0, size, width, i, matrix, i * width);
        }
        size = 0;
        once = true;
    }

    void penalize(final double penalty) {
        flush();
        for (int i = 0; i < width; i++) {
            matrix[i * width + i] += i < count ? penalty : 1;
        }
    }

    /** Adds the matrix to another one of the same width. */
    void addTo(final double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += matrix[i];
        }
    }

    /** How many numbers the matrix has. */
    int area() {
        return matrix.length;
    }

    /** Solves the equations; the matrix is used up. */
    void solve(final double[] into, final int at) {
        factorize();
        for (int i = 0; i < count; i++) {
            solution[i] = matrix[i * width + count];
        }
        substituteBack(solution);
        System.arraycopy(solution, 0, into, at, count);
    }

    /** Takes the matrix apart, to be used for several right sides. */
    void factorize() {
        final double[] negative = negative();
        final var least = new double[width];
        for (int k = 0; k < width; k++) {
            least[k] = Math.max(SMALLEST, ROUNDING * matrix[k * width + k]);
        }
        for (int i = 0; i < count; i += TILE) {
            kernels.addProducts(negative, matrix, 0, i, width, i, matrix, i * width);
            finish(i, least, negative);
        }
    }

    /** Rows that are done, with the opposite sign. */
    private double[] negative() {
        return waiting.length >= matrix.length ? waiting : new double[matrix.length];
    }

    /** Takes what four rows contribute to each other from them, and divides each by the root of its diagonal. */
    private void finish(final int first, final double[] least, final double[] negative) {
        for (int k = first; k < first + TILE; k++) {
            final int row = k * width;
            for (int above = first; above < k; above++) {
                final double times = matrix[above * width + k];
                for (int j = k; j < first + TILE; j++) {
                    matrix[row + j] -= times * matrix[above * width + j];
                }
            }
            final double pivot = Math.sqrt(Math.max(least[k], matrix[row + k]));
            matrix[row + k] = pivot;
            negative[row + k] = -pivot;
            for (int j = k + 1; j < first + TILE; j++) {
                matrix[row + j] *= 1 / pivot;
                negative[row + j] = -matrix[row + j];
            }
        }
        rest(first, negative);
    }

    /** The same for the columns behind, all four rows of a column at a time. */
    private void rest(final int first, final double[] negative) {
        final int one = first * width;
        final int two = one + width;
        final int three = two + width;
        final int four = three + width;
        final double oneTwo = matrix[one + first + 1];
        final double oneThree = matrix[one + first + 2];
        final double oneFour = matrix[one + first + 3];
        final double twoThree = matrix[two + first + 2];
        final double twoFour = matrix[two + first + 3];
        final double threeFour = matrix[three + first + 3];
        final double inverseOne = 1 / matrix[one + first];
        final double inverseTwo = 1 / matrix[two + first + 1];
        final double inverseThree = 1 / matrix[three + first + 2];
        final double inverseFour = 1 / matrix[four + first + 3];
        for (int j = first + TILE; j < width; j++) {
            final double a = matrix[one + j] * inverseOne;
            final double b = (matrix[two + j] - oneTwo * a) * inverseTwo;
            final double c = (matrix[three + j] - oneThree * a - twoThree * b) * inverseThree;
            final double d = (matrix[four + j] - oneFour * a - twoFour * b - threeFour * c) * inverseFour;
            matrix[one + j] = a;
            matrix[two + j] = b;
            matrix[three + j] = c;
            matrix[four + j] = d;
            negative[one + j] = -a;
            negative[two + j] = -b;
            negative[three + j] = -c;
            negative[four + j] = -d;
        }
    }

    /** Solves for a right side; the matrix has been taken apart. */
    void substitute(final double[] side) {
        for (int i = 0; i < count; i++) {
            final double value = side[i] / matrix[i * width + i];
            side[i] = value;
            sums.addMultiple(side, i + 1, -value, matrix, i * width + i + 1, count - i - 1);
        }
        substituteBack(side);
    }

    /** The second half of it, from the last numbers to the first: four at a time, whose sums do not wait for each other. */
    private void substituteBack(final double[] side) {
        for (int first = (count - 1) / TILE * TILE; first >= 0; first -= TILE) {
            final int end = Math.min(count, first + TILE);
            behind(side, first, end);
            for (int i = end - 1; i >= first; i--) {
                double value = side[i] - behind[i - first];
                for (int j = i + 1; j < end; j++) {
                    value -= matrix[i * width + j] * side[j];
                }
                side[i] = value / matrix[i * width + i];
            }
        }
    }

    /** Multiplies four rows with the numbers behind them. */
    private void behind(final double[] side, final int first, final int end) {
        final int one = first * width;
        final int two = one + width;
        final int three = two + width;
        final int four = three + width;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = end; j < count; j++) {
            a = Math.fma(matrix[one + j], side[j], a);
            b = Math.fma(matrix[two + j], side[j], b);
            c = Math.fma(matrix[three + j], side[j], c);
            d = Math.fma(matrix[four + j], side[j], d);
        }
        behind[0] = a;
        behind[1] = b;
        behind[2] = c;
        behind[3] = d;
    }
}
