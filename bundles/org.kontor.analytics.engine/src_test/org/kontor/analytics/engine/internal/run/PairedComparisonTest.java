// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.run.Randomness;

final class PairedComparisonTest {

    /** The definition: pairs of a hit and a miss in the right order, ties half; DeLong's covariance by its sums. */
    private static double[] byDefinition(final boolean[] hit, final double[][] scores) {
        final int[] hits = IntStream.range(0, hit.length).filter(row -> hit[row]).toArray();
        final int[] misses = IntStream.range(0, hit.length).filter(row -> !hit[row]).toArray();
        final var areas = new double[2];
        final var v10 = new double[2][hits.length];
        final var v01 = new double[2][misses.length];
        for (int model = 0; model < 2; model++) {
            for (int i = 0; i < hits.length; i++) {
                for (int j = 0; j < misses.length; j++) {
                    final double psi = (Math.signum(scores[model][hits[i]] - scores[model][misses[j]]) + 1) / 2;
                    v10[model][i] += psi / misses.length;
                    v01[model][j] += psi / hits.length;
                    areas[model] += psi / hits.length / misses.length;
                }
            }
        }
        final double variance = covariance(v10, areas) / hits.length + covariance(v01, areas) / misses.length;
        return new double[] {areas[0], areas[1], Math.sqrt(variance)};
    }

    private static double covariance(final double[][] parts, final double[] areas) {
        double sum = 0;
        for (int i = 0; i < parts[0].length; i++) {
            final double difference = parts[1][i] - areas[1] - (parts[0][i] - areas[0]);
            sum += difference * difference;
        }
        return sum / (parts[0].length - 1);
    }

    @Test
    void areasAndTheirIntervalAreThoseOfTheDefinition() {
        for (int seed = 0; seed < 50; seed++) {
            final var random = Randomness.of(seed, 1);
            final int rows = 10 + random.nextInt(60);
            final var hit = new boolean[rows];
            final var scores = new double[2][rows];
            for (int row = 0; row < rows; row++) {
                hit[row] = row < 2 || row > 3 && random.nextDouble() < .4;
                scores[0][row] = random.nextInt(8) / 8.0;
                scores[1][row] = Math.clamp(.3 * random.nextDouble() + (hit[row] ? .3 : 0), 0, 1);
            }
            final var expected = byDefinition(hit, scores);
            final var area = PairedComparison.probabilities(hit, scores[0], scores[1]).getFirst();
            assertEquals(expected[0], area.champion(), 1e-12);
            assertEquals(expected[1], area.challenger(), 1e-12);
            assertEquals(1.959_963_985 * 2 * expected[2], area.upper() - area.lower(), 1e-9);
        }
    }

    @Test
    void theSameAnswersDifferByNothing() {
        final var hit = new boolean[] {true, false, true, false};
        final var scores = new double[] {.9, .2, .6, .7};
        for (final var measure : PairedComparison.probabilities(hit, scores, scores)) {
            assertEquals(0, measure.difference());
            assertEquals(0, measure.upper() - measure.lower());
            assertFalse(measure.better() || measure.worse());
        }
    }

    @Test
    void ofOneClassOnlyTheLogLossIsTold() {
        final var measures = PairedComparison.probabilities(new boolean[] {true, true}, new double[] {.5, .5}, new double[] {1, 0});
        assertEquals(1, measures.size());
        assertEquals(Math.log(2), measures.getFirst().champion(), 1e-12);
        assertTrue(Double.isFinite(measures.getFirst().challenger()));
    }

    @Test
    void theIntervalOfErrorsIsPairedAndHoldsWhatItPromises() {
        int held = 0;
        for (int seed = 0; seed < 300; seed++) {
            final var random = Randomness.of(seed, 2);
            final var expected = new double[400];
            final var one = new double[400];
            final var other = new double[400];
            for (int row = 0; row < expected.length; row++) {
                // errors of both have much in common; those of the second are less: true roots are sqrt(1 + 1/4) and sqrt(1 + 1/16)
                final double common = gauss(random);
                one[row] = common + gauss(random) / 2;
                other[row] = common + gauss(random) / 4;
            }
            final var rmse = PairedComparison.numbers(expected, one, other).getFirst();
            final double truth = Math.sqrt(1.0625) - Math.sqrt(1.25);
            held += rmse.lower() <= truth && truth <= rmse.upper() ? 1 : 0;
        }
        assertTrue(held >= 273 && held <= 297, "held in " + held + " of 300");
    }

    private static double gauss(final Randomness random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    @Test
    void oneRowSaysNothingAboutADifference() {
        final var rmse = PairedComparison.numbers(new double[] {1}, new double[] {2}, new double[] {1}).getFirst();
        assertTrue(Double.isNaN(rmse.lower()) && !rmse.better() && !rmse.worse());
        assertEquals("[true, false]", Arrays.toString(new boolean[] {PairedComparison.classes(new boolean[] {false, false, false},
                new boolean[] {true, true, true}).getFirst().better(), rmse.better()}));
    }
}
