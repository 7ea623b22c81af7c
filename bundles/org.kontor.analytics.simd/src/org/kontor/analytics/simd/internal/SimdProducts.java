// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.kontor.analytics.kernel.ProductKernels;

/** Sums of products, one number in each lane. */
final class SimdProducts implements ProductKernels {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final long LOW = (1L << HALF) - 1;

    @Override
    public void addMultiple(final double[] sums, final int sumsFrom, final double factor, final double[] values, final int valuesFrom, final int count) {
        final var factors = DoubleVector.broadcast(LANES, factor);
        final int whole = LANES.loopBound(count);
        int i = 0;
        for (; i < whole; i += LANES.length()) {
            final var product = DoubleVector.fromArray(LANES, values, valuesFrom + i).mul(factors);
            DoubleVector.fromArray(LANES, sums, sumsFrom + i).add(product).intoArray(sums, sumsFrom + i);
        }
        for (; i < count; i++) {
            sums[sumsFrom + i] += factor * values[valuesFrom + i];
        }
    }

    @Override
    public void addWhole(final double[] values, final int width, final int from, final int to, final double[] factors, final int[] groups, final int stride,
            final long[] upper, final long[] lower) {
        final int lanes = LANES.length();
        final int vectors = LANES.loopBound(width);
        for (int j = 0; j < vectors; j += lanes) {
            final var factor = DoubleVector.fromArray(LANES, factors, j);
            for (int row = from, at = from * width + j; row < to; row++, at += width) {
                final var whole = (LongVector) DoubleVector.fromArray(LANES, values, at).mul(factor).convertShape(VectorOperators.D2L, LONGS, 0);
                final int into = groups[row] * stride + j;
                LongVector.fromArray(LONGS, upper, into).add(whole.lanewise(VectorOperators.ASHR, HALF)).intoArray(upper, into);
                LongVector.fromArray(LONGS, lower, into).add(whole.and(LOW)).intoArray(lower, into);
            }
        }
        for (int j = vectors; j < width; j++) {
            for (int row = from; row < to; row++) {
                final long whole = (long) (values[row * width + j] * factors[j]);
                final int into = groups[row] * stride + j;
                upper[into] += whole >> HALF;
                lower[into] += whole & LOW;
            }
        }
    }

    @Override
    public void moveWhole(final double[] values, final int width, final int row, final double[] factors, final int from, final int to, final long[] upper,
            final long[] lower) {
        final int at = row * width;
        int j = 0;
        for (; j + LANES.length() <= width; j += LANES.length()) {
            final var scaled = DoubleVector.fromArray(LANES, values, at + j).mul(DoubleVector.fromArray(LANES, factors, j));
            final var whole = (LongVector) scaled.convertShape(VectorOperators.D2L, LONGS, 0);
            final var above = whole.lanewise(VectorOperators.ASHR, HALF);
            final var below = whole.and(LOW);
            LongVector.fromArray(LONGS, upper, from + j).sub(above).intoArray(upper, from + j);
            LongVector.fromArray(LONGS, lower, from + j).sub(below).intoArray(lower, from + j);
            LongVector.fromArray(LONGS, upper, to + j).add(above).intoArray(upper, to + j);
            LongVector.fromArray(LONGS, lower, to + j).add(below).intoArray(lower, to + j);
        }
        for (; j < width; j++) {
            final long whole = (long) (values[at + j] * factors[j]);
            upper[from + j] -= whole >> HALF;
            lower[from + j] -= whole & LOW;
            upper[to + j] += whole >> HALF;
            lower[to + j] += whole & LOW;
        }
    }
}
