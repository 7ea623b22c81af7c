// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.kontor.analytics.run.RunContext;

/**
 * Finds words. Those between blanks are taken as they are, from three letters. A run of two to four Chinese characters is a word where it is
 * frequent, more frequent than its parts would make it by chance, and different characters stand before and after it.
 */
final class Terms {

    private static final int LONGEST = 4;
    private static final int SHORTEST_WORD = 3;
    /** How many times as frequent as by chance a run has to be. */
    private static final double FIRMNESS = 8;
    private static final int PAUSE = 4_096;
    /** A run of four characters is one number, so a character has 16 bits; more different ones part clauses. */
    private static final int BITS = 16;
    private static final int MOST = (1 << BITS) - 2;
    private static final long MASK = (1L << BITS) - 1;
    private static final int NO_WORD = -1;

    private final Corpus corpus;
    private final StopWords stop;
    private final RunContext context;
    private final int[] numbers = new int[Character.MAX_CODE_POINT + 1];
    private final List<Integer> letters = new ArrayList<>(List.of(0));
    private final Vocabulary runs = new Vocabulary();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> words = new HashMap<>();
    /** All characters of scripts without blanks, by number, and 0 between clauses. */
    private int[] stream = new int[1 << 12];
    private int size;
    private int[] counts = new int[1 << 12];
    private int[] wordOf = new int[0];

    Terms(final Corpus corpus, final StopWords stop, final RunContext context) {
        this.corpus = corpus;
        this.stop = stop;
        this.context = context;
    }

    /** {@return the words by number, those of Chinese first, in the order of their first occurrence} */
    List<String> find(final int least) {
        for (int d = 0; d < corpus.count(); d++) {
            corpus.text(d).codePoints().forEach(letter -> add(Symbols.isIdeograph(letter) ? number(letter) : 0));
            add(0);
        }
        final int frequent = Math.max(2, least);
        count(frequent);
        wordOf = new int[runs.size()];
        Arrays.fill(wordOf, NO_WORD);
        name(candidates(frequent));
        plain(least);
        stream = new int[0];
        return names;
    }

    private void pause(final int i) {
        if (i % PAUSE == 0) {
            context.checkCancelled();
        }
    }

    private void add(final int number) {
        if (number == 0 && (size == 0 || stream[size - 1] == 0)) {
            return;
        }
        pause(size);
        if (size == stream.length) {
            stream = Arrays.copyOf(stream, 2 * size);
        }
        stream[size++] = number;
    }

    private int number(final int letter) {
        if (numbers[letter] == 0 && letters.size() <= MOST) {
            numbers[letter] = letters.size();
            letters.add(letter);
        }
        return numbers[letter];
    }

    /** Calls with the place behind each run of so many characters. */
    private void each(final int length, final IntConsumer taker) {
        int inClause = 0;
        for (int i = 0; i < size; i++) {
            pause(i);
            inClause = stream[i] == 0 ? 0 : inClause + 1;
            if (inClause >= length) {
                taker.accept(i + 1);
            }
        }
    }

    private long key(final int end, final int length) {
        long key = 0;
        for (int i = end - length; i < end; i++) {
            key = key << BITS | stream[i];
        }
        return key;
    }

    private static int length(final long key) {
        return (Long.SIZE - Long.numberOfLeadingZeros(key) + BITS - 1) / BITS;
    }

    private static long front(final long key, final int without) {
        return key >>> BITS * without;
    }

    private static long back(final long key, final int length) {
        return key & (1L << BITS * length) - 1;
    }

    private int count(final long key) {
        final int run = runs.find(key);
        return run < 0 ? 0 : counts[run];
    }

    private void count(final int frequent) {
        for (int length = 1; length <= LONGEST; length++) {
            final int of = length;
            each(length, end -> {
                final long key = key(end, of);
                // a run is at most as frequent as its parts
                if (of <= 2 || count(front(key, 1)) >= frequent && count(back(key, of - 1)) >= frequent) {
                    final int run = runs.add(key);
                    if (run >= counts.length) {
                        counts = Arrays.copyOf(counts, 2 * run);
                    }
                    counts[run]++;
                }
            });
        }
    }

    private boolean[] candidates(final int frequent) {
        final double all = Math.max(1, Arrays.stream(stream, 0, size).filter(number -> number > 0).count());
        final var candidates = new boolean[runs.size()];
        for (int run = 0; run < candidates.length; run++) {
            pause(run);
            final long key = runs.key(run);
            final int length = length(key);
            candidates[run] = length > 1 && counts[run] >= frequent && !stop.isEdge(letters.get((int) front(key, length - 1)))
                    && !stop.isEdge(letters.get((int) (key & MASK))) && firm(key, length, counts[run], all) && !stop.has(text(key));
        }
        return free(candidates);
    }

    private boolean firm(final long key, final int length, final int count, final double all) {
        for (int at = 1; at < length; at++) {
            final double chance = count(front(key, length - at)) / all * count(back(key, length - at));
            // where texts are few, what occurs together twice may do so by chance
            if (count < Math.min(FIRMNESS, 1 + all / 200) * chance) {
                return false;
            }
        }
        return true;
    }

