// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.Arrays;
import java.util.UUID;

import org.kontor.analytics.frame.Dictionary;

/** Identifiers numbered in the order in which they first appear: two {@code long} each and a table of places with linear probing. */
final class IdentifierDictionary {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] bits = new long[64];
    private int[] places = empty(128);
    private int size;

    private static int[] empty(final int length) {
        final var places = new int[length];
        Arrays.fill(places, -1);
        return places;
    }

    int code(final long high, final long low) {
        int place = place(high, low);
        while (places[place] >= 0) {
            final int code = places[place];
            if (bits[2 * code] == high && bits[2 * code + 1] == low) {
                return code;
            }
            place = place + 1 & places.length - 1;
        }
        if (2 * size == bits.length) {
            bits = Arrays.copyOf(bits, bits.length * 2);
        }
        bits[2 * size] = high;
        bits[2 * size + 1] = low;
        places[place] = size++;
        if (size * 2 > places.length) {
            grow();
        }
        return size - 1;
    }

    private int place(final long high, final long low) {
        final long mixed = (high * GOLDEN ^ low) * GOLDEN;
        return (int) (mixed ^ mixed >>> 32) & places.length - 1;
    }

    private void grow() {
        places = empty(places.length * 2);
        for (int code = 0; code < size; code++) {
            int place = place(bits[2 * code], bits[2 * code + 1]);
            while (places[place] >= 0) {
                place = place + 1 & places.length - 1;
            }
            places[place] = code;
        }
    }

    Dictionary frozen() {
        final var kept = Arrays.copyOf(bits, 2 * size);
        return new Dictionary() {
            @Override
            public int size() {
                return kept.length / 2;
            }

            @Override
            public String text(final int code) {
                return new UUID(kept[2 * code], kept[2 * code + 1]).toString();
            }
        };
    }
}
