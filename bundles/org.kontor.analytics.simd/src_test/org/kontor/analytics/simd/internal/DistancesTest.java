// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.kernel.DistanceKernels;
import org.kontor.analytics.kernel.VectorKernels;

/** Distances have the bits of the plain kernels, and those that the contract says. */
class DistancesTest {

    private static final int SPARE = 3;

    private final DistanceKernels plain = VectorKernels.plain().distances();
    private final DistanceKernels vector = new SimdKernels().distances();
    private final SplittableRandom random = new SplittableRandom(20_261_123);

    private double[] numbers(final int count, final boolean odd) {
        return random.doubles(count, -10, 10).map(each -> odd && random.nextInt(30) == 0 ? Double.POSITIVE_INFINITY : each).toArray();
    }

    private double[][] columns(final int count, final int width, final boolean odd) {
        final var columns = new double[width][];
        Arrays.setAll(columns, j -> numbers(count, odd));
        return columns;
    }

    private static double square(final double[][] columns, final int t, final double[] center, final int from) {
        double square = 0;
        for (int j = 0; j < columns.length; j++) {
            square += (columns[j][t] - center[from + j]) * (columns[j][t] - center[from + j]);
        }
        return square;
    }

    @Test
    void squares() {
        for (int count = 0; count <= 70; count++) {
            final int width = 1 + count % 13;
            final double[][] columns = columns(count, width, count % 4 == 3);
            final double[] center = numbers(width + 2, false);
            final double[] expected = numbers(count + SPARE, false);
            final double[] actual = expected.clone();
            final double[] defined = expected.clone();
            plain.squares(columns, count, center, 2, expected);
            vector.squares(columns, count, center, 2, actual);
            Arrays.setAll(defined, t -> t < columns[0].length ? square(columns, t, center, 2) : defined[t]);
            assertArrayEquals(expected, actual, count + " points, " + width + " coordinates");
            assertArrayEquals(defined, actual, count + " points, " + width + " coordinates");
        }
    }

    @Test
    void distances() {
        for (int count = 0; count <= 70; count++) {
            final int width = 1 + count % 13;
            final double[][] columns = columns(count, width, count % 4 == 3);
            final double[] center = numbers(width + 2, false);
            final double[] expected = numbers(count + SPARE, false);
            final double[] actual = expected.clone();
            final double[] defined = expected.clone();
            plain.addDistances(columns, count, center, 1, 3, expected);
            vector.addDistances(columns, count, center, 1, 3, actual);
            for (int t = 0; t < count; t++) {
                defined[t] += 3 * Math.sqrt(square(columns, t, center, 1));
            }
            assertArrayEquals(expected, actual, count + " points, " + width + " coordinates");
            assertArrayEquals(defined, actual, count + " points, " + width + " coordinates");
        }
    }

    /** The same of rounded numbers, from several others. */
    @Test
    void totals() {
        for (int count = 0; count <= 70; count++) {
            final int width = 1 + count % 7;
            final int number = count % 9;
            final float[] tile = floats(1 + (count + SPARE) * width);
            final float[] others = floats(SPARE + number * width);
            final var expected = new float[count + SPARE];
            final var actual = new float[count + SPARE];
            final var defined = new float[count + SPARE];
            plain.totals(tile, 1, count + SPARE, count, width, others, SPARE, number, expected);
            vector.totals(tile, 1, count + SPARE, count, width, others, SPARE, number, actual);
            for (int t = 0; t < count; t++) {
                for (int other = 0; other < number; other++) {
                    float square = 0;
                    for (int j = 0; j < width; j++) {
                        final float difference = tile[1 + j * (count + SPARE) + t] - others[SPARE + other * width + j];
                        square = Math.fma(difference, difference, square);
                    }
                    defined[t] += (float) Math.sqrt(square);
                }
            }
            assertArrayEquals(expected, actual, count + " points, " + width + " coordinates");
            assertArrayEquals(defined, actual, count + " points, " + width + " coordinates");
        }
    }

    private float[] floats(final int count) {
        final var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-10, 10);
        }
        return numbers;
    }

    /** The order of coordinates is part of the contract, and is noticed with such numbers. */
    @Test
    void anotherOrderHasOtherBits() {
        final double[][] columns = columns(40, 9, false);
        final var center = new double[9];
        final var forwards = new double[40];
        final var backwards = new double[40];
        vector.squares(columns, 40, center, 0, forwards);
        final var turned = new double[columns.length][];
        Arrays.setAll(turned, j -> columns[columns.length - 1 - j]);
        vector.squares(turned, 40, center, 0, backwards);
        assertFalse(Arrays.equals(forwards, backwards), "numbers for which the order does not matter");
    }
}
