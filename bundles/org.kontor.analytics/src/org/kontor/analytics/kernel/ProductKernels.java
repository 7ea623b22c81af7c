// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kernel;

/**
 * Sums of products, each number by itself: no rounded numbers are added up across those of a row, because that would tie the result to the width
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

    /** So many bits of a whole number are in its lower half. */
    int HALF = 31;

    /**
     * Adds rows to the sums of their groups as whole numbers, which add up to the same in any order. Each value times the factor of its column is cut to
     * a whole number as a cast to {@code long} does; what it is shifted right by {@link #HALF} is added to the upper sum, and the bits that fall out there
     * to the lower one.
     *
     * @param values  row by row
     * @param width   how many columns
     * @param from    the first row
     * @param to      the row after the last
     * @param factors of each column
     * @param groups  the group of each row
     * @param stride  places from the sums of a group to those of the next, {@code width} or more
     * @param upper   the upper sums: of column j of group g at {@code g * stride + j}
     * @param lower   the lower sums
     */
    void addWhole(double[] values, int width, int from, int to, double[] factors, int[] groups, int stride, long[] upper, long[] lower);

    /**
     * Takes a row from the sums of one group and adds it to those of another, as whole numbers like {@link #addWhole}.
     *
     * @param values  row by row
     * @param width   how many columns
     * @param row     which one
     * @param factors of each column
     * @param from    where the sums begin that it is taken from
     * @param to      where those begin that it is added to
     * @param upper   the upper sums
     * @param lower   the lower sums
     */
    void moveWhole(double[] values, int width, int row, double[] factors, int from, int to, long[] upper, long[] lower);
}
