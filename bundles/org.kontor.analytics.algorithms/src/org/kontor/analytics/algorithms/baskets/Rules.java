// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** Rules with one item on the right: a set of items, and which of them is on the right. */
final class Rules {

    private static final double ROUNDING = 1e-12;
    /** So many rules are tested in one task, which remembers what it had before. */
    private static final int PART = 4 * Frame.BLOCK;

    private final Subsets subsets;
    private final Itemsets sets;
    private final int baskets;
    /** The set of each rule. */
    private final int[] node;
    /** Which of its items, in their order, is on the right. */
    private final byte[] place;
    /** The item on the right. */
    private final int[] right;

    /**
     * What rules are wanted.
     *
     * @param shortest   how many items a rule has at least; 1 for rules with nothing on the left as well
     * @param confidence the least share of the left side's baskets
     * @param lift       how many times as often as by chance at least
     * @param limit      how many rules there may be at most
     */
    record Wanted(int shortest, double confidence, double lift, long limit) {
    }

    private Rules(final Subsets subsets, final int baskets, final int[] node, final byte[] place, final int[] right) {
        this.subsets = subsets;
        sets = subsets.sets;
        this.baskets = baskets;
        this.node = node;
        this.place = place;
        this.right = right;
    }

    static long memory(final long baskets, final double sets) {
        return 8 * baskets + (long) (sets * 140);
    }

    static Rules of(final Subsets subsets, final int baskets, final Wanted wanted, final RunContext context) {
        final int blocks = Math.ceilDiv(subsets.sets.size(), Frame.BLOCK);
        final var found = new Rules[blocks];
        final var all = new AtomicLong();
        context.parallel(blocks, block -> {
            final int from = block * Frame.BLOCK;
            found[block] = among(subsets, baskets, wanted, from, Math.min(subsets.sets.size(), from + Frame.BLOCK));
            if (all.addAndGet(found[block].size()) > wanted.limit) {
                throw Messages.problem("association-rules.too-many", wanted.limit).asException();
            }
        });
        return joined(found, (int) all.get(), subsets, baskets);
    }

    private static Rules among(final Subsets subsets, final int baskets, final Wanted wanted, final int from, final int until) {
        final int[] count = subsets.sets.count;
        final int[] less = subsets.less;
        final var node = new int[subsets.starts[until] - subsets.starts[from]];
        final var place = new byte[node.length];
        int size = 0;
        for (int each = from; each < until; each++) {
            final int start = subsets.starts[each];
            final int items = subsets.size[each];
            final int both = count[each];
            for (int j = 0; j < items && items >= wanted.shortest; j++) {
                final int left = less[start + j];
                if (both >= wanted.confidence * (left == Itemsets.ROOT ? baskets : count[left]) * (1 - ROUNDING)) {
                    node[size] = each;
                    place[size++] = (byte) j;
                }
            }
        }
        final var right = new int[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            final int each = node[i];
            final int left = less[subsets.starts[each] + place[i]];
            final int item = right(subsets, each, place[i]);
            final long lefts = left == Itemsets.ROOT ? baskets : count[left];
            if ((double) count[each] * baskets >= wanted.lift * lefts * count[item] * (1 - ROUNDING)) {
                node[kept] = each;
                place[kept] = place[i];
                right[kept++] = item;
            }
        }
        return new Rules(subsets, baskets, Arrays.copyOf(node, kept), Arrays.copyOf(place, kept), kept == size ? right : Arrays.copyOf(right, kept));
    }

    /** The last item of the set is its own; the one before is that of the set above, and so on. */
    private static int right(final Subsets subsets, final int node, final int place) {
        int up = node;
        for (int i = subsets.size[node] - 1; i > place; i--) {
            up = subsets.above[up];
        }
        return subsets.sets.item[up];
    }

