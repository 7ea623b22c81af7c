// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Segments leave out measurements, never a nearer center; rounding may only take one that is as near but for a thousandth. */
class SeedingTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 11, 1, Long.MAX_VALUE, Runnable::run);

    @ParameterizedTest
    @CsvSource({"9000,3,40", "20000,8,100", "5000,1,17", "4097,2,9"})
    void everyPointKnowsItsNearestSeed(final int count, final int width, final int clusters) {
        final var points = Clouds.points(Clouds.rows(count, count, width, 0));
        final var start = new Seeding(points, clusters, RUN, 3).careful(new RoundedPoints(points, RUN));
        for (int i = 0; i < count; i++) {
            final double found = points.squared(i, start.centers(), start.guess()[i]);
            for (int c = 0; c < clusters; c++) {
                assertTrue(found <= 1.001 * points.squared(i, start.centers(), c), i + " is nearer to " + c);
            }
        }
        assertEquals(clusters, Arrays.stream(start.guess()).distinct().count());
    }

    @Test
    void seedsDoNotDependOnThreads() {
        final var points = Clouds.points(Clouds.rows(5, 30_000, 4, .1));
        final var rounded = new RoundedPoints(points, RUN);
        final var expected = new Seeding(points, 50, RUN, 1).careful(rounded);
        try (var pool = Executors.newFixedThreadPool(6)) {
            final var found = new Seeding(points, 50, new LocalRun(Progress.NONE, 11, 7, Long.MAX_VALUE, pool), 1).careful(rounded);
            assertArrayEquals(expected.centers(), found.centers());
            assertArrayEquals(expected.guess(), found.guess());
        }
    }

    /** A power of two takes no bit from a number, so it may change nothing. */
    @ParameterizedTest
    @ValueSource(ints = {-100, -40, 40, 100})
    void seedsDoNotDependOnTheUnit(final int exponent) {
        final var points = Clouds.points(Clouds.rows(7, 20_000, 3, .1));
        final var expected = new Seeding(points, 60, RUN, 4).careful(new RoundedPoints(points, RUN));
        final var values = Arrays.stream(points.values()).map(value -> Math.scalb(value, exponent)).toArray();
        final var scaled = new Points(values, null, points.count(), points.width());
        assertArrayEquals(expected.guess(), new Seeding(scaled, 60, RUN, 4).careful(new RoundedPoints(scaled, RUN)).guess());
    }

    /** Two heaps so far from each other that rounded numbers do not tell their points apart. */
    @Test
    void pointsThatRoundingMakesEqualAreToldApart() {
        final var rows = Clouds.rows(8, 12_000, 2, 0);
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = rows[i][0] * 1e-6 + (i % 2 == 0 ? -1e4 : 1e4);
            rows[i][1] *= 1e-6;
        }
        final var points = Clouds.points(rows);
        final var start = new Seeding(points, 30, RUN, 5).careful(new RoundedPoints(points, RUN));
        assertEquals(30, Arrays.stream(start.guess()).distinct().count());
        for (int i = 0; i < rows.length; i++) {
            final double found = points.squared(i, start.centers(), start.guess()[i]);
            for (int c = 0; c < 30; c++) {
                assertTrue(found <= 1.001 * points.squared(i, start.centers(), c), i + " is nearer to " + c);
            }
        }
    }

    /** Where one number is beyond all measure, the others still get seeds of their own. */
    @ParameterizedTest
    @ValueSource(doubles = {1e12, 1e40, 1e100})
    void anOutlierLeavesSeedsToOthers(final double far) {
        final var rows = Clouds.rows(9, 5_000, 2, 0);
        rows[4_321][1] = far;
        final var points = Clouds.points(rows);
        final var start = new Seeding(points, 12, RUN, 6).careful(new RoundedPoints(points, RUN));
        final var seeds = new Points(start.centers(), null, 12, 2);
        assertEquals(12, DistinctPoints.count(seeds, 13, () -> { }));
        assertEquals(1, IntStream.range(0, 12).filter(c -> start.centers()[2 * c + 1] == far).count());
    }

    @Test
    void rowsThatDoNotCountAreNoSeeds() {
        final var rows = Clouds.rows(6, 6_000, 2, 0);
        final var weights = new double[rows.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 100 == 0 ? 1 + i % 7 : 0;
            rows[i][0] += i % 100 == 0 ? 1_000 : 0;
        }
        final var points = new Points(Clouds.points(rows).values(), weights, rows.length, 2);
        final var start = new Seeding(points, 20, RUN, 2).careful(new RoundedPoints(points, RUN));
        for (int c = 0; c < 20; c++) {
            assertTrue(start.centers()[2 * c] > 500);
        }
    }
}
