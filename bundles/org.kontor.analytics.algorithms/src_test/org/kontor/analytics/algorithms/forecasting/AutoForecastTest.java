// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.problem.ProblemException;

/** Combinations, choices, and parts that sum up to totals. */
class AutoForecastTest {

    private static Outcome outcome(final String name, final double[] values, final double forecast, final double... errors) {
        final var fit = new Fit() {
            @Override
            public String model() {
                return "given";
            }

            @Override
            public Forecast forecast(final int horizon, final Randomness randomness) {
                throw new UnsupportedOperationException();
            }

            @Override
            public double[] fitted() {
                final double[] fitted = values.clone();
                Arrays.setAll(fitted, t -> t < errors.length ? values[t] - errors[t] : values[t]);
                return fitted;
            }

            @Override
            public List<Learned> numbers() {
                return List.of();
            }
        };
        return new Outcome(new TimeSeries(name, 0, values, 0), fit, Forecast.normal(new double[] {forecast}, new double[] {1}), List.of());
    }

    private static double[] agreed(final String way, final double[] forecasts, final double[][] errors) {
        final var hierarchy = new Hierarchy("/", List.of());
        final var values = new double[] {1, 2, 3, 4};
        final var timeline = new Timeline(Optional.of(Period.MONTH), 0, 1, 4);
        final var leaves = List.of(new TimeSeries("a", 0, values, 0), new TimeSeries("b", 0, values, 0));
        final var set = hierarchy.expand(new SeriesSet(timeline, leaves, Optional.empty(), 1, 8, List.of(), List.of()));
        final var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < forecasts.length; i++) {
            outcomes.add(outcome(set.series().get(i).name(), set.series().get(i).values(), forecasts[i], errors[i]));
        }
        return new Reconciliation(hierarchy, way, Given.RUN).apply(outcomes).stream().mapToDouble(each -> each.forecast().mean()[0]).toArray();
    }

    @Test
    void differencesAreDivided() {
        final double[][] errors = {{3, -3, 3, -3}, {1, 1, -1, -1}, {2, -2, -2, 2}};
        final double[] forecasts = {100, 40, 50};
        assertArrayEquals(new double[] {90, 40, 50}, agreed("bottom-up", forecasts, errors), 1e-12);
        assertArrayEquals(new double[] {100 - 10 / 3.0, 40 + 10 / 3.0, 50 + 10 / 3.0}, agreed("ols", forecasts, errors), 1e-6);
        // errors that do not go together: by their variances 9, 1 and 4
        assertArrayEquals(new double[] {100 - 90 / 14.0, 40 + 10 / 14.0, 50 + 40 / 14.0}, agreed("mint", forecasts, errors), 1e-6);
    }

    private static Map<String, Double> sums(final Result result) {
        final var table = result.table("forecast").orElseThrow().frame();
        final var sums = new LinkedHashMap<String, Double>();
        for (int row = 0; row < table.rows(); row++) {
            sums.merge(table.column("series").text(row), table.column("forecast").number(row), Double::sum);
        }
        return sums;
    }

    @Test
    void totalsComeFromATableToo() {
        final Map<String, double[]> series = new LinkedHashMap<>();
        for (final var name : List.of("Berlin", "Hamburg", "Munich", "Vienna")) {
            series.put(name, Given.seasonal(60, 10, name.hashCode()));
        }
        final var result = Given.run(new AutoForecast(), Given.months(series), Map.of("reconciliation", "mint", "with-arima", "no", "parents",
                "Berlin|North;Hamburg|North;North|Germany;Munich|Germany"));
        final var sums = sums(result);
        assertEquals(List.of("Total", "Germany", "North", "Berlin", "Hamburg", "Munich", "Vienna"), List.copyOf(sums.keySet()));
        assertEquals(sums.get("North"), sums.get("Berlin") + sums.get("Hamburg"), 1e-6);
        assertEquals(sums.get("Germany"), sums.get("North") + sums.get("Munich"), 1e-6);
        assertEquals(sums.get("Total"), sums.get("Germany") + sums.get("Vienna"), 1e-6);
        assertThrows(ProblemException.class,
                () -> Given.run(new AutoForecast(), Given.months(series), Map.of("reconciliation", "ols", "parents", "Berlin|North;North|Berlin")));
    }

    @Test
    void theMeanOfMethodsIsTheirMean() {
        final double[] values = Given.seasonal(72, 5, 3);
        final var both = new AutoForecaster(false, false).fit(values, 12, () -> { }).forecast(6, Randomness.of(1, 1));
        final var one = new EtsForecaster(new EtsModel.Choice("ZZZ", Optional.empty(), false)).fit(values, 12, () -> { }).forecast(6, Randomness.of(1, 1));
        final var two = new ThetaFit(values, 12).forecast(6, Randomness.of(1, 1));
        for (int h = 0; h < 6; h++) {
            assertEquals((one.mean()[h] + two.mean()[h]) / 2, both.mean()[h], 1e-9);
            assertEquals((one.low95()[h] + two.low95()[h]) / 2, both.low95()[h], 1e-9);
        }
    }

    @Test
    void eachSeriesGetsTheMethodThatSuitsIt() {
        final var repeated = new double[60];
        Arrays.setAll(repeated, t -> 100 + 37 * (t * t % 12));
        assertEquals("seasonal naive [12]", new AutoForecaster(true, false).fit(trended(repeated), 12, () -> { }).model().substring(0, 19));
        final var chosen = new AutoForecaster(true, true).fit(Given.passengers(), 12, () -> { });
        assertTrue(!chosen.model().contains("naive"), chosen.model());
    }

    /** A jump that only repetition forgets. */
    private static double[] trended(final double[] values) {
        final double[] jumped = values.clone();
        for (int t = 0; t < 30; t++) {
            jumped[t] += t % 7 * 40;
        }
        return jumped;
    }

    @Test
    void aTotalAmongTheSeriesIsMadeOfItsParts() {
        final Map<String, double[]> series = new LinkedHashMap<>();
        series.put("North", Given.seasonal(40, 1, 1));
        series.put("North/A", Given.seasonal(40, 1, 2));
        series.put("North/B", Given.seasonal(40, 1, 3));
        final var result = Given.run(new AutoForecast(), Given.months(series), Map.of("reconciliation", "bottom-up", "separator", "/", "with-arima", "no"));
        assertEquals(List.of("Total", "North", "North/A", "North/B"), List.copyOf(sums(result).keySet()));
        assertTrue(result.warnings().stream().anyMatch(each -> each.code().equals("forecast.total-given")));
    }
}
