// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.kontor.analytics.run.RunContext;

/**
 * How often each run of characters or words is in each text: for text d the runs {@code ids[starts[d]]} and following, {@code counts} of each.
 * Texts are counted in tasks that are always the same, and put together in their order.
 *
 * @param vocabulary the runs, numbered in the order in which they appear
 * @param frequency  in how many texts each run is
 */
record Grams(Symbols symbols, Vocabulary vocabulary, int[] starts, int[] ids, int[] counts, int[] frequency) {

    private static final int TEXTS_PER_TASK = 256;

    /** What a task found: runs under numbers of its own. */
    private static final class Part {
        private final Vocabulary vocabulary = new Vocabulary();
        private final int[] ends;
        private int[] ids = new int[1 << 12];
        private int[] counts = new int[1 << 12];
        private int[] frequency = new int[1 << 12];
        private int[] place = new int[1 << 12];
        private int size;

        Part(final int texts) {
            ends = new int[texts];
        }

        void count(final int text, final int[] symbols, final int shortest, final int longest) {
            final int from = size;
            for (int i = 0; i < symbols.length; i++) {
                long key = 0;
                for (int length = 1; length <= longest && i + length <= symbols.length && symbols[i + length - 1] >= 0; length++) {
                    key = Vocabulary.longer(key, symbols[i + length - 1]);
                    if (length >= shortest) {
                        add(vocabulary.add(key), from);
                    }
                }
            }
            ends[text] = size;
        }

        private void add(final int id, final int from) {
            if (id >= place.length) {
                place = Arrays.copyOf(place, 2 * id);
                frequency = Arrays.copyOf(frequency, 2 * id);
            }
            // the place of a run in this text, where it was seen in this text
            final int at = place[id];
            if (at >= from && at < size && ids[at] == id) {
                counts[at]++;
                return;
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            ids[size] = id;
            counts[size] = 1;
            place[id] = size++;
            frequency[id]++;
        }
    }

    static Grams of(final int texts, final IntFunction<String> text, final Symbols symbols, final int shortest, final int longest, final RunContext context) {
        final int tasks = Math.ceilDiv(texts, TEXTS_PER_TASK);
        final var parts = new Part[tasks];
        final var words = symbols.words() ? words(texts, text, symbols, context) : null;
        context.parallel(tasks, task -> {
            final int from = task * TEXTS_PER_TASK;
            final int to = Math.min(texts, from + TEXTS_PER_TASK);
            final var part = new Part(to - from);
            for (int d = from; d < to; d++) {
                part.count(d - from, words == null ? Symbols.characters(text.apply(d)) : words.get(d), shortest, longest);
            }
            parts[task] = part;
        });
        final var vocabulary = new Vocabulary();
        final var numbers = new int[tasks][];
        final var offsets = new int[tasks + 1];
        int[] frequency = new int[1 << 12];
        for (int task = 0; task < tasks; task++) {
            context.checkCancelled();
            final var part = parts[task];
            numbers[task] = new int[part.vocabulary.size()];
            for (int id = 0; id < numbers[task].length; id++) {
                final int number = vocabulary.add(part.vocabulary.key(id));
                if (number >= frequency.length) {
                    frequency = Arrays.copyOf(frequency, 2 * number);
                }
                frequency[number] += part.frequency[id];
                numbers[task][id] = number;
            }
            offsets[task + 1] = Math.addExact(offsets[task], part.size);
        }
        final var starts = new int[texts + 1];
        final var ids = new int[offsets[tasks]];
        final var counts = new int[offsets[tasks]];
        context.parallel(tasks, task -> {
            final var part = parts[task];
            for (int i = 0; i < part.size; i++) {
                ids[offsets[task] + i] = numbers[task][part.ids[i]];
            }
            System.arraycopy(part.counts, 0, counts, offsets[task], part.size);
            for (int d = 0; d < part.ends.length; d++) {
                starts[task * TEXTS_PER_TASK + d + 1] = offsets[task] + part.ends[d];
            }
            parts[task] = null;
        });
        return new Grams(symbols, vocabulary, starts, ids, counts, Arrays.copyOf(frequency, vocabulary.size()));
    }

    /** Words are numbered by one thread, in their order. */
    private static List<int[]> words(final int texts, final IntFunction<String> text, final Symbols symbols, final RunContext context) {
        final var words = new ArrayList<int[]>(texts);
        for (int d = 0; d < texts; d++) {
            if (d % TEXTS_PER_TASK == 0) {
                context.checkCancelled();
            }
            words.add(symbols.learn(text.apply(d)));
        }
        return words;
    }

    int texts() {
        return starts.length - 1;
    }

    String text(final int id) {
        return symbols.text(Vocabulary.symbols(vocabulary.key(id)));
    }

    /** {@return how much memory so many characters need at most, while they are counted} */
    static long memory(final long texts, final long characters, final int runs) {
        return texts * 32 + characters * runs * (4 * 6 + 28) + characters * 8 + (1 << 20);
    }
}
