// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.function.DoubleSupplier;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Leaving out centers by rounded numbers changes no bit of what is found. */
class ScreeningTest {

    private static final LocalRun ALONE = new LocalRun(Progress.NONE, 1, 1, Long.MAX_VALUE, Runnable::run);

    private final SplittableRandom random = new SplittableRandom(40);

    private static void assertSame(final Points points, final int clusters, final String what) {
        final var units = ExactSums.Units.of(points, Spread.of(points.unweighted(), ALONE));
        final var start = Arrays.copyOf(points.values(), clusters * points.width());
        final var exact = new Lloyd(points, units, null, start, null, ALONE);
        exact.run(15, 0);
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (final int threads : new int[] {1, 3}) {
                final var screened = new Lloyd(points, units, new RoundedPoints(points, ALONE), start, null,
                        new LocalRun(Progress.NONE, 1, threads, Long.MAX_VALUE, pool));
                screened.run(15, 0);
                assertArrayEquals(exact.labels(), screened.labels(), what);
                assertArrayEquals(exact.centers(), screened.centers(), what);
                assertEquals(exact.iterations(), screened.iterations(), what);
                assertEquals(exact.inertia(), screened.inertia(), what);
            }
        }
    }

    private Points points(final int count, final int width, final DoubleSupplier number) {
        final var values = new double[count * width];
        Arrays.setAll(values, i -> number.getAsDouble());
        return new Points(values, null, count, width);
    }

    @Test
    void clouds() {
        for (final int width : new int[] {1, 2, 3, 8, 17}) {
            for (final int clusters : new int[] {1, 2, 7, 40, 130}) {
                assertSame(points(3 * RoundedPoints.TILE + 77, width, () -> random.nextInt(5) * 4 + random.nextGaussian()), clusters, width + " x " + clusters);
            }
        }
    }

    /** Whole numbers are as near to several centers again and again. */
    @Test
    void ties() {
        for (final int width : new int[] {1, 2, 4}) {
            assertSame(points(2_500, width, () -> random.nextInt(7)), 30, "grid of " + width);
            assertSame(points(2_500, width, () -> random.nextInt(7)), 300 / width, "grid of " + width + " with bounds");
        }
    }

    @Test
    void numbersOfAllSizes() {
        for (final double size : new double[] {1e-300, 1e-160, 1e-30, 1e12, 1e40, 1e140}) {
            assertSame(points(2_100, 3, () -> size * random.nextGaussian()), 9, "size " + size);
        }
        assertSame(points(2_100, 3, () -> 1e9 + random.nextGaussian()), 9, "far from zero");
        assertSame(points(2_100, 3, () -> random.nextInt(500) == 0 ? 1e30 * random.nextGaussian() : random.nextGaussian()), 9, "outliers");
        assertSame(points(2_100, 3, () -> random.nextInt(500) == 0 ? 1e5 * random.nextGaussian() : random.nextGaussian()), 90, "near outliers");
        assertSame(points(2_100, 2, () -> 5), 1, "a single place");
    }

    @Test
    void weights() {
        final var rows = points(4_000, 4, () -> random.nextInt(3) * 5 + random.nextGaussian());
        final var weights = new double[rows.count()];
        Arrays.setAll(weights, i -> random.nextInt(4) * .5);
        assertSame(new Points(rows.values(), weights, rows.count(), rows.width()), 80, "weights");
    }

    /** Errors are as large as promised at most, and not so large that nothing is certain. */
    @Test
    void errorsAreBounded() {
        final var rows = points(RoundedPoints.TILE, 6, () -> 300 + random.nextGaussian());
        final var rounded = new RoundedPoints(rows, ALONE);
        final double[] centers = Arrays.copyOf(rows.values(), 20 * 6);
        final var round = rounded.centers(centers);
        final var least = new float[RoundedPoints.TILE];
        final var second = new float[RoundedPoints.TILE];
        final var which = new int[RoundedPoints.TILE];
        VectorKernels.plain().distances().least(rounded.values, 0, RoundedPoints.STRIDE, RoundedPoints.TILE, 6, round.factors(), 20, least, second, which);
        final float wrong = rounded.error(0, round);
        final float[] above = rounded.lengths.clone();
        final float[] below = rounded.lengths.clone();
        RoundedPoints.distances(above, least, RoundedPoints.SURE * wrong, RoundedPoints.TILE);
        RoundedPoints.distances(below, least, -RoundedPoints.SURE * wrong, RoundedPoints.TILE);
        int certain = 0;
        for (int i = 0; i < RoundedPoints.TILE; i++) {
            final double distance = Math.sqrt(rows.squared(i, centers, which[i]));
            assertTrue(below[i] * rounded.below() <= distance && distance <= above[i] * rounded.above(), "row " + i);
            certain += second[i] - least[i] > 2 * wrong ? 1 : 0;
        }
        assertTrue(certain > .99 * RoundedPoints.TILE, certain + " certain");
    }
}
