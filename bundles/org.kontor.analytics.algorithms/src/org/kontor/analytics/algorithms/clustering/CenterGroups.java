// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.kontor.analytics.run.RunContext;

/**
 * Centers in groups of neighbours. Which centers form a group is settled at the start by halving them along their widest coordinate; it
 * decides about speed alone.
 */
final class CenterGroups {

    private static final int USUAL_SIZE = 12;
    private static final int MOST = 16;

    /** The centers of each group, increasing. */
    final int[][] members;
    /** The group of each center. */
    final int[] group;
    /** Half the distance from each center to the nearest other one of each group, certainly not too large: {@code [center * groups + group]}. */
    final double[] half;
    /** Half the distance from each center to the nearest other one. */
    final double[] nearest;
    private final int width;

    CenterGroups(final double[] centers, final int count, final int width) {
        this.width = width;
        members = new int[count(count)][];
        group = new int[count];
        half = new double[count * members.length];
        nearest = new double[count];
        split(centers, IntStream.range(0, count).boxed().toArray(Integer[]::new), 0, count, 0, members.length);
    }

    static int count(final int centers) {
        return Math.min(MOST, Math.ceilDiv(centers, USUAL_SIZE));
    }

    private void split(final double[] centers, final Integer[] order, final int from, final int to, final int first, final int groups) {
        if (groups == 1) {
            members[first] = Arrays.stream(order, from, to).mapToInt(Integer::intValue).sorted().toArray();
            for (final int center : members[first]) {
                group[center] = first;
            }
            return;
        }
        final int axis = widest(centers, order, from, to);
        Arrays.sort(order, from, to, (a, b) -> {
            final int byValue = Double.compare(centers[a * width + axis], centers[b * width + axis]);
            return byValue == 0 ? Integer.compare(a, b) : byValue;
        });
        final int left = groups / 2;
        final int middle = from + (int) ((long) (to - from) * left / groups);
        split(centers, order, from, middle, first, left);
        split(centers, order, middle, to, first + left, groups - left);
    }

    private int widest(final double[] centers, final Integer[] order, final int from, final int to) {
        int widest = 0;
        double spread = -1;
        for (int j = 0; j < width; j++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                final double value = centers[order[i] * width + j];
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            if (most - least > spread) {
                spread = most - least;
                widest = j;
            }
        }
        return widest;
    }

    /** Measures the distances between centers, after they moved. */
    void measure(final double[] centers, final RunContext context) {
        final int count = group.length;
        final var all = new Points(centers, null, count, width);
        final int each = all.rowsPerTask(count);
        context.parallel(Math.ceilDiv(count, each), task -> {
            for (int c = task * each; c < Math.min(count, (task + 1) * each); c++) {
                double least = Double.POSITIVE_INFINITY;
                for (int g = 0; g < members.length; g++) {
                    double squared = Double.POSITIVE_INFINITY;
                    for (final int member : members[g]) {
                        if (member != c) {
                            squared = Math.min(squared, all.squared(c, centers, member));
                        }
                    }
                    half[c * members.length + g] = .5 * Bounds.below(squared);
                    least = Math.min(least, squared);
                }
                nearest[c] = .5 * Bounds.below(least);
            }
        });
    }
}
