// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Segments leave out measurements, never a nearer center. */
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
                assertTrue(found <= points.squared(i, start.centers(), c), i + " is nearer to " + c);
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
