// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Bounds, groups and tiles leave out measurements, never a change of the result. */
class LloydTest {

    private static final LocalRun ALONE = new LocalRun(Progress.NONE, 1, 1, Long.MAX_VALUE, Runnable::run);

    /** Measures everything. */
    private static final class Plain {

        private final int[] labels;
        private double[] centers;
        private int iterations;

        private Plain(final Points points, final double[] start, final int most) {
            labels = new int[points.count()];
            Arrays.fill(labels, -1);
            centers = start.clone();
            final int width = points.width();
            final int clusters = centers.length / width;
            while (iterations < most) {
                iterations++;
                if (!assign(points)) {
                    return;
                }
                final var sums = new double[centers.length];
                final var counts = new int[clusters];
                for (int i = 0; i < labels.length; i++) {
                    counts[labels[i]]++;
                    for (int j = 0; j < width; j++) {
                        sums[labels[i] * width + j] += points.values()[i * width + j];
                    }
                }
                for (int c = 0; c < clusters; c++) {
                    if (counts[c] == 0) {
                        fill(points, c, counts, sums);
                    }
                }
                centers = new double[centers.length];
                Arrays.setAll(centers, i -> sums[i] / counts[i / width]);
            }
            assign(points);
        }

        private boolean assign(final Points points) {
            boolean changed = false;
            for (int i = 0; i < labels.length; i++) {
                int best = 0;
                for (int c = 1; c < centers.length / points.width(); c++) {
                    if (points.squared(i, centers, c) < points.squared(i, centers, best)) {
                        best = c;
                    }
                }
                changed |= labels[i] != best;
                labels[i] = best;
            }
            return changed;
        }

        private void fill(final Points points, final int cluster, final int[] counts, final double[] sums) {
            int farthest = -1;
            double most = -1;
            for (int i = 0; i < labels.length; i++) {
                final double squared = points.squared(i, centers, labels[i]);
                if (counts[labels[i]] > 1 && squared > most) {
                    most = squared;
                    farthest = i;
                }
            }
            counts[labels[farthest]]--;
            counts[cluster]++;
            for (int j = 0; j < points.width(); j++) {
                sums[labels[farthest] * points.width() + j] -= points.values()[farthest * points.width() + j];
                sums[cluster * points.width() + j] += points.values()[farthest * points.width() + j];
            }
            labels[farthest] = cluster;
        }
    }

    /** Small whole numbers: sums are exact in any arithmetic, and many distances are exactly equal. */
    private static Points grid(final int count, final int width, final int side, final long seed) {
        final var random = new SplittableRandom(seed);
        final var values = new double[count * width];
        Arrays.setAll(values, i -> random.nextInt(side));
        return new Points(values, null, count, width);
    }

    private static Points cloud(final int count, final int width, final int blobs, final long seed) {
        final var random = new SplittableRandom(seed);
        final var middles = new double[blobs * width];
        Arrays.setAll(middles, i -> 10 * random.nextDouble());
        final var values = new double[count * width];
        for (int i = 0; i < count; i++) {
            final int blob = random.nextInt(blobs);
            for (int j = 0; j < width; j++) {
                values[i * width + j] = middles[blob * width + j] + random.nextGaussian();
            }
        }
        return new Points(values, null, count, width);
    }

    @ParameterizedTest
    @CsvSource({"500,2,4,3", "2000,2,6,13", "3000,3,5,40", "3000,1,50,7", "5000,8,3,25", "1500,11,3,60", "4000,5,4,200"})
    void theResultIsThatOfMeasuringEverything(final int count, final int width, final int side, final int clusters) {
        for (long seed = 0; seed < 5; seed++) {
            final var points = grid(count, width, side, seed);
            same(points, Arrays.copyOf(points.values(), clusters * width), 30);
        }
    }

