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

    @Override
    public void addWhole(final double[] values, final int width, final int from, final int to, final double[] factors, final int[] groups, final int stride,
            final long[] upper, final long[] lower) {
        final long low = (1L << HALF) - 1;
        for (int row = from; row < to; row++) {
            final int at = row * width;
            final int into = groups[row] * stride;
            for (int j = 0; j < width; j++) {
                final long whole = (long) (values[at + j] * factors[j]);
                upper[into + j] += whole >> HALF;
                lower[into + j] += whole & low;
            }
        }
    }

    @Override
    public void moveWhole(final double[] values, final int width, final int row, final double[] factors, final int from, final int to, final long[] upper,
            final long[] lower) {
        final long low = (1L << HALF) - 1;
        for (int j = 0; j < width; j++) {
            final long whole = (long) (values[row * width + j] * factors[j]);
            final long above = whole >> HALF;
            final long below = whole & low;
            upper[from + j] -= above;
            lower[from + j] -= below;
            upper[to + j] += above;
            lower[to + j] += below;
        }
    }
}
