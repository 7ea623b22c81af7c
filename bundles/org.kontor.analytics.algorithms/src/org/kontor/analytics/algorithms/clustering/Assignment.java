// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.kernel.VectorKernels;

/**
 * Finds the nearest center of points, with what one thread needs for it. Points are taken in tiles: what the bounds leave open is listed
 * without branches that a processor could not foresee, and measured side by side.
 */
final class Assignment implements Assigner {

    private static final int TILE = 1024;

    private final ExactSums changes;
    private final Points points;
    private final VectorKernels kernels;
    private final int[] labels;
    private final Bounds bounds;
    private final CenterGroups groups;
    private final int[] rows = new int[TILE];
    private final int[] best = new int[TILE];
    private final double[] bestSquared = new double[TILE];
    private final double[] upper = new double[TILE];
    /** The bits of numbers, which are in the order of the numbers where these are not negative; smaller and greater need no branch then. */
    private final long[] lowest = new long[TILE];
    private final int[][] open;
    private final double[][] openLower;
    private final int[] opened;
    private final int[] chosen = new int[TILE];
    private final int[] chosenRows = new int[TILE];
    private final Distances distances;
    private final double[][] squared;
    private final double[] one = new double[TILE];
    private final double[] two = new double[TILE];

    Assignment(final Points points, final VectorKernels kernels, final int[] labels, final Bounds bounds, final CenterGroups groups,
            final ExactSums changes) {
        this.kernels = kernels;
        this.points = points;
        this.labels = labels;
        this.bounds = bounds;
        this.groups = groups;
        this.changes = changes;
        final int count = groups.members.length;
        open = new int[count][TILE];
        openLower = new double[count][TILE];
        opened = new int[count];
        distances = new Distances(points.width(), TILE);
        squared = new double[Arrays.stream(groups.members).mapToInt(each -> each.length).max().orElse(0)][TILE];
    }

    static long memory(final long width, final long clusters) {
        return TILE * (64 + 8 * width + 12 * CenterGroups.count((int) clusters) + 8 * Math.ceilDiv(clusters, CenterGroups.count((int) clusters)));
    }

    @Override
    public ExactSums changes() {
        return changes;
    }

    @Override
    public int assign(final double[] centers, final int from, final int to, final boolean first) {
        int changed = 0;
        for (int start = from; start < to; start += TILE) {
            int count = doubtful(start, Math.min(to, start + TILE));
            count = tighten(centers, count);
            if (opened.length == 1) {
                opened[0] = count;
            } else {
                list(count);
            }
            for (int g = 0; g < opened.length; g++) {
                measure(centers, g);
            }
            changed += settle(count, !first);
            if (first) {
                changed += Math.min(to, start + TILE) - start;
                changes.add(kernels.products(), points, start, Math.min(to, start + TILE), labels);
            }
        }
        return changed;
    }

    /** {@return 1 where a number is less than another, else 0; without a branch} */
    static int less(final double one, final double other) {
        return (int) (Double.doubleToRawLongBits(one - other) >>> 63);
    }

    /** {@return the greater of two numbers; either where both are negative} */
    static double greater(final double one, final double other) {
        return Double.longBitsToDouble(Math.max(Double.doubleToRawLongBits(one), Double.doubleToRawLongBits(other)));
    }

    /** {@return the bits of a positive bound, or more than any where its group is still open} */
    private static long unlessOpen(final double bound, final int isOpen) {
        return (Double.doubleToRawLongBits(bound) | -(long) isOpen) & Long.MAX_VALUE;
    }

    /** Lists the points whose bounds do not tell that they stay. */
    private int doubtful(final int from, final int to) {
        final var known = bounds;
        int count = 0;
        for (int i = from; i < to; i++) {
            rows[count] = i;
            final int label = labels[i];
            count += less(greater(known.lower[i] - known.movedOthers[label], groups.nearest[label]), known.upper[i] + known.moved[label]);
        }
        return count;
    }

    /** Measures the distances to their own centers and lists the points that may be nearer to another. */
    private int tighten(final double[] centers, final int doubtful) {
        final var known = bounds;
        points.squared(rows, labels, doubtful, centers, bestSquared);
        int count = 0;
        for (int q = 0; q < doubtful; q++) {
            final int row = rows[q];
            final int label = labels[row];
            final double value = bestSquared[q];
            final double above = Bounds.above(value);
            known.upper[row] = Bounds.up(above - known.moved[label]);
            rows[count] = row;
            best[count] = label;
            bestSquared[count] = value;
            upper[count] = above;
            count += less(greater(known.lower[row] - known.movedOthers[label], groups.nearest[label]), above);
        }
        return count;
    }

