// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

/** Cuts back branches that make the whole hardly purer: minimal cost-complexity pruning (Breiman and others, 1984). */
final class Pruning {

    private final Tree tree;
    private final double[] mixed;
    private final double total;
    private final boolean[] cut;
    private final double[] below;
    private final int[] leaves;

    /**
     * @param mixed how mixed the rows of each node are, times their weight
     * @param total the weight of all rows
     */
    Pruning(final Tree tree, final double[] mixed, final double total) {
        this.tree = tree;
        this.mixed = mixed;
        this.total = total;
        cut = new boolean[tree.size()];
        below = new double[tree.size()];
        leaves = new int[tree.size()];
    }

    /** {@return the smallest tree of which each branch is worth its leaves: purer by more than {@code complexity} for each} */
    Tree tree(final double complexity) {
        while (!cut[0]) {
            int weakest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int node = tree.size() - 1; node >= 0; node--) {
                if (tree.isLeaf(node) || cut[node]) {
                    below[node] = mixed[node];
                    leaves[node] = 1;
                } else {
                    below[node] = below[tree.left(node)] + below[tree.right(node)];
                    leaves[node] = leaves[tree.left(node)] + leaves[tree.right(node)];
                }
            }
            final var reached = reached();
            for (int node = 0; node < tree.size(); node++) {
                if (reached[node] && !tree.isLeaf(node) && !cut[node]) {
                    final double worth = (mixed[node] - below[node]) / total / (leaves[node] - 1);
                    if (worth < least) {
                        least = worth;
                        weakest = node;
                    }
                }
            }
            if (weakest < 0 || least > complexity) {
                break;
            }
            cut[weakest] = true;
        }
        return copy();
    }

    private boolean[] reached() {
        final var reached = new boolean[tree.size()];
        reached[0] = true;
        for (int node = 0; node < tree.size(); node++) {
            if (reached[node] && !tree.isLeaf(node) && !cut[node]) {
                reached[tree.left(node)] = true;
                reached[tree.right(node)] = true;
            }
        }
        return reached;
    }

    private Tree copy() {
        final var copy = new Tree(tree.outputs());
        final var reached = reached();
        final var number = new int[tree.size()];
        Arrays.fill(number, -1);
        // children follow each other, so a left child and its sibling stay side by side
        for (int node = 0; node < tree.size(); node++) {
            if (reached[node]) {
                final var value = new double[tree.outputs()];
                for (int k = 0; k < value.length; k++) {
                    value[k] = tree.value(node, k);
                }
                number[node] = copy.leaf(tree.cover(node), value);
            }
        }
        for (int node = 0; node < tree.size(); node++) {
            if (reached[node] && !tree.isLeaf(node) && !cut[node]) {
                copy.split(number[node], tree.feature(node), tree.threshold(node), tree.missingLeft(node), tree.set(node), number[tree.left(node)]);
            }
        }
        return copy;
    }
}
