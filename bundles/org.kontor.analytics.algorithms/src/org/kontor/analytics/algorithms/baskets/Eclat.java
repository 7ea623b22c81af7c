// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.concurrent.atomic.AtomicLong;

import org.kontor.analytics.run.RunContext;

/**
 * Finds all sets of items that are in enough baskets (M. J. Zaki, Scalable Algorithms for Association Mining, 2000): each item, the rarest
 * first, takes the baskets that it is in and looks at the more frequent items there.
 */
final class Eclat {

    final Occurrences occurrences;
    final int least;
    final int longest;
    final RunContext context;
    private final long limit;
    private final AtomicLong found = new AtomicLong();

    /**
     * @param least   in how many baskets a set has to be
     * @param longest how many items it may have
     * @param limit   how many sets there may be; more are a problem
     */
    Eclat(final Occurrences occurrences, final int least, final int longest, final long limit, final RunContext context) {
        this.occurrences = occurrences;
        this.least = least;
        this.longest = longest;
        this.limit = limit;
        this.context = context;
    }

    /** {@return how many bytes all of it takes at most, where so many occurrences of items are in so many baskets} */
    static long memory(final long occurrences, final long baskets, final long items, final double support, final long limit, final long threads) {
        final long frequent = (long) Math.min(items, occurrences / Math.max(1, Math.floor(baskets * support)) + 1);
        final double sets = Math.min(limit, Math.pow(2, Math.min(items, 60)));
        return 8 * occurrences + 8 * baskets + 64 * items + (long) (threads * (frequent * (baskets / 4.0 + 64) + 8.0 * baskets + 320.0 * items))
                + (long) (sets * 40);
    }

    Itemsets mine() {
        final int roots = occurrences.items.length;
        found.set(roots);
        final var branches = new Itemsets.Branch[roots];
        context.parallel(roots, root -> branches[root] = new EclatBranch(this, root).branch());
        return Itemsets.of(occurrences.counts, branches);
    }

    /** Counts sets that were found. */
    void found(final int more) {
        if (found.addAndGet(more) > limit) {
            throw Messages.problem("association-rules.too-many", limit).asException();
        }
    }
}
