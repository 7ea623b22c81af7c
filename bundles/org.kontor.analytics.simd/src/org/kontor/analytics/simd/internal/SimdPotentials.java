// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.kontor.analytics.kernel.DistanceKernels;

/** What several centers would leave of known squares, for the points of one tile; three centers at a time share the reading of the points. */
final class SimdPotentials {

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final int STEP = 2 * LANES;
    private static final int SUMS = DistanceKernels.SUMS;
    private static final int THREE = 3;

    private final float[] tile;
    private final int tileFrom;
    private final int stride;
    private final int count;
    private final int width;
    private final float[] centers;
    private final float[] known;
    private final float[] weights;
    private final int from;
    private final float[] beside = new float[THREE * SUMS];

    SimdPotentials(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] centers, final float[] known,
            final float[] weights, final int from) {
        this.tile = tile;
        this.tileFrom = tileFrom;
        this.stride = stride;
        this.count = count;
        this.width = width;
        this.centers = centers;
        this.known = known;
        this.weights = weights;
        this.from = from;
    }

    void all(final int number, final float[] sums) {
        // on wider vectors than there are today, the sums would be others
        final int whole = LANES == SUMS || STEP == SUMS ? count / STEP * STEP : 0;
        int c = 0;
        for (; c + 1 < number; c += THREE) {
            // the third of two is the second once more
            final int last = Math.min(c + 2, number - 1);
            three(c * width, (c + 1) * width, last * width, whole);
            for (int each = c; each <= last; each++) {
                sums[each] = rest(each, whole, (each - c) * SUMS);
            }
        }
        if (c < number) {
            one(c * width, whole);
            sums[c] = rest(c, whole, 0);
        }
    }

    /** A vector of the lanes of 16 goes to all sums in turn, one of 8 to their lower or upper half. */
    private void three(final int first, final int second, final int third, final int whole) {
        var sumA0 = FloatVector.zero(FLOATS);
        var sumA1 = sumA0;
        var sumA2 = sumA0;
        var sumB0 = sumA0;
        var sumB1 = sumA0;
        var sumB2 = sumA0;
        for (int t = 0; t < whole; t += STEP) {
            var a0 = FloatVector.zero(FLOATS);
            var a1 = a0;
            var a2 = a0;
            var b0 = a0;
            var b1 = a0;
            var b2 = a0;
            int at = tileFrom + t;
            for (int j = 0; j < width; j++) {
                final var a = FloatVector.fromArray(FLOATS, tile, at);
                final var b = FloatVector.fromArray(FLOATS, tile, at + LANES);
                final var c0 = FloatVector.broadcast(FLOATS, centers[first + j]);
                final var c1 = FloatVector.broadcast(FLOATS, centers[second + j]);
                final var c2 = FloatVector.broadcast(FLOATS, centers[third + j]);
                var difference = a.sub(c0);
                a0 = difference.fma(difference, a0);
                difference = b.sub(c0);
                b0 = difference.fma(difference, b0);
                difference = a.sub(c1);
                a1 = difference.fma(difference, a1);
                difference = b.sub(c1);
                b1 = difference.fma(difference, b1);
                difference = a.sub(c2);
                a2 = difference.fma(difference, a2);
                difference = b.sub(c2);
                b2 = difference.fma(difference, b2);
                at += stride;
            }
            final var knownA = FloatVector.fromArray(FLOATS, known, from + t);
            final var knownB = FloatVector.fromArray(FLOATS, known, from + t + LANES);
            a0 = knownA.min(a0);
            a1 = knownA.min(a1);
            a2 = knownA.min(a2);
            b0 = knownB.min(b0);
            b1 = knownB.min(b1);
            b2 = knownB.min(b2);
            if (weights != null) {
                final var weightsA = FloatVector.fromArray(FLOATS, weights, from + t);
                final var weightsB = FloatVector.fromArray(FLOATS, weights, from + t + LANES);
                a0 = a0.mul(weightsA);
                a1 = a1.mul(weightsA);
                a2 = a2.mul(weightsA);
                b0 = b0.mul(weightsB);
                b1 = b1.mul(weightsB);
                b2 = b2.mul(weightsB);
            }
            if (LANES == SUMS) {
                sumA0 = sumA0.add(a0).add(b0);
                sumA1 = sumA1.add(a1).add(b1);
                sumA2 = sumA2.add(a2).add(b2);
            } else {
                sumA0 = sumA0.add(a0);
                sumA1 = sumA1.add(a1);
                sumA2 = sumA2.add(a2);
                sumB0 = sumB0.add(b0);
                sumB1 = sumB1.add(b1);
                sumB2 = sumB2.add(b2);
            }
        }
        keep(sumA0, sumB0, 0);
        keep(sumA1, sumB1, SUMS);
        keep(sumA2, sumB2, 2 * SUMS);
    }

    private void one(final int center, final int whole) {
        var sumA = FloatVector.zero(FLOATS);
        var sumB = sumA;
        for (int t = 0; t < whole; t += STEP) {
            var a = FloatVector.zero(FLOATS);
            var b = a;
            int at = tileFrom + t;
            for (int j = 0; j < width; j++) {
                final float coordinate = centers[center + j];
                final var differenceA = FloatVector.fromArray(FLOATS, tile, at).sub(coordinate);
                final var differenceB = FloatVector.fromArray(FLOATS, tile, at + LANES).sub(coordinate);
                a = differenceA.fma(differenceA, a);
                b = differenceB.fma(differenceB, b);
                at += stride;
            }
            a = FloatVector.fromArray(FLOATS, known, from + t).min(a);
            b = FloatVector.fromArray(FLOATS, known, from + t + LANES).min(b);
            if (weights != null) {
                a = a.mul(FloatVector.fromArray(FLOATS, weights, from + t));
                b = b.mul(FloatVector.fromArray(FLOATS, weights, from + t + LANES));
            }
            if (LANES == SUMS) {
                sumA = sumA.add(a).add(b);
            } else {
                sumA = sumA.add(a);
                sumB = sumB.add(b);
            }
        }
        keep(sumA, sumB, 0);
    }

    private void keep(final FloatVector lower, final FloatVector upper, final int at) {
        lower.intoArray(beside, at);
        if (LANES < SUMS) {
            upper.intoArray(beside, at + LANES);
        }
    }

    /** Adds the last points, and the sums to each other. */
    private float rest(final int center, final int whole, final int at) {
        for (int t = whole; t < count; t++) {
            float square = 0;
            for (int j = 0; j < width; j++) {
                final float difference = tile[tileFrom + j * stride + t] - centers[center * width + j];
                square = Math.fma(difference, difference, square);
            }
            final float least = Math.min(known[from + t], square);
            beside[at + t % SUMS] += weights == null ? least : least * weights[from + t];
        }
        for (int half = SUMS / 2; half > 0; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                beside[at + lane] += beside[at + lane + half];
            }
        }
        return beside[at];
    }
}
