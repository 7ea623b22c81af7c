// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * The first merges of average linkage, which need no matrix: small clusters that are each other's nearest, found among the neighbours of their
 * points. Whatever has no point among these is at least as far as they reach, on average, so a cluster that is nearer is the nearest of all; and
 * those that are each other's nearest are merged in any case, whatever is merged before (Bruynooghe, Méthodes nouvelles en classification
 * automatique, 1977). A matrix of what is left is a small part of that of all points.
 */
final class CloseMerges {

    /** Of fewer points the matrix takes no time. */
    static final int LEAST = 2_048;
    private static final int NEIGHBOURS = 17;
    /** Larger clusters wait for the matrix; their points mostly have each other as neighbours. */
    private static final int LARGEST = 12;
    /** Rounds that merge less than such a part are not worth their time. */
    private static final int WORTH = 100;
    private static final int CHECKS = 255;
    private static final int NONE = -1;

    private final DistinctPoints all;
    private final Points points;
    private final Surroundings around;
    private final RunContext context;
    private final Merges.Log log;
    /** The place of each point in the tree. */
    private final int[] placeOf;
    /** The cluster of each point, named after one of its points; the points of a cluster, one after the other; and the last of them. */
    private final int[] clusterOf;
    private final int[] next;
    private final int[] last;
    private final int[] members;
    private final int[] rows;
    /** The nearest cluster of each where it is known, and how far it is. */
    private final int[] nearest;
    private final double[] distance;
    private final int[] seen;
    private int searches;

    CloseMerges(final DistinctPoints all, final Merges.Log log, final RunContext context) {
        this.all = all;
        this.log = log;
        this.context = context;
        points = all.points();
        around = new Surroundings(new PointTree(points, context), all.sizes(), NEIGHBOURS, context);
        final int count = all.count();
        placeOf = new int[count];
        for (int place = 0; place < count; place++) {
            placeOf[around.tree.rows[place]] = place;
        }
        clusterOf = new int[count];
        Arrays.setAll(clusterOf, i -> i);
        last = clusterOf.clone();
        next = new int[count];
        Arrays.fill(next, NONE);
        members = new int[count];
        Arrays.fill(members, 1);
        rows = all.sizes().clone();
        nearest = next.clone();
        distance = new double[count];
        seen = new int[count];
    }

    static long memory(final long rows, final long width) {
        return PointTree.memory(rows, width) + Surroundings.memory(rows, NEIGHBOURS) + rows * 40;
    }

    /** {@return the cluster of each point after these merges, numbered from 0 in the order of their first points} */
    int[] clusters() {
        int left = all.count();
        int merged;
        do {
            for (int cluster = 0; cluster < clusterOf.length; cluster++) {
                if (clusterOf[cluster] == cluster && nearest[cluster] == NONE && members[cluster] <= LARGEST) {
                    search(cluster);
                }
            }
            merged = merge();
            left -= merged;
        } while (merged * WORTH > left);
        final var numbers = new int[clusterOf.length];
        Arrays.fill(numbers, NONE);
        final var found = new int[clusterOf.length];
        int count = 0;
        for (int point = 0; point < found.length; point++) {
            final int cluster = clusterOf[point];
            numbers[cluster] = numbers[cluster] == NONE ? count++ : numbers[cluster];
            found[point] = numbers[cluster];
        }
        return found;
    }

    private int merge() {
        final var changed = new boolean[nearest.length];
        int merged = 0;
        for (int one = 0; one < nearest.length; one++) {
            final int other = nearest[one];
            // equal distances may make a ring, which stays as it is
            if (other > one && nearest[other] == one) {
                log.add(one, other, distance[one]);
                for (int point = other; point != NONE; point = next[point]) {
                    clusterOf[point] = one;
                }
                next[last[one]] = other;
                last[one] = last[other];
                members[one] += members[other];
                rows[one] += rows[other];
                nearest[one] = NONE;
                nearest[other] = NONE;
                changed[one] = true;
                changed[other] = true;
                merged++;
            }
        }
        for (int cluster = 0; cluster < nearest.length; cluster++) {
            // others stay the nearest: no union is nearer than the nearer of its parts was
            if (nearest[cluster] != NONE && changed[nearest[cluster]]) {
                nearest[cluster] = NONE;
            }
        }
        return merged;
    }

    /** Finds the nearest cluster of one, where the neighbours of its points tell. */
    private void search(final int cluster) {
        if ((++searches & CHECKS) == 0) {
            context.checkCancelled();
        }
        double best = Double.POSITIVE_INFINITY;
        double reach = 0;
        int found = NONE;
        for (int point = cluster; point != NONE; point = next[point]) {
            final int place = placeOf[point];
            reach += all.sizes()[point] * Math.sqrt(around.known[place]);
            for (int i = place * around.kept; i < (place + 1) * around.kept && around.neighbours[i] != NONE; i++) {
                final int other = clusterOf[around.tree.rows[around.neighbours[i]]];
                if (other != cluster && seen[other] != searches) {
                    seen[other] = searches;
                    final double apart = apart(cluster, other);
                    if (apart < best || apart == best && other < found) {
                        best = apart;
                        found = other;
                    }
                }
            }
        }
        if (best < reach / rows[cluster]) {
            nearest[cluster] = found;
            distance[cluster] = best;
        }
    }

    /** The mean of the distances between all rows of two clusters, summed from the one named after the lower point, so that both find the same. */
    private double apart(final int one, final int other) {
        double sum = 0;
        for (int point = Math.min(one, other); point != NONE; point = next[point]) {
            for (int another = Math.max(one, other); another != NONE; another = next[another]) {
                sum += (double) all.sizes()[point] * all.sizes()[another] * Math.sqrt(around.tree.squared(placeOf[point], placeOf[another]));
            }
        }
        return sum / ((double) rows[one] * rows[other]);
    }
}
