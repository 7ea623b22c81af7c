// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Customers with the same numbers, taken together, in the order of their first ones: orders are counted in days, so that of millions of
 * customers some ten thousand different ones remain.
 *
 * @param size   how many groups
 * @param of     the group of each customer
 * @param x      purchases after the first
 * @param tx     the time from the first to the last
 * @param age    the time from the first to the end of observation
 * @param weight how many customers
 */
record Groups(int size, int[] of, double[] x, double[] tx, double[] age, double[] weight) {

    /** After so many customers it is seen whether grouping helps. */
    private static final int TRIAL = 1 << 16;
    private static final double WORTH = .5;

    static Groups of(final Histories histories, final RunContext context) {
        final int rows = histories.size();
        final var of = new int[rows];
        final var first = new int[rows];
        final var weight = new double[rows];
        int[] table = new int[1 << 12];
        int size = 0;
        boolean search = true;
        for (int i = 0; i < rows; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
                search &= i != TRIAL || size < WORTH * TRIAL;
            }
            int place = 0;
            if (search) {
                place = place(histories, i, table, first);
            }
            if (!search || table[place] == 0) {
                first[size++] = i;
                if (search) {
                    table[place] = size;
                    if (size * 2 > table.length) {
                        table = larger(histories, first, size, table.length);
                    }
                }
                of[i] = size - 1;
            } else {
                of[i] = table[place] - 1;
            }
            weight[of[i]] += histories.weight(i);
        }
        return taken(histories, of, first, weight, size);
    }

    private static Groups taken(final Histories histories, final int[] of, final int[] first, final double[] weight, final int size) {
        final var x = new double[size];
        final var tx = new double[size];
        final var age = new double[size];
        for (int g = 0; g < size; g++) {
            x[g] = histories.x()[first[g]];
            tx[g] = histories.tx()[first[g]];
            age[g] = histories.age()[first[g]];
        }
        return new Groups(size, of, x, tx, age, Arrays.copyOf(weight, size));
    }

    /** {@return a fair sample of at most so many groups, every so manieth} */
    Groups sample(final int most) {
        final int step = Math.ceilDiv(size, most);
        final int count = Math.ceilDiv(size, step);
        final var parts = new double[4][count];
        for (int i = 0; i < count; i++) {
            parts[0][i] = x[i * step];
            parts[1][i] = tx[i * step];
            parts[2][i] = age[i * step];
            parts[3][i] = weight[i * step];
        }
        return new Groups(count, new int[0], parts[0], parts[1], parts[2], parts[3]);
    }

    private static int[] larger(final Histories histories, final int[] first, final int size, final int before) {
        final var table = new int[2 * before];
        for (int g = 0; g < size; g++) {
            table[place(histories, first[g], table, first)] = g + 1;
        }
        return table;
    }

    /** {@return where a customer's group stands, or where it would} */
    private static int place(final Histories histories, final int i, final int[] table, final int[] first) {
        final double x = histories.x()[i];
        final double tx = histories.tx()[i];
        final double age = histories.age()[i];
        long mixed = Double.doubleToRawLongBits(x) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 29 ^ Double.doubleToRawLongBits(tx)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 32 ^ Double.doubleToRawLongBits(age)) * 0x94D049BB133111EBL;
        int place = (int) (mixed >>> 34) & table.length - 1;
        while (table[place] != 0) {
            final int other = first[table[place] - 1];
            if (histories.x()[other] == x && histories.tx()[other] == tx && histories.age()[other] == age) {
                return place;
            }
            place = place + 1 & table.length - 1;
        }
        return place;
    }
}
