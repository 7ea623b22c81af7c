// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix: Householder reflections make it tridiagonal, implicitly shifted QR steps make it
 * diagonal (Golub, Van Loan, Matrix Computations, 8.3). The same bits for the same matrix, always. Immutable.
 *
 * @since 0.1
 */
public final class SymmetricEigen {

    private static final int MOST_STEPS = 200;

    private final int size;
    private final double[] diagonal;
    /** What stands beside the diagonal: element i couples i and i + 1. */
    private final double[] beside;
    /** Row i becomes the eigenvector of the value i. */
    private final double[] vectors;
    private final int[] order;

    private SymmetricEigen(final double[] matrix, final int size, final Runnable pause) {
        this.size = size;
        diagonal = new double[size];
        beside = new double[size];
        vectors = new double[size * size];
        final double scale = scale(matrix);
        final var work = new double[size * size];
        for (int i = 0; i < size; i++) {
            vectors[i * size + i] = 1;
            for (int j = 0; j < size; j++) {
                work[i * size + j] = matrix[Math.min(i, j) * size + Math.max(i, j)] / scale;
            }
        }
        reduce(work, pause);
        solve(pause);
        for (int i = 0; i < size; i++) {
            diagonal[i] *= scale;
        }
        order = IntStream.range(0, size).boxed().sorted(Comparator.comparingDouble((Integer i) -> -diagonal[i])).mapToInt(Integer::intValue).toArray();
    }

    /**
     * Solves a matrix.
     *
     * @param matrix row by row, finite; its upper triangle is read, and it is left as it is
     * @param size   how many rows
     * @return its values and vectors
     * @throws ArithmeticException where it has elements that are not finite
     */
    public static SymmetricEigen of(final double[] matrix, final int size) {
        return of(matrix, size, () -> { });
    }

    /**
     * Solves a large matrix.
     *
     * @param matrix row by row, finite; its upper triangle is read, and it is left as it is
     * @param size   how many rows
     * @param pause  called again and again, so that the work can be stopped
     * @return its values and vectors
     * @throws ArithmeticException where it has elements that are not finite
     */
    public static SymmetricEigen of(final double[] matrix, final int size, final Runnable pause) {
        return new SymmetricEigen(matrix, size, pause);
    }

    /**
     * An eigenvalue.
     *
     * @param index from 0, from the largest to the smallest
     * @return the value
     */
    public double value(final int index) {
        return diagonal[order[index]];
    }

    /**
     * The eigenvector of {@link #value}; its sign is not defined.
     *
     * @param index from 0
     * @return a vector of length 1, orthogonal to the others
     */
    public double[] vector(final int index) {
        return Arrays.copyOfRange(vectors, order[index] * size, (order[index] + 1) * size);
    }

    /** A power of two near the largest element, so that nothing overflows and no bit is lost. */
    private static double scale(final double[] matrix) {
        double largest = 0;
        for (final double value : matrix) {
            if (!Double.isFinite(value)) {
                throw new ArithmeticException("a matrix with " + value);
            }
            largest = Math.max(largest, Math.abs(value));
        }
        return largest == 0 ? 1 : Math.scalb(1.0, Math.max(Double.MIN_EXPONENT, Math.getExponent(largest)));
    }

    /** Reflections from both sides until only the diagonal and its neighbours are left; they are applied to the vectors as well. */
    private void reduce(final double[] work, final Runnable pause) {
        final var mirror = new double[size];
        final var product = new double[size];
        for (int k = 0; k < size - 2; k++) {
            pause.run();
            double squares = 0;
            for (int i = k + 2; i < size; i++) {
                squares += work[k * size + i] * work[k * size + i];
            }
            final double head = work[k * size + k + 1];
            if (squares == 0) {
                continue;
            }
            final double norm = Math.sqrt(head * head + squares);
            final double turned = head > 0 ? -norm : norm;
            mirror[k + 1] = head - turned;
            System.arraycopy(work, k * size + k + 2, mirror, k + 2, size - k - 2);
            final double beta = 2 / (mirror[k + 1] * mirror[k + 1] + squares);
            work[k * size + k + 1] = turned;
            reflect(work, k, mirror, product, beta);
            mirrorVectors(k, mirror, product, beta);
        }
        for (int i = 0; i < size; i++) {
            diagonal[i] = work[i * size + i];
            beside[i] = i + 1 < size ? work[i * size + i + 1] : 0;
        }
    }