    private String text(final long key) {
        final var text = new StringBuilder();
        for (int i = length(key) - 1; i >= 0; i--) {
            text.appendCodePoint(letters.get((int) (key >>> BITS * i & MASK)));
        }
        return text.toString();
    }

    /** Leaves those with enough variety before and after: the entropy of what stands there; edges of clauses and particles are each another thing. */
    private boolean[] free(final boolean[] candidates) {
        final var sides = new Vocabulary();
        final var edges = new int[2 * candidates.length];
        final var often = new int[1][1 << 12];
        for (int length = 2; length <= LONGEST; length++) {
            final int of = length;
            each(length, end -> {
                final int run = runs.find(key(end, of));
                if (run >= 0 && candidates[run]) {
                    for (int side = 0; side < 2; side++) {
                        final int place = side == 0 ? end - of - 1 : end;
                        final int beside = place < 0 || place >= size ? 0 : stream[place];
                        if (beside == 0 || stop.isEdge(letters.get(beside))) {
                            edges[2 * run + side]++;
                        } else {
                            final int pair = sides.add((2L * run + side) << BITS | beside);
                            if (pair >= often[0].length) {
                                often[0] = Arrays.copyOf(often[0], 2 * pair);
                            }
                            often[0][pair]++;
                        }
                    }
                }
            });
        }
        final var variety = new double[edges.length];
        for (int i = 0; i < variety.length; i++) {
            variety[i] = edges[i] == 0 ? 0 : (double) edges[i] / counts[i / 2] * Math.log(counts[i / 2]);
        }
        for (int pair = 0; pair < sides.size(); pair++) {
            pause(pair);
            final int place = (int) (sides.key(pair) >>> BITS);
            final double share = (double) often[0][pair] / counts[place / 2];
            variety[place] -= share * Math.log(share);
        }
        for (int run = 0; run < candidates.length; run++) {
            final double least = Math.min(1, Math.log(counts[run]) / 2);
            candidates[run] &= variety[2 * run] >= least && variety[2 * run + 1] >= least;
        }
        return candidates;
    }

    private void name(final boolean[] kept) {
        for (int run = 0; run < kept.length; run++) {
            pause(run);
            if (kept[run]) {
                wordOf[run] = names.size();
                names.add(text(runs.key(run)));
            }
        }
    }

    private void plain(final int least) {
        final var often = new HashMap<String, Integer>();
        final var order = new ArrayList<String>();
        for (int d = 0; d < corpus.count(); d++) {
            pause(d * (PAUSE / 64));
            plain(corpus.text(d), word -> {
                if (often.merge(word, 1, Integer::sum) == Math.max(1, least)) {
                    order.add(word);
                }
            });
        }
        order.forEach(word -> {
            words.put(word, names.size());
            names.add(word);
        });
    }

    /** Calls with each word between blanks and other signs. */
    private void plain(final String text, final Consumer<String> taker) {
        final var part = new StringBuilder();
        for (int at = 0; at <= text.length();) {
            final int letter = at < text.length() ? text.codePointAt(at) : 0;
            at += letter == 0 ? 1 : Character.charCount(letter);
            if (letter != 0 && !Symbols.isIdeograph(letter)) {
                part.appendCodePoint(letter);
            } else if (!part.isEmpty()) {
                words(part.toString(), taker);
                part.setLength(0);
            }
        }
        if (!part.isEmpty()) {
            words(part.toString(), taker);
        }
    }

    private void words(final String part, final Consumer<String> taker) {
        if (part.length() >= SHORTEST_WORD) {
            for (final var word : Symbols.words(part)) {
                if (word.length() >= SHORTEST_WORD && !stop.has(word)) {
                    taker.accept(word);
                }
            }
        }
    }

    /** {@return the words of a text in their order, the longest first where several begin} */
    int[] read(final String text) {
        final var found = new ArrayList<Integer>();
        final var signs = text.toLowerCase(Locale.ROOT).codePoints().toArray();
        for (int i = 0; i < signs.length;) {
            if (!Symbols.isIdeograph(signs[i])) {
                int end = i;
                while (end < signs.length && !Symbols.isIdeograph(signs[end])) {
                    end++;
                }
                words(new String(signs, i, end - i), word -> {
                    if (words.containsKey(word)) {
                        found.add(words.get(word));
                    }
                });
                i = end;
                continue;
            }
            int taken = 1;
            for (int length = Math.min(LONGEST, signs.length - i); length >= 2 && taken == 1; length--) {
                long key = 0;
                boolean whole = true;
                for (int k = i; k < i + length; k++) {
                    key = key << BITS | numbers[signs[k]];
                    whole &= numbers[signs[k]] > 0;
                }
                final int run = whole ? runs.find(key) : NO_WORD;
                if (run >= 0 && wordOf[run] >= 0) {
                    found.add(wordOf[run]);
                    taken = length;
                }
            }
            i += taken;
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
