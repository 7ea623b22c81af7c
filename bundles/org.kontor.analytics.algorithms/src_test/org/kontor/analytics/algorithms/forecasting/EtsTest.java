// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.run.Randomness;

/** Models of exponential smoothing. */
class EtsTest {

    /** What the R package forecast 8.20 found for ets(AirPassengers): the states before the first value. */
    private static final double[] SEASONS = {.90585237293362830, .88689228722260804, 1.01103008804153882, .98038207347181405, .97861276076047210,
        1.11050018094691927, 1.23179850716711181, 1.22030069724042178, 1.05920192983827399, .92165959839727152, .79932202829106569, .89444747568887384};

    private static EtsModel model(final String name) {
        final var models = new EtsModel.Choice(name, name.contains("d") ? Optional.empty() : Optional.of(false), true).models();
        assertEquals(1, models.size());
        return models.getFirst();
    }

    private static Fit fit(final String name, final double[] series, final int cycle) {
        return new EtsForecaster(new EtsModel.Choice(name, Optional.empty(), false)).fit(series, cycle, () -> { });
    }

    private static double number(final Fit fit, final String name) {
        return fit.numbers().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow().value();
    }

    @Test
    void theLikelihoodOfPublishedNumbersIsThePublishedOne() {
        final var filter = new EtsFilter(Given.passengers(), model("MAdM"), 12);
        filter.levels[0] = 120.99393550720339;
        filter.slopes[0] = 1.7705401971117081;
        System.arraycopy(SEASONS, 0, filter.seasons, 0, 12);
        final double alpha = .70955191620879110;
        final double value = filter.forward(new EtsFilter.Weights(alpha, .020408919332235861 / alpha, .00010046830971865299, .97999992668398583));
        assertEquals(1395.1664324739129, 144 * value + 2 * 18, 1e-6);
    }

    @Test
    void betterNumbersThanThePublishedOnesAreFound() {
        final double[] passengers = Given.passengers();
        final double damped = number(fit("MAdM", passengers, 12), "aic");
        assertTrue(damped <= 1395.166432 && damped > 1394, "AIC " + damped);
        assertEquals("ETS(M,A,M)", fit("ZZZ", passengers, 12).model());
        assertEquals(1733.787, number(fit("ANN", passengers, 1), "aic"), 1e-3);
        assertEquals(1673.900, number(fit("MNN", passengers, 1), "aic"), 1e-3);
        // ets(AirPassengers, "AAN") stops at 1737.295
        assertTrue(number(fit("AAN", passengers, 1), "aic") < 1737.295);
    }

    /** A season that the model does not know is best followed by a slope that turns with every value. */
    @Test
    void aSlopeThatTurnsAtOnceIsFound() {
        final var wave = new double[240];
        Arrays.setAll(wave, t -> 300 + .1 * t + 3 * Math.sin(Math.PI * t / 6) + .2 * Math.sin(7.0 * t * t));
        final var found = fit("AAN", wave, 1);
        assertTrue(number(found, "beta") > .5, "beta " + number(found, "beta"));
        assertTrue(number(found, "log-likelihood") > number(fit("ANN", wave, 1), "log-likelihood") + 50);
    }

    @Test
    void derivativesAreThoseOfDifferences() {
        final double[] passengers = Arrays.stream(Given.passengers()).map(value -> value / 256).toArray();
        for (final var model : new EtsModel.Choice("ZZZ", Optional.empty(), true).models()) {
            final var filter = new EtsFilter(passengers, model, 12);
            final double[] point = DoubleStream.concat(DoubleStream.of(.3, .2, .1, .9, .45, model.trend() == EtsModel.Component.MULTIPLIED ? 1.01 : .01),
                    Arrays.stream(SEASONS).map(part -> model.season() == EtsModel.Component.MULTIPLIED ? part : part - 1)).toArray();
            at(filter, point);
            final var found = new double[6 + filter.cycle];
            filter.backward(found);
            for (int i = 0; i < found.length; i++) {
                final boolean used = i == 1 || i == 5 ? model.hasTrend() : i == 2 ? model.hasSeason() : i != 3 || model.damped();
                if (used) {
                    final double[] moved = point.clone();
                    moved[i] = point[i] + 1e-6;
                    final double above = at(filter, moved);
                    moved[i] = point[i] - 1e-6;
                    assertEquals((above - at(filter, moved)) / 2e-6, found[i], 1e-6 * Math.max(1, Math.abs(found[i])), model.title() + ' ' + i);
                }
            }
        }
    }

