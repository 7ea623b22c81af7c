// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** Clusters of density by a tree: its leaves are compared with nodes, all points of a leaf at a time, and nothing is looked at that is one cluster already. */
final class TreeDensity implements Density {

    private static final int LEAVES_PER_TASK = 8;
    private static final int MIXED = -2;
    private static final int NONE = -1;

    private final PointTree tree;
    private final double reach;
    private final RunContext context;
    private final boolean[] core;
    private final Unions unions;
    /** Place of each row. */
    private final int[] places;
    /** For each node a core of it where all its cores are one cluster; that they are not yet, or that there is none. */
    private final AtomicIntegerArray united;

    /** @param eps how far others may be; the distance itself counts as near */
    TreeDensity(final Points points, final double eps, final RunContext context) {
        this.tree = new PointTree(points, context);
        this.reach = eps * eps;
        this.context = context;
        core = new boolean[tree.count()];
        unions = new Unions(tree.count());
        united = new AtomicIntegerArray(tree.nodes());
        places = new int[tree.count()];
        for (int place = 0; place < places.length; place++) {
            places[tree.rows[place]] = place;
        }
    }

    static long memory(final long rows, final long width) {
        return PointTree.memory(rows, width) + rows * 18;
    }

    @Override
    public int[] labels(final int enough, final boolean[] cores) {
        overLeaves((leaf, stack, squared) -> countNear(leaf, enough, stack, squared));
        for (int place = 0; place < core.length; place++) {
            cores[tree.rows[place]] = core[place];
        }
        for (int node = tree.nodes() - 1; node >= 0; node--) {
            united.set(node, anyCore(node) ? MIXED : NONE);
        }
        overLeaves(this::linkInside);
        overLeaves(this::linkOutside);
        return numbered();
    }

    /** Work on leaves, some in one task. */
    @FunctionalInterface
    private interface LeafWork {
        void on(int leaf, int[] stack, double[] squared);
    }

    private void overLeaves(final LeafWork work) {
        final int first = tree.firstLeaf();
        context.parallel(Math.ceilDiv(tree.leaves(), LEAVES_PER_TASK), task -> {
            final var stack = new int[2 * Integer.SIZE];
            final var squared = new double[PointTree.LEAF];
            for (int i = task * LEAVES_PER_TASK; i < Math.min(tree.leaves(), (task + 1) * LEAVES_PER_TASK); i++) {
                work.on(first + i, stack, squared);
            }
        });
    }

    private void countNear(final int leaf, final int enough, final int[] stack, final double[] squared) {
        final int from = tree.from(leaf);
        final int size = tree.to(leaf) - from;
        final var near = new int[size];
        int open = size;
        int depth = 0;
        stack[depth++] = 0;
        while (depth > 0 && open > 0) {
            final int node = stack[--depth];
            if (tree.least(leaf, node) > reach) {
                continue;
            }
            if (tree.most(leaf, node) <= reach) {
                final int all = tree.to(node) - tree.from(node);
                for (int a = 0; a < size; a++) {
                    open -= near[a] < enough && near[a] + all >= enough ? 1 : 0;
                    near[a] = Math.min(enough, near[a] + all);
                }
            } else if (tree.isLeaf(node)) {
                for (int a = 0; a < size; a++) {
                    if (near[a] < enough && tree.leastFrom(from + a, node) <= reach) {
                        near[a] = Math.min(enough, near[a] + near(from + a, node, squared));
                        open -= near[a] >= enough ? 1 : 0;
                    }
                }
            } else {
                depth = push(leaf, node, stack, depth);
            }
        }
        for (int a = 0; a < size; a++) {
            core[from + a] = near[a] >= enough;
        }
    }

    private int near(final int place, final int leaf, final double[] squared) {
        tree.squared(place, leaf, squared);
        int count = 0;
        for (int i = 0; i < tree.to(leaf) - tree.from(leaf); i++) {
            count += squared[i] <= reach ? 1 : 0;
        }
        return count;
    }

    /** The child that is nearer to the leaf comes first. */
    private int push(final int leaf, final int node, final int[] stack, final int depth) {
        final int left = 2 * node + 1;
        final boolean leftFirst = tree.least(leaf, left) <= tree.least(leaf, left + 1);
        stack[depth] = leftFirst ? left + 1 : left;
        stack[depth + 1] = leftFirst ? left : left + 1;
        return depth + 2;
    }

    private boolean anyCore(final int node) {
        if (!tree.isLeaf(node)) {
            return united.get(2 * node + 1) != NONE || united.get(2 * node + 2) != NONE;
        }
        boolean any = false;
        for (int place = tree.from(node); place < tree.to(node); place++) {
            any |= core[place];
        }
        return any;
    }

