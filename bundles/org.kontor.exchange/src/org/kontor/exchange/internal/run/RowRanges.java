// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.Map;
import java.util.TreeMap;

/** A set of row numbers, small where neighbours belong to it together. As text: {@code 3,7-9}. Not safe for several threads. */
final class RowRanges {

    /** First row of a range to its last. */
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    /** The set that a text says; an empty text says none. */
    static RowRanges of(final String text) {
        final var read = new RowRanges();
        for (final var part : text.isEmpty() ? new String[0] : text.split(",")) {
            final int dash = part.indexOf('-');
            final long first = Long.parseLong(dash < 0 ? part : part.substring(0, dash));
            read.ranges.put(first, dash < 0 ? first : Long.parseLong(part.substring(dash + 1)));
        }
        return read;
    }

    void add(final long row) {
        if (contains(row)) {
            return;
        }
        final Map.Entry<Long, Long> before = ranges.lowerEntry(row);
        final Long after = ranges.remove(row + 1);
        final long last = after == null ? row : after;
        if (before != null && before.getValue() == row - 1) {
            ranges.put(before.getKey(), last);
        } else {
            ranges.put(row, last);
        }
    }

    boolean contains(final long row) {
        final var at = ranges.floorEntry(row);
        return at != null && at.getValue() >= row;
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    @Override
    public String toString() {
        final var text = new StringBuilder();
        ranges.forEach((first, last) -> {
            text.append(text.isEmpty() ? "" : ",").append(first.longValue());
            if (!first.equals(last)) {
                text.append('-').append(last.longValue());
            }
        });
        return text.toString();
    }
}
