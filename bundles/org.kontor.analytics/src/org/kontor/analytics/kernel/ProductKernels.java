// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kernel;

/**
 * Sums of products, each number by itself: nothing is added up across the numbers of a row, because that would tie the result to the width
 * of a register.
 *
 * @since 0.1
 */
public interface ProductKernels {

    /**
     * Adds a multiple: {@code sums[sumsFrom + i] = sums[sumsFrom + i] + factor * values[valuesFrom + i]}, product and sum rounded on their own.
     *
     * @param sums       changed
     * @param sumsFrom   where they begin
     * @param factor     multiplied with each value
     * @param values     read; may be the same array where the ranges are the same or do not overlap
     * @param valuesFrom where they begin
     * @param count      how many
     */
    void addMultiple(double[] sums, int sumsFrom, double factor, double[] values, int valuesFrom, int count);
}
