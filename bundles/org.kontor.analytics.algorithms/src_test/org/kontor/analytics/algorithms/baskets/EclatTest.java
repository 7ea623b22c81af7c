// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** All frequent sets with their counts are those of plain intersections, on baskets so many that every way to hold their bits is taken. */
class EclatTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    /** A few items that most baskets have, others that come in groups, and many rare ones. */
    private static Baskets baskets(final int count, final int common, final int rare, final SplittableRandom random) {
        final var lines = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            final var line = new ArrayList<String>();
            for (int j = 0; j < common; j++) {
                if (random.nextDouble() < .1 + .5 * j / common) {
                    line.add("common " + j);
                }
            }
            if (random.nextInt(8) == 0) {
                final int group = random.nextInt(3);
                for (int j = 0; j < 5; j++) {
                    if (random.nextInt(6) != 0) {
                        line.add("group " + group + ' ' + j);
                    }
                }
            }
            for (int j = 0; j < 6 && rare > 0; j++) {
                line.add("rare " + random.nextInt(rare));
            }
            lines.add(String.join("\t", line));
        }
        return Baskets.of(new Dataset(Frame.of(TextColumn.of("items", lines)), Map.of(Role.ITEM, List.of("items"))), "tab", RUN);
    }

    private static Map<String, Integer> plain(final Baskets baskets, final int least, final int longest) {
        final var where = new TreeMap<String, BitSet>();
        for (int basket = 0; basket < baskets.count(); basket++) {
            for (int i = baskets.starts[basket]; i < baskets.starts[basket + 1]; i++) {
                where.computeIfAbsent(baskets.names.get(baskets.items[i]), unseen -> new BitSet()).set(basket);
            }
        }
        final var found = new TreeMap<String, Integer>();
        grow(List.of(), null, new ArrayList<>(where.keySet()), where, least, longest, found);
        return found;
    }

    private static void grow(final List<String> set, final BitSet in, final List<String> more, final Map<String, BitSet> where, final int least,
            final int longest, final Map<String, Integer> found) {
        for (int i = 0; i < more.size() && set.size() < longest; i++) {
            final var both = (BitSet) where.get(more.get(i)).clone();
            if (in != null) {
                both.and(in);
            }
            if (both.cardinality() >= least) {
                final var larger = new ArrayList<>(set);
                larger.add(more.get(i));
                found.put(String.join(", ", larger), both.cardinality());
                grow(larger, both, more.subList(i + 1, more.size()), where, least, longest, found);
            }
        }
    }

    private static Map<String, Integer> ours(final Baskets baskets, final int least, final int longest, final LocalRun run) {
        final var occurrences = new Occurrences(baskets, least, run);
        final var sets = new Eclat(occurrences, least, longest, 2_000_000, run).mine();
        final var subsets = new Subsets(sets, run);
        final var found = new TreeMap<String, Integer>();
        for (int node = 0; node < sets.size(); node++) {
            final var names = new TreeSet<String>();
            for (final int number : subsets.items(node)) {
                names.add(baskets.names.get(occurrences.items[number]));
            }
            assertEquals(subsets.size[node], names.size());
            assertEquals(null, found.put(String.join(", ", names), sets.count[node]), "found twice");
            // the set without each of its items is the one that has the others
            for (int j = 0; j < names.size() && names.size() > 1; j++) {
                final int[] items = subsets.items(node);
                final int left = j;
                assertEquals(Arrays.toString(IntStream.range(0, items.length).filter(k -> k != left).map(k -> items[k]).toArray()),
                        Arrays.toString(subsets.items(subsets.less[subsets.starts[node] + j])));
            }
        }
        return found;
    }

    private static void same(final Baskets baskets, final int least, final int longest, final int most) {
        final var expected = plain(baskets, least, longest);
        assertTrue(expected.size() > most, "few sets: " + expected.size());
        assertEquals(expected, ours(baskets, least, longest, RUN));
    }

    @Test
    void baskets64AndFewer() {
        final var random = new SplittableRandom(1);
        for (int count = 1; count < 140; count += 7) {
            same(baskets(count, 8, 12, random), Math.max(1, count / 20), 10, 0);
        }
    }

    @Test
    void manyBasketsOfFewItems() {
        final var random = new SplittableRandom(2);
        same(baskets(3_000, 10, 0, random), 20, 10, 150);
        same(baskets(3_000, 10, 0, random), 100, 4, 90);
        same(baskets(3_000, 10, 0, random), 100, 2, 40);
    }

    /** More words than all items are given bits of. */
    @Test
    void manyBasketsOfManyItems() {
        final var baskets = baskets(6_000, 10, 400, new SplittableRandom(3));
        same(baskets, 40, 10, 700);
        same(baskets, 40, 1, 400);
    }

    @Test
    void threadsDoNotMatter() {
        final var baskets = baskets(2_000, 9, 50, new SplittableRandom(4));
        try (var helpers = Executors.newFixedThreadPool(3)) {
            assertEquals(ours(baskets, 15, 10, RUN), ours(baskets, 15, 10, new LocalRun(Progress.NONE, 0, 4, 1L << 30, helpers)));
        }
    }

    @Test
    void whatIsRememberedIsTheSame() {
        final var tail = new FisherTail(500);
        final var known = new FisherTail.Known(tail);
        final var random = new SplittableRandom(5);
        for (int i = 0; i < 200_000; i++) {
            final int one = 1 + random.nextInt(i % 2 == 0 ? 5 : 500);
            final int other = 1 + random.nextInt(i % 3 == 0 ? 5 : 500);
            final int both = 1 + random.nextInt(Math.min(one, other));
            assertEquals(tail.probability(both, one, other), known.probability(both, one, other), 0);
        }
    }
}
