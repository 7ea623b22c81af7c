// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.kernel.MatrixKernels;
import org.kontor.analytics.kernel.VectorKernels;

/** Products of matrices have the bits of the plain kernels, whatever the numbers and sizes. */
class MatricesTest {

    private static final int SPARE = 3;

    private final MatrixKernels plain = VectorKernels.plain().matrices();
    private final MatrixKernels vector = new SimdKernels().matrices();
    private final SplittableRandom random = new SplittableRandom(11_235);

    @Test
    void products() {
        for (int width = 4; width <= 60; width += 4) {
            for (int rows = 0; rows <= 11; rows++) {
                final double[] left = numbers(rows * width + SPARE);
                final double[] right = numbers(rows * width + SPARE);
                final double[] sums = numbers(4 * width + SPARE);
                for (int first = 0; first < width; first += 4) {
                    assertArrayEquals(bits(products(plain, left, right, rows, width, first, sums)),
                            bits(products(vector, left, right, rows, width, first, sums)), rows + " x " + width + " from " + first);
                }
            }
        }
    }

    private static double[] products(final MatrixKernels kernels, final double[] left, final double[] right, final int rows, final int width,
            final int first, final double[] sums) {
        final double[] into = sums.clone();
        kernels.addProducts(left, right, SPARE, rows, width, first, into, SPARE);
        return into;
    }

    /** What the contract says, number by number. */
    @Test
    void productsAreWhatTheContractSays() {
        final int width = 28;
        final int rows = 9;
        final double[] left = numbers(rows * width + SPARE);
        final double[] right = numbers(rows * width + SPARE);
        final double[] sums = numbers(4 * width + SPARE);
        for (int first = 0; first < width; first += 4) {
            final double[] expected = sums.clone();
            for (int k = 0; k < 4; k++) {
                for (int j = first; j < width; j++) {
                    for (int r = 0; r < rows; r++) {
                        final int at = SPARE + k * width + j;
                        expected[at] = Math.fma(left[SPARE + r * width + first + k], right[SPARE + r * width + j], expected[at]);
                    }
                }
            }
            assertArrayEquals(bits(expected), bits(products(plain, left, right, rows, width, first, sums)));
        }
    }

    @Test
    void dots() {
        for (int count = 0; count <= 97; count++) {
            final double[] one = numbers(count + SPARE);
            final double[] other = numbers(count + 1);
            final double expected = plain.dot(one, SPARE, other, 1, count);
            assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(vector.dot(one, SPARE, other, 1, count)), "count " + count);
            assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(contract(one, other, count)), "count " + count);
        }
    }

    private static double contract(final double[] one, final double[] other, final int count) {
        final var sums = new double[8];
        for (int i = 0; i < count; i++) {
            sums[i % 8] = Math.fma(one[SPARE + i], other[1 + i], sums[i % 8]);
        }
        return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
    }

    /** Another order and another rounding are noticed, so the numbers of the other tests are such that both matter. */
    @Test
    void anotherOrderHasOtherBits() {
        int others = 0;
        for (int attempt = 0; attempt < 50; attempt++) {
            final double[] one = usual(97);
            final double[] other = usual(97);
            double straight = 0;
            for (int i = 0; i < 97; i++) {
                straight = Math.fma(one[i], other[i], straight);
            }
            others += straight == vector.dot(one, 0, other, 0, 97) ? 0 : 1;
        }
        assertTrue(others > 25, others + " of 50");
        final double[] matrix = usual(20 * 8);
        final double[] into = new double[4 * 8];
        final double[] rounded = new double[4 * 8];
        vector.addProducts(matrix, matrix, 0, 20, 8, 0, into, 0);
        for (int k = 0; k < 4; k++) {
            for (int j = 0; j < 8; j++) {
                for (int r = 0; r < 20; r++) {
                    rounded[k * 8 + j] += matrix[r * 8 + k] * matrix[r * 8 + j];
                }
            }
        }
        assertFalse(Arrays.equals(into, rounded));
    }

    private double[] usual(final int count) {
        return random.doubles(count, -1, 1).toArray();
    }

    private double[] numbers(final int count) {
        final var numbers = new double[count];
        Arrays.setAll(numbers, i -> switch (random.nextInt(200)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.MIN_VALUE * random.nextInt(1, 9);
            case 3 -> -0.0;
            case 4 -> 1e200 * random.nextDouble();
            case 5 -> 1e-200 * random.nextDouble();
            default -> random.nextDouble(-100, 100);
        });
        return numbers;
    }

    /** Which NaN it is does not matter. */
    private static long[] bits(final double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
    }
}
