// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** The formulas of the processes against the published ones, worked out the slow way, and against simulated customers. */
class ProcessTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);
    private static final BetaGeometric PAPER = new BetaGeometric(.243, 4.414, .793, 2.426, 0);

    /** The hypergeometric function by its series. */
    private static double hypergeometric(final double a, final double b, final double c, final double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < 100_000 && Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
        }
        return sum;
    }

    /** Fader, Hardie and Lee, 2005, equation 10. */
    private static double published(final BetaGeometric p, final double x, final double tx, final double age, final double t) {
        final double whole = p.a() + p.b() + x - 1;
        final double top = whole / (p.a() - 1) * (1 - Math.pow((p.alpha() + age) / (p.alpha() + age + t), p.r() + x)
                * hypergeometric(p.r() + x, p.b() + x, whole, t / (p.alpha() + age + t)));
        return top / (1 + (x > 0 ? p.a() / (p.b() + x - 1) * Math.pow((p.alpha() + age) / (p.alpha() + tx), p.r() + x) : 0));
    }

    @ParameterizedTest
    @CsvSource({"2, 30.43, 38.86, 39", "0, 0, 38.86, 39", "1, 1.71, 38.86, 10", "29, 36.86, 37.9, 39", "7, 30, 30, .1", "3, 20, 27, 200"})
    void expectationsAreThoseOfThePaper(final double x, final double tx, final double age, final double ahead) {
        final double expected = published(PAPER, x, tx, age, ahead);
        assertEquals(expected, PAPER.expected(x, tx, age, ahead), 1e-9 * expected);
    }

    @Test
    void expectedRepeatPurchasesOverTimeAreThePublishedOnes() {
        final double[][] known = {{.1429, .0078}, {1, .0532}, {3, .1506}, {31.8571, 1.0405}, {32, 1.0437}, {78, 1.8576}};
        final var fitted = new BetaGeometric(.24259291, 4.4135317, .79288626, 2.42575406, 0);
        for (final double[] each : known) {
            assertEquals(each[1], fitted.expected(each[0]), each[0] == 78 ? 4e-4 : 5e-5);
        }
        assertEquals(1.226, PAPER.expected(2, 30.43, 38.86, 39), 5e-4);
    }

    @Test
    void thereIsNoPoleWhereTheFirstParameterIsOne() {
        final var below = new BetaGeometric(.5, 6, 1 - 1e-7, 1.6, 0);
        final var at = new BetaGeometric(.5, 6, 1, 1.6, 0);
        assertEquals(below.expected(3, 10, 20, 30), at.expected(3, 10, 20, 30), 1e-6);
        final var pole = new Pareto(.5, 10, 1, 12);
        assertEquals(new Pareto(.5, 10, 1 - 1e-7, 12).expected(3, 10, 20, 30), pole.expected(3, 10, 20, 30), 1e-6);
        // where a + b is 1 the published formula divides by nothing
        final var edge = new BetaGeometric(.5, 6, .4, .6, 0);
        assertEquals(new BetaGeometric(.5, 6, .4, .6 + 1e-7, 0).expected(8), edge.expected(8), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(ProcessFit.Model.class)
    void theGradientIsTheSlopeOfTheLikelihood(final ProcessFit.Model model) {
        final var groups = new Groups(6, new int[0], new double[] {0, 0, 1, 2, 7, 40}, new double[] {0, 0, 3, 30, 12, 35}, new double[] {27, 39, 30, 38, 28,
                36},
                new double[] {900, 800, 50, 40, 3, 1});
        final var likelihood = model.likelihood(groups, 39, RUN);
        final var random = new SplittableRandom(3);
        for (int trial = 0; trial < 50; trial++) {
            final var point = random.doubles(4, -3, 2).toArray();
            final var gradient = new double[4];
            final var ignored = new double[4];
            likelihood.value(point, gradient);
            for (int j = 0; j < 4; j++) {
                final var moved = point.clone();
                moved[j] += 1e-5;
                final double above = likelihood.value(moved, ignored);
                moved[j] -= 2e-5;
                assertEquals((above - likelihood.value(moved, ignored)) / 2e-5, gradient[j], 1e-7 * (1 + Math.abs(gradient[j])));
            }
        }
    }

    /** Fader and Hardie, A Note on Deriving the Pareto/NBD Model, 2005, with its hypergeometric functions. */
    private static double pareto(final double[] p, final double x, final double tx, final double age) {
        final double r = p[0];
        final double s = p[2];
        final double gap = Math.abs(p[1] - p[3]);
        final double larger = Math.max(p[1], p[3]);
        final double second = p[1] >= p[3] ? s + 1 : r + x;
        final double all = r + s + x;
        final double soon = hypergeometric(all, second, all + 1, gap / (larger + tx)) / Math.pow(larger + tx, all);
        final double late = hypergeometric(all, second, all + 1, gap / (larger + age)) / Math.pow(larger + age, all);
        return LogGamma.value(r + x) - LogGamma.value(r) + r * Math.log(p[1]) + s * Math.log(p[3])
                + Math.log(Math.pow(p[1] + age, -r - x) * Math.pow(p[3] + age, -s) + s / all * (soon - late));
    }

    @Test
    void theParetoLikelihoodIsThePublishedOne() {
        for (final double[] p : new double[][] {{.553, 10.578, .606, 11.669}, {2, 30, .3, 4}, {.2, 1, 3, 70}}) {
            for (final double[] customer : new double[][] {{2, 30.43, 38.86}, {0, 0, 38.86}, {1, 1.71, 27}, {29, 37, 38.86}, {12, 38.86, 38.86}}) {
                final var one = new Groups(1, new int[1], new double[] {customer[0]}, new double[] {customer[1]}, new double[] {customer[2]}, new double[] {1});
                final double expected = pareto(p, customer[0], customer[1], customer[2]);
                final var likelihood = new ParetoLikelihood(one, 1, RUN);
                assertEquals(expected, likelihood.logarithm(Arrays.stream(p).map(Math::log).toArray()), 1e-9 * (1 + Math.abs(expected)),
                        Arrays.toString(customer));
            }
        }
    }

    @Test
    void sharesOfCustomersAreThoseOfSimulatedOnes() {
        for (final int early : new int[] {0, 1}) {
            final var process = new BetaGeometric(.9, 5, 1.2, 2.5, early);
            final var shares = new double[6];
            process.shares(20, shares);
            assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
            final var random = new SplittableRandom(17);
            final int customers = 200_000;
            final var counts = new double[6];
            double all = 0;
            for (int i = 0; i < customers; i++) {
                final int bought = Buyers.purchases(process, 20, random).size();
                counts[Math.min(5, bought)]++;
                all += bought;
            }
            for (int n = 0; n < 6; n++) {
                assertEquals(shares[n], counts[n] / customers, 4e-3);
            }
            assertEquals(process.expected(20), all / customers, .02 * process.expected(20));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void parametersOfSimulatedCustomersAreFoundAgain(final int early) {
        final var truth = new BetaGeometric(.7, 6, .9, 2.2, early);
        final var histories = Buyers.histories(truth, 60_000, 52, 5);
        final var groups = Groups.of(histories, RUN);
        final var fit = ProcessFit.of(early == 1 ? ProcessFit.Model.MBG_NBD : ProcessFit.Model.BG_NBD, groups, RUN);
        assertEquals(Search.Kind.FOUND, fit.kind());
        assertEquals(.7, fit.process().values()[0], .03);
        assertEquals(6, fit.process().values()[1], .3);
        assertEquals(.9 / 3.1, fit.process().values()[2] / (fit.process().values()[2] + fit.process().values()[3]), .02);
        assertTrue(fit.steps() < 60, fit.steps() + " steps");
    }

    @Test
    void whereNobodySeemsToStopTheFitSaysSo() {
        final var histories = Buyers.histories(new BetaGeometric(3, 6, 1e-9, 5, 0), 2_000, 52, 9);
        final var fit = ProcessFit.of(ProcessFit.Model.BG_NBD, Groups.of(histories, RUN), RUN);
        assertEquals(Search.Kind.HELD, fit.kind());
        assertTrue(fit.away().contains("a") || fit.away().contains("b"), fit.away().toString());
        assertEquals(3, fit.process().values()[0], .3);
        assertTrue(fit.process().alive(10, 50, 52) > .99);
    }
}
