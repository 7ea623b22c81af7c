// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * A k-d tree (Friedman, Bentley and Finkel, 1977): points are halved at the median of the widest coordinate until a leaf holds few. The points
 * of a node lie side by side, in an order that depends on the points alone; each node knows the box around its points.
 * <p>
 * The children of node i are 2i + 1 and 2i + 2; all leaves are on the last two levels.
 */
final class PointTree {

    static final int LEAF = 32;
    /** Nodes of so many points are halved by one task, which takes milliseconds. */
    private static final int TASK = 1 << 15;

    private final int width;
    /** Row of each place. */
    final int[] rows;
    /** The points in the order of their places, row by row. */
    private final double[] values;
    /** The same, leaf by leaf, in each coordinate by coordinate, so that a point is compared with several others at a time. */
    private final double[] blocks;
    private final int[] from;
    private final int[] to;
    private final double[] low;
    private final double[] high;

    PointTree(final Points points, final RunContext context) {
        width = points.width();
        final int count = points.count();
        rows = new int[count];
        Arrays.setAll(rows, i -> i);
        int levels = 0;
        while (count >> levels > LEAF) {
            levels++;
        }
        final int nodes = (2 << levels) - 1;
        from = new int[nodes];
        to = new int[nodes];
        low = new double[Math.multiplyExact(nodes, width)];
        high = new double[low.length];
        to[0] = count;
        int level = 0;
        for (; level < levels && count >> level > TASK; level++) {
            final int first = (1 << level) - 1;
            context.parallel(1 << level, i -> halve(points, first + i));
        }
        final int first = (1 << level) - 1;
        final int below = levels - level;
        context.parallel(1 << level, i -> finish(points, first + i, below));
        for (int node = first - 1; node >= 0; node--) {
            join(node);
        }
        values = new double[Math.multiplyExact(count, width)];
        blocks = new double[values.length];
        context.parallel(Math.ceilDiv(leaves(), TASK / LEAF), task -> {
            for (int i = task * TASK / LEAF; i < Math.min(leaves(), (task + 1) * TASK / LEAF); i++) {
                lay(points, firstLeaf() + i);
            }
        });
    }

    private void lay(final Points points, final int leaf) {
        final int size = to[leaf] - from[leaf];
        for (int i = 0; i < size; i++) {
            final int place = from[leaf] + i;
            for (int j = 0; j < width; j++) {
                final double value = points.values()[rows[place] * width + j];
                values[place * width + j] = value;
                blocks[from[leaf] * width + j * size + i] = value;
            }
        }
    }

    static long memory(final long rows, final long width) {
        return rows * (4 + 16 * width) + Math.max(1, 4 * rows / LEAF) * (8 + 16 * width);
    }

    private void finish(final Points points, final int node, final int levels) {
        if (levels == 0) {
            bound(points, node);
        } else {
            halve(points, node);
            finish(points, 2 * node + 1, levels - 1);
            finish(points, 2 * node + 2, levels - 1);
            join(node);
        }
    }

    private void halve(final Points points, final int node) {
        bound(points, node);
        int widest = 0;
        for (int j = 1; j < width; j++) {
            widest = high[node * width + j] - low[node * width + j] > high[node * width + widest] - low[node * width + widest] ? j : widest;
        }
        final int middle = from[node] + to[node] >>> 1;
        select(points, from[node], to[node] - 1, middle, widest);
        from[2 * node + 1] = from[node];
        to[2 * node + 1] = middle;
        from[2 * node + 2] = middle;
        to[2 * node + 2] = to[node];
    }

    /** Moves the smaller values before a place and the larger ones behind it (Hoare, Algorithm 65: Find, 1961). */
    private void select(final Points points, final int first, final int last, final int place, final int coordinate) {
        int left = first;
        int right = last;
        while (left < right) {
            final double pivot = middle(value(points, left, coordinate), value(points, left + right >>> 1, coordinate), value(points, right, coordinate));
            int i = left;
            int j = right;
            while (i <= j) {
                while (value(points, i, coordinate) < pivot) {
                    i++;
                }
                while (value(points, j, coordinate) > pivot) {
                    j--;
                }
                if (i <= j) {
                    final int row = rows[i];
                    rows[i++] = rows[j];
                    rows[j--] = row;
                }
            }
            if (place <= j) {
                right = j;
            } else if (place >= i) {
                left = i;
            } else {
                return;
            }
        }
    }

    private static double middle(final double one, final double two, final double three) {
        return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
    }

    private double value(final Points points, final int place, final int coordinate) {
        return points.values()[rows[place] * width + coordinate];
    }

    private void bound(final Points points, final int node) {
        final int at = node * width;
        Arrays.fill(low, at, at + width, Double.POSITIVE_INFINITY);
        Arrays.fill(high, at, at + width, Double.NEGATIVE_INFINITY);
        for (int place = from[node]; place < to[node]; place++) {
            for (int j = 0; j < width; j++) {
                final double value = value(points, place, j);
                low[at + j] = Math.min(low[at + j], value);
                high[at + j] = Math.max(high[at + j], value);
            }
        }
    }

    private void join(final int node) {
        for (int j = 0; j < width; j++) {
            low[node * width + j] = Math.min(low[(2 * node + 1) * width + j], low[(2 * node + 2) * width + j]);
            high[node * width + j] = Math.max(high[(2 * node + 1) * width + j], high[(2 * node + 2) * width + j]);
        }
    }

    int width() {
        return width;
    }

    int count() {
        return rows.length;
    }

    int nodes() {
        return from.length;
    }

    boolean isLeaf(final int node) {
        return 2 * node + 1 >= from.length;
    }

    int leaves() {
        return from.length + 1 >> 1;
    }

    int firstLeaf() {
        return from.length >> 1;
    }

    /** The first place of a node. */
    int from(final int node) {
        return from[node];
    }

    /** The place behind the last one of a node. */
    int to(final int node) {
        return to[node];
    }

    /** The squares of the distances from a place to each of a leaf; the array holds {@link #LEAF}. */
    void squared(final int place, final int leaf, final double[] into) {
        final int size = to[leaf] - from[leaf];
        int at = from[leaf] * width;
        Arrays.fill(into, 0, size, 0);
        for (int j = 0; j < width; j++) {
            add(values[place * width + j], blocks, at, into, size);
            at += size;
        }
    }

    private static void add(final double value, final double[] others, final int at, final double[] into, final int size) {
        for (int i = 0; i < size; i++) {
            final double difference = value - others[at + i];
            into[i] += difference * difference;
        }
    }

    /** The square of the least distance between points of two boxes. */
    double least(final int node, final int other) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            final double gap = Math.max(0, Math.max(low[node * width + j] - high[other * width + j], low[other * width + j] - high[node * width + j]));
            sum += gap * gap;
        }
        return sum;
    }

    /** The square of the greatest distance between points of two boxes. */
    double most(final int node, final int other) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            final double span = Math.max(high[node * width + j] - low[other * width + j], high[other * width + j] - low[node * width + j]);
            sum += span * span;
        }
        return sum;
    }

    /** The square of the least distance between a point and a box. */
    double leastFrom(final int place, final int node) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            final double value = values[place * width + j];
            final double gap = Math.max(0, Math.max(low[node * width + j] - value, value - high[node * width + j]));
            sum += gap * gap;
        }
        return sum;
    }
}
