// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kernel;

/** Sums of products in plain Java. */
final class PlainProducts implements ProductKernels {

    @Override
    public void addMultiple(final double[] sums, final int sumsFrom, final double factor, final double[] values, final int valuesFrom, final int count) {
        for (int i = 0; i < count; i++) {
            sums[sumsFrom + i] += factor * values[valuesFrom + i];
        }
    }
}
