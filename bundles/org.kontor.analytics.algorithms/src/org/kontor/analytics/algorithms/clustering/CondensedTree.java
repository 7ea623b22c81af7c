// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * The tree of merges read from above, with only such splits as leave enough rows on both sides; rows of other parts fall out of their cluster
 * (Campello, Moulavi and Sander, 2013). As in the package dbscan of R, such rows count for their cluster until they are left alone or it splits.
 * Density is one over distance; where equal rows make a distance nothing, it counts as half of the smallest other one, so that densities are
 * finite. A side that falls to pieces at the very density of the split is no cluster.
 */
final class CondensedTree {

    private static final double MOST = 1e200;
    private static final int CHECKS = 4095;

    private final Merges merges;
    private final DistinctPoints all;
    private final double[] core;
    private final int least;
    private final RunContext context;
    private final double shortest;
    /** Whether a merge has a part of enough rows which is not merged at the same height. */
    private final boolean[] holds;

    /** How many clusters there are, the one of all rows included, which has number 0. */
    private int count;
    private int[] parent;
    private double[] birth;
    private double[] death;
    private double[] stability;
    private int[] rows;
    private boolean[] split;
    /** The last cluster that each point was in, and the density at which it left it. */
    private final int[] clusterOf;
    private final double[] density;

