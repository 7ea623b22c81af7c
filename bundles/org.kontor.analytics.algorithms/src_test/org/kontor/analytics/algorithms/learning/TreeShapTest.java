// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Contributions against the definition of Shapley values, over all sets of features. */
class TreeShapTest {

    private static final int WIDTH = 4;

    private static Tree random(final Random random) {
        final var tree = new Tree(1);
        tree.leaf(64, random.nextGaussian());
        for (int node = 0; node < tree.size(); node++) {
            if (tree.cover(node) >= 2 && random.nextInt(8) > 0 && tree.size() < 40) {
                final double part = 1 + random.nextInt((int) tree.cover(node) - 1);
                final int left = tree.leaf(part, random.nextGaussian());
                tree.leaf(tree.cover(node) - part, random.nextGaussian());
                final boolean category = random.nextInt(4) == 0;
                tree.split(node, random.nextInt(WIDTH), random.nextInt(5) - .5, random.nextBoolean(),
                        category ? new long[] {random.nextLong(), 0, 0, 0} : null, left);
            }
        }
        return tree;
    }

    /** The answer where only some features are known: rows of the others go both ways, as many as did. */
    private static double value(final Tree tree, final int node, final Features features, final int known) {
        if (tree.isLeaf(node)) {
            return tree.value(node, 0);
        }
        if ((known >> tree.feature(node) & 1) != 0) {
            return value(tree, tree.next(node, features.value(0, tree.feature(node))), features, known);
        }
        return (tree.cover(tree.left(node)) * value(tree, tree.left(node), features, known)
                + tree.cover(tree.right(node)) * value(tree, tree.right(node), features, known)) / tree.cover(node);
    }

    private static double factorial(final int n) {
        return IntStream.rangeClosed(2, n).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    @Test
    void contributionsAreShapleyValues() {
        final var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            final var tree = random(random);
            final var columns = new double[WIDTH][1];
            for (final var column : columns) {
                column[0] = random.nextInt(6) == 0 ? Double.NaN : random.nextInt(5);
            }
            final var features = new Features(columns, 1);
            final var found = new double[WIDTH];
            TreeShap.add(tree, 0, features, 0, 1, found);
            double sum = tree.expected(0);
            for (int j = 0; j < WIDTH; j++) {
                double expected = 0;
                for (int set = 0; set < 1 << WIDTH; set++) {
                    if ((set >> j & 1) == 0) {
                        final int size = Integer.bitCount(set);
                        expected += factorial(size) * factorial(WIDTH - size - 1) / factorial(WIDTH)
                                * (value(tree, 0, features, set | 1 << j) - value(tree, 0, features, set));
                    }
                }
                assertEquals(expected, found[j], 1e-10, "feature " + j);
                sum += found[j];
            }
            assertEquals(tree.value(tree.leafOf(columns, 0), 0), sum, 1e-10);
        }
    }
}