    private static Rules joined(final Rules[] parts, final int size, final Subsets subsets, final int baskets) {
        if (parts.length == 1) {
            return parts[0];
        }
        final var all = new Rules(subsets, baskets, new int[size], new byte[size], new int[size]);
        int at = 0;
        for (final var part : parts) {
            System.arraycopy(part.node, 0, all.node, at, part.size());
            System.arraycopy(part.place, 0, all.place, at, part.size());
            System.arraycopy(part.right, 0, all.right, at, part.size());
            at += part.size();
        }
        return all;
    }

    /** {@return how likely each rule is by chance} */
    double[] chances(final RunContext context) {
        final var p = new double[size()];
        final var chance = new FisherTail(baskets);
        context.parallel(Math.ceilDiv(p.length, PART), part -> {
            final var known = new FisherTail.Known(chance);
            final int to = Math.min(p.length, (part + 1) * PART);
            for (int rule = part * PART; rule < to; rule++) {
                if (rule % Frame.BLOCK == 0) {
                    context.checkCancelled();
                }
                p[rule] = known.probability(both(rule), lefts(rule), rights(rule));
            }
        });
        return p;
    }

    /** {@return for each rule whether fewer items on the left, or none, are followed by its right side at least as often} */
    boolean[] redundant(final RunContext context) {
        final var all = new Redundancy(subsets, baskets);
        final var redundant = new boolean[size()];
        context.parallel(Math.ceilDiv(redundant.length, Frame.BLOCK), block -> {
            for (int rule = block * Frame.BLOCK; rule < Math.min(redundant.length, (block + 1) * Frame.BLOCK); rule++) {
                redundant[rule] = all.isRedundant(node[rule], place[rule]);
            }
        });
        return redundant;
    }

    int size() {
        return node.length;
    }

    /** {@return the set of items on the left; {@link Itemsets#ROOT} for everybody} */
    int left(final int rule) {
        return subsets.less[subsets.starts[node[rule]] + place[rule]];
    }

    /** {@return the item on the right by its number} */
    int right(final int rule) {
        return right[rule];
    }

    /** {@return in how many baskets all of its items are} */
    int both(final int rule) {
        return sets.count[node[rule]];
    }

    /** {@return in how many baskets its left side is} */
    int lefts(final int rule) {
        final int left = left(rule);
        return left == Itemsets.ROOT ? baskets : sets.count[left];
    }

    /** {@return in how many baskets its right side is} */
    int rights(final int rule) {
        return sets.count[right(rule)];
    }

    /** {@return how many items it has} */
    int length(final int rule) {
        return subsets.size[node[rule]];
    }

    double support(final int rule) {
        return (double) both(rule) / baskets;
    }

    double confidence(final int rule) {
        return (double) both(rule) / lefts(rule);
    }

    /** {@return how many times as often as it would be by chance} */
    double lift(final int rule) {
        return (double) both(rule) * baskets / ((double) lefts(rule) * rights(rule));
    }

    /** {@return the share of baskets beyond those by chance (Piatetsky-Shapiro, 1991)} */
    double leverage(final int rule) {
        return support(rule) - (double) lefts(rule) / baskets * ((double) rights(rule) / baskets);
    }

    /** {@return how many times as often the rule would fail by chance (Brin and others, 1997); NaN where it never fails} */
    double conviction(final int rule) {
        return both(rule) == lefts(rule) ? Double.NaN : (1 - (double) rights(rule) / baskets) / (1 - confidence(rule));
    }

    /** {@return the mean of the confidences in both directions (Kulczynski, 1927)} */
    double kulczynski(final int rule) {
        return ((double) both(rule) / lefts(rule) + (double) both(rule) / rights(rule)) / 2;
    }

    /** {@return how unlike both sides are in number (Wu, Chen and Han, 2010)} */
    double imbalance(final int rule) {
        return Math.abs((double) lefts(rule) - rights(rule)) / ((double) lefts(rule) + rights(rule) - both(rule));
    }
}