    /**
     * @param core  the core distance of each point
     * @param least how many rows a cluster has at least
     */
    CondensedTree(final Merges merges, final DistinctPoints all, final double[] core, final int least, final RunContext context) {
        this.merges = merges;
        this.all = all;
        this.core = core;
        this.least = least;
        this.context = context;
        clusterOf = new int[all.count()];
        density = new double[all.count()];
        holds = new boolean[merges.count()];
        for (int i = 0; i < holds.length; i++) {
            holds[i] = isCluster(merges.left()[i], merges.heights()[i]) || isCluster(merges.right()[i], merges.heights()[i]);
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (final double[] each : new double[][] {merges.heights(), core}) {
            for (final double distance : each) {
                smallest = distance > 0 && distance < smallest ? distance : smallest;
            }
        }
        shortest = smallest == Double.POSITIVE_INFINITY ? 1 : smallest / 2;
        final int most = 2 * (all.rows() / least) + 3;
        parent = new int[most];
        birth = new double[most];
        death = new double[most];
        stability = new double[most];
        rows = new int[most];
        split = new boolean[most];
        condense();
        leave();
        parent = Arrays.copyOf(parent, count);
        birth = Arrays.copyOf(birth, count);
        death = Arrays.copyOf(death, count);
        stability = Arrays.copyOf(stability, count);
        rows = Arrays.copyOf(rows, count);
    }

    static long memory(final long rows) {
        return rows * 48;
    }

    private double density(final double distance) {
        return Math.min(MOST, 1 / Math.max(distance, shortest));
    }

    private int size(final int node) {
        return node < all.count() ? all.sizes()[node] : merges.sizes()[node - all.count()];
    }

    /** {@return whether a part is a cluster below a height} */
    private boolean isCluster(final int node, final double height) {
        if (size(node) < least) {
            return false;
        }
        return node < all.count() ? core[node] < height
                : merges.heights()[node - all.count()] < height || holds[node - all.count()];
    }

    private int open(final int above, final double at, final int size) {
        parent[count] = above;
        birth[count] = at;
        death[count] = at;
        rows[count] = size;
        return count++;
    }

    /** Follows clusters one after the other, each down to its split or its end. */
    private void condense() {
        final var roots = new int[parent.length];
        final int top = all.count() + merges.count() - 1;
        roots[open(-1, 0, all.rows())] = top;
        final var stack = new int[all.count() + 1];
        for (int cluster = 0; cluster < count; cluster++) {
            int node = roots[cluster];
            while (node >= all.count()) {
                final int merge = node - all.count();
                final double height = merges.heights()[merge];
                final int left = merges.left()[merge];
                final int right = merges.right()[merge];
                final boolean one = isCluster(left, height);
                final boolean two = isCluster(right, height);
                if (one && two) {
                    split[cluster] = true;
                    death[cluster] = density(height);
                    roots[open(cluster, density(height), size(left))] = left;
                    roots[open(cluster, density(height), size(right))] = right;
                    node = -1;
                } else {
                    if (!one) {
                        fall(left, cluster, stack);
                    }
                    if (!two) {
                        fall(right, cluster, stack);
                    }
                    node = one ? left : two ? right : -1;
                }
            }
            if (node >= 0) {
                fall(node, cluster, stack);
            }
            if ((cluster & CHECKS) == 0) {
                context.checkCancelled();
            }
        }
    }

    /** All points of a part will be in no cluster below this one. */
    private void fall(final int part, final int cluster, final int[] stack) {
        int depth = 0;
        stack[depth++] = part;
        while (depth > 0) {
            final int node = stack[--depth];
            if (node < all.count()) {
                clusterOf[node] = cluster;
            } else {
                stack[depth++] = merges.left()[node - all.count()];
                stack[depth++] = merges.right()[node - all.count()];
            }
        }
    }

    /** A row leaves its cluster where it is left alone, or where the cluster splits; equal rows are never alone above their core distance. */
    private void leave() {
        for (int i = 0; i < merges.count(); i++) {
            for (final int side : new int[] {merges.left()[i], merges.right()[i]}) {
                if (side < all.count()) {
                    density[side] = density(all.sizes()[side] > 1 ? core[side] : merges.heights()[i]);
                }
            }
        }
        if (merges.count() == 0) {
            density[0] = density(core[0]);
        }
        for (int point = 0; point < density.length; point++) {
            final int cluster = clusterOf[point];
            if (split[cluster]) {
                density[point] = Math.min(density[point], death[cluster]);
            } else {
                death[cluster] = Math.max(death[cluster], density[point]);
            }
            stability[cluster] += (density[point] - birth[cluster]) * all.sizes()[point];
        }
        for (int cluster = 1; cluster < count; cluster++) {
            stability[parent[cluster]] += (birth[cluster] - birth[parent[cluster]]) * rows[cluster];
        }
    }

    int count() {
        return count;
    }

    int parent(final int cluster) {
        return parent[cluster];
    }

    /** {@return the density at which a cluster appeared} */
    double birth(final int cluster) {
        return birth[cluster];
    }

    /** {@return the density at which a cluster split or the last of its rows fell out} */
    double death(final int cluster) {
        return death[cluster];
    }

    double stability(final int cluster) {
        return stability[cluster];
    }

    int rows(final int cluster) {
        return rows[cluster];
    }

    int clusterOf(final int point) {
        return clusterOf[point];
    }

    double density(final int point) {
        return density[point];
    }

    /**
     * Chooses clusters none of which lies in another: those with the most stability in all (excess of mass), or the last ones.
     *
     * @return whether each cluster is chosen; never that of all rows
     */
    boolean[] chosen(final boolean leaves) {
        final var chosen = new boolean[count];
        final var below = new double[count];
        final var inner = new boolean[count];
        for (int cluster = count - 1; cluster > 0; cluster--) {
            double best = stability[cluster];
            chosen[cluster] = true;
            if (inner[cluster] && (leaves || below[cluster] > stability[cluster])) {
                chosen[cluster] = false;
                best = below[cluster];
            }
            below[parent[cluster]] += best;
            inner[parent[cluster]] = true;
        }
        final var covered = new boolean[count];
        for (int cluster = 1; cluster < count; cluster++) {
            covered[cluster] = covered[parent[cluster]] || chosen[parent[cluster]];
            chosen[cluster] &= !covered[cluster];
        }
        return chosen;
    }

    /** {@return for each cluster the chosen one it is or lies in, -1 where there is none} */
    int[] owners(final boolean[] chosen) {
        final var owners = new int[count];
        owners[0] = -1;
        for (int cluster = 1; cluster < count; cluster++) {
            owners[cluster] = chosen[cluster] ? cluster : owners[parent[cluster]];
        }
        return owners;
    }

    /** {@return for each cluster the greatest density that any of its rows reaches, within the clusters inside it too} */
    double[] greatest() {
        final var greatest = death.clone();
        for (int cluster = count - 1; cluster > 0; cluster--) {
            greatest[parent[cluster]] = Math.max(greatest[parent[cluster]], greatest[cluster]);
        }
        return greatest;
    }
}
