// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

/**
 * Which row first had the same values as another. Beyond a bound that follows from the heap, further rows are not remembered. Not safe for
 * several threads.
 */
final class LineIndex {

    private static final int BYTES_AN_ENTRY = 48;

    private final long most = Math.max(1_000_000, Runtime.getRuntime().maxMemory() / BYTES_AN_ENTRY);
    private long[] keys;
    private int[] rows;
    private int size;

    /**
     * @param expected about how many rows there will be
     */
    LineIndex(final long expected) {
        final int length = Integer.highestOneBit((int) Math.clamp(expected * 3, 1 << 12, Math.min(most, 1 << 22)));
        keys = new long[length];
        rows = new int[length];
    }

    /**
     * @return the first row with this hash; the row itself where it is the first, or where there are too many to remember
     */
    long firstWith(final Hash hash, final long row) {
        final long key = hash.first();
        int index = (int) (key ^ key >>> 32) & keys.length - 1;
        while (keys[index] != 0) {
            if (keys[index] == key) {
                return rows[index];
            }
            index = index + 1 & keys.length - 1;
        }
        if (size < most && row <= Integer.MAX_VALUE) {
            keys[index] = key;
            rows[index] = (int) row;
            if (++size * 10L > keys.length * 7L) {
                grow();
            }
        }
        return row;
    }

    private void grow() {
        final var oldKeys = keys;
        final var oldRows = rows;
        keys = new long[oldKeys.length * 2];
        rows = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int index = (int) (oldKeys[i] ^ oldKeys[i] >>> 32) & keys.length - 1;
                while (keys[index] != 0) {
                    index = index + 1 & keys.length - 1;
                }
                keys[index] = oldKeys[i];
                rows[index] = oldRows[i];
            }
        }
    }
}
