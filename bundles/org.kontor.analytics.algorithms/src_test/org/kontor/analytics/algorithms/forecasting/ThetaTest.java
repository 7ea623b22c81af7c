// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.run.Randomness;

/** The Theta method. */
class ThetaTest {

    @Test
    void theFutureIsThatOfThePublishedProgram() {
        // thetaf(AirPassengers) of the R package forecast 8.20
        final var forecast = new ThetaFit(Given.passengers(), 12).forecast(3, Randomness.of(1, 1));
        assertArrayEquals(new double[] {440.078, 428.384, 489.707}, forecast.mean(), 1e-2);
        // a little wider than the published 522.391, which takes the season as known
        assertTrue(forecast.high95()[2] > 522.391 && forecast.high95()[2] < 527, "upper bound " + forecast.high95()[2]);
    }

    @Test
    void theBestWeightIsFoundAmongAll() {
        for (int seed = 0; seed < 50; seed++) {
            final double[] values = Given.seasonal(40, 30, seed);
            final var found = new Smoothing(values);
            for (double alpha = .0001; alpha < 1; alpha += .001) {
                for (final double shift : new double[] {-1, 0, 1}) {
                    double level = found.first + shift;
                    double squares = 0;
                    for (final double value : values) {
                        squares += (value - level) * (value - level);
                        level += alpha * (value - level);
                    }
                    assertTrue(squares >= found.squares * (1 - 1e-9), seed + " " + alpha);
                }
            }
        }
    }

    @Test
    void aSeasonIsTakenOutWhereThereIsOne() {
        assertTrue(Seasonality.isSeasonal(Given.seasonal(60, 2, 1), 12));
        final var noise = new double[60];
        final var random = Randomness.of(3, 3);
        Arrays.setAll(noise, i -> Normal.next(random));
        assertFalse(Seasonality.isSeasonal(noise, 12));
        assertFalse(Seasonality.isSeasonal(Given.seasonal(24, 0, 1), 12));
        assertEquals(12, Seasonality.cycle(Given.seasonal(72, 2, 1)));
        assertEquals(1, Seasonality.cycle(noise));
        final double[] below = Arrays.stream(Given.seasonal(60, 2, 1)).map(value -> value - 120).toArray();
        assertEquals(below[48], new ThetaFit(below, 12).forecast(12, Randomness.of(1, 1)).mean()[0] - 6, 6);
    }

    @Test
    void aLineGoesOn() {
        final var line = new double[30];
        Arrays.setAll(line, t -> 5 + 2.0 * t);
        final var result = Given.run(new Theta(), Given.months(Map.of("a", line)), Map.of("season", "1"));
        final double[] forecast = Given.column(result, "forecast", "forecast");
        assertEquals(65, forecast[0], 1.1);
        assertEquals(1, (forecast[11] - forecast[0]) / 11, .05);
    }
}