    private static double at(final EtsFilter filter, final double[] point) {
        filter.levels[0] = point[4];
        filter.slopes[0] = point[5];
        System.arraycopy(point, 6, filter.seasons, 0, filter.cycle);
        return filter.forward(new EtsFilter.Weights(point[0], point[1], point[2], filter.model.damped() ? point[3] : 1));
    }

    @Test
    void namesStandForTheirModels() {
        assertEquals(19, new EtsModel.Choice("ZZZ", Optional.empty(), true).models().size());
        assertEquals(15, new EtsModel.Choice("ZZZ", Optional.empty(), false).models().size());
        assertEquals(List.of("ETS(A,A,M)", "ETS(A,Ad,M)"), new EtsModel.Choice("AAM", Optional.empty(), false).models().stream().map(EtsModel::title).toList());
        assertEquals(List.of("ETS(A,N,N)"), new EtsModel.Choice("ANN", Optional.of(true), false).models().stream().map(EtsModel::title).toList());
        for (final var wrong : List.of("", "NAA", "AA", "AAAA", "aaa", "AdAA")) {
            assertFalse(new EtsModel.Choice(wrong, Optional.empty(), false).isReadable(), wrong);
        }
    }

    @Test
    void boundsInClosedFormAreThoseOfManyFutures() {
        // the same series in a model whose bounds are simulated: a trend that multiplies by almost nothing
        final double[] passengers = Given.passengers();
        final var closed = fit("AAA", passengers, 12).forecast(24, Randomness.of(1, 1));
        double sum = 1;
        final var learned = fit("AAA", passengers, 12);
        for (int h = 0; h < 24; h++) {
            final double effect = h == 0 ? 0 : number(learned, "alpha") + h * number(learned, "beta") + (h % 12 == 0 ? number(learned, "gamma") : 0);
            sum += effect * effect;
            final double deviation = number(learned, "sigma") * Math.sqrt(sum) * Math.sqrt(1 + 16 / 144.0);
            assertEquals(closed.mean()[h] + 1.959964 * deviation, closed.high95()[h], 1e-4);
        }
        final var simulated = fit("MMM", passengers, 12).forecast(12, Randomness.of(1, 1));
        final var near = fit("MAM", passengers, 12).forecast(12, Randomness.of(1, 1));
        for (int h = 0; h < 12; h++) {
            assertEquals(near.high95()[h] / near.mean()[h], simulated.high95()[h] / simulated.mean()[h], .03);
            assertEquals(near.low80()[h] / near.mean()[h], simulated.low80()[h] / simulated.mean()[h], .03);
        }
    }

    @Test
    void boundsHoldWhatTheySay() {
        int in80 = 0;
        int in95 = 0;
        int count = 0;
        for (int series = 0; series < 120; series++) {
            final double[] values = Given.seasonal(108, 5, series);
            final var forecast = fit("ZZZ", Arrays.copyOf(values, 96), 12).forecast(12, Randomness.of(1, 1));
            for (int h = 0; h < 12; h++) {
                count++;
                in80 += values[96 + h] >= forecast.low80()[h] && values[96 + h] <= forecast.high80()[h] ? 1 : 0;
                in95 += values[96 + h] >= forecast.low95()[h] && values[96 + h] <= forecast.high95()[h] ? 1 : 0;
            }
        }
        assertEquals(.80, (double) in80 / count, .04);
        assertEquals(.95, (double) in95 / count, .02);
    }

    @Test
    void hardSeriesHaveAForecast() {
        final var method = new ExponentialSmoothing();
        for (final double[] values : Given.HARD) {
            for (final var parameters : List.of(Map.<String, String>of(), Map.of("estimation", "least-squares"), Map.of("model", "MMM"),
                    Map.of("model", "AAM"))) {
                final var result = Given.run(method, Given.months(Map.of("x", values)), parameters);
                for (final double each : Given.column(result, "forecast", "upper-95")) {
                    assertTrue(Double.isFinite(each), Arrays.toString(values) + parameters);
                }
            }
        }
    }
}