    private void reflect(final double[] work, final int k, final double[] mirror, final double[] product, final double beta) {
        Arrays.fill(product, k + 1, size, 0);
        for (int i = k + 1; i < size; i++) {
            final double factor = mirror[i] * beta;
            for (int j = k + 1; j < size; j++) {
                product[j] += factor * work[i * size + j];
            }
        }
        double along = 0;
        for (int i = k + 1; i < size; i++) {
            along += product[i] * mirror[i];
        }
        final double half = along * beta / 2;
        for (int i = k + 1; i < size; i++) {
            product[i] -= half * mirror[i];
        }
        for (int i = k + 1; i < size; i++) {
            final double own = mirror[i];
            final double other = product[i];
            for (int j = k + 1; j < size; j++) {
                work[i * size + j] -= own * product[j] + other * mirror[j];
            }
        }
    }

    /** The rows of the vectors are the columns of the product of all reflections. */
    private void mirrorVectors(final int k, final double[] mirror, final double[] product, final double beta) {
        Arrays.fill(product, 0);
        for (int i = k + 1; i < size; i++) {
            final double factor = mirror[i] * beta;
            for (int j = 0; j < size; j++) {
                product[j] += factor * vectors[i * size + j];
            }
        }
        for (int i = k + 1; i < size; i++) {
            final double factor = mirror[i];
            for (int j = 0; j < size; j++) {
                vectors[i * size + j] -= factor * product[j];
            }
        }
    }

    private void solve(final Runnable pause) {
        int last = size - 1;
        int steps = 0;
        while (last > 0) {
            pause.run();
            int first = last;
            while (first > 0 && !negligible(first - 1)) {
                first--;
            }
            if (first == last) {
                last--;
                steps = 0;
            } else if (steps++ > MOST_STEPS) {
                throw new ArithmeticException("a matrix without eigenvalues");
            } else {
                step(first, last);
            }
        }
    }

    private boolean negligible(final int index) {
        final double least = Math.ulp(1.0) / 2 * (Math.abs(diagonal[index]) + Math.abs(diagonal[index + 1]));
        if (Math.abs(beside[index]) <= Math.max(least, Double.MIN_NORMAL)) {
            beside[index] = 0;
            return true;
        }
        return false;
    }

    /** One QR step with Wilkinson's shift between two zeros beside the diagonal. */
    private void step(final int first, final int last) {
        final double distance = (diagonal[last - 1] - diagonal[last]) / 2;
        final double coupling = beside[last - 1];
        final double shift = diagonal[last] - coupling * coupling / (distance + Math.copySign(Math.hypot(distance, coupling), distance));
        double x = diagonal[first] - shift;
        double z = beside[first];
        for (int k = first; k < last; k++) {
            final double length = Math.hypot(x, z);
            final double cosine = length == 0 ? 1 : x / length;
            final double sine = length == 0 ? 0 : z / length;
            if (k > first) {
                beside[k - 1] = length;
            }
            final double above = diagonal[k];
            final double below = diagonal[k + 1];
            final double side = beside[k];
            final double both = 2 * cosine * sine * side;
            diagonal[k] = cosine * cosine * above + both + sine * sine * below;
            diagonal[k + 1] = sine * sine * above - both + cosine * cosine * below;
            beside[k] = (cosine - sine) * (cosine + sine) * side - cosine * sine * (above - below);
            if (k + 1 < last) {
                x = beside[k];
                z = sine * beside[k + 1];
                beside[k + 1] *= cosine;
            }
            rotate(k, cosine, sine);
        }
    }

    private void rotate(final int k, final double cosine, final double sine) {
        final int upper = k * size;
        final int lower = upper + size;
        for (int j = 0; j < size; j++) {
            final double above = vectors[upper + j];
            final double below = vectors[lower + j];
            vectors[upper + j] = cosine * above + sine * below;
            vectors[lower + j] = cosine * below - sine * above;
        }
    }
}
