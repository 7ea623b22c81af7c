// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** A grid and a tree find the same clusters and the same distances. */
class GridDensityTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    /** Clouds beside a corner, in steps, so that there are equal points, distances that are the reach exactly, and points on the edges of cells. */
    private static Points clouds(final long seed, final int count, final int width, final double step, final double corner) {
        final var random = new SplittableRandom(seed);
        final var values = new double[count * width];
        for (int i = 0; i < count; i++) {
            final double middle = random.nextInt(5) * 40;
            final boolean outlier = random.nextInt(8) == 0;
            for (int j = 0; j < width; j++) {
                values[i * width + j] = corner + step * Math.rint(outlier ? random.nextDouble(-30, 200) : middle + random.nextGaussian() * 8);
            }
        }
        return new Points(values, null, count, width);
    }

    @ParameterizedTest
    @CsvSource({"1,2000,1,1,0,4,9", "2,3000,2,1,0,5,6", "3,4000,3,1,0,9,8", "4,4000,3,.1,1000,.9,5", "5,4000,3,1e-30,0,1e-29,4", "6,4000,3,1e40,-1e42,9e40,3",
        "7,4000,2,1,0,1,2", "8,900,3,1,0,25,1", "9,2000,2,.1,0,.5,12", "10,6000,3,.25,-30,2.5,20", "11,1,3,1,0,1,1", "12,500,3,0,7,1,600", "13,200,3,0,7,1,3"})
    void findsWhatATreeFinds(final long seed, final int count, final int width, final double step, final double corner, final double eps, final int enough) {
        final var points = clouds(seed, count, width, step, corner);
        final var grid = CellGrid.of(points, eps, RUN);
        assertEquals(seed != 12, grid.isPresent(), "cells that are not crowded");
        if (grid.isEmpty()) {
            return;
        }
        final var density = new GridDensity(grid.orElseThrow(), RUN);
        final var tree = new TreeDensity(points, eps, RUN);
        final var sample = new int[Math.min(count, 300)];
        Arrays.setAll(sample, i -> i * (count / sample.length));
        for (final int neighbours : new int[] {1, Math.min(count, 7), Math.min(count, 190)}) {
            assertArrayEquals(tree.reaches(sample, neighbours), density.reaches(sample, neighbours));
        }
        final var cores = new boolean[count];
        final var expectedCores = new boolean[count];
        assertArrayEquals(tree.labels(enough, expectedCores), density.labels(enough, cores));
        assertArrayEquals(expectedCores, cores);
    }

    @Test
    void threadsDoNotMatter() {
        final var points = clouds(20, 30_000, 3, .5, 0);
        final var cores = new boolean[points.count()];
        final var expected = new TreeDensity(points, 2.4, RUN).labels(8, cores);
        assertTrue(Arrays.stream(expected).max().orElseThrow() > 3);
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 20; round++) {
                final var run = new LocalRun(Progress.NONE, 0, 3, 1L << 30, pool);
                final var found = new boolean[cores.length];
                assertArrayEquals(expected, new GridDensity(CellGrid.of(points, 2.4, run).orElseThrow(), run).labels(8, found));
                assertArrayEquals(cores, found);
            }
        }
    }

    @Test
    void fewCellsForManyPointsManyForFewAndStrangeReachesAreLeftToTheTree() {
        final var points = clouds(30, 3000, 2, 1, 0);
        assertTrue(CellGrid.of(points, 500, RUN).isEmpty());
        assertTrue(CellGrid.of(points, 1e-3, RUN).isEmpty());
        assertTrue(CellGrid.of(points, Double.MIN_NORMAL, RUN).isEmpty());
        assertTrue(CellGrid.of(points, 1e119, RUN).isEmpty());
        assertTrue(CellGrid.of(clouds(31, 3000, 4, 1, 0), 30, RUN).isEmpty());
    }
}
