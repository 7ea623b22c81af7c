// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.UUID;

/**
 * Hash of a key to the identifier of its record, without an object for each entry, so that millions fit into a small heap. Two records under
 * one key are remembered as ambiguous. Not safe for several threads.
 */
final class KeyIndex {

    /** Stands for several records under one key. */
    static final UUID AMBIGUOUS = new UUID(0, 1);

    private static final int STRIDE = 5;

    private long[] table = new long[STRIDE << 10];
    private int mask = (1 << 10) - 1;
    private int size;

    /** Adds a record; under a key that another one has, both are ambiguous from now on. */
    void add(final Hash key, final UUID record, final long fingerprint) {
        if (size * 10L > (mask + 1) * 7L) {
            grow();
        }
        final int slot = slot(key.first(), key.second());
        if (table[slot] == 0) {
            size++;
            table[slot] = key.first();
            table[slot + 1] = key.second();
            put(slot, record, fingerprint);
        } else if (table[slot + 2] != record.getMostSignificantBits() || table[slot + 3] != record.getLeastSignificantBits()) {
            put(slot, AMBIGUOUS, 0);
        } else {
            table[slot + 4] = fingerprint;
        }
    }

    /** The record of a key; null where there is none. */
    UUID find(final Hash key) {
        final int slot = slot(key.first(), key.second());
        return table[slot] == 0 ? null : new UUID(table[slot + 2], table[slot + 3]);
    }

    /** What the last row that wrote to the record said; 0 where no row of this run did. */
    long fingerprint(final Hash key) {
        return table[slot(key.first(), key.second()) + 4];
    }

    int size() {
        return size;
    }

    private void put(final int slot, final UUID record, final long fingerprint) {
        table[slot + 2] = record.getMostSignificantBits();
        table[slot + 3] = record.getLeastSignificantBits();
        table[slot + 4] = fingerprint;
    }

    private int slot(final long first, final long second) {
        int index = (int) first & mask;
        while (true) {
            final int slot = index * STRIDE;
            if (table[slot] == 0 || table[slot] == first && table[slot + 1] == second) {
                return slot;
            }
            index = index + 1 & mask;
        }
    }

    private void grow() {
        final var old = table;
        table = new long[old.length * 2];
        mask = mask * 2 + 1;
        for (int i = 0; i < old.length; i += STRIDE) {
            if (old[i] != 0) {
                System.arraycopy(old, i, table, slot(old[i], old[i + 1]), STRIDE);
            }
        }
    }
}
