// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Measures against their definitions. */
class QualityTest {

    private static final Target YES_OR_NO = Target.none("bought", List.of("no", "yes"));

    private static Quality of(final double[] truths, final double... shares) {
        final var answers = new double[2 * shares.length];
        for (int i = 0; i < shares.length; i++) {
            answers[2 * i] = 1 - shares[i];
            answers[2 * i + 1] = shares[i];
        }
        final var weights = new double[truths.length];
        Arrays.fill(weights, 1);
        return new Quality(YES_OR_NO, truths, weights, answers, () -> { });
    }

    @Test
    void measuresOfFourRowsAreThoseOfTheTextbook() {
        final var metrics = of(new double[] {0, 0, 1, 1}, .1, .4, .35, .8).metrics();
        assertEquals(.75, metrics.get("auc"), 1e-15);
        assertEquals(.8333333333333333, metrics.get("average-precision"), 1e-15);
        assertEquals(.75, metrics.get("accuracy"), 1e-15);
        assertEquals(-Math.log(.9 * .6 * .35 * .8) / 4, metrics.get("log-loss"), 1e-13);
        assertEquals((.01 + .16 + .4225 + .04) / 4, metrics.get("brier"), 1e-15);
    }

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        final var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            final int rows = 2 + random.nextInt(40);
            final var truths = random.ints(rows, 0, 2).asDoubleStream().toArray();
            truths[0] = 0;
            truths[1] = 1;
            final var shares = random.ints(rows, 0, 8).mapToDouble(each -> each / 8.0).toArray();
            double right = 0;
            double pairs = 0;
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < rows; j++) {
                    if (truths[i] == 1 && truths[j] == 0) {
                        pairs++;
                        right += shares[i] > shares[j] ? 1 : shares[i] == shares[j] ? .5 : 0;
                    }
                }
            }
            assertEquals(right / pairs, of(truths, shares).metrics().get("auc"), 1e-12);
        }
    }

    @Test
    void liftCutsThroughRowsOfEqualProbability() {
        final var truths = new double[20];
        final var shares = new double[20];
        Arrays.fill(shares, .3);
        truths[0] = 1;
        truths[7] = 1;
        assertEquals(1, of(truths, shares).metrics().get("lift-10"), 1e-12);
        shares[0] = .9;
        assertEquals((1 + 1.0 / 19) / .2, of(truths, shares).metrics().get("lift-10"), 1e-12);
    }

    @Test
    void whatIsNotDefinedIsLeftOut() {
        final var metrics = of(new double[] {1, 1}, .4, .6).metrics();
        assertFalse(metrics.containsKey("auc"));
        assertTrue(metrics.values().stream().allMatch(Double::isFinite));
        final var numbers = new Quality(Target.none("y", List.of()), new double[] {2, 2}, new double[] {1, 1}, new double[] {1, 3}, () -> { }).metrics();
        assertFalse(numbers.containsKey("r2"));
        assertEquals(1, numbers.get("rmse"));
    }

    @Test
    void aWeightCountsLikeSoManyRows() {
        final var once = new Quality(YES_OR_NO, new double[] {0, 1, 1}, new double[] {2, 1, 3}, new double[] {.6, .4, .7, .3, .2, .8}, () -> { });
        final var often = of(new double[] {0, 0, 1, 1, 1, 1}, .4, .4, .3, .8, .8, .8);
        often.metrics().forEach((name, value) -> assertEquals(value, once.metrics().get(name), 1e-12, name));
    }

    @Test
    void noiseIsNoBetterThanTheBaselineAndASignalIs() {
        final var random = new Random(3);
        int wrong = 0;
        for (int round = 0; round < 200; round++) {
            final var truths = random.doubles(200).map(each -> each < .3 ? 1 : 0).toArray();
            final var noise = of(truths, random.doubles(200).toArray());
            final var flat = new double[200];
            Arrays.fill(flat, .3);
            wrong += Verdict.of(YES_OR_NO, noise, of(truths, flat)).better() ? 1 : 0;
            final var signal = of(truths, Arrays.stream(truths).map(each -> (each + random.nextDouble()) / 2).toArray());
            assertTrue(Verdict.of(YES_OR_NO, signal, of(truths, flat)).better());
        }
        assertTrue(wrong <= 6, wrong + " of 200 times noise passed for a signal");
    }

    @Test
    void calibrationMakesSharesTrue() {
        final var random = new Random(5);
        final int rows = 20_000;
        final var truths = new double[rows];
        final var said = new double[rows];
        final var weights = new double[rows];
        Arrays.fill(weights, 1);
        for (int i = 0; i < rows; i++) {
            final double share = random.nextDouble();
            truths[i] = random.nextDouble() < share ? 1 : 0;
            final double odds = share / (1 - share);
            said[i] = odds * odds * odds / (1 + odds * odds * odds);
        }
        final double before = of(truths, said).metrics().get("ece");
        for (final var method : List.of(LearningParameters.ISOTONIC, LearningParameters.PLATT)) {
            final var curve = Calibration.of(method, said, truths, weights, Quiet.RUN);
            final var after = of(truths, Arrays.stream(said).map(curve::apply).toArray());
            assertTrue(after.metrics().get("ece") < .015 && before > .1, method + ' ' + before + ' ' + after.metrics().get("ece"));
            double last = 0;
            for (double p = 0; p <= 1; p += .001) {
                assertTrue(curve.apply(p) >= last, method);
                last = curve.apply(p);
            }
        }
    }

    @Test
    void isotonicCurvesAreThoseOfPooledNeighbours() {
        final var curve = Calibration.of(LearningParameters.ISOTONIC, new double[] {.1, .2, .3, .4, .5}, new double[] {0, 1, 0, 1, 1},
                new double[] {1, 1, 1, 1, 1},
                Quiet.RUN);
        assertEquals(1 / 7.0, curve.apply(.05), 1e-15);
        assertEquals(.5, curve.apply(.25), 1e-15);
        assertEquals(6 / 7.0, curve.apply(.9), 1e-15);
    }
}
