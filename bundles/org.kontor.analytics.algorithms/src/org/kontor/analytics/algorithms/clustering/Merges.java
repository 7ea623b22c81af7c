// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

/**
 * Which clusters were merged, two at a time. Clusters are numbered: a point is a cluster of its own with its number, and merge i makes
 * cluster {@code points + i}.
 *
 * @param left    one of the two, the one with the lower first point
 * @param right   the other
 * @param heights the distance at which they were merged
 * @param sizes   how many rows they hold together
 */
record Merges(int[] left, int[] right, double[] heights, int[] sizes) {

    /** Merges as they were found: pairs of any points of two clusters, in an order that need not be that of the heights. */
    static final class Log {

        private final int[] one;
        private final int[] other;
        private final double[] heights;
        private int count;

        Log(final int points) {
            one = new int[Math.max(0, points - 1)];
            other = new int[one.length];
            heights = new double[one.length];
        }

        void add(final int point, final int another, final double height) {
            one[count] = point;
            other[count] = another;
            heights[count++] = height;
        }

        int count() {
            return count;
        }

        double total() {
            double total = 0;
            for (final double height : heights) {
                total += height;
            }
            return total;
        }

        /** The merges from the lowest to the highest; of several equal ones, the one found first comes first. */
        Merges sorted(final int[] sizes) {
            final var order = new int[count];
            Arrays.setAll(order, i -> i);
            return of(sizes, byHeight(order));
        }

        /** The merges in the order in which they were found. */
        Merges asFound(final int[] sizes) {
            final var order = new int[count];
            Arrays.setAll(order, i -> i);
            return of(sizes, order);
        }

        /** A stable sort (merge sort) of numbers by what they stand for. */
        private int[] byHeight(final int[] order) {
            int[] from = order;
            int[] to = new int[order.length];
            for (int run = 1; run < order.length; run *= 2) {
                for (int start = 0; start < order.length; start += 2 * run) {
                    merge(from, to, start, Math.min(order.length, start + run), Math.min(order.length, start + 2 * run));
                }
                final int[] swapped = from;
                from = to;
                to = swapped;
            }
            return from;
        }

        private void merge(final int[] from, final int[] to, final int start, final int middle, final int end) {
            int i = start;
            int j = middle;
            for (int at = start; at < end; at++) {
                to[at] = j >= end || i < middle && heights[from[i]] <= heights[from[j]] ? from[i++] : from[j++];
            }
        }

        private Merges of(final int[] sizes, final int[] order) {
            final int points = sizes.length;
            final var parents = new int[points];
            Arrays.setAll(parents, i -> i);
            final var cluster = new int[points];
            Arrays.setAll(cluster, i -> i);
            final var held = sizes.clone();
            final var merged = new Merges(new int[count], new int[count], new double[count], new int[count]);
            for (int i = 0; i < count; i++) {
                final int a = root(parents, one[order[i]]);
                final int b = root(parents, other[order[i]]);
                // the lower point is the root, so that the left one is the cluster with the lower first point
                final int lower = Math.min(a, b);
                final int upper = Math.max(a, b);
                merged.left[i] = cluster[lower];
                merged.right[i] = cluster[upper];
                merged.heights[i] = heights[order[i]];
                held[lower] += held[upper];
                merged.sizes[i] = held[lower];
                parents[upper] = lower;
                cluster[lower] = points + i;
            }
            return merged;
        }

        private static int root(final int[] parents, final int point) {
            int at = point;
            while (parents[at] != at) {
                parents[at] = parents[parents[at]];
                at = parents[at];
            }
            return at;
        }
    }

    int count() {
        return heights.length;
    }

    int points() {
        return heights.length + 1;
    }

    /** {@return whether no merge lies below one that came before it} */
    boolean monotone() {
        for (int i = 1; i < heights.length; i++) {
            if (heights[i] < heights[i - 1]) {
                return false;
            }
        }
        return true;
    }

    static long memory(final long points) {
        return points * 64;
    }
}
