// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.Arrays;

/**
 * Sets of items that are often bought together, as a tree: a set stands below the set without its last item, and the sets below one set stand
 * side by side in the order of their last items. Items are numbered from the rarest to the most frequent; the first nodes are single items.
 */
final class Itemsets {

    static final int ROOT = -1;

    /** The last item of each set. */
    final int[] item;
    /** In how many baskets it is. */
    final int[] count;
    /** Where the sets below it begin. */
    final int[] first;
    /** How many there are. */
    final int[] below;
    private final int roots;

    Itemsets(final int roots, final int[] item, final int[] count, final int[] first, final int[] below) {
        this.roots = roots;
        this.item = item;
        this.count = count;
        this.first = first;
        this.below = below;
    }

    int size() {
        return item.length;
    }

    /** How many of them are single items. */
    int roots() {
        return roots;
    }

    /** Collects sets below one item. */
    static final class Branch {

        int[] item = new int[16];
        int[] count = new int[16];
        int[] first = new int[16];
        int[] below = new int[16];
        int size;

        /** Adds sets that stand side by side. */
        void add(final int[] last, final int[] baskets, final int from, final int many) {
            if (size + many > item.length) {
                final int more = Math.max(size + many, 2 * item.length);
                item = Arrays.copyOf(item, more);
                count = Arrays.copyOf(count, more);
                first = Arrays.copyOf(first, more);
                below = Arrays.copyOf(below, more);
            }
            System.arraycopy(last, from, item, size, many);
            System.arraycopy(baskets, from, count, size, many);
            size += many;
        }
    }

    /** Puts single items and what is below them together. */
    static Itemsets of(final int[] counts, final Branch[] branches) {
        int size = counts.length;
        for (final var branch : branches) {
            size += branch.size;
        }
        final var all = new Itemsets(counts.length, new int[size], new int[size], new int[size], new int[size]);
        int at = counts.length;
        for (int root = 0; root < counts.length; root++) {
            final var branch = branches[root];
            all.item[root] = root;
            all.count[root] = counts[root];
            all.first[root] = at;
            // the first sets of a branch have two items: the root's own, as far as the first of them reaches
            all.below[root] = branch.size == 0 ? 0 : branch.first[0];
            System.arraycopy(branch.item, 0, all.item, at, branch.size);
            System.arraycopy(branch.count, 0, all.count, at, branch.size);
            System.arraycopy(branch.below, 0, all.below, at, branch.size);
            for (int i = 0; i < branch.size; i++) {
                all.first[at + i] = at + branch.first[i];
            }
            at += branch.size;
        }
        return all;
    }
}
