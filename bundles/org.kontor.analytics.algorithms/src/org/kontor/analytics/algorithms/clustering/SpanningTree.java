// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.function.IntConsumer;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * The spanning tree of least weight between points, by Borůvka's rounds over a tree of boxes: each part looks for the nearest point outside of
 * it, and parts that found each other become one. The weight of an edge is the distance or, where one of them is greater, the core distance of
 * one of its points (mutual reachability: Campello, Moulavi and Sander, Density-Based Clustering Based on Hierarchical Density Estimates, 2013).
 * <p>
 * What a point found stays true as long as it is outside, because parts only grow; and what it did not find within some distance, it will not
 * find later. All decisions are those of fixed tasks, so the tree does not depend on threads.
 */
final class SpanningTree {

    private static final int PLACES_PER_TASK = 1024;
    private static final int LEAVES_PER_TASK = 48;
    private static final int NONE = -1;

    private final Surroundings around;
    private final PointTree tree;
    private final RunContext context;
    private final double[] core;
    /** The least core distance of each node, squared. */
    private final double[] leastCore;
    /** The part of each place, named after one of its places. */
    private final int[] part;
    /** The part of all places of a node; {@link #NONE} where there are several. */
    private final int[] partOfNode;
    /** The nearest place outside as far as it is known, the square of its weight, and that of what is certainly not nearer. */
    private final int[] nearest;
    private final double[] weight;
    private final double[] least;
    /** For each part the place whose edge is the best, and the square of its weight. */
    private final int[] best;
    private final double[] bestWeight;
    /** For each part the part that it became one with, or itself. */
    private final int[] roots;
    private final Merges.Log log;
    private double total;

    SpanningTree(final Surroundings around, final RunContext context) {
        this.around = around;
        this.tree = around.tree;
        this.context = context;
        core = around.core;
        final int count = tree.count();
        leastCore = new double[tree.nodes()];
        for (int node = tree.nodes() - 1; node >= 0; node--) {
            leastCore[node] = Double.POSITIVE_INFINITY;
            if (!tree.isLeaf(node)) {
                leastCore[node] = Math.min(leastCore[2 * node + 1], leastCore[2 * node + 2]);
            } else {
                for (int place = tree.from(node); place < tree.to(node); place++) {
                    leastCore[node] = Math.min(leastCore[node], core[place]);
                }
            }
        }
        part = new int[count];
        Arrays.setAll(part, place -> place);
        roots = part.clone();
        partOfNode = new int[tree.nodes()];
        nearest = new int[count];
        Arrays.fill(nearest, NONE);
        weight = new double[count];
        least = new double[count];
        best = new int[count];
        bestWeight = new double[count];
        log = new Merges.Log(count);
    }

    static long memory(final long rows) {
        return rows * 60 + Merges.memory(rows);
    }

    /** {@return the edges between points, which are numbered by their rows} */
    Merges.Log edges(final IntConsumer round) {
        while (log.count() < tree.count() - 1) {
            nameNodes();
            overPlaces(this::recall);
            choose();
            final int first = tree.firstLeaf();
            context.parallel(Math.ceilDiv(tree.leaves(), LEAVES_PER_TASK), task -> new Look().at(first + task * LEAVES_PER_TASK,
                    Math.min(tree.nodes(), first + (task + 1) * LEAVES_PER_TASK)));
            choose();
            join();
            round.accept(log.count());
        }
        return log;
    }

    /** {@return all weights added up} */
    double total() {
        return total;
    }

    /** Work on some places. */
    @FunctionalInterface
    private interface PlaceWork {
        void on(int from, int to);
    }

    private void overPlaces(final PlaceWork work) {
        context.parallel(Math.ceilDiv(tree.count(), PLACES_PER_TASK),
                task -> work.on(task * PLACES_PER_TASK, Math.min(tree.count(), (task + 1) * PLACES_PER_TASK)));
    }

    private void nameNodes() {
        for (int node = tree.nodes() - 1; node >= 0; node--) {
            int name;
            if (!tree.isLeaf(node)) {
                name = partOfNode[2 * node + 1] == partOfNode[2 * node + 2] ? partOfNode[2 * node + 1] : NONE;
            } else {
                name = part[tree.from(node)];
                for (int place = tree.from(node) + 1; place < tree.to(node) && name != NONE; place++) {
                    name = part[place] == name ? name : NONE;
                }
            }
            partOfNode[node] = name;
        }
        context.checkCancelled();
    }

    /** What points know without looking: from before, or from the neighbours that are remembered. */
    private void recall(final int from, final int to) {
        for (int place = from; place < to; place++) {
            if (nearest[place] != NONE && part[nearest[place]] != part[place]) {
                continue;
            }
            nearest[place] = NONE;
            weight[place] = Double.POSITIVE_INFINITY;
            for (int i = place * around.kept; i < (place + 1) * around.kept && around.neighbours[i] != NONE; i++) {
                final int other = around.neighbours[i];
                if (part[other] != part[place]) {
                    final double found = Math.max(tree.squared(place, other), Math.max(core[place], core[other]));
                    if (found < weight[place]) {
                        weight[place] = found;
                        nearest[place] = other;
                    }
                }
            }
            // whoever is not remembered is not nearer than that
            least[place] = Math.max(least[place], Math.max(core[place], around.known[place]));
        }
    }

