// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.Arrays;
import java.util.UUID;

/**
 * Hash of a key to the identifier of its record, without an object for each entry: 24 bytes for a key whose record this file makes, so that
 * millions fit into a small heap. Keys are told apart by 96 bits of their hash. Two records under one key are remembered as ambiguous. Not
 * safe for several threads.
 */
final class KeyIndex {

    /** Stands for several records under one key. */
    static final UUID AMBIGUOUS = new UUID(0, 1);

    private static final long AMBIGUOUS_VALUE = Long.MIN_VALUE;
    private static final int FIRST_SIZE = 1 << 8;

    private final long madeHigh;
    private long[] firsts = new long[FIRST_SIZE];
    private int[] seconds = new int[FIRST_SIZE];
    private long[] records = new long[FIRST_SIZE];
    private int[] fingerprints = new int[FIRST_SIZE];
    /**
     * Identifiers that do not begin like those this file makes, two numbers each; a record's value is then the complement of its place
     * here.
     */
    private long[] others = new long[16];
    private int otherCount;
    private int size;

    /**
     * @param made any identifier of a record that this file makes
     */
    KeyIndex(final UUID made) {
        madeHigh = made.getMostSignificantBits();
    }

    /** Adds a record; under a key that another one has, both are ambiguous from now on. */
    void add(final Hash key, final UUID record, final long fingerprint) {
        if (size * 4L >= firsts.length * 3L) {
            grow();
        }
        final int slot = slot(firsts, seconds, key.first(), (int) key.second());
        if (firsts[slot] == 0) {
            size++;
            firsts[slot] = key.first();
            seconds[slot] = (int) key.second();
            records[slot] = value(record);
            fingerprints[slot] = fold(fingerprint);
        } else if (record(slot).equals(record)) {
            fingerprints[slot] = fold(fingerprint);
        } else {
            records[slot] = AMBIGUOUS_VALUE;
            fingerprints[slot] = 0;
        }
    }

    /** The record of a key; null where there is none. */
    UUID find(final Hash key) {
        final int slot = slot(firsts, seconds, key.first(), (int) key.second());
        return firsts[slot] == 0 ? null : record(slot);
    }

    /** Whether the last row that wrote to the key's record said this. */
    boolean said(final Hash key, final long fingerprint) {
        return fingerprints[slot(firsts, seconds, key.first(), (int) key.second())] == fold(fingerprint);
    }

    int size() {
        return size;
    }

    /** Never 0, which stands for records that no row of this run wrote to. */
    private static int fold(final long fingerprint) {
        final int folded = (int) (fingerprint ^ fingerprint >>> 32);
        return fingerprint == 0 ? 0 : folded == 0 ? 1 : folded;
    }

    /** The low half of an identifier of ours begins with the bits 10; without the first one it is positive. */
    private long value(final UUID record) {
        if (record.getMostSignificantBits() == madeHigh && record.getLeastSignificantBits() < 0) {
            return record.getLeastSignificantBits() & Long.MAX_VALUE;
        }
        if (otherCount * 2 == others.length) {
            others = Arrays.copyOf(others, others.length * 2);
        }
        others[otherCount * 2] = record.getMostSignificantBits();
        others[otherCount * 2 + 1] = record.getLeastSignificantBits();
        return ~(long) otherCount++;
    }

    private UUID record(final int slot) {
        final long value = records[slot];
        if (value == AMBIGUOUS_VALUE) {
            return AMBIGUOUS;
        } else if (value >= 0) {
            return new UUID(madeHigh, value | Long.MIN_VALUE);
        }
        final int place = (int) ~value * 2;
        return new UUID(others[place], others[place + 1]);
    }

    private static int slot(final long[] firsts, final int[] seconds, final long first, final int second) {
        final int mask = firsts.length - 1;
        int slot = (int) first & mask;
        while (firsts[slot] != 0 && (firsts[slot] != first || seconds[slot] != second)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        final int length = firsts.length * 2;
        final var moreFirsts = new long[length];
        final var moreSeconds = new int[length];
        final var moreRecords = new long[length];
        final var moreFingerprints = new int[length];
        for (int i = 0; i < firsts.length; i++) {
            if (firsts[i] != 0) {
                final int slot = slot(moreFirsts, moreSeconds, firsts[i], seconds[i]);
                moreFirsts[slot] = firsts[i];
                moreSeconds[slot] = seconds[i];
                moreRecords[slot] = records[i];
                moreFingerprints[slot] = fingerprints[i];
            }
        }
        firsts = moreFirsts;
        seconds = moreSeconds;
        records = moreRecords;
        fingerprints = moreFingerprints;
    }
}
