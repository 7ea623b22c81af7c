// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

/** The nearest neighbours of points of a tree, one point after the other; for one thread. */
final class Neighbours {

    private final PointTree tree;
    private final Nearest found;
    private final double[] squared = new double[PointTree.LEAF];

    /**
     * @param count how many neighbours, the point itself included; at least 1
     */
    Neighbours(final PointTree tree, final int count) {
        this.tree = tree;
        this.found = new Nearest(count);
    }

    /** {@return the distance to the last of the neighbours of a place; infinite where there are fewer points} */
    double farthest(final int place) {
        found.clear();
        visit(place, 0);
        return Math.sqrt(found.last());
    }

    private void visit(final int place, final int node) {
        if (tree.isLeaf(node)) {
            tree.squared(place, node, squared);
            for (int i = 0; i < tree.to(node) - tree.from(node); i++) {
                found.offer(squared[i]);
            }
            return;
        }
        final int left = 2 * node + 1;
        final double one = tree.leastFrom(place, left);
        final double two = tree.leastFrom(place, left + 1);
        final int near = one <= two ? left : left + 1;
        if (Math.min(one, two) < found.last()) {
            visit(place, near);
        }
        if (Math.max(one, two) < found.last()) {
            visit(place, left + left + 1 - near);
        }
    }
}
