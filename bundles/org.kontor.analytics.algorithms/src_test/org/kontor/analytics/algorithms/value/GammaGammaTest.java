// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.Cdnow;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.core.problem.ProblemException;

class GammaGammaTest {

    private static Dataset features(final double[] x, final double[] mean) {
        return new Dataset(Frame.of(NumberColumn.of("x", x), NumberColumn.of("mean", mean)), Map.of(Role.FEATURES, List.of("x", "mean")));
    }

    @Test
    void thePublishedFit() throws IOException {
        final var result = PurchaseMethodTest.run(new GammaGamma(),
                new Dataset(Cdnow.summary(), Map.of(Role.ID, List.of("id"), Role.FEATURES, List.of("frequency", "mean"))));
        assertEquals(946, result.metric("customers"));
        assertEquals(6.24880276, result.metric("p"), 1e-6);
        assertEquals(3.74458808, result.metric("q"), 1e-6);
        assertEquals(15.44774533, result.metric("v"), 1e-5);
        assertEquals(.1139, result.metric("correlation"), 5e-5);
        final var expected = result.table("customers").orElseThrow().frame().column("expected-mean");
        final double[] published = {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};
        for (int i = 0; i < published.length; i++) {
            assertEquals(published[i], expected.number(i), 1e-2);
        }
    }

    @Test
    void ordersGiveNearlyTheSame() throws IOException {
        final var result = PurchaseMethodTest.run(new GammaGamma(), Cdnow.sample(true), "observation-end", "1997-09-30");
        assertEquals(946, result.metric("customers"));
        assertEquals(6.249, result.metric("p"), .02);
        assertEquals(35.17, result.metric("population-mean"), .01);
    }

    @Test
    void theLikelihoodIsThePublishedOneAtItsTop() {
        final var random = new SplittableRandom(8);
        final double[] x = new double[400];
        final double[] mean = new double[400];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 + random.nextInt(6);
            final double rate = Buyers.gamma(3.5, random) / 20;
            mean[i] = Buyers.gamma(5 * x[i], random) / rate / x[i];
        }
        final var result = PurchaseMethodTest.run(new GammaGamma(), features(x, mean));
        final double top = result.metric("log-likelihood");
        final double p = result.metric("p");
        final double q = result.metric("q");
        final double v = result.metric("v");
        assertEquals(logarithm(p, q, v, x, mean), top, 1e-8 * Math.abs(top));
        assertEquals(5, p, 2.5);
        for (final double factor : new double[] {.99, 1.01}) {
            assertTrue(logarithm(p * factor, q, v, x, mean) < top);
            assertTrue(logarithm(p, q * factor, v, x, mean) < top);
            assertTrue(logarithm(p, q, v * factor, x, mean) < top);
        }
    }

    /** Fader and Hardie, 2013, equation 1a, row by row. */
    private static double logarithm(final double p, final double q, final double v, final double[] x, final double[] mean) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += LogGamma.value(p * x[i] + q) - LogGamma.value(p * x[i]) - LogGamma.value(q) + q * Math.log(v) + (p * x[i] - 1) * Math.log(mean[i])
                    + p * x[i] * Math.log(x[i]) - (p * x[i] + q) * Math.log(x[i] * mean[i] + v);
        }
        return sum;
    }

    @Test
    void oddMoneyIsSaid() {
        final var result = PurchaseMethodTest.run(new GammaGamma(), features(new double[] {2, 3, 1, 4, 2, 1.5}, new double[] {10, 12, 0, -5, Double.NaN, 3}));
        assertEquals(2, result.metric("customers"));
        assertEquals(List.of("nbd.missing", "gamma-gamma.wrong", "gamma-gamma.unpaid", "nbd.few"),
                result.warnings().stream().map(each -> each.code()).filter(code -> !code.equals("nbd.held") && !code.equals("gamma-gamma.correlated")).toList());
        assertTrue(result.table("customers").orElseThrow().frame().column("expected-mean").isMissing(2));
        assertEquals("gamma-gamma.nobody-pays",
                assertThrows(ProblemException.class, () -> PurchaseMethodTest.run(new GammaGamma(), features(new double[] {0, 1}, new double[] {5,
                        0}))).problem().code());
    }

    @Test
    void equalCustomersAreNoEndlessSearch() {
        final var result = PurchaseMethodTest.run(new GammaGamma(), features(new double[] {2, 2, 2, 2}, new double[] {10, 10, 10, 10}));
        assertTrue(result.warnings().stream().anyMatch(each -> each.code().equals("nbd.held")));
        assertEquals(10, result.table("customers").orElseThrow().frame().column("expected-mean").number(0), .5);
    }
}