    /** Lists for each group the points that may be nearer to one of its centers. */
    private void list(final int count) {
        final var known = bounds;
        final int all = opened.length;
        final double[] half = groups.half;
        Arrays.fill(opened, 0);
        for (int q = 0; q < count; q++) {
            final int at = rows[q] * all;
            final int to = best[q] * all;
            final double limit = upper[q];
            long least = Long.MAX_VALUE;
            for (int g = 0; g < all; g++) {
                final double lower = greater(known.groupLower[at + g] - known.movedGroup[g], 2 * half[to + g] - limit);
                final int isOpen = less(lower, limit);
                final int next = opened[g];
                open[g][next] = q;
                openLower[g][next] = lower;
                opened[g] = next + isOpen;
                least = Math.min(least, unlessOpen(lower, isOpen));
            }
            lowest[q] = least;
        }
    }

    private void measure(final double[] centers, final int g) {
        final var known = bounds;
        final int all = opened.length;
        final int count = all == 1 ? everyone(opened[0]) : chosen(g);
        if (count == 0) {
            return;
        }
        final var members = groups.members[g];
        distances.gather(points, chosenRows, count);
        Arrays.fill(one, 0, count, Double.POSITIVE_INFINITY);
        Arrays.fill(two, 0, count, Double.POSITIVE_INFINITY);
        for (int m = 0; m < members.length; m++) {
            distances.squared(kernels.distances(), centers, members[m], count, squared[m]);
            smallest(squared[m], one, two, count);
        }
        for (int t = 0; t < count; t++) {
            final int q = chosen[t];
            final double nearest = one[t];
            final boolean own = groups.group[best[q]] == g;
            if (nearest < bestSquared[q] || nearest == bestSquared[q] && (!own || two[t] == nearest)) {
                change(q, t, members, own);
            }
            final double least = Bounds.below(groups.group[best[q]] == g ? two[t] : nearest);
            lowest[q] = Math.min(lowest[q], Double.doubleToRawLongBits(least));
            if (all > 1) {
                known.groupLower[rows[q] * all + g] = Bounds.down(least + known.movedGroup[g]);
            }
        }
    }

    /** With a single group, its bound is that of all. */
    private int everyone(final int count) {
        for (int q = 0; q < count; q++) {
            chosen[q] = q;
            chosenRows[q] = rows[q];
            lowest[q] = Long.MAX_VALUE;
        }
        return count;
    }

    /** Takes the points listed for a group that are still open after other groups were measured. */
    private int chosen(final int g) {
        final int all = opened.length;
        int count = 0;
        for (int t = 0; t < opened[g]; t++) {
            final int q = open[g][t];
            final double lower = greater(openLower[g][t], 2 * groups.half[best[q] * all + g] - upper[q]);
            chosen[count] = q;
            chosenRows[count] = rows[q];
            final int isOpen = less(lower, upper[q]);
            lowest[q] = Math.min(lowest[q], unlessOpen(lower, isOpen));
            count += isOpen;
        }
        return count;
    }

    /** Keeps the two smallest values of each place. */
    private static void smallest(final double[] values, final double[] one, final double[] two, final int count) {
        for (int t = 0; t < count; t++) {
            final double value = values[t];
            final double before = one[t];
            two[t] = Math.min(two[t], Math.max(before, value));
            one[t] = Math.min(before, value);
        }
    }

    private void change(final int q, final int t, final int[] members, final boolean own) {
        int m = 0;
        while (squared[m][t] != one[t]) {
            m++;
        }
        final int after = members[m];
        final int before = best[q];
        if (one[t] == bestSquared[q] && after >= before) {
            return;
        }
        if (!own) {
            final int left = groups.group[before];
            final double distance = Bounds.below(bestSquared[q]);
            lowest[q] = Math.min(lowest[q], Double.doubleToRawLongBits(distance));
            final int at = rows[q] * opened.length + left;
            bounds.groupLower[at] = Math.min(bounds.groupLower[at], Bounds.down(distance + bounds.movedGroup[left]));
        }
        best[q] = after;
        bestSquared[q] = one[t];
        upper[q] = Bounds.above(one[t]);
    }

    private int settle(final int count, final boolean counted) {
        final var known = bounds;
        int changed = 0;
        for (int q = 0; q < count; q++) {
            final int row = rows[q];
            final int after = best[q];
            known.lower[row] = Bounds.down(Double.longBitsToDouble(lowest[q]) + known.movedOthers[after]);
            known.upper[row] = Bounds.up(upper[q] - known.moved[after]);
            final int before = labels[row];
            if (after != before) {
                labels[row] = after;
                if (counted) {
                    changes.move(kernels.products(), points, row, before, after);
                    changed++;
                }
            }
        }
        return changed;
    }
}
