// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.kontor.analytics.kernel.MatrixKernels;

/** Products of matrices, one column of the right matrix in each lane: eight registers of sums stay while rows pass by. */
final class SimdMatrices implements MatrixKernels {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    /** What is left of a row, whose length is a multiple of four. */
    private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
    private static final VectorSpecies<Double> EIGHT = DoubleVector.SPECIES_512;

    @Override
    public void addProducts(final double[] left, final double[] right, final int from, final int rows, final int width, final int first,
            final double[] into, final int at) {
        final int lanes = LANES.length();
        int j = first;
        for (; j + 2 * lanes <= width; j += 2 * lanes) {
            two(left, right, from + first, from + j, rows, width, into, at + j);
        }
        for (; j + lanes <= width; j += lanes) {
            one(left, right, from + first, from + j, rows, width, into, at + j);
        }
        for (; j < width; j += STRIP) {
            four(left, right, from + first, from + j, rows, width, into, at + j);
        }
    }

    private static void two(final double[] left, final double[] right, final int one, final int other, final int rows, final int width,
            final double[] into, final int to) {
        final int lanes = LANES.length();
        int at = to;
        var a0 = DoubleVector.fromArray(LANES, into, at);
        var b0 = DoubleVector.fromArray(LANES, into, at + lanes);
        at += width;
        var a1 = DoubleVector.fromArray(LANES, into, at);
        var b1 = DoubleVector.fromArray(LANES, into, at + lanes);
        at += width;
        var a2 = DoubleVector.fromArray(LANES, into, at);
        var b2 = DoubleVector.fromArray(LANES, into, at + lanes);
        at += width;
        var a3 = DoubleVector.fromArray(LANES, into, at);
        var b3 = DoubleVector.fromArray(LANES, into, at + lanes);
        for (int row = 0, l = one, r = other; row < rows; row++, l += width, r += width) {
            final var a = DoubleVector.fromArray(LANES, right, r);
            final var b = DoubleVector.fromArray(LANES, right, r + lanes);
            final var f0 = DoubleVector.broadcast(LANES, left[l]);
            a0 = f0.fma(a, a0);
            b0 = f0.fma(b, b0);
            final var f1 = DoubleVector.broadcast(LANES, left[l + 1]);
            a1 = f1.fma(a, a1);
            b1 = f1.fma(b, b1);
            final var f2 = DoubleVector.broadcast(LANES, left[l + 2]);
            a2 = f2.fma(a, a2);
            b2 = f2.fma(b, b2);
            final var f3 = DoubleVector.broadcast(LANES, left[l + 3]);
            a3 = f3.fma(a, a3);
            b3 = f3.fma(b, b3);
        }
        a3.intoArray(into, at);
        b3.intoArray(into, at + lanes);
        at -= width;
        a2.intoArray(into, at);
        b2.intoArray(into, at + lanes);
        at -= width;
        a1.intoArray(into, at);
        b1.intoArray(into, at + lanes);
        at -= width;
        a0.intoArray(into, at);
        b0.intoArray(into, at + lanes);
    }

    private static void one(final double[] left, final double[] right, final int one, final int other, final int rows, final int width,
            final double[] into, final int to) {
        int at = to;
        var a0 = DoubleVector.fromArray(LANES, into, at);
        at += width;
        var a1 = DoubleVector.fromArray(LANES, into, at);
        at += width;
        var a2 = DoubleVector.fromArray(LANES, into, at);
        at += width;
        var a3 = DoubleVector.fromArray(LANES, into, at);
        for (int row = 0, l = one, r = other; row < rows; row++, l += width, r += width) {
            final var a = DoubleVector.fromArray(LANES, right, r);
            a0 = DoubleVector.broadcast(LANES, left[l]).fma(a, a0);
            a1 = DoubleVector.broadcast(LANES, left[l + 1]).fma(a, a1);
            a2 = DoubleVector.broadcast(LANES, left[l + 2]).fma(a, a2);
            a3 = DoubleVector.broadcast(LANES, left[l + 3]).fma(a, a3);
        }
        a3.intoArray(into, at);
        at -= width;
        a2.intoArray(into, at);
        at -= width;
        a1.intoArray(into, at);
        at -= width;
        a0.intoArray(into, at);
    }

    private static void four(final double[] left, final double[] right, final int one, final int other, final int rows, final int width,
            final double[] into, final int to) {
        int at = to;
        var a0 = DoubleVector.fromArray(FOUR, into, at);
        at += width;
        var a1 = DoubleVector.fromArray(FOUR, into, at);
        at += width;
        var a2 = DoubleVector.fromArray(FOUR, into, at);
        at += width;
        var a3 = DoubleVector.fromArray(FOUR, into, at);
        for (int row = 0, l = one, r = other; row < rows; row++, l += width, r += width) {
            final var a = DoubleVector.fromArray(FOUR, right, r);
            a0 = DoubleVector.broadcast(FOUR, left[l]).fma(a, a0);
            a1 = DoubleVector.broadcast(FOUR, left[l + 1]).fma(a, a1);
            a2 = DoubleVector.broadcast(FOUR, left[l + 2]).fma(a, a2);
            a3 = DoubleVector.broadcast(FOUR, left[l + 3]).fma(a, a3);
        }
        a3.intoArray(into, at);
        at -= width;
        a2.intoArray(into, at);
        at -= width;
        a1.intoArray(into, at);
        at -= width;
        a0.intoArray(into, at);
    }

    @Override
    public double dot(final double[] one, final int oneFrom, final double[] other, final int otherFrom, final int count) {
        final var sums = new double[SUMS];
        final int whole = count - count % SUMS;
        if (LANES == EIGHT) {
            var all = DoubleVector.zero(EIGHT);
            for (int i = 0; i < whole; i += SUMS) {
                all = DoubleVector.fromArray(EIGHT, one, oneFrom + i).fma(DoubleVector.fromArray(EIGHT, other, otherFrom + i), all);
            }
            all.intoArray(sums, 0);
        } else {
            var low = DoubleVector.zero(FOUR);
            var high = DoubleVector.zero(FOUR);
            for (int i = 0; i < whole; i += SUMS) {
                low = DoubleVector.fromArray(FOUR, one, oneFrom + i).fma(DoubleVector.fromArray(FOUR, other, otherFrom + i), low);
                high = DoubleVector.fromArray(FOUR, one, oneFrom + i + STRIP).fma(DoubleVector.fromArray(FOUR, other, otherFrom + i + STRIP), high);
            }
            low.intoArray(sums, 0);
            high.intoArray(sums, STRIP);
        }
        for (int i = whole; i < count; i++) {
            sums[i - whole] = Math.fma(one[oneFrom + i], other[otherFrom + i], sums[i - whole]);
        }
        return sums[0] + sums[4] + (sums[2] + sums[6]) + (sums[1] + sums[5] + (sums[3] + sums[7]));
    }
}
