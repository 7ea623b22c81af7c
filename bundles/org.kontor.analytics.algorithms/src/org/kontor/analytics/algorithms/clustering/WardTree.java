// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * The centroids of clusters in a tree of boxes, in which the nearest one in the sense of Ward (Hierarchical grouping to optimize an objective
 * function, 1963) is found without looking at most. A merged cluster takes the place of one of the two; the boxes and the least sizes above
 * both are made right again.
 */
final class WardTree {

    private static final int CHECKS = 1023;

    private final PointTree tree;
    private final int width;
    /** The point whose number each place has in the log of merges. */
    final int[] point;
    /** How many rows the cluster at a place holds; 0 where there is none. */
    final double[] sizes;
    int active;
    private final double[] centroids;
    private final double[] blocks;
    private final int[] leafOf;
    private final double[] low;
    private final double[] high;
    private final double[] smallest;
    private final double[] squared = new double[PointTree.LEAF];
    private int found;
    private double best;

    /**
     * @param points the centroids
     * @param names  the point of each
     * @param held   how many rows each holds
     */
    WardTree(final Points points, final int[] names, final double[] held, final RunContext context) {
        tree = new PointTree(points, context);
        width = points.width();
        active = points.count();
        point = new int[active];
        sizes = new double[active];
        centroids = new double[active * width];
        blocks = new double[active * width];
        leafOf = new int[active];
        low = new double[tree.nodes() * width];
        high = new double[low.length];
        smallest = new double[tree.nodes()];
        for (int leaf = tree.firstLeaf(); leaf < tree.nodes(); leaf++) {
            if ((leaf & CHECKS) == 0) {
                context.checkCancelled();
            }
            for (int place = tree.from(leaf); place < tree.to(leaf); place++) {
                final int row = tree.rows[place];
                point[place] = names[row];
                sizes[place] = held[row];
                leafOf[place] = leaf;
                System.arraycopy(points.values(), row * width, centroids, place * width, width);
                lay(place);
            }
            bound(leaf);
        }
        for (int node = tree.firstLeaf() - 1; node >= 0; node--) {
            join(node);
        }
    }

    static long memory(final long rows, final long width) {
        return PointTree.memory(rows, width) + rows * (16 * width + 24) + Math.max(1, 4 * rows / PointTree.LEAF) * (16 * width + 8);
    }

    private void lay(final int place) {
        final int leaf = leafOf[place];
        final int size = tree.to(leaf) - tree.from(leaf);
        for (int j = 0; j < width; j++) {
            blocks[tree.from(leaf) * width + j * size + place - tree.from(leaf)] = centroids[place * width + j];
        }
    }

    private void bound(final int leaf) {
        final int at = leaf * width;
        Arrays.fill(low, at, at + width, Double.POSITIVE_INFINITY);
        Arrays.fill(high, at, at + width, Double.NEGATIVE_INFINITY);
        smallest[leaf] = Double.POSITIVE_INFINITY;
        for (int place = tree.from(leaf); place < tree.to(leaf); place++) {
            if (sizes[place] > 0) {
                smallest[leaf] = Math.min(smallest[leaf], sizes[place]);
                for (int j = 0; j < width; j++) {
                    low[at + j] = Math.min(low[at + j], centroids[place * width + j]);
                    high[at + j] = Math.max(high[at + j], centroids[place * width + j]);
                }
            }
        }
    }

    private void join(final int node) {
        final int left = (2 * node + 1) * width;
        final int at = node * width;
        for (int j = 0; j < width; j++) {
            low[at + j] = Math.min(low[left + j], low[left + width + j]);
            high[at + j] = Math.max(high[left + j], high[left + width + j]);
        }
        smallest[node] = Math.min(smallest[2 * node + 1], smallest[2 * node + 2]);
    }

