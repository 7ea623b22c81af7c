// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.segments;

import java.time.LocalDate;
import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * Grades from 1 to n, n being the best, of each customer for one of the three dimensions.
 *
 * @param of     one for each customer
 * @param least  the smallest value of each grade, as it counts (days, purchases, money); NaN where nobody has it
 * @param most   the largest value of each grade; NaN where nobody has it
 * @param counts how many customers have each grade
 */
record Grades(byte[] of, double[] least, double[] most, int[] counts) {

    private static final int DIGIT = 0xFFFF;

    private static Grades of(final byte[] grades, final double[] values, final int levels) {
        final var least = new double[levels];
        final var most = new double[levels];
        final var counts = new int[levels];
        Arrays.fill(least, Double.NaN);
        Arrays.fill(most, Double.NaN);
        for (int i = 0; i < grades.length; i++) {
            final int level = grades[i] - 1;
            least[level] = counts[level] == 0 ? values[i] : Math.min(least[level], values[i]);
            most[level] = counts[level] == 0 ? values[i] : Math.max(most[level], values[i]);
            counts[level]++;
        }
        return new Grades(grades, least, most, counts);
    }

    /** Grade 1 is below the first limit, the next one from there to the second; a limit belongs to the upper grade. */
    static Grades ranges(final double[] values, final double[] limits) {
        final var grades = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            int grade = 1;
            for (final double limit : limits) {
                grade += values[i] >= limit ? 1 : 0;
            }
            grades[i] = (byte) grade;
        }
        return of(grades, values, limits.length + 1);
    }

    /** The same for recency, where fewer days are better; limits are days. */
    static Grades recent(final double[] days, final double[] limits) {
        final var grades = ranges(days, limits);
        for (int i = 0; i < days.length; i++) {
            grades.of[i] = (byte) (limits.length + 2 - grades.of[i]);
        }
        return of(grades.of, days, limits.length + 1);
    }

    /** Limits in whole months as days before a date. */
    static double[] days(final double[] months, final LocalDate reference) {
        return Arrays.stream(months).map(each -> reference.toEpochDay() - reference.minusMonths((long) each).toEpochDay()).toArray();
    }

    /**
     * Grades of equally many customers by rank.
     *
     * @param values   which are ranked, the higher the better
     * @param shown    the values that limits are told in
     * @param together whether equal values share the lowest of their grades; otherwise the order of the customers decides
     */
    static Grades tiles(final double[] values, final double[] shown, final int levels, final boolean together, final RunContext context) {
        final int count = values.length;
        final int[] ranks = ranks(values, together, context);
        final var grades = new byte[count];
        for (int i = 0; i < count; i++) {
            grades[i] = (byte) (1 + (int) ((long) ranks[i] * levels / count));
        }
        return of(grades, shown, levels);
    }

    /** {@return for each value how many are smaller, plus, unless together, how many equal ones stand before it} */
    static int[] ranks(final double[] values, final boolean together, final RunContext context) {
        final int[] order = order(values, context);
        final var ranks = new int[values.length];
        int first = 0;
        for (int i = 0; i < order.length; i++) {
            first = i > 0 && values[order[i]] == values[order[i - 1]] ? first : i;
            ranks[order[i]] = together ? first : i;
        }
        return ranks;
    }

    /** {@return the places of values from the smallest to the largest, equal ones in their order; sorted digit by digit, 16 bits at a time} */
    static int[] order(final double[] values, final RunContext context) {
        final int count = values.length;
        final var keys = new long[count];
        int[] order = new int[count];
        long any = 0;
        for (int i = 0; i < count; i++) {
            // both zeros are equal; the order of the bits becomes the order of the numbers
            final long bits = Double.doubleToRawLongBits(values[i] + 0.0);
            keys[i] = bits ^ (bits >> 63 | Long.MIN_VALUE);
            order[i] = i;
            any |= keys[i] ^ keys[0];
        }
        int[] other = new int[count];
        for (int shift = 0; shift < Long.SIZE; shift += Short.SIZE) {
            context.checkCancelled();
            if ((any >>> shift & DIGIT) != 0) {
                final var starts = new int[DIGIT + 2];
                for (final long key : keys) {
                    starts[(int) (key >>> shift & DIGIT) + 1]++;
                }
                for (int digit = 0; digit < DIGIT; digit++) {
                    starts[digit + 1] += starts[digit];
                }
                context.checkCancelled();
                for (final int each : order) {
                    other[starts[(int) (keys[each] >>> shift & DIGIT)]++] = each;
                }
                final int[] swapped = order;
                order = other;
                other = swapped;
            }
        }
        return order;
    }
}
