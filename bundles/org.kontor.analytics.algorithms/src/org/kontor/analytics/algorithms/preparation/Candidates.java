// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.run.RunContext;

/**
 * The pairs of records that are compared, each once, cut into tasks of about equal size. In a block with very many records each is compared
 * with those alone that stand near it in the order of their contents.
 */
final class Candidates {

    private static final int PAIRS_PER_TASK = 16_384;
    /** In a block that is too large, a record is compared with so many following ones. */
    private static final int WINDOW = 20;

    /** Takes a pair. */
    interface Taker {
        void pair(int one, int other);
    }

    private record Task(int key, int from, int to) {
    }

    private final List<BlockKey> keys;
    private final Blocks[] blocks;
    private final int most;
    private final int[] places;
    private final List<Task> tasks = new ArrayList<>();
    private int tooLarge;

    Candidates(final Records records, final List<BlockKey> keys, final int mostOfBlock, final RunContext context) {
        this.keys = keys;
        most = Math.max(Blocking.FEW, mostOfBlock);
        blocks = new Blocks[keys.size()];
        places = new int[Math.multiplyExact(records.count(), keys.size())];
        for (int k = 0; k < blocks.length; k++) {
            final int number = k;
            final var each = Blocks.of(Blocks.keys(keys.get(k), records, 1, context), context);
            blocks[k] = each;
            for (int b = 0; b < each.count(); b++) {
                if (each.start(b + 1) - each.start(b) > most) {
                    tooLarge++;
                    new ContentOrder(records, keys.get(k), context).sort(each.order(), each.start(b), each.start(b + 1));
                }
            }
            context.parallel(Math.ceilDiv(each.positions(), PAIRS_PER_TASK), task -> {
                for (int p = task * PAIRS_PER_TASK; p < Math.min(each.positions(), (task + 1) * PAIRS_PER_TASK); p++) {
                    places[each.order()[p] * blocks.length + number] = p;
                }
            });
            cut(k, context);
        }
    }

    private void cut(final int key, final RunContext context) {
        final var each = blocks[key];
        int from = 0;
        long pairs = 0;
        int position = 0;
        for (int b = 0; b < each.count(); b++) {
            for (; position < each.start(b + 1); position++) {
                if (position % PAIRS_PER_TASK == 0) {
                    context.checkCancelled();
                }
                pairs += end(each, b, position) - position - 1;
                if (pairs >= PAIRS_PER_TASK) {
                    tasks.add(new Task(key, from, position + 1));
                    from = position + 1;
                    pairs = 0;
                }
            }
        }
        if (from < position) {
            tasks.add(new Task(key, from, position));
        }
    }

    private int end(final Blocks each, final int block, final int position) {
        final int end = each.start(block + 1);
        return end - each.start(block) > most ? Math.min(end, position + 1 + WINDOW) : end;
    }

    static long memory(final long records) {
        return records * (Blocking.MOST_KEYS * 4L * 3 + 24) + Blocks.memory(records);
    }

    int tasks() {
        return tasks.size();
    }

    int tooLarge() {
        return tooLarge;
    }

    List<BlockKey> keys() {
        return keys;
    }

    Blocks blocks(final int key) {
        return blocks[key];
    }

    /** Gives all pairs of a task that no key before has. */
    void each(final int number, final Taker taker) {
        final var task = tasks.get(number);
        final var each = blocks[task.key()];
        final var order = each.order();
        int block = task.from() < task.to() ? each.blockOf(order[task.from()]) : 0;
        for (int p = task.from(); p < task.to(); p++) {
            while (p >= each.start(block + 1)) {
                block++;
            }
            final int one = order[p];
            final int end = end(each, block, p);
            for (int q = p + 1; q < end; q++) {
                if (!before(task.key(), one, order[q])) {
                    taker.pair(Math.min(one, order[q]), Math.max(one, order[q]));
                }
            }
        }
    }

    private boolean before(final int key, final int one, final int other) {
        for (int k = 0; k < key; k++) {
            final int block = blocks[k].blockOf(one);
            if (block != Blocks.NONE && block == blocks[k].blockOf(other)) {
                final int apart = Math.abs(places[one * blocks.length + k] - places[other * blocks.length + k]);
                if (apart <= WINDOW || blocks[k].start(block + 1) - blocks[k].start(block) <= most) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Sorts records by what they say beside their key, so that like ones stand near each other. */
    private static final class ContentOrder {

        private static final int RUN = 16;

        private final Records records;
        private final BlockKey key;
        private final RunContext context;
        private int asked;

        ContentOrder(final Records records, final BlockKey key, final RunContext context) {
            this.records = records;
            this.key = key;
            this.context = context;
        }

        void sort(final int[] order, final int from, final int to) {
            final var spare = Arrays.copyOfRange(order, from, to);
            sort(spare, 0, to - from, order, from);
        }

        /** Merges from one array into the other and back. */
        private void sort(final int[] source, final int from, final int to, final int[] into, final int shift) {
            if (to - from <= RUN) {
                for (int i = from + 1; i < to; i++) {
                    final int record = into[shift + i];
                    int j = i - 1;
                    while (j >= from && compare(into[shift + j], record) > 0) {
                        into[shift + j + 1] = into[shift + j];
                        j--;
                    }
                    into[shift + j + 1] = record;
                }
                return;
            }
            final int middle = (from + to) >>> 1;
            sort(source, from, middle, into, shift);
            sort(source, middle, to, into, shift);
            System.arraycopy(into, shift + from, source, from, to - from);
            int left = from;
            int right = middle;
            for (int i = from; i < to; i++) {
                final boolean first = right >= to || left < middle && compare(source[left], source[right]) <= 0;
                into[shift + i] = first ? source[left++] : source[right++];
            }
        }

        private int compare(final int one, final int other) {
            if (asked++ % PAIRS_PER_TASK == 0) {
                context.checkCancelled();
            }
            for (int c = 0; c < records.width(); c++) {
                final int mine = records.value(one, c);
                final int theirs = records.value(other, c);
                if (mine == theirs || c == key.column() && key.form() == Form.SAME || c == key.other() && key.otherForm() == Form.SAME) {
                    continue;
                }
                if (mine == Values.NONE || theirs == Values.NONE) {
                    return mine == Values.NONE ? 1 : -1;
                }
                final var values = records.values(c);
                return Arrays.compare(values.letters(), values.start(mine), values.start(mine) + values.length(mine), values.letters(), values.start(theirs),
                        values.start(theirs) + values.length(theirs));
            }
            return Integer.compare(one, other);
        }
    }
}