    /**
     * Looks for the nearest cluster.
     *
     * @param before a cluster that is taken where none is nearer, or -1
     * @return its place
     */
    int nearest(final int place, final int before) {
        found = before;
        best = before < 0 ? Double.POSITIVE_INFINITY : cost(place, before);
        visit(place, 0);
        return found;
    }

    /** {@return the square of the height at which two clusters merge} */
    double cost(final int place, final int other) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            final double difference = centroids[place * width + j] - centroids[other * width + j];
            sum += difference * difference;
        }
        return factor(sizes[place], sizes[other]) * sum;
    }

    private static double factor(final double one, final double other) {
        return 2 * one * other / (one + other);
    }

    private void visit(final int place, final int node) {
        if (tree.isLeaf(node)) {
            look(place, node);
            return;
        }
        final int left = 2 * node + 1;
        final double one = bound(place, left);
        final double two = bound(place, left + 1);
        final int near = one <= two ? left : left + 1;
        if (Math.min(one, two) < best) {
            visit(place, near);
        }
        if (Math.max(one, two) < best) {
            visit(place, left + left + 1 - near);
        }
    }

    /** {@return a cost below which no cluster of a node is; a little less, so that rounding hides none} */
    private double bound(final int place, final int node) {
        final double least = smallest[node];
        if (least == Double.POSITIVE_INFINITY) {
            return least;
        }
        double sum = 0;
        for (int j = 0; j < width; j++) {
            final double value = centroids[place * width + j];
            final double gap = Math.max(0, Math.max(low[node * width + j] - value, value - high[node * width + j]));
            sum += gap * gap;
        }
        return factor(sizes[place], least) * sum * Bounds.SHRINK;
    }

    private void look(final int place, final int leaf) {
        final int from = tree.from(leaf);
        final int size = tree.to(leaf) - from;
        Arrays.fill(squared, 0, size, 0);
        for (int j = 0; j < width; j++) {
            add(centroids[place * width + j], blocks, from * width + j * size, squared, size);
        }
        final double own = sizes[place];
        for (int i = 0; i < size; i++) {
            final double other = sizes[from + i];
            if (other > 0 && from + i != place) {
                final double cost = factor(own, other) * squared[i];
                if (cost < best) {
                    best = cost;
                    found = from + i;
                }
            }
        }
    }

    private static void add(final double value, final double[] others, final int at, final double[] into, final int size) {
        for (int i = 0; i < size; i++) {
            final double difference = value - others[at + i];
            into[i] += difference * difference;
        }
    }

    /** Puts the union of two clusters in the place of the larger one. */
    int merge(final int one, final int other) {
        final int kept = sizes[one] > sizes[other] || sizes[one] == sizes[other] && one < other ? one : other;
        final int dropped = one + other - kept;
        final double all = sizes[one] + sizes[other];
        for (int j = 0; j < width; j++) {
            final double value = centroids[kept * width + j];
            centroids[kept * width + j] = value + sizes[dropped] / all * (centroids[dropped * width + j] - value);
        }
        sizes[kept] = all;
        sizes[dropped] = 0;
        active--;
        lay(kept);
        renew(leafOf[kept]);
        if (leafOf[dropped] != leafOf[kept]) {
            renew(leafOf[dropped]);
        }
        return kept;
    }

    private void renew(final int leaf) {
        bound(leaf);
        for (int node = leaf; node > 0;) {
            node = node - 1 >> 1;
            join(node);
        }
    }

    /** {@return the place of each of the points that it was made of} */
    int[] placesOfRows() {
        final var places = new int[point.length];
        for (int place = 0; place < places.length; place++) {
            places[tree.rows[place]] = place;
        }
        return places;
    }

    int places() {
        return point.length;
    }

    /** {@return the clusters that are left, with their centroids} */
    Points centers(final int[] places) {
        final var values = new double[places.length * width];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(centroids, places[i] * width, values, i * width, width);
        }
        return new Points(values, null, places.length, width);
    }
}
