// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.SharedData;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Result;

/** The least squares of Holt and Winters: R's HoltWinters stops within a millionth of the smallest sum. */
class HoltWintersTest {

    private static final Map<String, String> CLASSIC = Map.of("estimation", "least-squares", "model", "AAA", "damped", "no");

    private static Result published(final String file) throws IOException {
        final var lines = SharedData.lines("timeseries/" + file);
        final var cells = lines.stream().skip(1).map(line -> line.split(",")).toList();
        final var frame = Frame.of(NumberColumn.of("t", cells.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray()),
                NumberColumn.of("value", cells.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray()));
        return Given.run(new ExponentialSmoothing(), new Dataset(frame, Map.of(Role.TIME, List.of("t"), Role.VALUE, List.of("value"))), CLASSIC);
    }

    private static void near(final Result result, final double alpha, final double beta, final double gamma, final double squares) {
        assertEquals(alpha, result.metric("alpha"), 3e-5);
        assertEquals(beta, result.metric("beta"), 3e-5);
        assertEquals(gamma, result.metric("gamma"), 3e-5);
        assertTrue(result.metric("sse") <= squares, "sum of squares " + result.metric("sse"));
        assertEquals(squares, result.metric("sse"), 1e-6 * squares);
    }

    @Test
    void carbonDioxideHasThePublishedNumbers() throws IOException {
        final var result = published("co2.csv");
        near(result, .5126739720, .009458289, .4729048, 43.12986137);
        assertEquals(12, result.metric("cycle"));
        assertEquals("1998-01-01", result.table("forecast").orElseThrow().frame().column("time").text(0));
    }

    @Test
    void passengersFromAFileOfYearsWithFractionsAreMonths() throws IOException {
        near(published("AirPassengers.csv"), .2479594897, .03453372965, 1, 21860.18462);
    }

    @Test
    void seriesWithoutSeasonAreSmoothedToo() {
        final double[] values = {3, 5, 4, 6, 7, 6, 8, 9, 9, 11};
        final var simple = new HoltWinters(values, false, EtsModel.Component.NONE, 1, () -> { });
        double level = 3;
        double squares = 0;
        for (int t = 1; t < values.length; t++) {
            squares += Math.pow(values[t] - level, 2);
            level += simple.numbers().getFirst().value() * (values[t] - level);
        }
        assertEquals(squares, simple.squares(), 1e-9);
        assertTrue(new HoltWinters(values, true, EtsModel.Component.NONE, 1, () -> { }).squares() < simple.squares());
    }
}
