// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.run.Randomness;

/** Symmetric matrices. */
class MatrixTest {

    private static double[] product(final int size, final int rows, final Randomness random) {
        final var factors = new double[rows * size];
        Arrays.setAll(factors, i -> random.nextDouble() - .5);
        final var matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < rows; k++) {
                    matrix[i * size + j] += factors[k * size + i] * factors[k * size + j];
                }
            }
        }
        return matrix;
    }

    @Test
    void equationsAreSolvedAndMatricesInverted() {
        final var random = Randomness.of(3, 3);
        for (int size = 1; size < 30; size++) {
            final var matrix = product(size, 2 * size, random);
            final var parts = Cholesky.of(matrix, size).orElseThrow();
            final var x = new double[size];
            Arrays.setAll(x, i -> i - 3.5);
            final var b = new double[size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    b[i] += matrix[i * size + j] * x[j];
                }
            }
            assertArrayEquals(x, parts.solve(b), 1e-9);
            final var inverse = parts.inverse();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    double sum = 0;
                    for (int k = 0; k < size; k++) {
                        sum += matrix[i * size + k] * inverse[k * size + j];
                    }
                    assertEquals(i == j ? 1 : 0, sum, 1e-9);
                }
            }
            double logs = 0;
            final var eigen = SymmetricEigen.of(matrix, size);
            for (int i = 0; i < size; i++) {
                logs += Math.log(eigen.value(i));
            }
            assertEquals(logs, parts.logDeterminant(), 1e-9);
            assertTrue(parts.tolerance() > 0 && parts.tolerance() <= 1);
        }
    }

    @Test
    void whatIsNotPositiveDefiniteIsRefused() {
        assertTrue(Cholesky.of(new double[] {1, 2, 2, 1}, 2).isEmpty());
        assertTrue(Cholesky.of(new double[] {1, 1, 1, 1}, 2).isEmpty());
        assertTrue(Cholesky.of(new double[] {0}, 1).isEmpty());
        assertTrue(Cholesky.of(new double[] {Double.NaN}, 1).isEmpty());
        assertTrue(Cholesky.of(new double[] {Double.POSITIVE_INFINITY}, 1).isEmpty());
        assertEquals(.75, Cholesky.of(new double[] {4, 2, 2, 4}, 2).orElseThrow().tolerance());
    }

    @Test
    void eigenvectorsAreOrthogonalAndMakeTheMatrix() {
        final var random = Randomness.of(5, 5);
        for (int size = 1; size < 40; size++) {
            // fewer factors than rows: several values are zero
            check(product(size, Math.max(1, size / 2), random), size);
            final var any = new double[size * size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    any[i * size + j] = random.nextInt(7) - 3;
                    any[j * size + i] = any[i * size + j];
                }
            }
            check(any, size);
        }
        check(new double[9], 3);
        check(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3);
        check(new double[] {1e300, 0, 0, 1e-300}, 2);
    }

    private static void check(final double[] matrix, final int size) {
        final var eigen = SymmetricEigen.of(matrix, size);
        final double largest = Arrays.stream(matrix).map(Math::abs).max().orElse(0);
        final var again = new double[size * size];
        for (int k = 0; k < size; k++) {
            final var vector = eigen.vector(k);
            assertTrue(k == 0 || eigen.value(k) <= eigen.value(k - 1));
            for (int l = 0; l < size; l++) {
                final var other = eigen.vector(l);
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += vector[i] * other[i];
                }
                assertEquals(k == l ? 1 : 0, sum, 1e-13);
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    again[i * size + j] += eigen.value(k) * vector[i] * vector[j];
                }
            }
        }
        assertArrayEquals(matrix, again, 1e-13 * size * largest);
    }

    @Test
    void knownValuesAreFound() {
        final var eigen = SymmetricEigen.of(new double[] {2, -1, 0, -1, 2, -1, 0, -1, 2}, 3);
        assertEquals(2 + Math.sqrt(2), eigen.value(0), 1e-15);
        assertEquals(2, eigen.value(1), 1e-15);
        assertEquals(2 - Math.sqrt(2), eigen.value(2), 1e-15);
        assertThrows(ArithmeticException.class, () -> SymmetricEigen.of(new double[] {Double.NaN}, 1));
    }
}
