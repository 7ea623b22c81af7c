// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.Arrays;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** The records that have a key in common, block by block; a record alone is in none. */
final class Blocks {

    /** The block of a record that is in none. */
    static final int NONE = -1;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int[] order;
    private final int[] starts;
    private final int[] blockOf;
    private int largest;
    private double pairs;

    private Blocks(final int[] order, final int[] starts, final int[] blockOf) {
        this.order = order;
        this.starts = starts;
        this.blockOf = blockOf;
        for (int b = 0; b < count(); b++) {
            final double size = starts[b + 1] - starts[b];
            pairs += size * (size - 1) / 2;
            largest = Math.max(largest, (int) size);
        }
    }

    /** {@return the keys of every so manieth record} */
    static long[] keys(final BlockKey key, final Records records, final int step, final RunContext context) {
        final var keys = new long[Math.ceilDiv(records.count(), step)];
        context.parallel(Math.ceilDiv(keys.length, Frame.BLOCK), block -> {
            for (int i = block * Frame.BLOCK; i < Math.min(keys.length, (block + 1) * Frame.BLOCK); i++) {
                keys[i] = key.of(records, i * step);
            }
        });
        return keys;
    }

    static Blocks of(final long[] keys, final RunContext context) {
        final int slots = Integer.highestOneBit(Math.max(8, keys.length)) * 4;
        final var table = new int[slots];
        final var first = new int[keys.length];
        final var group = new int[keys.length];
        final var sizes = new int[keys.length + 1];
        int groups = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            group[i] = NONE;
            if (keys[i] == BlockKey.NONE) {
                continue;
            }
            int slot = (int) (keys[i] * MIX >>> 33) & slots - 1;
            while (table[slot] != 0 && keys[first[table[slot] - 1]] != keys[i]) {
                slot = slot + 1 & slots - 1;
            }
            if (table[slot] == 0) {
                first[groups++] = i;
                table[slot] = groups;
            }
            group[i] = table[slot] - 1;
            sizes[group[i]]++;
        }
        return sorted(group, groups, sizes, context);
    }

    private static Blocks sorted(final int[] group, final int groups, final int[] sizes, final RunContext context) {
        final var number = new int[groups];
        final var starts = new int[groups + 1];
        int count = 0;
        int total = 0;
        for (int g = 0; g < groups; g++) {
            number[g] = sizes[g] > 1 ? count : NONE;
            if (sizes[g] > 1) {
                starts[count++] = total;
                total += sizes[g];
            }
        }
        starts[count] = total;
        final var next = Arrays.copyOf(starts, count);
        final var order = new int[total];
        for (int i = 0; i < group.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            group[i] = group[i] == NONE ? NONE : number[group[i]];
            if (group[i] != NONE) {
                order[next[group[i]]++] = i;
            }
        }
        return new Blocks(order, Arrays.copyOf(starts, count + 1), group);
    }

    static long memory(final long records) {
        return records * (8 + 4 * 4 + 4 * 5);
    }

    int count() {
        return starts.length - 1;
    }

    int largest() {
        return largest;
    }

    /** {@return how many pairs the blocks have} */
    double pairs() {
        return pairs;
    }

    int[] order() {
        return order;
    }

    int start(final int block) {
        return starts[block];
    }

    int blockOf(final int record) {
        return blockOf[record];
    }

    int positions() {
        return order.length;
    }
}
