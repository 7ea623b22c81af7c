// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

/**
 * What each feature adds to a tree's answer for a row: the exact Shapley values, where a feature that is not known is answered by the rows
 * that came through each node (Lundberg, Erion and Lee, Consistent Individualized Feature Attribution for Tree Ensembles, 2018).
 */
final class TreeShap {

    private final Tree tree;
    private final int output;
    private final double[][] columns;
    private final int row;
    private final double[] into;
    private final double factor;
    /** The features on the way, one level of the recursion after the other. */
    private final int[] names;
    private final double[] zeros;
    private final double[] ones;
    private final double[] weights;

    private TreeShap(final Tree tree, final int output, final double[][] columns, final int row, final double factor, final double[] into) {
        this.tree = tree;
        this.output = output;
        this.columns = columns;
        this.row = row;
        this.factor = factor;
        this.into = into;
        final int depth = tree.depth() + 2;
        final int room = depth * (depth + 1) / 2 + depth;
        names = new int[room];
        zeros = new double[room];
        ones = new double[room];
        weights = new double[room];
    }

    /** Adds what each feature adds to one output of a tree, times a factor. */
    static void add(final Tree tree, final int output, final Features features, final int row, final double factor, final double[] into) {
        if (!tree.isLeaf(0)) {
            new TreeShap(tree, output, features.columns(), row, factor, into).visit(0, 0, 0, 0, 1, 1, -1);
        }
    }

    /**
     * @param parent where the way to the parent is kept
     * @param length how many features are on it
     * @param start  where the way to this node is to be kept
     */
    private void visit(final int node, final int parent, final int length, final int start, final double zero, final double one, final int name) {
        if (start != parent) {
            System.arraycopy(names, parent, names, start, length);
            System.arraycopy(zeros, parent, zeros, start, length);
            System.arraycopy(ones, parent, ones, start, length);
            System.arraycopy(weights, parent, weights, start, length);
        }
        extend(start, length, zero, one, name);
        int count = length + 1;
        if (tree.isLeaf(node)) {
            final double value = factor * tree.value(node, output);
            for (int i = 1; i < count; i++) {
                into[names[start + i]] += unwound(start, count, i) * (ones[start + i] - zeros[start + i]) * value;
            }
            return;
        }
        final int feature = tree.feature(node);
        final int hot = tree.next(node, columns[feature][row]);
        final int cold = tree.left(node) + tree.right(node) - hot;
        double knownZero = 1;
        double knownOne = 1;
        for (int i = 1; i < count; i++) {
            if (names[start + i] == feature) {
                knownZero = zeros[start + i];
                knownOne = ones[start + i];
                unwind(start, count, i);
                count--;
                break;
            }
        }
        final double cover = tree.cover(node);
        visit(hot, start, count, start + count, knownZero * tree.cover(hot) / cover, knownOne, feature);
        visit(cold, start, count, start + count, knownZero * tree.cover(cold) / cover, 0, feature);
    }

    private void extend(final int start, final int length, final double zero, final double one, final int name) {
        names[start + length] = name;
        zeros[start + length] = zero;
        ones[start + length] = one;
        weights[start + length] = length == 0 ? 1 : 0;
        for (int i = length - 1; i >= 0; i--) {
            weights[start + i + 1] += one * weights[start + i] * (i + 1) / (length + 1);
            weights[start + i] = zero * weights[start + i] * (length - i) / (length + 1);
        }
    }

    private void unwind(final int start, final int count, final int at) {
        final double one = ones[start + at];
        final double zero = zeros[start + at];
        double next = weights[start + count - 1];
        for (int j = count - 2; j >= 0; j--) {
            if (one != 0) {
                final double before = weights[start + j];
                weights[start + j] = next * count / ((j + 1) * one);
                next = before - weights[start + j] * zero * (count - 1 - j) / count;
            } else {
                weights[start + j] = weights[start + j] * count / (zero * (count - 1 - j));
            }
        }
        for (int j = at; j < count - 1; j++) {
            names[start + j] = names[start + j + 1];
            zeros[start + j] = zeros[start + j + 1];
            ones[start + j] = ones[start + j + 1];
        }
    }

    /** {@return the sum of the weights without one of the features} */
    private double unwound(final int start, final int count, final int at) {
        final double one = ones[start + at];
        final double zero = zeros[start + at];
        double next = weights[start + count - 1];
        double sum = 0;
        for (int j = count - 2; j >= 0; j--) {
            if (one != 0) {
                final double weight = next * count / ((j + 1) * one);
                sum += weight;
                next = weights[start + j] - weight * zero * (count - 1 - j) / count;
            } else {
                sum += weights[start + j] * count / (zero * (count - 1 - j));
            }
        }
        return sum;
    }
}
