// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

/** Looks for the nearest points of a tree, around one point after the other, until they stand for enough rows; for one thread. */
final class NearestSearch {

    /** Up to so many are kept in order, which takes less than a heap and sorting it at the end. */
    private static final int FEW = 64;

    private final PointTree tree;
    private final int[] weights;
    private final int needed;
    /** The nearest places: a few in order, of many the farthest first (a heap). */
    private final int[] found;
    private final double[] distances;
    private int count;
    private long held;
    private final double[] squared = new double[PointTree.LEAF];
    private double limit;

    /**
     * @param weights how many rows each place stands for
     * @param needed  for how many rows points are looked for, 1 or more
     */
    NearestSearch(final PointTree tree, final int[] weights, final int needed) {
        this.tree = tree;
        this.weights = weights;
        this.needed = needed;
        found = new int[Math.min(tree.count(), needed) + 1];
        distances = new double[found.length];
    }

    /** Looks around a point; afterwards what was found is sorted from the nearest to the farthest. */
    void around(final double[] point, final int offset) {
        count = 0;
        held = 0;
        limit = Double.POSITIVE_INFINITY;
        visit(point, offset, 0);
        final int all = count;
        while (count > 1 && needed > FEW) {
            final double distance = distances[0];
            final int farthest = found[0];
            pop();
            distances[count] = distance;
            found[count] = farthest;
        }
        count = all;
    }

    /** {@return how many points were found} */
    int count() {
        return count;
    }

    int place(final int number) {
        return found[number];
    }

    double squared(final int number) {
        return distances[number];
    }

    /** {@return the square of the distance within which all points were found} */
    double within() {
        return limit;
    }

    private void visit(final double[] point, final int offset, final int node) {
        if (tree.isLeaf(node)) {
            tree.squared(point, offset, node, squared);
            for (int i = 0; i < tree.to(node) - tree.from(node); i++) {
                if (squared[i] < limit) {
                    take(tree.from(node) + i, squared[i]);
                }
            }
            return;
        }
        final int left = 2 * node + 1;
        final double one = tree.leastFrom(point, offset, left);
        final double two = tree.leastFrom(point, offset, left + 1);
        final int near = one <= two ? left : left + 1;
        if (Math.min(one, two) < limit) {
            visit(point, offset, near);
        }
        if (Math.max(one, two) < limit) {
            visit(point, offset, left + left + 1 - near);
        }
    }

    private void take(final int place, final double distance) {
        if (needed <= FEW) {
            insert(place, distance);
            return;
        }
        if (count > 0 && held >= needed && held - weights[found[0]] + weights[place] >= needed) {
            // the farthest one makes room
            held += weights[place] - weights[found[0]];
            sink(0, count, place, distance);
        } else {
            push(place, distance);
            held += weights[place];
        }
        while (held - weights[found[0]] >= needed) {
            held -= weights[found[0]];
            pop();
        }
        limit = held >= needed ? distances[0] : Double.POSITIVE_INFINITY;
    }

    private void insert(final int place, final double distance) {
        int at = count++;
        for (; at > 0 && distances[at - 1] > distance; at--) {
            distances[at] = distances[at - 1];
            found[at] = found[at - 1];
        }
        distances[at] = distance;
        found[at] = place;
        held += weights[place];
        while (held - weights[found[count - 1]] >= needed) {
            held -= weights[found[--count]];
        }
        limit = held >= needed ? distances[count - 1] : Double.POSITIVE_INFINITY;
    }

    private void push(final int place, final double distance) {
        int at = count++;
        while (at > 0 && distances[at - 1 >> 1] < distance) {
            distances[at] = distances[at - 1 >> 1];
            found[at] = found[at - 1 >> 1];
            at = at - 1 >> 1;
        }
        distances[at] = distance;
        found[at] = place;
    }

    private void pop() {
        count--;
        sink(0, count, found[count], distances[count]);
    }

    private void sink(final int from, final int size, final int place, final double distance) {
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && distances[child + 1] > distances[child]) {
                child++;
            }
            if (distances[child] <= distance) {
                break;
            }
            distances[at] = distances[child];
            found[at] = found[child];
            at = child;
        }
        distances[at] = distance;
        found[at] = place;
    }
}
