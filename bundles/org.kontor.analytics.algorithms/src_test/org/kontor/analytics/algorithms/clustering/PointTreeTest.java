// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** What is asked of a tree of points, beside looking at all points one by one. */
class PointTreeTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    /** Clouds far from each other, on a grid where a unit is given, and some rows twice. */
    private static double[][] rows(final int seed, final int count, final int width, final double unit) {
        final var random = new SplittableRandom(seed);
        final var middles = new double[7][width];
        for (final var middle : middles) {
            Arrays.setAll(middle, j -> random.nextDouble(-50, 50));
        }
        final var rows = new double[count][width];
        for (int i = 0; i < count; i++) {
            if (i > 0 && random.nextInt(20) == 0) {
                rows[i] = rows[random.nextInt(i)].clone();
            } else {
                final var middle = middles[random.nextInt(middles.length)];
                Arrays.setAll(rows[i], j -> middle[j] + random.nextGaussian());
                if (unit > 0) {
                    final var row = rows[i];
                    Arrays.setAll(row, j -> Math.round(row[j] / unit) * unit);
                }
            }
        }
        return rows;
    }

    private static double squared(final double[] one, final double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return sum;
    }

    @Test
    void squaresAreThoseOfAddingUpToTheLastBitAndBoxesAreNeverFarther() {
        for (int width = 1; width <= 18; width++) {
            final var rows = rows(width, 150, width, width % 3 == 0 ? .25 : 0);
            final var tree = new PointTree(Clouds.points(rows), RUN);
            final var into = new double[PointTree.LEAF];
            for (int place = 0; place < tree.count(); place += 3) {
                for (int node = 0; node < tree.nodes(); node++) {
                    double nearest = Double.POSITIVE_INFINITY;
                    double gap = 0;
                    for (int j = 0; j < width; j++) {
                        double low = Double.POSITIVE_INFINITY;
                        double high = Double.NEGATIVE_INFINITY;
                        for (int other = tree.from(node); other < tree.to(node); other++) {
                            low = Math.min(low, rows[tree.rows[other]][j]);
                            high = Math.max(high, rows[tree.rows[other]][j]);
                        }
                        final double value = rows[tree.rows[place]][j];
                        gap += Math.pow(Math.max(0, Math.max(low - value, value - high)), 2);
                    }
                    if (tree.isLeaf(node)) {
                        tree.squared(place, node, into);
                    }
                    for (int other = tree.from(node); other < tree.to(node); other++) {
                        final double expected = squared(rows[tree.rows[place]], rows[tree.rows[other]]);
                        nearest = Math.min(nearest, expected);
                        if (tree.isLeaf(node)) {
                            assertEquals(expected, into[other - tree.from(node)], 0);
                        }
                    }
                    assertEquals(gap, tree.leastFrom(place, node), 0);
                    assertTrue(tree.leastFrom(place, node) <= nearest);
                }
            }
        }
    }

    @Test
    void boxesAreAsFarAsTheirNearestSides() {
        final var tree = new PointTree(Clouds.points(rows(3, 300, 4, 0)), RUN);
        for (int one = 0; one < tree.nodes(); one++) {
            for (int other = 0; other < tree.nodes(); other++) {
                double least = Double.POSITIVE_INFINITY;
                for (int place = tree.from(one); place < tree.to(one); place++) {
                    least = Math.min(least, tree.leastFrom(place, other));
                }
                assertTrue(tree.least(one, other) <= least);
                assertEquals(tree.least(one, other), tree.least(other, one), 0);
            }
        }
    }

    /** Few are kept in order, many in a heap; points may stand for several rows. */
    @Test
    void theNearestAreThoseOfSorting() {
        final var random = new SplittableRandom(9);
        for (final int needed : new int[] {1, 2, 9, 25, 63, 64, 65, 130, 400}) {
            final var rows = rows(needed, 300, 3, needed % 2 == 0 ? .5 : 0);
            final var tree = new PointTree(Clouds.points(rows), RUN);
            final var weights = random.ints(tree.count(), 1, 4).toArray();
            final var search = new NearestSearch(tree, weights, needed);
            for (int place = 0; place < tree.count(); place += 7) {
                final double[] from = rows[tree.rows[place]];
                search.around(from, 0);
                final List<double[]> all = new ArrayList<>();
                for (int other = 0; other < tree.count(); other++) {
                    all.add(new double[] {squared(from, rows[tree.rows[other]]), weights[other]});
                }
                all.sort((one, other) -> Double.compare(one[0], other[0]));
                long held = 0;
                for (int i = 0; i < search.count(); i++) {
                    assertEquals(all.get(i)[0], search.squared(i), 0);
                    held += weights[search.place(i)];
                }
                assertTrue(held >= needed || search.count() == tree.count());
                assertTrue(search.count() == 1 || held - weights[search.place(search.count() - 1)] < needed, "more than are needed");
            }
        }
    }

    /** The heights of Prim's tree, over all pairs, where clouds are so far apart that whole leaves look for others. */
    @Test
    void singleLinkageMergesAtTheHeightsOfAllPairs() {
        for (int seed = 0; seed < 12; seed++) {
            final var rows = rows(seed, 400 + 130 * seed, 1 + seed % 9, seed % 3 == 0 ? .5 : 0);
            final var merges = Agglomerative.tree(Agglomerative.SINGLE, DistinctPoints.of(Clouds.points(rows), () -> { }), RUN, merged -> { }).merges();
            final var expected = prim(rows);
            assertTrue(merges.monotone());
            for (int i = 0; i < expected.length; i++) {
                final int merge = i - (expected.length - merges.count());
                assertEquals(expected[i], merge < 0 ? 0 : merges.heights()[merge], 1e-12 * expected[i]);
            }
        }
    }

    private static double[] prim(final double[][] rows) {
        final var near = new double[rows.length];
        Arrays.fill(near, Double.POSITIVE_INFINITY);
        final var heights = new double[rows.length - 1];
        int last = 0;
        for (int step = 0; step < heights.length; step++) {
            near[last] = -1;
            int next = -1;
            for (int i = 0; i < rows.length; i++) {
                near[i] = near[i] < 0 ? -1 : Math.min(near[i], squared(rows[last], rows[i]));
                next = near[i] >= 0 && (next < 0 || near[i] < near[next]) ? i : next;
            }
            heights[step] = Math.sqrt(near[next]);
            last = next;
        }
        Arrays.sort(heights);
        return heights;
    }
}
