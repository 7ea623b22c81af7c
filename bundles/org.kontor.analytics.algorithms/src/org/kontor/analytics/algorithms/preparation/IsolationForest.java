// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import org.kontor.analytics.run.Randomness;
import org.kontor.analytics.run.RunContext;

/**
 * Trees that cut some rows at random columns and places until each is alone: rows far from all others are alone after few cuts. A missing
 * value goes where more rows are.
 */
final class IsolationForest {

    /** So many rows are looked at in each tree. */
    static final int SAMPLE = 256;

    private static final int HEIGHT = 8;
    private static final int NODES = 1 << (HEIGHT + 1);
    private static final double EULER = .57721566490153286;
    private static final long STREAM = 0xF0L << 32;

    private final double[] values;
    private final int width;
    private final int rows;
    private final Tree[] trees;
    private final double usual;

    /** A node n cuts {@code column[n]} at {@code cut[n]}; its halves are 2n and 2n + 1; a leaf has column -1 and the path in {@code cut}. */
    private record Tree(byte[] missing, int[] column, double[] cut) {
    }

    IsolationForest(final double[] values, final int width, final int count, final RunContext context) {
        this.values = values;
        this.width = width;
        rows = values.length / width;
        final int sample = Math.min(SAMPLE, rows);
        usual = path(sample);
        trees = new Tree[count];
        context.parallel(count, number -> trees[number] = grown(sample, context.randomness(STREAM + number)));
    }

    static long memory(final long trees) {
        return trees * NODES * (4 + 8 + 1);
    }

    /** {@return the mean number of cuts until one of so many rows is found} */
    private static double path(final int size) {
        if (size <= 1) {
            return 0;
        }
        return size == 2 ? 1 : 2 * (Math.log(size - 1.0) + EULER) - 2 * (size - 1.0) / size;
    }

    private Tree grown(final int sample, final Randomness random) {
        final var chosen = new int[sample];
        for (int i = 0; i < sample; i++) {
            // a row may be drawn twice where rows are few beside the sample, which does no harm
            chosen[i] = sample == rows ? i : random.nextInt(rows);
        }
        final var tree = new Tree(new byte[NODES], new int[NODES], new double[NODES]);
        grow(tree, 1, chosen, 0, sample, 0, random);
        return tree;
    }

    private void grow(final Tree tree, final int node, final int[] chosen, final int from, final int to, final int depth, final Randomness random) {
        final int first = depth < HEIGHT && to - from > 1 ? random.nextInt(width) : 0;
        for (int k = 0; depth < HEIGHT && to - from > 1 && k < width; k++) {
            final int column = (first + k) % width;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                final double value = values[chosen[i] * width + column];
                least = value < least ? value : least;
                most = value > most ? value : most;
            }
            if (!(least < most)) {
                continue;
            }
            final double part = random.nextDouble();
            final double cut = Math.min(least + part * (most - least), Math.nextDown(most));
            int below = 0;
            int above = 0;
            for (int i = from; i < to; i++) {
                final double value = values[chosen[i] * width + column];
                below += value <= cut ? 1 : 0;
                above += value > cut ? 1 : 0;
            }
            final boolean left = below >= above;
            int middle = from;
            for (int i = from; i < to; i++) {
                final double value = values[chosen[i] * width + column];
                if (value <= cut || Double.isNaN(value) && left) {
                    final int other = chosen[middle];
                    chosen[middle++] = chosen[i];
                    chosen[i] = other;
                }
            }
            tree.column()[node] = column;
            tree.cut()[node] = cut;
            tree.missing()[node] = (byte) (left ? 0 : 1);
            grow(tree, 2 * node, chosen, from, middle, depth + 1, random);
            grow(tree, 2 * node + 1, chosen, middle, to, depth + 1, random);
            return;
        }
        tree.column()[node] = -1;
        tree.cut()[node] = depth + path(to - from);
    }

    /** {@return how soon a row is alone: about .5 for usual rows, towards 1 for those far from all} */
    double score(final int row) {
        if (usual == 0) {
            return .5;
        }
        double sum = 0;
        for (final var tree : trees) {
            int node = 1;
            while (tree.column()[node] >= 0) {
                final double value = values[row * width + tree.column()[node]];
                final int side = Double.isNaN(value) ? tree.missing()[node] : value <= tree.cut()[node] ? 0 : 1;
                node = 2 * node + side;
            }
            sum += tree.cut()[node];
        }
        return Math.exp(-Math.log(2) * sum / trees.length / usual);
    }
}
