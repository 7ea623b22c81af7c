// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import org.kontor.analytics.run.RunContext;

/**
 * The rows of a tree that grows, with what each of them pulls: those of a leaf follow each other, in the order of the data, on whatever number of
 * threads they were parted.
 */
final class PartedRows {

    /** So many rows are put left or right by one thread. */
    private static final int PART = 1 << 15;

    private final int[] start;
    private final int[] rows;
    private final long[] items;
    private final int[] spareRows;
    private final long[] spareItems;
    private final RunContext context;

    PartedRows(final int[] start, final RunContext context) {
        this.start = start;
        this.context = context;
        rows = new int[start.length];
        items = new long[start.length];
        spareRows = new int[start.length];
        spareItems = new long[start.length];
    }

    /** Puts all rows back into one leaf. */
    void begin(final long[] pulls) {
        System.arraycopy(start, 0, rows, 0, rows.length);
        System.arraycopy(pulls, 0, items, 0, items.length);
    }

    /** {@return the rows, in their order of today} */
    int[] rows() {
        return rows;
    }

    /** {@return what they pull, in the same order} */
    long[] items() {
        return items;
    }

    long sum(final int from, final int until) {
        long sum = 0;
        for (int i = from; i < until; i++) {
            sum += items[i];
        }
        return sum;
    }

    /**
     * Puts the rows of a leaf that go left before the others, both in their order.
     *
     * @param codes of all rows of the data
     * @param goes  whether rows with a code go left
     * @return where the others begin
     */
    int partition(final int from, final int until, final byte[] codes, final boolean[] goes) {
        final int parts = Math.ceilDiv(until - from, PART);
        final var left = new int[parts];
        if (parts > 1) {
            context.parallel(parts, part -> left[part] = part(codes, goes, from + part * PART, Math.min(until, from + (part + 1) * PART)));
        } else {
            left[0] = part(codes, goes, from, until);
        }
        int next = from;
        for (int part = 0; part < parts; part++) {
            move(rows, items, from + part * PART, next, left[part]);
            next += left[part];
        }
        int others = next;
        for (int part = 0; part < parts; part++) {
            final int begin = from + part * PART;
            final int count = Math.min(until, begin + PART) - begin - left[part];
            move(spareRows, spareItems, begin, others, count);
            others += count;
        }
        return next;
    }

    private void move(final int[] fromRows, final long[] fromItems, final int from, final int to, final int count) {
        System.arraycopy(fromRows, from, rows, to, count);
        System.arraycopy(fromItems, from, items, to, count);
    }

    /** Puts rows that go left to the front of a part, and the others to the same part of the spare places; {@return how many go left}. */
    private int part(final byte[] codes, final boolean[] goes, final int from, final int until) {
        final int[] order = rows;
        final long[] each = items;
        final int[] otherRows = spareRows;
        final long[] otherItems = spareItems;
        int next = from;
        int others = from;
        for (int i = from; i < until; i++) {
            final int row = order[i];
            final long item = each[i];
            // both are written and one is kept, so that the processor need not guess
            final boolean left = goes[codes[row] & 0xFF];
            order[next] = row;
            each[next] = item;
            otherRows[others] = row;
            otherItems[others] = item;
            next += left ? 1 : 0;
            others += left ? 0 : 1;
        }
        return next - from;
    }
}