    private void linkInside(final int leaf, final int[] stack, final double[] squared) {
        final int from = tree.from(leaf);
        for (int a = from; a < tree.to(leaf); a++) {
            if (core[a]) {
                tree.squared(a, leaf, squared);
                for (int b = a + 1; b < tree.to(leaf); b++) {
                    if (squared[b - from] <= reach && core[b]) {
                        unions.unite(a, b);
                    }
                }
            }
        }
        look(leaf);
    }

    /** Links the cores of a leaf with those of nodes behind it; those before it did so themselves. */
    private void linkOutside(final int leaf, final int[] stack, final double[] squared) {
        if (united.get(leaf) == NONE) {
            return;
        }
        int depth = 0;
        stack[depth++] = 0;
        while (depth > 0) {
            final int node = stack[--depth];
            if (tree.to(node) <= tree.to(leaf) || united.get(node) == NONE || tree.least(leaf, node) > reach) {
                continue;
            }
            final int own = look(leaf);
            final int others = look(node);
            if (own >= 0 && others >= 0 && unions.root(own) == unions.root(others)) {
                continue;
            }
            if (own >= 0 && others >= 0 && tree.from(node) >= tree.to(leaf) && tree.most(leaf, node) <= reach) {
                unions.unite(own, others);
            } else if (tree.isLeaf(node)) {
                link(leaf, node, own >= 0 && others >= 0, squared);
            } else {
                depth = push(leaf, node, stack, depth);
            }
        }
    }

    private void link(final int leaf, final int node, final boolean once, final double[] squared) {
        final int from = tree.from(node);
        for (int a = tree.from(leaf); a < tree.to(leaf); a++) {
            if (core[a] && tree.leastFrom(a, node) <= reach) {
                tree.squared(a, node, squared);
                for (int b = from; b < tree.to(node); b++) {
                    if (squared[b - from] <= reach && core[b]) {
                        unions.unite(a, b);
                        if (once) {
                            return;
                        }
                    }
                }
            }
        }
    }

    /** Looks whether all cores of a node are one cluster by now; once they are, they stay so. */
    private int look(final int node) {
        final int known = united.get(node);
        if (known != MIXED) {
            return known;
        }
        int found = NONE;
        if (tree.isLeaf(node)) {
            for (int place = tree.from(node); place < tree.to(node) && found != MIXED; place++) {
                if (core[place]) {
                    found = found == NONE || unions.root(found) == unions.root(place) ? place : MIXED;
                }
            }
        } else {
            final int left = united.get(2 * node + 1);
            final int right = united.get(2 * node + 2);
            if (left == NONE || right == NONE) {
                found = Math.max(left, right) >= 0 ? Math.max(left, right) : MIXED;
            } else {
                found = left >= 0 && right >= 0 && unions.root(left) == unions.root(right) ? left : MIXED;
            }
        }
        if (found != MIXED) {
            united.set(node, found);
        }
        return found;
    }

    private int[] numbered() {
        final int count = tree.count();
        final var numbers = new int[count];
        Arrays.fill(numbers, NOISE);
        final var labels = new int[count];
        int clusters = 0;
        for (int row = 0; row < count; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            labels[row] = NOISE;
            if (core[places[row]]) {
                final int root = unions.root(places[row]);
                if (numbers[root] == NOISE) {
                    numbers[root] = clusters++;
                }
                labels[row] = numbers[root];
            }
        }
        overLeaves((leaf, stack, squared) -> {
            for (int place = tree.from(leaf); place < tree.to(leaf); place++) {
                if (!core[place]) {
                    labels[tree.rows[place]] = lowest(place, numbers, stack, squared);
                }
            }
        });
        return labels;
    }

    /** {@return the lowest number of a cluster with a core that is near} */
    private int lowest(final int place, final int[] numbers, final int[] stack, final double[] squared) {
        int lowest = Integer.MAX_VALUE;
        int depth = 0;
        stack[depth++] = 0;
        while (depth > 0) {
            final int node = stack[--depth];
            if (united.get(node) == NONE || tree.leastFrom(place, node) > reach) {
                continue;
            }
            if (tree.isLeaf(node)) {
                tree.squared(place, node, squared);
                for (int b = tree.from(node); b < tree.to(node); b++) {
                    if (squared[b - tree.from(node)] <= reach && core[b]) {
                        lowest = Math.min(lowest, numbers[unions.root(b)]);
                    }
                }
            } else {
                stack[depth++] = 2 * node + 1;
                stack[depth++] = 2 * node + 2;
            }
        }
        return lowest == Integer.MAX_VALUE ? NOISE : lowest;
    }

    @Override
    public double[] reaches(final int[] sample, final int count) {
        final var reaches = new double[sample.length];
        context.parallel(Math.ceilDiv(sample.length, ROWS_PER_TASK), task -> {
            final var neighbours = new Neighbours(tree, count);
            for (int i = task * ROWS_PER_TASK; i < Math.min(sample.length, (task + 1) * ROWS_PER_TASK); i++) {
                reaches[i] = neighbours.farthest(places[sample[i]]);
            }
        });
        return reaches;
    }
}
