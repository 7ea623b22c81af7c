// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.kernel.DistanceKernels;
import org.kontor.analytics.kernel.VectorKernels;

/** The vector kernels give the bits of the plain ones, whatever the numbers and however many there are. */
class KernelsTest {

    private static final int SPARE = 3;

    private final VectorKernels plain = VectorKernels.plain();
    private final VectorKernels vector = new SimdKernels();
    private final SplittableRandom random = new SplittableRandom(20_261_122);

    /** What a kernel wrote, beside places that it must not touch. */
    private record Found(int[] least, int[] second, int[] which) {

        private static Found by(final DistanceKernels kernels, final float[] tile, final int count, final int width, final float[] factors, final int functions) {
            final var least = new float[count + SPARE];
            final var second = new float[count + SPARE];
            final var which = new int[count + SPARE];
            Arrays.fill(least, -1);
            Arrays.fill(second, -2);
            Arrays.fill(which, -3);
            kernels.least(tile, 1, count + SPARE, count, width, factors, functions, least, second, which);
            return new Found(bits(least), bits(second), which);
        }

        private static int[] bits(final float[] numbers) {
            return IntStream.range(0, numbers.length).map(i -> Float.floatToIntBits(numbers[i])).toArray();
        }

        private boolean same(final Found other) {
            return Arrays.equals(least, other.least) && Arrays.equals(second, other.second) && Arrays.equals(which, other.which);
        }
    }

    private static final int[] FUNCTIONS = {1, 2, 3, 4, 5, 7, 8, 10, 33, 100, 300};

    @Test
    void leastForEachWidth() {
        for (int width = 1; width <= 40; width++) {
            same(random.nextInt(200), width, FUNCTIONS[width % FUNCTIONS.length], width % 3 == 0);
        }
    }

    @Test
    void leastForEachCount() {
        for (int count = 0; count <= 131; count++) {
            same(count, 1 + count % 9, FUNCTIONS[count % FUNCTIONS.length], count % 3 == 0);
        }
    }

    private void same(final int count, final int width, final int functions, final boolean odd) {
        final float[] tile = floats(1 + (count + SPARE) * width, odd);
        final float[] factors = floats(functions * (width + 1), odd);
        final var expected = Found.by(plain.distances(), tile, count, width, factors, functions);
        final var actual = Found.by(vector.distances(), tile, count, width, factors, functions);
        assertTrue(expected.same(actual), count + " points, " + width + " coordinates, " + functions + " functions");
        assertEquals(-1f, Float.intBitsToFloat(actual.least[count]));
    }

    /** Adding up in another order is noticed, so the numbers of the other tests are such that the order matters. */
    @Test
    void anotherOrderHasOtherBits() {
        final DistanceKernels backwards = (tile, from, stride, count, width, factors, functions, least, second, which) -> {
            final var turned = new float[factors.length];
            final var rows = tile.clone();
            for (int j = 0; j < width; j++) {
                System.arraycopy(tile, from + j * stride, rows, from + (width - 1 - j) * stride, stride);
            }
            for (int c = 0; c < functions; c++) {
                turned[c * (width + 1)] = factors[c * (width + 1)];
                for (int j = 1; j <= width; j++) {
                    turned[c * (width + 1) + j] = factors[c * (width + 1) + width + 1 - j];
                }
            }
            plain.distances().least(rows, from, stride, count, width, turned, functions, least, second, which);
        };
        final float[] tile = floats(1 + 60 * 8, false);
        final float[] factors = floats(10 * 9, false);
        assertFalse(Found.by(plain.distances(), tile, 57, 8, factors, 10).same(Found.by(backwards, tile, 57, 8, factors, 10)));
    }

    /** Whole numbers meet each other, and then the first function counts. */
    @Test
    void theFirstOfSeveralIsTheLeast() {
        final var tile = new float[1 + (100 + SPARE) * 2];
        final var factors = new float[20 * 3];
        for (int i = 0; i < tile.length; i++) {
            tile[i] = random.nextInt(3);
        }
        for (int i = 0; i < factors.length; i++) {
            factors[i] = random.nextInt(2);
        }
        assertTrue(Found.by(plain.distances(), tile, 100, 2, factors, 20).same(Found.by(vector.distances(), tile, 100, 2, factors, 20)));
    }

    private float[] floats(final int count, final boolean odd) {
        final var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = odd ? (float) number() : (float) random.nextDouble(-10, 10);
        }
        return numbers;
    }

    @Test
    void multiples() {
        for (int count = 0; count <= 97; count++) {
            final double[] sums = numbers(count + 2 * SPARE);
            final double[] values = numbers(count + SPARE);
            final double factor = number();
            final double[] expected = sums.clone();
            plain.products().addMultiple(expected, SPARE, factor, values, 1, count);
            final double[] actual = sums.clone();
            vector.products().addMultiple(actual, SPARE, factor, values, 1, count);
            assertArrayEquals(bits(expected), bits(actual), "count " + count);
        }
    }

    private double[] numbers(final int count) {
        final var numbers = new double[count];
        Arrays.setAll(numbers, i -> number());
        return numbers;
    }

    /** Mostly plain numbers, and all that makes trouble. */
    private double number() {
        return switch (random.nextInt(60)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> Double.MIN_VALUE * random.nextInt(1, 9);
            case 4 -> -0.0;
            case 5 -> 1e200 * random.nextDouble();
            case 6 -> 1e-200 * random.nextDouble();
            case 8 -> 1e30 * random.nextDouble();
            case 9 -> 1e-43 * random.nextDouble();
            case 7 -> random.nextInt(-3, 4);
            default -> random.nextDouble(-100, 100);
        };
    }

    /** Which NaN it is does not matter. */
    private static long[] bits(final double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
    }
}
