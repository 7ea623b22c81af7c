// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Distances in double numbers, one point in each lane and two vectors of them at a time. */
final class SimdExactDistances {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int STEP = 2 * LANES.length();

    private SimdExactDistances() {
    }

    static void squares(final double[][] columns, final int count, final double[] center, final int from, final double[] squares) {
        final int second = LANES.length();
        int t = 0;
        for (; t + STEP <= count; t += STEP) {
            var a = DoubleVector.zero(LANES);
            var b = a;
            for (int j = 0; j < columns.length; j++) {
                final var differenceA = DoubleVector.fromArray(LANES, columns[j], t).sub(center[from + j]);
                final var differenceB = DoubleVector.fromArray(LANES, columns[j], t + second).sub(center[from + j]);
                a = a.add(differenceA.mul(differenceA));
                b = b.add(differenceB.mul(differenceB));
            }
            a.intoArray(squares, t);
            b.intoArray(squares, t + second);
        }
        for (; t < count; t++) {
            squares[t] = square(columns, t, center, from);
        }
    }

    static void addDistances(final double[][] columns, final int count, final double[] center, final int from, final double times, final double[] sums) {
        final int second = LANES.length();
        int t = 0;
        for (; t + STEP <= count; t += STEP) {
            var a = DoubleVector.zero(LANES);
            var b = a;
            for (int j = 0; j < columns.length; j++) {
                final var differenceA = DoubleVector.fromArray(LANES, columns[j], t).sub(center[from + j]);
                final var differenceB = DoubleVector.fromArray(LANES, columns[j], t + second).sub(center[from + j]);
                a = a.add(differenceA.mul(differenceA));
                b = b.add(differenceB.mul(differenceB));
            }
            DoubleVector.fromArray(LANES, sums, t).add(a.sqrt().mul(times)).intoArray(sums, t);
            DoubleVector.fromArray(LANES, sums, t + second).add(b.sqrt().mul(times)).intoArray(sums, t + second);
        }
        for (; t < count; t++) {
            sums[t] += times * Math.sqrt(square(columns, t, center, from));
        }
    }

    private static double square(final double[][] columns, final int t, final double[] center, final int from) {
        double square = 0;
        for (int j = 0; j < columns.length; j++) {
            final double difference = columns[j][t] - center[from + j];
            square += difference * difference;
        }
        return square;
    }
}
