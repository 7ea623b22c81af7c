// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.Arrays;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Each set of items with the sets that lack one of its items. All parts of a frequent set are frequent, so they are all there: the set without
 * an item, and then one item more, stands below the set above without that item.
 */
final class Subsets {

    final Itemsets sets;
    /** How many items each set has. */
    final int[] size;
    /** The set without the last item, {@link Itemsets#ROOT} for single items. */
    final int[] above;
    /** Where the parts of each set begin. */
    final int[] starts;
    /** The set without its first item, without its second, and so on. */
    final int[] less;

    Subsets(final Itemsets sets, final RunContext context) {
        this.sets = sets;
        size = new int[sets.size()];
        above = new int[sets.size()];
        starts = new int[sets.size() + 1];
        Arrays.fill(above, Itemsets.ROOT);
        Arrays.fill(size, 0, sets.roots(), 1);
        for (int node = 0; node < size.length; node++) {
            if (node % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            starts[node + 1] = Math.addExact(starts[node], size[node]);
            // sets stand behind those above them
            for (int i = sets.first[node]; i < sets.first[node] + sets.below[node]; i++) {
                size[i] = size[node] + 1;
                above[i] = node;
            }
        }
        less = new int[starts[size.length]];
        Arrays.fill(less, 0, sets.roots(), Itemsets.ROOT);
        context.parallel(sets.roots(), root -> {
            link(root);
            final int end = root + 1 < sets.roots() ? sets.first[root + 1] : size.length;
            for (int node = sets.first[root]; node < end; node++) {
                if (node % Frame.BLOCK == 0) {
                    context.checkCancelled();
                }
                link(node);
            }
        });
    }

    /** Finds the parts of all sets below a set. */
    private void link(final int node) {
        final int[] item = sets.item;
        final int first = sets.first[node];
        final int end = first + sets.below[node];
        if (first == end) {
            return;
        }
        final int items = size[node];
        final int start = starts[node];
        final int[] found = less;
        // the sets below have one part more, and stand side by side
        final int step = items + 1;
        final int at = starts[first];
        for (int j = 0; j < items; j++) {
            final int part = found[start + j];
            int into = at + j;
            if (part == Itemsets.ROOT) {
                for (int child = first; child < end; child++) {
                    found[into] = item[child];
                    into += step;
                }
            } else {
                int other = j == items - 1 ? node + 1 : sets.first[part];
                for (int child = first; child < end; child++) {
                    // both stand in the same order
                    while (item[other] != item[child]) {
                        other++;
                    }
                    found[into] = other;
                    into += step;
                }
            }
        }
        for (int into = at + items; into < at + step * (end - first); into += step) {
            found[into] = node;
        }
    }

    /** {@return the items of a set by their numbers} */
    int[] items(final int node) {
        final var items = new int[node == Itemsets.ROOT ? 0 : size[node]];
        int up = node;
        for (int i = items.length - 1; i >= 0; i--) {
            items[i] = sets.item[up];
            up = above[up];
        }
        return items;
    }
}
