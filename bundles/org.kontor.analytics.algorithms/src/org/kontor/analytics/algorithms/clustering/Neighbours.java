// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

/** The nearest neighbours of points of a tree, one point after the other; for one thread. */
final class Neighbours {

    private final PointTree tree;
    /** The squares of the least distances found, the largest of them first (a heap). */
    private final double[] found;
    private final double[] squared = new double[PointTree.LEAF];

    /**
     * @param count how many neighbours, the point itself included; at least 1
     */
    Neighbours(final PointTree tree, final int count) {
        this.tree = tree;
        this.found = new double[count];
    }

    /** {@return the distance to the last of the neighbours of a place; infinite where there are fewer points} */
    double farthest(final int place) {
        Arrays.fill(found, Double.POSITIVE_INFINITY);
        visit(place, 0);
        return Math.sqrt(found[0]);
    }

    private void visit(final int place, final int node) {
        if (tree.isLeaf(node)) {
            tree.squared(place, node, squared);
            for (int i = 0; i < tree.to(node) - tree.from(node); i++) {
                if (squared[i] < found[0]) {
                    replace(squared[i]);
                }
            }
            return;
        }
        final int left = 2 * node + 1;
        final double one = tree.leastFrom(place, left);
        final double two = tree.leastFrom(place, left + 1);
        final int near = one <= two ? left : left + 1;
        if (Math.min(one, two) < found[0]) {
            visit(place, near);
        }
        if (Math.max(one, two) < found[0]) {
            visit(place, left + left + 1 - near);
        }
    }

    /** Puts a value in the place of the largest. */
    private void replace(final double value) {
        int at = 0;
        for (int child = 1; child < found.length; child = 2 * at + 1) {
            if (child + 1 < found.length && found[child + 1] > found[child]) {
                child++;
            }
            if (found[child] <= value) {
                break;
            }
            found[at] = found[child];
            at = child;
        }
        found[at] = value;
    }
}
