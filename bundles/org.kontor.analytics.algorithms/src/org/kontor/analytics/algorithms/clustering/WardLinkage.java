// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.function.IntConsumer;

import org.kontor.analytics.run.RunContext;

/**
 * Ward's method without a matrix: clusters are their centroids and sizes, and each looks for its nearest one in a tree. Two that are each
 * other's nearest are merged, whichever is found first, as their merge brings nothing nearer to others (Murtagh, 1983). The tree is made anew
 * whenever half of the clusters are gone.
 */
final class WardLinkage {

    private static final int CHECKS = 255;
    private static final int SMALL = 64;

    private final RunContext context;
    private final IntConsumer step;
    private final Merges.Log log;
    private WardTree tree;
    private int[] chain;
    private int length;

    WardLinkage(final DistinctPoints all, final RunContext context, final IntConsumer step) {
        this.context = context;
        this.step = step;
        log = new Merges.Log(all.count());
        final var names = new int[all.count()];
        Arrays.setAll(names, i -> i);
        tree = new WardTree(all.points(), names, Arrays.stream(all.sizes()).asDoubleStream().toArray(), context);
        chain = new int[all.count() + 1];
    }

    static long memory(final long rows, final long width) {
        return 2 * WardTree.memory(rows, width) + rows * (8 * width + 24);
    }

    Merges.Log log() {
        int next = 0;
        int looked = 0;
        while (tree.active > 1) {
            if (length == 0) {
                while (tree.sizes[next] == 0) {
                    next++;
                }
                chain[length++] = next;
            }
            final int tip = chain[length - 1];
            final int before = length > 1 ? chain[length - 2] : -1;
            final int nearest = tree.nearest(tip, before);
            if (nearest == before) {
                length -= 2;
                log.add(tree.point[tip], tree.point[before], Math.sqrt(tree.cost(tip, before)));
                tree.merge(tip, before);
                if (tree.active > SMALL && tree.active <= tree.places() / 2) {
                    renew();
                    next = 0;
                }
            } else {
                chain[length++] = nearest;
            }
            if ((++looked & CHECKS) == 0) {
                context.checkCancelled();
                step.accept(log.count());
            }
        }
        return log;
    }

    private void renew() {
        final var places = new int[tree.active];
        final var names = new int[tree.active];
        final var sizes = new double[tree.active];
        final var moved = new int[tree.places()];
        int count = 0;
        for (int place = 0; place < tree.places(); place++) {
            if (tree.sizes[place] > 0) {
                places[count] = place;
                names[count] = tree.point[place];
                sizes[count] = tree.sizes[place];
                moved[place] = count++;
            }
        }
        final var closer = new WardTree(tree.centers(places), names, sizes, context);
        final var placeOf = closer.placesOfRows();
        for (int i = 0; i < length; i++) {
            chain[i] = placeOf[moved[chain[i]]];
        }
        tree = closer;
    }
}
