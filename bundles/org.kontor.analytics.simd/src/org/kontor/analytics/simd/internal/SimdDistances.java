// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.kontor.analytics.kernel.DistanceKernels;

/** Distances, one point in each lane. */
final class SimdDistances implements DistanceKernels {

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int FOUR = 4;

    @Override
    public void least(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] factors,
            final int functions, final float[] least, final float[] second, final int[] which) {
        final int pair = 2 * FLOATS.length();
        int t = 0;
        for (; t + pair <= count; t += pair) {
            two(tile, tileFrom + t, stride, width, factors, functions, least, second, which, t);
        }
        if (t < count && count >= pair) {
            // the last ones once more with some before them, which get the same again
            t = count;
            two(tile, tileFrom + t - pair, stride, width, factors, functions, least, second, which, t - pair);
        }
        for (; t < count; t++) {
            one(tile, tileFrom + t, stride, width, factors, functions, least, second, which, t);
        }
    }

    private static void two(final float[] tile, final int from, final int stride, final int width, final float[] factors, final int functions,
            final float[] least, final float[] second, final int[] which, final int t) {
        final int lanes = FLOATS.length();
        final int size = width + 1;
        var leastA = FloatVector.broadcast(FLOATS, Float.POSITIVE_INFINITY);
        var leastB = leastA;
        var secondA = leastA;
        var secondB = leastA;
        var whichA = IntVector.zero(INTS);
        var whichB = whichA;
        int c = 0;
        for (; c + FOUR <= functions; c += FOUR) {
            final int f0 = c * size;
            final int f1 = f0 + size;
            final int f2 = f1 + size;
            final int f3 = f2 + size;
            var a0 = FloatVector.broadcast(FLOATS, factors[f0]);
            var a1 = FloatVector.broadcast(FLOATS, factors[f1]);
            var a2 = FloatVector.broadcast(FLOATS, factors[f2]);
            var a3 = FloatVector.broadcast(FLOATS, factors[f3]);
            var b0 = a0;
            var b1 = a1;
            var b2 = a2;
            var b3 = a3;
            int at = from;
            for (int j = 1; j < size; j++) {
                final var a = FloatVector.fromArray(FLOATS, tile, at);
                final var b = FloatVector.fromArray(FLOATS, tile, at + lanes);
                final var g0 = FloatVector.broadcast(FLOATS, factors[f0 + j]);
                final var g1 = FloatVector.broadcast(FLOATS, factors[f1 + j]);
                final var g2 = FloatVector.broadcast(FLOATS, factors[f2 + j]);
                final var g3 = FloatVector.broadcast(FLOATS, factors[f3 + j]);
                a0 = a.fma(g0, a0);
                b0 = b.fma(g0, b0);
                a1 = a.fma(g1, a1);
                b1 = b.fma(g1, b1);
                a2 = a.fma(g2, a2);
                b2 = b.fma(g2, b2);
                a3 = a.fma(g3, a3);
                b3 = b.fma(g3, b3);
                at += stride;
            }
            var less = a0.lt(leastA);
            secondA = secondA.blend(a0, a0.lt(secondA)).blend(leastA, less);
            leastA = leastA.blend(a0, less);
            whichA = whichA.blend(c, less.cast(INTS));
            less = b0.lt(leastB);
            secondB = secondB.blend(b0, b0.lt(secondB)).blend(leastB, less);
            leastB = leastB.blend(b0, less);
            whichB = whichB.blend(c, less.cast(INTS));
            less = a1.lt(leastA);
            secondA = secondA.blend(a1, a1.lt(secondA)).blend(leastA, less);
            leastA = leastA.blend(a1, less);
            whichA = whichA.blend(c + 1, less.cast(INTS));
            less = b1.lt(leastB);
            secondB = secondB.blend(b1, b1.lt(secondB)).blend(leastB, less);
            leastB = leastB.blend(b1, less);
            whichB = whichB.blend(c + 1, less.cast(INTS));
            less = a2.lt(leastA);
            secondA = secondA.blend(a2, a2.lt(secondA)).blend(leastA, less);
            leastA = leastA.blend(a2, less);
            whichA = whichA.blend(c + 2, less.cast(INTS));
            less = b2.lt(leastB);
            secondB = secondB.blend(b2, b2.lt(secondB)).blend(leastB, less);
            leastB = leastB.blend(b2, less);
            whichB = whichB.blend(c + 2, less.cast(INTS));
            less = a3.lt(leastA);
            secondA = secondA.blend(a3, a3.lt(secondA)).blend(leastA, less);
            leastA = leastA.blend(a3, less);
            whichA = whichA.blend(c + 3, less.cast(INTS));
            less = b3.lt(leastB);
            secondB = secondB.blend(b3, b3.lt(secondB)).blend(leastB, less);
            leastB = leastB.blend(b3, less);
            whichB = whichB.blend(c + 3, less.cast(INTS));
        }
        for (; c < functions; c++) {
            final int f = c * size;
            var a = FloatVector.broadcast(FLOATS, factors[f]);
            var b = a;
            int at = from;
            for (int j = 1; j < size; j++) {
                final var g = FloatVector.broadcast(FLOATS, factors[f + j]);
                a = FloatVector.fromArray(FLOATS, tile, at).fma(g, a);
                b = FloatVector.fromArray(FLOATS, tile, at + lanes).fma(g, b);
                at += stride;
            }
            var less = a.lt(leastA);
            secondA = secondA.blend(a, a.lt(secondA)).blend(leastA, less);
            leastA = leastA.blend(a, less);
            whichA = whichA.blend(c, less.cast(INTS));
            less = b.lt(leastB);
            secondB = secondB.blend(b, b.lt(secondB)).blend(leastB, less);
            leastB = leastB.blend(b, less);
            whichB = whichB.blend(c, less.cast(INTS));
        }
        leastA.intoArray(least, t);
        leastB.intoArray(least, t + lanes);
        secondA.intoArray(second, t);
        secondB.intoArray(second, t + lanes);
        whichA.intoArray(which, t);
        whichB.intoArray(which, t + lanes);
    }

    private static void one(final float[] tile, final int from, final int stride, final int width, final float[] factors, final int functions,
            final float[] least, final float[] second, final int[] which, final int t) {
        float first = Float.POSITIVE_INFINITY;
        float next = Float.POSITIVE_INFINITY;
        int number = 0;
        for (int c = 0; c < functions; c++) {
            final int f = c * (width + 1);
            float value = factors[f];
            int at = from;
            for (int j = 1; j <= width; j++) {
                value = Math.fma(factors[f + j], tile[at], value);
                at += stride;
            }
            if (value < first) {
                next = first;
                first = value;
                number = c;
            } else if (value < next) {
                next = value;
            }
        }
        least[t] = first;
        second[t] = next;
        which[t] = number;
    }

    @Override
    public int open(final float[] least, final float[] second, final int[] which, final int[] labels, final int from, final int count, final float gap,
            final int[] places) {
        final int lanes = FLOATS.length();
        int found = 0;
        int t = 0;
        for (; t + lanes <= count; t += lanes) {
            final var clear = FloatVector.fromArray(FLOATS, second, t).sub(FloatVector.fromArray(FLOATS, least, t)).compare(VectorOperators.GT, gap);
            final var same = IntVector.fromArray(INTS, which, t).eq(IntVector.fromArray(INTS, labels, from + t));
            for (long bits = clear.cast(INTS).and(same).not().toLong(); bits != 0; bits &= bits - 1) {
                places[found++] = t + Long.numberOfTrailingZeros(bits);
            }
        }
        for (; t < count; t++) {
            if (which[t] != labels[from + t] || !(second[t] - least[t] > gap)) {
                places[found++] = t;
            }
        }
        return found;
    }

    @Override
    public int doubtful(final float[] upper, final float[] lower, final int[] labels, final int from, final int count, final float[] moved,
            final float[] half, final int[] places) {
        final int lanes = FLOATS.length();
        int found = 0;
        int t = 0;
        for (; t + lanes <= count; t += lanes) {
            final int at = from + t;
            final var most = FloatVector.fromArray(FLOATS, upper, at);
            final var reach = FloatVector.fromArray(FLOATS, moved, 0, labels, at);
            final var apart = FloatVector.fromArray(FLOATS, lower, at).sub(most).compare(VectorOperators.GT, reach);
            final var near = FloatVector.fromArray(FLOATS, half, 0, labels, at).compare(VectorOperators.GT, most);
            for (long bits = apart.or(near).not().toLong(); bits != 0; bits &= bits - 1) {
                places[found++] = t + Long.numberOfTrailingZeros(bits);
            }
        }
        for (; t < count; t++) {
            final int label = labels[from + t];
            if (!(lower[from + t] - upper[from + t] > moved[label] || half[label] > upper[from + t])) {
                places[found++] = t;
            }
        }
        return found;
    }

    @Override
    public void potentials(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] centers, final int number,
            final float[] known, final float[] weights, final int from, final float[] sums) {
        new SimdPotentials(tile, tileFrom, stride, count, width, centers, known, weights, from).all(number, sums);
    }

    @Override
    public int approach(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] center, final int number,
            final float near, final float[] known, final int[] nearest, final int from, final int[] places) {
        final int lanes = FLOATS.length();
        final var numbers = IntVector.broadcast(INTS, number);
        int found = 0;
        int t = 0;
        for (; t + 2 * lanes <= count; t += 2 * lanes) {
            var a = FloatVector.zero(FLOATS);
            var b = a;
            int at = tileFrom + t;
            for (int j = 0; j < width; j++) {
                final var differenceA = FloatVector.fromArray(FLOATS, tile, at).sub(center[j]);
                final var differenceB = FloatVector.fromArray(FLOATS, tile, at + lanes).sub(center[j]);
                a = differenceA.fma(differenceA, a);
                b = differenceB.fma(differenceB, b);
                at += stride;
            }
            final int place = from + t;
            final var farA = a.compare(VectorOperators.GT, near);
            final var farB = b.compare(VectorOperators.GT, near);
            final var lessA = a.lt(FloatVector.fromArray(FLOATS, known, place)).and(farA);
            final var lessB = b.lt(FloatVector.fromArray(FLOATS, known, place + lanes)).and(farB);
            if (lessA.anyTrue()) {
                a.intoArray(known, place, lessA);
                numbers.intoArray(nearest, place, lessA.cast(INTS));
            }
            if (lessB.anyTrue()) {
                b.intoArray(known, place + lanes, lessB);
                numbers.intoArray(nearest, place + lanes, lessB.cast(INTS));
            }
            for (long bits = farA.not().toLong() | farB.not().toLong() << lanes; bits != 0; bits &= bits - 1) {
                places[found++] = t + Long.numberOfTrailingZeros(bits);
            }
        }
        for (; t < count; t++) {
            float square = 0;
            for (int j = 0; j < width; j++) {
                final float difference = tile[tileFrom + j * stride + t] - center[j];
                square = Math.fma(difference, difference, square);
            }
            if (!(square > near)) {
                places[found++] = t;
            } else if (square < known[from + t]) {
                known[from + t] = square;
                nearest[from + t] = number;
            }
        }
        return found;
    }

    @Override
    public void totals(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] others, final int othersFrom,
            final int number, final float[] sums) {
        final int lanes = FLOATS.length();
        final int end = othersFrom + number * width;
        int t = 0;
        for (; t + lanes <= count; t += lanes) {
            var sum = FloatVector.zero(FLOATS);
            for (int other = othersFrom; other < end; other += width) {
                var square = FloatVector.zero(FLOATS);
                for (int j = 0; j < width; j++) {
                    final var difference = FloatVector.fromArray(FLOATS, tile, tileFrom + j * stride + t).sub(others[other + j]);
                    square = difference.fma(difference, square);
                }
                sum = sum.add(square.sqrt());
            }
            sum.intoArray(sums, t);
        }
        for (; t < count; t++) {
            float sum = 0;
            for (int other = othersFrom; other < end; other += width) {
                float square = 0;
                for (int j = 0; j < width; j++) {
                    final float difference = tile[tileFrom + j * stride + t] - others[other + j];
                    square = Math.fma(difference, difference, square);
                }
                sum += (float) Math.sqrt(square);
            }
            sums[t] = sum;
        }
    }

    @Override
    public void squares(final double[][] columns, final int count, final double[] center, final int from, final double[] squares) {
        SimdExactDistances.squares(columns, count, center, from, squares);
    }

    @Override
    public void addDistances(final double[][] columns, final int count, final double[] center, final int from, final double times, final double[] sums) {
        SimdExactDistances.addDistances(columns, count, center, from, times, sums);
    }
}
