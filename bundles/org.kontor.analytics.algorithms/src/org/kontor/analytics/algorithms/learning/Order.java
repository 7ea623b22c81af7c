// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

/** Puts numbers in order without comparing them: a radix sort of their bits, stable, in time proportional to their count. */
final class Order {

    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;
    private static final int PASSES = Math.ceilDiv(Long.SIZE, DIGIT);
    /** Below, comparing is cheaper. */
    private static final int FEW = 256;

    private Order() {
    }

    /**
     * The order of numbers from the least to the largest; equal ones keep their order, both zeros are equal, {@code NaN} goes last.
     *
     * @param keys  the numbers
     * @param pause called between passes, so that a run can be stopped
     * @return the numbers of the keys
     */
    static int[] ascending(final double[] keys, final Runnable pause) {
        final int count = keys.length;
        var bits = new long[count];
        for (int i = 0; i < count; i++) {
            bits[i] = sortable(keys[i]);
        }
        var order = new int[count];
        Arrays.setAll(order, i -> i);
        if (count < FEW) {
            insert(bits, order);
            return order;
        }
        pause.run();
        final var counts = new int[PASSES][BUCKETS];
        for (final long value : bits) {
            for (int pass = 0; pass < PASSES; pass++) {
                counts[pass][digit(value, pass)]++;
            }
        }
        var otherBits = new long[count];
        var otherOrder = new int[count];
        for (int pass = 0; pass < PASSES; pass++) {
            final var starts = counts[pass];
            if (starts[digit(bits[0], pass)] == count) {
                continue;
            }
            pause.run();
            int sum = 0;
            for (int b = 0; b < BUCKETS; b++) {
                final int size = starts[b];
                starts[b] = sum;
                sum += size;
            }
            for (int i = 0; i < count; i++) {
                final int at = starts[digit(bits[i], pass)]++;
                otherBits[at] = bits[i];
                otherOrder[at] = order[i];
            }
            final var keptBits = bits;
            bits = otherBits;
            otherBits = keptBits;
            final var keptOrder = order;
            order = otherOrder;
            otherOrder = keptOrder;
        }
        return order;
    }

    private static int digit(final long value, final int pass) {
        return (int) (value >>> pass * DIGIT) & BUCKETS - 1;
    }

    /** Bits whose unsigned order is the order of the numbers. */
    private static long sortable(final double value) {
        final long raw = Double.doubleToLongBits(value + 0.0);
        return raw < 0 ? ~raw : raw ^ Long.MIN_VALUE;
    }

    private static void insert(final long[] bits, final int[] order) {
        for (int i = 1; i < bits.length; i++) {
            final long value = bits[i];
            final int number = order[i];
            int j = i;
            while (j > 0 && Long.compareUnsigned(bits[j - 1], value) > 0) {
                bits[j] = bits[j - 1];
                order[j] = order[j - 1];
                j--;
            }
            bits[j] = value;
            order[j] = number;
        }
    }
}
