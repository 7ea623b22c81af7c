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

    /** {@link DistanceKernels#least}. */
    @FunctionalInterface
    private interface Least {

        void least(float[] tile, int from, int stride, int count, int width, float[] factors, int functions, float[] least, float[] second, int[] which);
    }

    /** What a kernel wrote, beside places that it must not touch. */
    private record Found(int[] least, int[] second, int[] which) {

        private static Found by(final Least kernel, final float[] tile, final int count, final int width, final float[] factors, final int functions) {
            final var least = new float[count + SPARE];
            final var second = new float[count + SPARE];
            final var which = new int[count + SPARE];
            Arrays.fill(least, -1);
            Arrays.fill(second, -2);
            Arrays.fill(which, -3);
            kernel.least(tile, 1, count + SPARE, count, width, factors, functions, least, second, which);
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
        final var expected = Found.by(plain.distances()::least, tile, count, width, factors, functions);
        final var actual = Found.by(vector.distances()::least, tile, count, width, factors, functions);
        assertTrue(expected.same(actual), count + " points, " + width + " coordinates, " + functions + " functions");
        assertEquals(-1f, Float.intBitsToFloat(actual.least[count]));
    }

    /** Adding up in another order is noticed, so the numbers of the other tests are such that the order matters. */
    @Test
    void anotherOrderHasOtherBits() {
        final Least backwards = (tile, from, stride, count, width, factors, functions, least, second, which) -> {
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
        assertFalse(Found.by(plain.distances()::least, tile, 57, 8, factors, 10).same(Found.by(backwards, tile, 57, 8, factors, 10)));
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
        assertTrue(Found.by(plain.distances()::least, tile, 100, 2, factors, 20).same(Found.by(vector.distances()::least, tile, 100, 2, factors, 20)));
    }

    /** A few points are far from the second function, some are near, and some belong to another one. */
    @Test
    void open() {
        for (int count = 0; count <= 131; count++) {
            final boolean odd = count % 4 == 3;
            final float[] least = floats(count, odd);
            final float[] second = floats(count, odd);
            final var which = new int[count];
            final var labels = new int[count + SPARE];
            for (int t = 0; t < count; t++) {
                which[t] = random.nextInt(3);
                labels[SPARE + t] = random.nextInt(4) == 0 ? random.nextInt(3) : which[t];
                second[t] = random.nextInt(5) == 0 ? second[t] : random.nextInt(8) == 0 ? least[t] + .5f : least[t] + 1;
            }
            final var expected = new int[count];
            final var actual = new int[count];
            final int found = plain.distances().open(least, second, which, labels, SPARE, count, .5f, expected);
            assertEquals(found, vector.distances().open(least, second, which, labels, SPARE, count, .5f, actual), count + " points");
            assertArrayEquals(Arrays.copyOf(expected, found), Arrays.copyOf(actual, found), count + " points");
            assertTrue(count < 40 || found > 0 && found < count, found + " of " + count);
        }
    }

    @Test
    void doubtful() {
        for (int count = 0; count <= 131; count++) {
            final boolean odd = count % 4 == 3;
            final int groups = 1 + count % 30;
            final float[] upper = floats(count + SPARE, odd);
            final float[] lower = floats(count + SPARE, odd);
            final float[] moved = floats(groups, odd);
            final float[] half = floats(groups, odd);
            final var labels = new int[count + SPARE];
            Arrays.setAll(labels, i -> random.nextInt(groups));
            final var expected = new int[count];
            final var actual = new int[count];
            final int found = plain.distances().doubtful(upper, lower, labels, SPARE, count, moved, half, expected);
            assertEquals(found, vector.distances().doubtful(upper, lower, labels, SPARE, count, moved, half, actual), count + " points");
            assertArrayEquals(Arrays.copyOf(expected, found), Arrays.copyOf(actual, found), count + " points");
            assertTrue(groups < 9 || count < 40 || found > 0 && found < count, found + " of " + count);
        }
    }

    @Test
    void potentials() {
        for (int count = 0; count <= 131; count++) {
            final int width = 1 + count % 11;
            final int number = 1 + count % 8;
            final boolean odd = count % 4 == 3;
            final float[] tile = floats(1 + (count + SPARE) * width, odd);
            final float[] centers = floats(number * width, odd);
            final float[] known = squares(count + SPARE);
            final float[] weights = count % 3 == 0 ? squares(count + SPARE) : null;
            final var expected = new float[number + SPARE];
            final var actual = new float[number + SPARE];
            plain.distances().potentials(tile, 1, count + SPARE, count, width, centers, number, known, weights, 2, expected);
            vector.distances().potentials(tile, 1, count + SPARE, count, width, centers, number, known, weights, 2, actual);
            assertArrayEquals(Found.bits(expected), Found.bits(actual), count + " points, " + width + " coordinates, " + number + " centers");
        }
    }

    /** The order in which the sums are added is part of the contract. */
    @Test
    void potentialsAddUpSideBySide() {
        final int count = 100;
        final float[] tile = floats(1 + count + SPARE, false);
        final float[] known = squares(count + SPARE);
        final var beside = new float[DistanceKernels.SUMS];
        float inOrder = 0;
        for (int t = 0; t < count; t++) {
            final float least = Math.min(known[t], (tile[1 + t] - 2) * (tile[1 + t] - 2));
            beside[t % beside.length] += least;
            inOrder += least;
        }
        for (int half = beside.length / 2; half > 0; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                beside[lane] += beside[lane + half];
            }
        }
        final var found = new float[1];
        vector.distances().potentials(tile, 1, count + SPARE, count, 1, new float[] {2}, 1, known, null, 0, found);
        assertEquals(beside[0], found[0]);
        assertFalse(inOrder == found[0], "numbers for which the order does not matter");
    }

    /** Some points are too near, some are nearer than they were, and others keep what they have. */
    @Test
    void approach() {
        for (int count = 0; count <= 131; count++) {
            final int width = 1 + count % 11;
            final boolean odd = count % 4 == 3;
            final float[] tile = floats(1 + (count + SPARE) * width, odd);
            final float[] center = floats(width, odd);
            final float[] known = squares(count + SPARE);
            final float[] before = known.clone();
            final float[] expected = known.clone();
            final var numbers = new int[count + SPARE];
            final var expectedNumbers = new int[count + SPARE];
            final var places = new int[count];
            final var expectedPlaces = new int[count];
            final int found = plain.distances().approach(tile, 1, count + SPARE, count, width, center, 5, 40f, expected, expectedNumbers, 2, expectedPlaces);
            assertEquals(found, vector.distances().approach(tile, 1, count + SPARE, count, width, center, 5, 40f, known, numbers, 2, places));
            assertArrayEquals(Arrays.copyOf(expectedPlaces, found), Arrays.copyOf(places, found), count + " points, " + width + " coordinates");
            assertArrayEquals(Found.bits(expected), Found.bits(known), count + " points, " + width + " coordinates");
            assertArrayEquals(expectedNumbers, numbers);
            assertTrue(count < 100 || width > 2 || odd || found > 0 && !Arrays.equals(before, known), "nothing happened");
        }
    }

    /** Squares of distances, some of which are not known yet. */
    private float[] squares(final int count) {
        final var squares = new float[count];
        for (int i = 0; i < count; i++) {
            squares[i] = random.nextInt(9) == 0 ? Float.POSITIVE_INFINITY : (float) random.nextDouble(0, 300);
        }
        return squares;
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

    /** Of numbers that fit, that do not, and that are none. */
    @Test
    void wholeNumbersAddUp() {
        for (int width = 1; width <= 35; width++) {
            final int rows = 20 + width % 7;
            final double[] values = numbers(rows * width);
            final double[] factors = numbers(width);
            for (int j = 0; j < width; j += 2) {
                factors[j] = 0x1p40;
            }
            final var groups = new int[rows];
            Arrays.setAll(groups, row -> random.nextInt(4));
            final var upper = random.longs(4L * (width + SPARE)).toArray();
            final var lower = random.longs(4L * (width + SPARE)).toArray();
            final var expectedUpper = upper.clone();
            final var expectedLower = lower.clone();
            plain.products().addWhole(values, width, 2, rows, factors, groups, width + SPARE, expectedUpper, expectedLower);
            vector.products().addWhole(values, width, 2, rows, factors, groups, width + SPARE, upper, lower);
            plain.products().moveWhole(values, width, 3, factors, 1, 2 * width + SPARE, expectedUpper, expectedLower);
            vector.products().moveWhole(values, width, 3, factors, 1, 2 * width + SPARE, upper, lower);
            assertArrayEquals(expectedUpper, upper, width + " columns");
            assertArrayEquals(expectedLower, lower, width + " columns");
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
