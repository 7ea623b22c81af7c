// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.util.Arrays;

/** Numbers in pieces that the collector moves like small objects: arrays of megabytes, copied as they grow, cost it more than they hold. */
final class LongList {

    private static final int PIECE_BITS = 14;
    private static final int PIECE = 1 << PIECE_BITS;

    private long[][] pieces = new long[16][];
    private int size;

    void add(final long value) {
        if ((size & PIECE - 1) == 0) {
            if (size >>> PIECE_BITS == pieces.length) {
                pieces = Arrays.copyOf(pieces, pieces.length * 2);
            }
            pieces[size >>> PIECE_BITS] = new long[PIECE];
        }
        pieces[size >>> PIECE_BITS][size & PIECE - 1] = value;
        size++;
    }

    long get(final int index) {
        return pieces[index >>> PIECE_BITS][index & PIECE - 1];
    }

    int size() {
        return size;
    }
}
