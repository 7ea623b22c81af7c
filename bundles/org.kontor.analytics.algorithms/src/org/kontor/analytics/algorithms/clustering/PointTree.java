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
    private static final int THREE = 3;
    private static final int FOUR = 4;
    /**
     * Twice a gap where there is one, else nothing, is the gap and its amount: cheaper than the greater of two numbers, and exactly a quarter of the
     * squares is the square of the gap.
     */
    private static final double QUARTER = .25;
    /** Nodes of so many points are halved by one task, which takes milliseconds. */
    private static final int TASK = 1 << 15;
    /** About so many points of a node are looked at to find its widest coordinate. */
    private static final int SEEN = 256;

    private final int width;
    /** Row of each place. */
    final int[] rows;
    /** The points in the order of their places, row by row. */
    private final double[] values;
    private final int[] from;
    private final int[] to;
    private final double[] low;
    private final double[] high;
    /** The coordinate by which points are being halved; none once the tree is made. */
    private double[] keys;

    PointTree(final Points points, final RunContext context) {
        width = points.width();
        final int count = points.count();
        rows = new int[count];
        Arrays.setAll(rows, i -> i);
        int levels = 0;
        // halves are rounded up on one side, so a leaf may hold one more than the quotient
        while ((count - 1 >> levels) + 1 > LEAF) {
            levels++;
        }
        final int nodes = (2 << levels) - 1;
        from = new int[nodes];
        to = new int[nodes];
        low = new double[Math.multiplyExact(nodes, width)];
        high = new double[low.length];
        to[0] = count;
        keys = new double[count];
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
        keys = null;
        values = new double[Math.multiplyExact(count, width)];
        context.parallel(Math.ceilDiv(leaves(), TASK / LEAF), task -> {
            for (int i = task * TASK / LEAF; i < Math.min(leaves(), (task + 1) * TASK / LEAF); i++) {
                lay(points, firstLeaf() + i);
            }
        });
    }

    private void lay(final Points points, final int leaf) {
        for (int place = from[leaf]; place < to[leaf]; place++) {
            System.arraycopy(points.values(), rows[place] * width, values, place * width, width);
        }
    }

    static long memory(final long rows, final long width) {
        return rows * (12 + 8 * width) + Math.max(1, 4 * rows / LEAF) * (8 + 16 * width);
    }

    private void finish(final Points points, final int node, final int levels) {
        if (levels == 0) {
            bound(points, node, 1);
        } else {
            halve(points, node);
            finish(points, 2 * node + 1, levels - 1);
            finish(points, 2 * node + 2, levels - 1);
            join(node);
        }
    }

    private void halve(final Points points, final int node) {
        // some points tell which coordinate is the widest; the boxes themselves are made from the leaves upwards
        bound(points, node, Math.max(1, (to[node] - from[node]) / SEEN));
        int widest = 0;
        for (int j = 1; j < width; j++) {
            widest = high[node * width + j] - low[node * width + j] > high[node * width + widest] - low[node * width + widest] ? j : widest;
        }
        final int middle = from[node] + to[node] >>> 1;
        for (int place = from[node]; place < to[node]; place++) {
            keys[place] = points.values()[rows[place] * width + widest];
        }
        select(from[node], to[node] - 1, middle);
        from[2 * node + 1] = from[node];
        to[2 * node + 1] = middle;
        from[2 * node + 2] = middle;
        to[2 * node + 2] = to[node];
    }

    /** Moves the smaller keys before a place and the larger ones behind it (Hoare, Algorithm 65: Find, 1961). */
    private void select(final int first, final int last, final int place) {
        final double[] all = keys;
        int left = first;
        int right = last;
        while (left < right) {
            final double pivot = middle(all[left], all[left + right >>> 1], all[right]);
            int i = left;
            int j = right;
            while (i <= j) {
                while (all[i] < pivot) {
                    i++;
                }
                while (all[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    final double key = all[i];
                    all[i] = all[j];
                    all[j] = key;
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

    /** The box around the points of a node, or around every so manieth. */
    private void bound(final Points points, final int node, final int step) {
        final int at = node * width;
        final double[] all = points.values();
        for (int j = 0; j < width; j++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int place = from[node]; place < to[node]; place += step) {
                final double value = all[rows[place] * width + j];
                least = value < least ? value : least;
                most = value > most ? value : most;
            }
            low[at + j] = least;
            high[at + j] = most;
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

    /** The points in the order of their places, row by row; not to be changed. */
    double[] coordinates() {
        return values;
    }

    /** The squares of the distances from a place to each of a leaf; the array holds {@link #LEAF}. */
    void squared(final int place, final int leaf, final double[] into) {
        squared(values, place * width, leaf, into);
    }

    /** The squares of the distances from any point to each of a leaf. */
    void squared(final double[] point, final int offset, final int leaf, final double[] into) {
        final int size = to[leaf] - from[leaf];
        final int at = from[leaf] * width;
        int j = 0;
        if (width == THREE) {
            three(point, offset, values, at, into, size);
            j = THREE;
        } else if (width >= 2 * FOUR) {
            eight(point, offset, values, at, width, into, size);
            j = 2 * FOUR;
        } else {
            Arrays.fill(into, 0, size, 0);
        }
        for (; j + FOUR <= width; j += FOUR) {
            four(point, offset + j, values, at + j, width, into, size);
        }
        for (; j < width; j++) {
            add(point[offset + j], values, at + j, width, into, size);
        }
    }

    private static void three(final double[] point, final int offset, final double[] others, final int from, final double[] into, final int size) {
        final double a = point[offset];
        final double b = point[offset + 1];
        final double c = point[offset + 2];
        int at = from;
        for (int i = 0; i < size; i++) {
            final double one = a - others[at];
            final double two = b - others[at + 1];
            final double three = c - others[at + 2];
            into[i] = one * one + two * two + three * three;
            at += THREE;
        }
    }

    private static void four(final double[] point, final int offset, final double[] others, final int from, final int width, final double[] into,
            final int size) {
        final double a = point[offset];
        final double b = point[offset + 1];
        final double c = point[offset + 2];
        final double d = point[offset + 3];
        int at = from;
        for (int i = 0; i < size; i++) {
            final double one = a - others[at];
            final double two = b - others[at + 1];
            final double three = c - others[at + 2];
            final double four = d - others[at + 3];
            into[i] = into[i] + one * one + two * two + three * three + four * four;
            at += width;
        }
    }

    private static void eight(final double[] point, final int offset, final double[] others, final int from, final int width, final double[] into,
            final int size) {
        final double a = point[offset];
        final double b = point[offset + 1];
        final double c = point[offset + 2];
        final double d = point[offset + 3];
        final double e = point[offset + 4];
        final double f = point[offset + 5];
        final double g = point[offset + 6];
        final double h = point[offset + 7];
        int at = from;
        for (int i = 0; i < size; i++) {
            final double one = a - others[at];
            final double two = b - others[at + 1];
            final double three = c - others[at + 2];
            final double four = d - others[at + 3];
            final double five = e - others[at + 4];
            final double six = f - others[at + 5];
            final double seven = g - others[at + 6];
            final double eight = h - others[at + 7];
            into[i] = one * one + two * two + three * three + four * four + five * five + six * six + seven * seven + eight * eight;
            at += width;
        }
    }

    private static void add(final double value, final double[] others, final int from, final int width, final double[] into, final int size) {
        int at = from;
        for (int i = 0; i < size; i++) {
            final double difference = value - others[at];
            into[i] += difference * difference;
            at += width;
        }
    }

    /** The square of the distance between two places, added up as for a whole leaf. */
    double squared(final int place, final int other) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            final double difference = values[place * width + j] - values[other * width + j];
            sum += difference * difference;
        }
        return sum;
    }

    /** The square of the least distance between points of two boxes. */
    double least(final int node, final int other) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            final double below = low[node * width + j] - high[other * width + j];
            final double above = low[other * width + j] - high[node * width + j];
            final double gaps = below + Math.abs(below) + (above + Math.abs(above));
            sum += gaps * gaps;
        }
        return QUARTER * sum;
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
        return leastFrom(values, place * width, node);
    }

    /** The square of the least distance between any point and a box. */
    double leastFrom(final double[] point, final int offset, final int node) {
        final int at = node * width;
        double sum = 0;
        for (int j = 0; j < width; j++) {
            final double below = low[at + j] - point[offset + j];
            final double above = point[offset + j] - high[at + j];
            final double gaps = below + Math.abs(below) + (above + Math.abs(above));
            sum += gaps * gaps;
        }
        return QUARTER * sum;
    }
}