    private boolean isCertain(final int place) {
        return nearest[place] != NONE && weight[place] <= least[place];
    }

    private void choose() {
        Arrays.fill(bestWeight, Double.POSITIVE_INFINITY);
        Arrays.fill(best, NONE);
        for (int place = 0; place < part.length; place++) {
            if (nearest[place] != NONE && weight[place] < bestWeight[part[place]]) {
                bestWeight[part[place]] = weight[place];
                best[part[place]] = place;
            }
        }
        context.checkCancelled();
    }

    private void join() {
        for (int name = 0; name < part.length; name++) {
            if (name % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int place = best[name];
            if (place != NONE) {
                final int one = root(name);
                final int other = root(part[nearest[place]]);
                if (one != other) {
                    final double found = Math.sqrt(weight[place]);
                    log.add(tree.rows[place], tree.rows[nearest[place]], found);
                    total += found;
                    roots[Math.max(one, other)] = Math.min(one, other);
                }
            }
        }
        for (int place = 0; place < part.length; place++) {
            part[place] = root(part[place]);
        }
    }

    private int root(final int name) {
        int at = name;
        while (roots[at] != at) {
            roots[at] = roots[roots[at]];
            at = roots[at];
        }
        return at;
    }

    /** Looks for the nearest point outside: for all places of a leaf at a time where they are of one part, else for one after the other. */
    private final class Look {

        private final double[] squared = new double[PointTree.LEAF];
        /** Places that something nearer may be outside of. */
        private final int[] places = new int[PointTree.LEAF];
        private int count;
        private int leaf;
        private int own;
        /** The square of the weight of the best edge of the part that is known. */
        private double limit;

        void at(final int first, final int last) {
            own = NONE;
            for (leaf = first; leaf < last; leaf++) {
                final int step = partOfNode[leaf] == NONE ? 1 : tree.to(leaf) - tree.from(leaf);
                for (int from = tree.from(leaf); from < tree.to(leaf); from += step) {
                    if (part[from] != own) {
                        own = part[from];
                        limit = bestWeight[own];
                    }
                    look(from, from + step);
                }
                context.checkCancelled();
            }
        }

        /** Looks around some places of one part. What was found for those before holds for these as well, as only the best edge matters. */
        private void look(final int from, final int to) {
            count = 0;
            for (int place = from; place < to; place++) {
                if (!isCertain(place) && least[place] < limit) {
                    places[count++] = place;
                }
            }
            if (count == 1) {
                visitFrom(places[0], 0, 0);
            } else if (count > 0) {
                visit(0, 0);
            }
            for (int i = 0; i < count; i++) {
                // whatever is nearer than the edge that is the best by now was found
                least[places[i]] = Math.max(least[places[i]], limit);
            }
        }

        private void visit(final int node, final double distance) {
            if (partOfNode[node] == own || distance >= limit || leastCore[node] >= limit) {
                return;
            }
            if (tree.isLeaf(node)) {
                for (int i = 0; i < count; i++) {
                    final int place = places[i];
                    if (core[place] < limit && tree.leastFrom(place, node) < limit) {
                        scan(place, node);
                    }
                }
                return;
            }
            final int left = 2 * node + 1;
            final double one = tree.least(leaf, left);
            final double two = tree.least(leaf, left + 1);
            if (one <= two) {
                visit(left, one);
                visit(left + 1, two);
            } else {
                visit(left + 1, two);
                visit(left, one);
            }
        }

        private void visitFrom(final int place, final int node, final double distance) {
            if (partOfNode[node] == own || distance >= limit || leastCore[node] >= limit) {
                return;
            }
            if (tree.isLeaf(node)) {
                scan(place, node);
                return;
            }
            final int left = 2 * node + 1;
            final double one = tree.leastFrom(place, left);
            final double two = tree.leastFrom(place, left + 1);
            if (one <= two) {
                visitFrom(place, left, one);
                visitFrom(place, left + 1, two);
            } else {
                visitFrom(place, left + 1, two);
                visitFrom(place, left, one);
            }
        }

        private void scan(final int place, final int other) {
            tree.squared(place, other, squared);
            final int from = tree.from(other);
            final double mine = core[place];
            for (int i = 0; i < tree.to(other) - from; i++) {
                if (squared[i] < limit) {
                    final double reach = Math.max(squared[i], Math.max(mine, core[from + i]));
                    if (reach < limit && part[from + i] != own) {
                        limit = reach;
                        nearest[place] = from + i;
                        weight[place] = reach;
                    }
                }
            }
        }
    }
}
