// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.Arrays;

/** Runs of one to three symbols, numbered from 0 in the order in which they came: a hash table of primitive numbers with open addressing. */
final class Vocabulary {

    /** The longest run. */
    static final int LONGEST = 3;
    static final int NONE = -1;

    private static final int BITS = 21;
    private static final long MASK = (1L << BITS) - 1;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int FIRST = 1 << 10;

    private long[] keys = new long[FIRST / 2];
    private int[] slots = new int[FIRST];
    private int shift = Long.SIZE - 10;
    private int count;

    /** {@return the key of a run that is one symbol longer than that of another key; 0 is the key of the empty run} */
    static long longer(final long key, final int symbol) {
        return key << BITS | symbol + 1;
    }

    static int[] symbols(final long key) {
        final var symbols = new int[LONGEST];
        int from = LONGEST;
        for (long rest = key; rest != 0; rest >>>= BITS) {
            symbols[--from] = (int) (rest & MASK) - 1;
        }
        return Arrays.copyOfRange(symbols, from, LONGEST);
    }

    /** {@return the number of a key, or {@link #NONE}} */
    int find(final long key) {
        int slot = (int) (key * MIX >>> shift);
        while (slots[slot] != 0) {
            if (keys[slots[slot] - 1] == key) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return NONE;
    }

    /** {@return the number of a key, a new one where it has none} */
    int add(final long key) {
        int slot = (int) (key * MIX >>> shift);
        while (slots[slot] != 0) {
            if (keys[slots[slot] - 1] == key) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if (count == keys.length) {
            grow();
            return add(key);
        }
        keys[count] = key;
        slots[slot] = ++count;
        return count - 1;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * count);
        slots = new int[4 * count];
        shift--;
        for (int number = 0; number < count; number++) {
            int slot = (int) (keys[number] * MIX >>> shift);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }

    int size() {
        return count;
    }

    long key(final int number) {
        return keys[number];
    }
}