    @ParameterizedTest
    @CsvSource({"20000,8,20,10", "20000,8,20,100", "9000,3,5,17", "6000,16,40,30"})
    void theResultIsThatOfMeasuringEverythingOnRealNumbers(final int count, final int width, final int blobs, final int clusters) {
        for (final int most : new int[] {1, 2, 5, 25}) {
            final var points = cloud(count, width, blobs, clusters);
            final var start = Arrays.copyOf(points.values(), clusters * width);
            final var lloyd = new Lloyd(points, units(points), null, start, null, ALONE);
            lloyd.run(most, 0);
            final var plain = new Plain(points, start, most);
            assertArrayEquals(plain.labels, lloyd.labels());
            assertArrayEquals(plain.centers, lloyd.centers(), 1e-9);
        }
    }

    private static void same(final Points points, final double[] start, final int most) {
        final var lloyd = new Lloyd(points, units(points), null, start, null, ALONE);
        lloyd.run(most, 0);
        final var plain = new Plain(points, start, most);
        assertEquals(plain.iterations, lloyd.iterations());
        assertArrayEquals(plain.centers, lloyd.centers());
        assertArrayEquals(plain.labels, lloyd.labels());
    }

    private static ExactSums.Units units(final Points points) {
        return ExactSums.Units.of(points, Spread.of(points.unweighted(), ALONE));
    }

    @Test
    void farAwayAndTinyNumbersAreTakenAsTheyAre() {
        for (final double scale : new double[] {1e-60, 1e60}) {
            final var near = cloud(3000, 4, 6, 3);
            final var values = Arrays.stream(near.values()).map(value -> 1e6 * scale + value * scale).toArray();
            final var points = new Points(values, null, 3000, 4);
            final var start = Arrays.copyOf(values, 4 * 15);
            final var lloyd = new Lloyd(points, units(points), null, start, null, ALONE);
            lloyd.run(50, 0);
            assertArrayEquals(new Plain(points, start, 50).labels, lloyd.labels());
        }
    }

    @Test
    void everyThreadCountGivesTheSameBits() {
        final var points = cloud(60_000, 6, 12, 9);
        final var start = Arrays.copyOf(points.values(), 6 * 30);
        double[] centers = null;
        int[] labels = null;
        double inertia = 0;
        try (var helpers = Executors.newCachedThreadPool()) {
            for (final int threads : new int[] {1, 2, 7}) {
                final var lloyd = new Lloyd(points, units(points), null, start, null, new LocalRun(Progress.NONE, 1, threads, Long.MAX_VALUE, helpers));
                lloyd.run(15, 0);
                if (centers == null) {
                    centers = lloyd.centers();
                    labels = lloyd.labels();
                    inertia = lloyd.inertia();
                }
                assertArrayEquals(centers, lloyd.centers());
                assertArrayEquals(labels, lloyd.labels());
                assertEquals(inertia, lloyd.inertia());
            }
        }
    }

    @Test
    void aWeightOfTwoIsARowTwice() {
        final var once = grid(400, 3, 6, 4);
        final var random = new SplittableRandom(8);
        final var weights = new double[400];
        Arrays.setAll(weights, i -> random.nextInt(4));
        Arrays.fill(weights, 0, 5, 1);
        final var repeated = new double[3 * (int) Arrays.stream(weights).sum()];
        int at = 0;
        for (int i = 0; i < 400; i++) {
            for (int times = 0; times < weights[i]; times++) {
                System.arraycopy(once.values(), 3 * i, repeated, at, 3);
                at += 3;
            }
        }
        final var start = Arrays.copyOf(once.values(), 3 * 5);
        final var weighted = new Points(once.values(), weights, 400, 3);
        final var one = new Lloyd(weighted, units(weighted), null, start, null, ALONE);
        one.run(100, 0);
        final var all = new Points(repeated, null, repeated.length / 3, 3);
        final var other = new Lloyd(all, units(all), null, start, null, ALONE);
        other.run(100, 0);
        assertArrayEquals(other.centers(), one.centers(), 1e-12);
        assertEquals(other.inertia(), one.inertia(), 1e-9);
    }
}
