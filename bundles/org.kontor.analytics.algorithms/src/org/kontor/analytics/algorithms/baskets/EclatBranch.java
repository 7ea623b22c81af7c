// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.Arrays;

/**
 * Finds the frequent sets whose rarest item is a given one. Baskets are bits, of no more than the baskets of that item, which are moved together
 * wherever few of them are left. What is in no more baskets than a word has bits, which most sets are, has one word for each item.
 */
final class EclatBranch {

    /** So many words of bits are worked on between two questions whether to stop. */
    private static final int PAUSE = 1 << 18;
    /** Bits are moved together where they need so many times less room then. */
    private static final int THINNER = 4;
    /** Up to so many words all items have bits; of more it is found out first which of them are often there. */
    private static final int EVERY = 1 << 14;

    private final Eclat eclat;
    private final int[] starts;
    private final int[] numbers;
    private final int least;
    private final int longest;
    private final int root;
    private final Itemsets.Branch branch = new Itemsets.Branch();
    private long work;

    /** Sets side by side, and those below one of them behind them: their baskets, their last items and how many baskets these are. */
    private long[] words = new long[64];
    private int[] last = new int[64];
    private int[] count = new int[64];

    EclatBranch(final Eclat eclat, final int root) {
        this.eclat = eclat;
        this.root = root;
        starts = eclat.occurrences.starts;
        numbers = eclat.occurrences.numbers;
        least = eclat.least;
        longest = eclat.longest;
    }

    Itemsets.Branch branch() {
        if (longest > 1) {
            final int from = eclat.occurrences.whereStarts[root];
            final int to = eclat.occurrences.whereStarts[root + 1];
            if (to - from <= Long.SIZE) {
                few(from, to);
            } else {
                many(Arrays.copyOfRange(eclat.occurrences.where, from, to));
            }
        }
        return branch;
    }

    private void work(final long words) {
        work += words;
        if (work >= PAUSE) {
            work = 0;
            eclat.context.checkCancelled();
        }
    }

    /** The whole branch word by word. */
    private void few(final int from, final int to) {
        final int all = eclat.occurrences.items.length;
        final var gathered = new long[all];
        for (int i = from; i < to; i++) {
            // the more frequent items are the last
            for (int at = starts[eclat.occurrences.where[i] + 1] - 1; numbers[at] > root; at--) {
                gathered[numbers[at]] |= 1L << i - from;
            }
        }
        int size = 0;
        room(all - root);
        for (int item = root + 1; item < all; item++) {
            words[size] = gathered[item];
            last[size] = item;
            count[size] = Long.bitCount(gathered[item]);
            size += count[size] >= least ? 1 : 0;
        }
        work(4L * (to - from) + all - root);
        if (size > 0) {
            add(0, size);
            belowWords(0, 0, size, 2);
        }
    }

    private void room(final int size) {
        if (size > words.length) {
            final int more = Math.max(size, 2 * words.length);
            words = Arrays.copyOf(words, more);
            last = Arrays.copyOf(last, more);
            count = Arrays.copyOf(count, more);
        }
    }

    private void add(final int from, final int size) {
        branch.add(last, count, from, size);
        eclat.found(size);
    }

    /**
     * Finds the sets below those that stand side by side, all of which have one word.
     *
     * @param at     where they are in the branch
     * @param from   where their words are
     * @param length how many items they have
     */
    private void belowWords(final int at, final int from, final int size, final int length) {
        final int top = from + size;
        room(top + size);
        for (int i = 0; i < size; i++) {
            branch.first[at + i] = branch.size;
            if (i < size - 1 && length < longest) {
                final int kept = meet(from + i, top) - top;
                if (kept > 0) {
                    branch.below[at + i] = kept;
                    final int next = branch.size;
                    add(top, kept);
                    if (kept > 1) {
                        belowWords(next, top, kept, length + 1);
                    } else {
                        branch.first[next] = branch.size;
                    }
                }
            }
        }
        work((long) size * size);
    }

    /** Puts what a set has together with those beside it at the end, where that is often enough. */
    private int meet(final int own, final int top) {
        final long[] all = words;
        final int[] items = last;
        final int[] counts = count;
        final long mask = all[own];
        int kept = top;
        for (int other = own + 1; other < top; other++) {
            final long both = all[other] & mask;
            final int many = Long.bitCount(both);
            all[kept] = both;
            items[kept] = items[other];
            counts[kept] = many;
            kept += many >= least ? 1 : 0;
        }
        return kept;
    }

    /** The branch of an item in more baskets than a word has bits. */
    private void many(final int[] baskets) {
        final int all = eclat.occurrences.items.length;
        final int width = Math.ceilDiv(baskets.length, Long.SIZE);
        final var place = new int[all];
        final var items = new int[all - root];
        int size = 0;
        if ((long) (all - root) * width <= EVERY) {
            for (int item = root + 1; item < all; item++) {
                place[item] = size;
                items[size++] = item;
            }
        } else {
            final int[] together = together(baskets);
            Arrays.fill(place, all - root);
            for (int item = root + 1; item < all; item++) {
                if (together[item] >= least) {
                    place[item] = size;
                    items[size++] = item;
                }
            }
            for (int item = root + 1; item < all; item++) {
                // what is rarely there has bits of its own behind the others, which nobody reads
                place[item] = Math.min(size, place[item]);
            }
        }
        final var bits = new long[Math.multiplyExact(size + 1, width)];
        for (int own = 0; own < baskets.length; own++) {
            work(4);
            for (int at = starts[baskets[own] + 1] - 1; numbers[at] > root; at--) {
                bits[place[numbers[at]] * width + (own >> 6)] |= 1L << own;
            }
        }
        final int kept = often(items, size, bits, width);
        work((long) size * width);
        if (kept > 0) {
            below(0, kept, bits, width, 2);
        }
    }

