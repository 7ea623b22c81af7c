// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.kontor.analytics.kernel.ProductKernels;

/** Sums of products, one number in each lane. */
final class SimdProducts implements ProductKernels {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

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
}
