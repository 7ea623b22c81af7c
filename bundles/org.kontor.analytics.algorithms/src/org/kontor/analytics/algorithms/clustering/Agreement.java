// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.TextColumn;

/** How far two ways to divide the same rows agree, whatever the parts are called (Hubert and Arabie, Comparing partitions, 1985). */
final class Agreement {

    private Agreement() {
    }

    /**
     * The adjusted Rand index.
     *
     * @param one   the part of each row
     * @param other the part of each row in the other way; rows with a negative one do not count
     * @return 1 where both agree, about 0 for chance; NaN without two rows
     */
    static double adjustedRand(final int[] one, final int[] other) {
        final var keys = new long[one.length];
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            if (other[i] >= 0) {
                keys[count++] = (long) one[i] << Integer.SIZE | other[i];
            }
        }
        if (count < 2) {
            return Double.NaN;
        }
        final double cells = pairs(keys, count);
        for (int i = 0; i < count; i++) {
            keys[i] = Long.rotateLeft(keys[i], Integer.SIZE);
        }
        final double second = pairs(keys, count, -1L << Integer.SIZE);
        for (int i = 0; i < count; i++) {
            keys[i] = Long.rotateLeft(keys[i], Integer.SIZE);
        }
        final double first = pairs(keys, count, -1L << Integer.SIZE);
        final double all = .5 * count * (count - 1.0);
        final double expected = first / all * second;
        final double most = .5 * (first + second);
        return most == expected ? 1 : (cells - expected) / (most - expected);
    }

    private static double pairs(final long[] keys, final int count) {
        return pairs(keys, count, -1L);
    }

    /** How many pairs of rows have the same key in the bits of a mask. */
    private static double pairs(final long[] keys, final int count, final long mask) {
        Arrays.sort(keys, 0, count);
        double pairs = 0;
        int from = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || (keys[i] & mask) != (keys[from] & mask)) {
                pairs += .5 * (i - from) * (i - from - 1.0);
                from = i;
            }
        }
        return pairs;
    }

    /** {@return a number for each different value of a column; -1 where it has none} */
    static int[] groups(final Column column) {
        final var groups = new int[column.rows()];
        if (column instanceof final TextColumn texts) {
            Arrays.setAll(groups, i -> texts.isMissing(i) ? -1 : texts.code(i));
            return groups;
        }
        final Map<Double, Integer> known = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            groups[i] = column.isMissing(i) ? -1 : known.computeIfAbsent(column.number(i), value -> known.size());
        }
        return groups;
    }
}
