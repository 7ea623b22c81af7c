// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.algorithms.SharedData;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/** Outliers, missing values and scales. */
class CleaningTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 1, 1, 1L << 30, Runnable::run);

    private static Result run(final Algorithm algorithm, final Dataset data, final Map<String, String> parameters) {
        return algorithm.run(data, Parameters.of(algorithm.descriptor().parameters(), parameters), RUN);
    }

    private static Dataset of(final NumberColumn... columns) {
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, Arrays.stream(columns).map(NumberColumn::name).toList()));
    }

    private static double[] bells(final int count) {
        final var random = Randomness.of(4, 4);
        final var values = new double[count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < 12; k++) {
                values[i] += random.nextDouble();
            }
        }
        return values;
    }

    @Test
    void figuresAreThoseOfSortedValues() {
        final var values = bells(200_000);
        final var sorted = values.clone();
        Arrays.sort(sorted);
        final var figures = Figures.of(values.clone(), RUN);
        assertEquals(sorted[0], figures.least());
        assertEquals(sorted[sorted.length - 1], figures.most());
        for (final double share : new double[] {0, .1, .25, .5, .999, 1}) {
            final double place = share * (sorted.length - 1);
            final int below = (int) place;
            final double expected = sorted[below] + (place - below) * (sorted[Math.min(sorted.length - 1, below + 1)] - sorted[below]);
            assertEquals(expected, figures.quantile(share));
        }
        assertEquals(Arrays.stream(values).average().orElseThrow(), figures.mean(), 1e-12);
        assertEquals(1, figures.deviation(1), .01);
        assertEquals(.6745, figures.absoluteDeviation(RUN), .01);
    }

    @Test
    void constantColumnsBecomeZeroAndAreNamed() {
        final var result = run(new Standardize(), of(NumberColumn.of("x", 7, 7, 7), NumberColumn.of("y", .1, .2, .3)), Map.of());
        final var frame = result.table("prepared").orElseThrow().frame();
        assertEquals(0, frame.column("x").number(1));
        assertEquals(List.of("standardize.constant"), result.warnings().stream().map(warning -> warning.code()).toList());
    }

    @Test
    void newRowsAreScaledLikeTheOldOnes() {
        final var model = run(new Standardize(), of(NumberColumn.of("x", 0, 10)), Map.of("method", "min-max")).model().orElseThrow();
        final var frame = model.apply(of(NumberColumn.of("x", 5, 20, Double.NaN, -10)), RUN).frame();
        assertEquals(List.of(.5, 2.0, -1.0), List.of(frame.column("x").number(0), frame.column("x").number(1), frame.column("x").number(3)));
        assertTrue(frame.column("x").isMissing(2));
    }

    @Test
    void infiniteValuesAreRefused() {
        final var data = of(NumberColumn.of("x", 1, Double.POSITIVE_INFINITY));
        for (final Algorithm each : List.of(new Standardize(), new Outliers(), new MissingValues())) {
            assertThrows(ProblemException.class, () -> run(each, data, Map.of()), each.descriptor().id());
        }
    }

    @Test
    void aColumnOfWhichHalfIsTheSameIsNotJudgedByQuartiles() {
        final var result = run(new Outliers(), of(NumberColumn.of("x", 0, 0, 0, 0, 0, 0, 9)), Map.of());
        assertEquals(0, result.metric("outliers"));
        assertEquals(List.of("outliers.half"), result.warnings().stream().map(warning -> warning.code()).toList());
    }

    @Test
    void isolationSeesOddCombinations() {
        // along a line, with three rows beside it whose values are usual one by one
        final var noise = bells(2_000);
        final var x = new double[noise.length];
        final var y = new double[noise.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 100;
            y[i] = x[i] + (noise[i] - 6);
        }
        for (int i = 0; i < 3; i++) {
            x[i] = 5 + i;
            y[i] = 95 - i;
        }
        final var data = of(NumberColumn.of("x", x), NumberColumn.of("y", y));
        assertEquals(0, run(new Outliers(), data, Map.of()).metric("outliers"));
        final var frame = run(new Outliers(), data, Map.of("method", "isolation-forest")).table("rows").orElseThrow().frame();
        final var highest = new HashSet<Integer>();
        for (int k = 0; k < 3; k++) {
            int best = -1;
            for (int row = 0; row < frame.rows(); row++) {
                best = !highest.contains(row) && (best < 0 || frame.column("score").number(row) > frame.column("score").number(best)) ? row : best;
            }
            highest.add(best);
        }
        assertEquals(new HashSet<>(List.of(0, 1, 2)), highest);
    }

    @Test
    void textsThatFillGapsHaveOneCode() {
        final var words = TextColumn.of("word", Arrays.asList("a", null, "b", "b", null, null));
        final var data = new Dataset(Frame.of(words), Map.of(Role.FEATURES, List.of("word")));
        final var model = run(new MissingValues(), data, Map.of()).model().orElseThrow();
        final var other = TextColumn.of("word", Arrays.asList(null, "c", null, "b"));
        final var filled = (TextColumn) model.apply(new Dataset(Frame.of(other), data.roles()), RUN).frame().column("word");
        assertEquals(List.of("b", "c", "b", "b"), List.of(filled.text(0), filled.text(1), filled.text(2), filled.text(3)));
        assertEquals(filled.code(0), filled.code(3));
        final var unseen = TextColumn.of("word", Arrays.asList(null, "x", null));
        assertEquals("b", model.apply(new Dataset(Frame.of(unseen), data.roles()), RUN).frame().column("word").text(2));
    }

    @Test
    void newCustomersOfTheTelephoneCompanyHaveNoTotal() throws IOException {
        final var lines = SharedData.lines("telco_churn/Telco-Customer-Churn.csv");
        final var names = List.of(lines.getFirst().split(","));
        final var columns = List.of("tenure", "MonthlyCharges", "TotalCharges").stream().map(name -> NumberColumn.of(name, lines.stream().skip(1)
                .map(line -> line.split(",")[names.indexOf(name)].strip())
                .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text)).toArray()))
                .toArray(NumberColumn[]::new);
        final var result = run(new MissingValues(), of(columns), Map.of());
        assertEquals(11, result.metric("missing"));
        assertEquals(7_032, result.metric("complete-rows"));
        final var related = result.table("related").orElseThrow().frame();
        assertEquals("TotalCharges", related.column("column").text(0));
        assertEquals("tenure", related.column("other").text(0));
        assertEquals(0, related.column("here").number(0));
        assertEquals(32.4217, related.column("elsewhere").number(0), 5e-4);
    }
}
