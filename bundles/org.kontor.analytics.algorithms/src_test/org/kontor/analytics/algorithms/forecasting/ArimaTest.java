// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.forecasting.ArimaForecaster.Wish;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.problem.ProblemException;

/** Models of differences, past values and past errors. */
class ArimaTest {

    private static Fit fit(final double[] series, final int cycle, final int[] near, final int[] far, final boolean logarithms) {
        return new ArimaForecaster(new Wish(Optional.of(near), Optional.of(far), Optional.empty(), logarithms)).fit(series, cycle, () -> { });
    }

    private static double number(final Fit fit, final String name) {
        return fit.numbers().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow().value();
    }

    /** The likelihood by the whole matrix of covariances. */
    private static double byMatrix(final double[] series, final double[] ar, final double[] ma) {
        final int count = series.length;
        final int far = 4_000;
        final var psi = new double[far];
        for (int j = 0; j < far; j++) {
            psi[j] = j == 0 ? 1 : j <= ma.length ? ma[j - 1] : 0;
            for (int i = 1; i <= Math.min(j, ar.length); i++) {
                psi[j] += ar[i - 1] * psi[j - i];
            }
        }
        final var lower = new double[count][count];
        double logs = 0;
        double squares = 0;
        final var solved = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k + i - j < far; k++) {
                    sum += psi[k] * psi[k + i - j];
                }
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
            double sum = series[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * solved[k];
            }
            solved[i] = sum / lower[i][i];
            logs += 2 * Math.log(lower[i][i]);
            squares += solved[i] * solved[i];
        }
        return Math.log(squares / count) + logs / count;
    }

    @Test
    void theFilterGivesTheExactLikelihood() {
        final var random = Randomness.of(5, 5);
        final var series = new double[60];
        Arrays.setAll(series, t -> Normal.next(random));
        final double[][][] models = {{{}, {}}, {{.5}, {}}, {{}, {.7}}, {{.5, -.3}, {.4}}, {{-.4}, {.3, .2, -.5}}, {{0, 0, 0, .6}, {.2}}, {{.2}, {0, 0, 0, -.7}},
            {{1.2, -.5, .1}, {-.6, .1}}};
        for (final double[][] model : models) {
            final var filter = new ArmaFilter(model[0].length, model[1].length, series.length);
            assertEquals(byMatrix(series, model[0], model[1]), filter.deviance(series, model[0], model[1]), 1e-10, Arrays.deepToString(model));
        }
        assertTrue(Double.isInfinite(new ArmaFilter(1, 0, 60).deviance(series, new double[] {1.1}, new double[0])));
    }

    @Test
    void weightsAreThoseOfThePublishedProgram() {
        // Arima(AirPassengers, order, seasonal, method = "ML") of the R package forecast 8.20
        final double[] passengers = Given.passengers();
        final var mixed = fit(passengers, 12, new int[] {2, 0, 1}, new int[] {1, 0, 0}, false);
        assertEquals("ARIMA(2,0,1)(1,0,0)[12] with mean", mixed.model());
        assertEquals(.526368, number(mixed, "ar-1"), 1e-4);
        assertEquals(.409722, number(mixed, "ar-2"), 1e-4);
        assertEquals(.207142, number(mixed, "ma-1"), 3e-4);
        assertEquals(.958628, number(mixed, "sar-1"), 1e-4);
        assertEquals(1158.54335, number(mixed, "aic"), 1e-3);
        assertEquals(1159.15649, number(mixed, "aicc"), 1e-3);
        assertArrayEquals(new double[] {440.403, 414.966, 440.268}, mixed.forecast(3, Randomness.of(1, 1)).mean(), 2e-2);
        final var plain = fit(passengers, 12, new int[] {1, 1, 1}, new int[] {0, 0, 0}, false);
        assertEquals(-.474178653, number(plain, "ar-1"), 1e-4);
        assertEquals(.863471883, number(plain, "ma-1"), 1e-4);
        assertEquals(1394.6832, number(plain, "aic"), 1e-4);
        assertEquals(1013.93272, number(fit(passengers, 12, new int[] {0, 1, 1}, new int[] {2, 1, 1}, false), "aic"), .05);
    }

    @Test
    void theOrderIsFoundStepByStep() {
        assertEquals("ARIMA(2,1,1)(0,1,0)[12]", new ArimaForecaster(Wish.AUTOMATIC).fit(Given.passengers(), 12, () -> { }).model());
        final var random = Randomness.of(9, 1);
        final var walk = new double[200];
        final var noise = new double[200];
        for (int t = 1; t < walk.length; t++) {
            walk[t] = walk[t - 1] + Normal.next(random);
            noise[t] = 5 + Normal.next(random);
        }
        assertEquals(1, UnitRoots.differences(walk));
        assertEquals(0, UnitRoots.differences(noise));
        assertEquals(1, UnitRoots.seasonal(Given.seasonal(96, 2, 1), 12));
        assertEquals(0, UnitRoots.seasonal(noise, 12));
        // a season that grows with the values is as strong as in their logarithms
        final var growing = new double[60];
        Arrays.setAll(growing, t -> Math.exp(.06 * t + (t % 4 == 0 ? .5 : t % 4 == 2 ? -.5 : 0)));
        assertTrue(new Decomposition(growing, 4, false).strength() < .64);
        assertEquals(1, UnitRoots.seasonal(growing, 4));
    }

    @Test
    void differencesAreTakenAndPutBack() {
        final var order = new ArimaOrder(0, 1, 0, 0, 1, 0, 4, false);
        assertArrayEquals(new double[] {1, -1, 0, 0, -1, 1}, order.differences());
        final double[] series = {1, 5, 2, 8, 3, 9, 4, 12, 6};
        assertArrayEquals(new double[] {series[5] - series[4] - series[1] + series[0], series[6] - series[5] - series[2] + series[1],
            series[7] - series[6] - series[3] + series[2], series[8] - series[7] - series[4] + series[3]}, order.difference(series));
        final var line = new double[40];
        Arrays.setAll(line, t -> 3.0 * t + (t % 2 == 0 ? .01 : -.01));
        final var fit = fit(line, 1, new int[] {0, 1, 0}, new int[] {0, 0, 0}, false);
        assertEquals(117, fit.forecast(2, Randomness.of(1, 1)).mean()[0], .1);
        final var drift = new ArimaForecaster(new Wish(Optional.of(new int[] {0, 1, 0}), Optional.empty(), Optional.of(true), false)).fit(line, 1, () -> { });
        assertEquals(3, number(drift, "drift"), 1e-2);
        assertEquals(123, drift.forecast(2, Randomness.of(1, 1)).mean()[1], .1);
    }

    @Test
    void boundsHoldWhatTheySay() {
        int in80 = 0;
        int in95 = 0;
        int count = 0;
        final var random = Randomness.of(77, 1);
        for (int series = 0; series < 60; series++) {
            final var values = new double[106];
            for (int t = 1; t < values.length; t++) {
                values[t] = .7 * values[t - 1] + Normal.next(random);
            }
            final var forecast = new ArimaForecaster(Wish.AUTOMATIC).fit(Arrays.copyOf(values, 100), 1, () -> { }).forecast(6, Randomness.of(1, 1));
            for (int h = 0; h < 6; h++) {
                count++;
                in80 += values[100 + h] >= forecast.low80()[h] && values[100 + h] <= forecast.high80()[h] ? 1 : 0;
                in95 += values[100 + h] >= forecast.low95()[h] && values[100 + h] <= forecast.high95()[h] ? 1 : 0;
            }
        }
        assertEquals(.80, (double) in80 / count, .06);
        assertEquals(.95, (double) in95 / count, .04);
    }

    @Test
    void hardSeriesHaveAForecastOrAReason() {
        for (final double[] values : Given.HARD) {
            for (final var parameters : List.of(Map.<String, String>of(), Map.of("order", "5,2,5", "seasonal-order", "3,1,3"), Map.of("constant", "yes"))) {
                final var result = Given.run(new Arima(), Given.months(Map.of("x", values)), parameters);
                for (final double each : Given.column(result, "forecast", "upper-95")) {
                    assertTrue(Double.isFinite(each), Arrays.toString(values) + parameters);
                }
            }
        }
        final var below = Given.months(Map.of("x", new double[] {1, 0, 2, 4}));
        assertThrows(ProblemException.class, () -> Given.run(new Arima(), below, Map.of("transform", "log")));
        assertThrows(ProblemException.class, () -> Given.run(new Arima(), below, Map.of("order", "1,9,1")));
    }
}
