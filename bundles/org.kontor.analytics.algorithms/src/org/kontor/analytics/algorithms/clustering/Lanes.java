// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

/**
 * Sums of numbers and of their squares, as differences from one of them, and their largest size. They run beside each other, a number to the lane of its
 * place, so that the processor takes several at once; at the end they are added up in a fixed order.
 */
final class Lanes {

    /** So many numbers are taken at once. */
    static final int COUNT = 256;

    private final double[] sums = new double[COUNT];
    private final double[] squares = new double[COUNT];
    private final double[] largest = new double[COUNT];
    private double from;
    private double taken;

    /**
     * Begins anew.
     *
     * @param start one of the numbers
     */
    void begin(final double start) {
        from = start;
        taken = 0;
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(largest, 0);
    }

    /** Takes the first of some numbers, {@link #COUNT} at most. */
    void take(final double[] values, final int count) {
        taken += count;
        add(values, count, from, sums, squares);
        enlarge(values, count, largest);
    }

    private static void add(final double[] values, final int count, final double from, final double[] sums, final double[] squares) {
        for (int i = 0; i < count; i++) {
            final double difference = values[i] - from;
            sums[i] += difference;
            squares[i] += difference * difference;
        }
    }

    private static void enlarge(final double[] values, final int count, final double[] largest) {
        for (int i = 0; i < count; i++) {
            largest[i] = Math.max(largest[i], Math.abs(values[i]));
        }
    }

    double count() {
        return taken;
    }

    double mean() {
        return from + total(sums) / taken;
    }

    /** {@return the sum of the squares of the differences from the mean} */
    double squares() {
        final double sum = total(sums);
        return Math.max(0, total(squares) - sum * (sum / taken));
    }

    /** {@return the largest absolute value; not a number where one is not} */
    double largest() {
        double most = 0;
        for (final double each : largest) {
            most = Math.max(most, each);
        }
        return most;
    }

    private static double total(final double[] lanes) {
        final int beside = 4;
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        for (int i = 0; i < lanes.length; i += beside) {
            one += lanes[i];
            two += lanes[i + 1];
            three += lanes[i + 2];
            four += lanes[i + 3];
        }
        return one + two + (three + four);
    }
}
