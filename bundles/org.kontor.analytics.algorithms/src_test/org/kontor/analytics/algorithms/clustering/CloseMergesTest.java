// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Average linkage that begins without a matrix merges what it merges with the matrix of all points. */
class CloseMergesTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    private static Merges plain(final DistinctPoints different) {
        final var log = new Merges.Log(different.count());
        return new ChainLinkage(Agglomerative.AVERAGE, new GrowingMatrix(different, RUN), log, RUN, merged -> { }).log().sorted(different.sizes());
    }

    private static Merges close(final DistinctPoints different, final LocalRun run, final int least) {
        final var log = new Merges.Log(different.count());
        final var clusters = new CloseMerges(different, log, run).clusters();
        assertTrue(log.count() >= least, "few merges: " + log.count());
        return new ChainLinkage(Agglomerative.AVERAGE, new GrowingMatrix(different, clusters, run), log, run, merged -> { }).log().sorted(different.sizes());
    }

    private static double[][] twice(final double[][] rows, final int seed) {
        final var random = new SplittableRandom(seed);
        for (int i = 0; i < rows.length / 4; i++) {
            rows[random.nextInt(rows.length)] = rows[random.nextInt(rows.length)].clone();
        }
        return rows;
    }

    private static void same(final Merges expected, final Merges found) {
        assertArrayEquals(expected.heights(), found.heights(), 1e-9);
        assertArrayEquals(expected.sizes(), found.sizes());
        assertArrayEquals(expected.left(), found.left());
        assertArrayEquals(expected.right(), found.right());
    }

    @Test
    void mergesTheSameClusters() {
        for (int seed = 0; seed < 14; seed++) {
            final var rows = twice(Clouds.rows(seed, 30 + 97 * seed, 1 + seed % 8, 0), seed);
            final var different = DistinctPoints.of(Clouds.points(rows), () -> { });
            same(plain(different), close(different, RUN, rows.length / 8));
        }
    }

    /** With equal distances trees may differ; but the lowest merges, and that every one is the mean of distances, may not. */
    @Test
    void equalDistancesStayMeans() {
        for (int seed = 0; seed < 6; seed++) {
            final var rows = twice(Clouds.rows(seed, 500, 1 + seed % 3, .25), seed);
            final var different = DistinctPoints.of(Clouds.points(rows), () -> { });
            final var merges = close(different, RUN, 0);
            assertTrue(merges.monotone());
            assertEquals(plain(different).heights()[0], merges.heights()[0], 1e-12);
            assertEquals(rows.length, merges.sizes()[merges.count() - 1]);
            final var members = new int[different.count() + merges.count()][];
            for (int i = 0; i < different.count(); i++) {
                members[i] = new int[] {i};
            }
            for (int i = 0; i < merges.count(); i++) {
                final int[] one = members[merges.left()[i]];
                final int[] other = members[merges.right()[i]];
                double sum = 0;
                double pairs = 0;
                for (final int a : one) {
                    for (final int b : other) {
                        final double times = (double) different.sizes()[a] * different.sizes()[b];
                        sum += times * Math.sqrt(different.points().squared(a, different.points().values(), b));
                        pairs += times;
                    }
                }
                assertEquals(sum / pairs, merges.heights()[i], 1e-9);
                members[different.count() + i] = IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
            }
        }
    }

    @Test
    void threadsDoNotMatterWhereItIsUsed() {
        final var different = DistinctPoints.of(Clouds.points(Clouds.rows(3, CloseMerges.LEAST + 400, 4, 0)), () -> { });
        final var one = Agglomerative.tree(Agglomerative.AVERAGE, different, RUN, merged -> { }).merges();
        try (var helpers = Executors.newFixedThreadPool(3)) {
            final var four = Agglomerative.tree(Agglomerative.AVERAGE, different, new LocalRun(Progress.NONE, 0, 4, 1L << 30, helpers), merged -> { }).merges();
            assertArrayEquals(one.heights(), four.heights(), 0);
            assertArrayEquals(one.left(), four.left());
        }
        same(plain(different), one);
    }
}
