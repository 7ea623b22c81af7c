// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kernel;

/**
 * Products of matrices that stand row by row, and of their columns. Where sums are added up along many rows, each number is a sum of its own
 * that takes one row after the other, so that the width of a register decides nothing.
 *
 * @since 0.1
 */
public interface MatrixKernels {

    /** How many columns of the left matrix are multiplied at a time; widths are multiples of it. */
    int STRIP = 4;

    /** How many sums {@link #dot} has. */
    int SUMS = 8;

    /**
     * Adds products of four columns of one matrix with the same and all later columns of another one, over some rows: for k = 0 to 3 and
     * j = {@code first} to {@code width - 1} the number {@code s = into[at + k * width + j]} becomes
     * {@code Math.fma(left[from + r * width + first + k], right[from + r * width + j], s)} for r = 0 to {@code rows - 1} in turn.
     *
     * @param left  row by row
     * @param right row by row; may be the same array
     * @param from  where both begin
     * @param rows  how many rows
     * @param width how many columns, a multiple of {@link #STRIP}
     * @param first the first of the four columns, a multiple of {@link #STRIP}
     * @param into  sums, changed; may be one of the others where what is changed is not read
     * @param at    where the sums of the four columns begin, each with a row of its own
     */
    void addProducts(double[] left, double[] right, int from, int rows, int width, int first, double[] into, int at);

    /**
     * Multiplies two rows of numbers: of eight sums that begin with 0, sum {@code i % 8} becomes
     * {@code Math.fma(one[oneFrom + i], other[otherFrom + i], sum)} for i = 0 to {@code count - 1} in turn; the answer is
     * {@code ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7))}.
     *
     * @param one       read
     * @param oneFrom   where it begins
     * @param other     read; may be the same array
     * @param otherFrom where it begins
     * @param count     how many numbers
     * @return the sum of the products
     */
    double dot(double[] one, int oneFrom, double[] other, int otherFrom, int count);
}