    /** In how many of the baskets each of the more frequent items is. */
    private int[] together(final int[] baskets) {
        final var together = new int[eclat.occurrences.items.length];
        for (final int basket : baskets) {
            work(4);
            for (int at = starts[basket + 1] - 1; numbers[at] > root; at--) {
                together[numbers[at]]++;
            }
        }
        return together;
    }

    /** Moves the items that are often enough there, and their bits, to the front, and adds them to the branch. */
    private int often(final int[] items, final int size, final long[] bits, final int width) {
        final var counts = new int[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int sum = 0;
            for (int w = i * width; w < (i + 1) * width; w++) {
                sum += Long.bitCount(bits[w]);
            }
            if (sum >= least) {
                counts[kept] = sum;
                items[kept] = items[i];
                System.arraycopy(bits, i * width, bits, kept++ * width, width);
            }
        }
        if (kept > 0) {
            branch.add(items, counts, 0, kept);
            eclat.found(kept);
        }
        return kept;
    }

    /**
     * Finds the sets below those that stand side by side.
     *
     * @param at     where they are in the branch
     * @param bits   their bits, one set after the other
     * @param width  how many words each of them has
     * @param length how many items they have
     */
    private void below(final int at, final int size, final long[] bits, final int width, final int length) {
        final var together = new int[size];
        final var items = new int[size];
        final var which = new int[size];
        for (int i = 0; i < size; i++) {
            branch.first[at + i] = branch.size;
            if (length >= longest || i == size - 1) {
                continue;
            }
            work((long) (size - i) * width + 32);
            meet(bits, i, size, width, together);
            int kept = 0;
            for (int j = i + 1; j < size; j++) {
                which[kept] = j;
                items[kept] = branch.item[at + j];
                together[kept] = together[j];
                kept += together[j] >= least ? 1 : 0;
            }
            if (kept > 0) {
                final int own = branch.count[at + i];
                final int next = branch.size;
                branch.below[at + i] = kept;
                branch.add(items, together, 0, kept);
                eclat.found(kept);
                if (kept == 1 || length + 1 >= longest) {
                    Arrays.fill(branch.first, next, branch.size, branch.size);
                } else if (own <= Long.SIZE) {
                    room(kept);
                    for (int j = 0; j < kept; j++) {
                        words[j] = pack(bits, i * width, which[j] * width, width);
                        last[j] = items[j];
                    }
                    belowWords(next, 0, kept, length + 1);
                } else {
                    final int narrow = Math.ceilDiv(own, Long.SIZE);
                    final int wide = narrow * THINNER <= width ? narrow : width;
                    below(next, kept, met(bits, i, which, kept, width, wide), wide, length + 1);
                }
            }
        }
    }

    /** Counts the baskets that a set has together with each of those behind it, four words at a time. */
    private static void meet(final long[] bits, final int own, final int size, final int width, final int[] together) {
        Arrays.fill(together, own + 1, size, 0);
        final int from = own * width;
        int w = 0;
        for (; w + 3 < width; w += 4) {
            final long one = bits[from + w];
            final long two = bits[from + w + 1];
            final long three = bits[from + w + 2];
            final long four = bits[from + w + 3];
            int at = from + width + w;
            for (int j = own + 1; j < size; j++) {
                together[j] += Long.bitCount(one & bits[at]) + Long.bitCount(two & bits[at + 1]) + Long.bitCount(three & bits[at + 2])
                        + Long.bitCount(four & bits[at + 3]);
                at += width;
            }
        }
        for (; w < width; w++) {
            final long one = bits[from + w];
            int at = from + width + w;
            for (int j = own + 1; j < size; j++) {
                together[j] += Long.bitCount(one & bits[at]);
                at += width;
            }
        }
    }

    /** The bits that a set has together with some others, moved together where they are to be narrower. */
    private static long[] met(final long[] bits, final int own, final int[] which, final int count, final int width, final int wide) {
        final var met = new long[Math.multiplyExact(count, wide)];
        for (int j = 0; j < count; j++) {
            final int one = own * width;
            final int other = which[j] * width;
            if (wide < width) {
                pack(bits, one, other, width, met, j * wide);
            } else {
                for (int w = 0; w < width; w++) {
                    met[j * wide + w] = bits[one + w] & bits[other + w];
                }
            }
        }
        return met;
    }

    /** Takes those bits of the other where the one has bits, no more than a word of them, and moves them together. */
    private static long pack(final long[] bits, final int one, final int other, final int width) {
        long packed = 0;
        int place = 0;
        for (int w = 0; w < width; w++) {
            final long mask = bits[one + w];
            if (mask != 0) {
                packed |= Long.compress(bits[other + w], mask) << place;
                place += Long.bitCount(mask);
            }
        }
        return packed;
    }

    /** Takes those bits of the other where the one has bits, and moves them together. */
    private static void pack(final long[] bits, final int one, final int other, final int width, final long[] into, final int at) {
        int place = 0;
        for (int w = 0; w < width; w++) {
            final long mask = bits[one + w];
            if (mask == 0) {
                continue;
            }
            final long packed = Long.compress(bits[other + w], mask);
            final int many = Long.bitCount(mask);
            if (packed != 0) {
                into[at + (place >> 6)] |= packed << place;
                if ((place & 63) + many > Long.SIZE) {
                    into[at + (place >> 6) + 1] |= packed >>> Long.SIZE - (place & 63);
                }
            }
            place += many;
        }
    }
}
