// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * What is near each place of a tree: its core distance, within which enough rows lie, itself included, and its nearest neighbours. Points may
 * stand for several rows.
 */
final class Surroundings {

    /** So many neighbours are remembered, at most. */
    private static final int KEPT = 16;
    /** So many are looked for, at least, as merging needs some. */
    private static final int LEAST = 8;
    private static final int LEAVES_PER_TASK = 8;

    final PointTree tree;
    /** How many rows each place stands for. */
    final int[] weights;
    /** The square of each place's core distance. */
    final double[] core;
    /** How many neighbours are remembered for each place. */
    final int kept;
    /** The remembered neighbours of each place, the nearest first; -1 where there are no more. */
    final int[] neighbours;
    /** The square of a distance within which all neighbours of a place are remembered. */
    final double[] known;
    private final int enough;

    /**
     * @param sizes  how many rows each point of the tree stands for
     * @param enough how many rows make a core; 0 where all core distances are to be nothing
     */
    Surroundings(final PointTree tree, final int[] sizes, final int enough, final RunContext context) {
        this.tree = tree;
        this.enough = enough;
        weights = new int[tree.count()];
        Arrays.setAll(weights, place -> sizes[tree.rows[place]]);
        core = new double[tree.count()];
        known = new double[tree.count()];
        kept = kept(enough, tree.count());
        neighbours = new int[Math.multiplyExact(tree.count(), kept)];
        context.parallel(Math.ceilDiv(tree.leaves(), LEAVES_PER_TASK), task -> {
            final var search = new NearestSearch(tree, weights, Math.max(LEAST + 1, enough));
            for (int i = task * LEAVES_PER_TASK; i < Math.min(tree.leaves(), (task + 1) * LEAVES_PER_TASK); i++) {
                final int leaf = tree.firstLeaf() + i;
                for (int place = tree.from(leaf); place < tree.to(leaf); place++) {
                    search.around(tree.coordinates(), place * tree.width());
                    keep(place, search);
                }
                context.checkCancelled();
            }
        });
    }

    private static int kept(final int enough, final int count) {
        return Math.max(1, Math.min(count - 1, Math.min(KEPT, Math.max(LEAST, enough - 1))));
    }

    static long memory(final long rows, final int enough) {
        return rows * (20 + 4 * kept(enough, (int) rows));
    }

    private void keep(final int place, final NearestSearch search) {
        int next = 0;
        long rows = 0;
        boolean open = enough > 0;
        known[place] = search.within();
        for (int i = 0; i < search.count(); i++) {
            final int other = search.place(i);
            rows += weights[other];
            if (open && (rows >= enough || i == search.count() - 1)) {
                core[place] = search.squared(i);
                open = false;
            }
            if (other != place) {
                if (next < kept) {
                    neighbours[place * kept + next++] = other;
                } else {
                    known[place] = Math.min(known[place], search.squared(i));
                }
            }
        }
        Arrays.fill(neighbours, place * kept + next, (place + 1) * kept, -1);
    }
}
