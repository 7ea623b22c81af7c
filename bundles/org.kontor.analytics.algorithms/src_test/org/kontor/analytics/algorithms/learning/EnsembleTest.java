// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Forests and boosted trees on signals that are known. */
class EnsembleTest {

    private static Algorithm method(final String id) {
        return id.equals(RandomForest.NAME) ? new RandomForest() : new GradientBoosting();
    }

    private static Result run(final String id, final Dataset data, final Map<String, String> parameters) {
        final var method = method(id);
        return method.run(data, Parameters.of(method.descriptor().parameters(), parameters), Quiet.RUN);
    }

    /** Classes or numbers by a product and by categories, some values missing. */
    private static Dataset signal(final int rows, final int classes, final Column... more) {
        final var random = new Random(rows);
        final var x = random.doubles(rows).map(each -> each < .1 ? Double.NaN : each).toArray();
        final var z = random.doubles(rows).toArray();
        final var t = random.ints(rows, 0, 6).mapToObj(each -> each == 0 ? null : "t" + each).toList();
        final var signal = IntStream.range(0, rows).mapToDouble(i -> (Double.isNaN(x[i]) ? .5 : x[i]) * z[i] * 3 + ("t2".equals(t.get(i)) ? 1 : 0)
                + random.nextGaussian() / 10).toArray();
        final Column target = classes == 0 ? NumberColumn.of("y", signal)
                : TextColumn.of("y", Arrays.stream(signal).mapToObj(each -> "class " + Math.min(classes - 1, (int) Math.max(0, each * classes / 2))).toList());
        final var columns = new ArrayList<>(List.of(NumberColumn.of("x", x), NumberColumn.of("z", z), TextColumn.of("t", t), target));
        columns.addAll(Arrays.asList(more));
        final var roles = new EnumMap<Role, List<String>>(Map.of(Role.FEATURES, List.of("x", "z", "t"), Role.TARGET, List.of("y")));
        for (final var column : more) {
            roles.put(column.name().equals("id") ? Role.ID : column.name().equals("w") ? Role.WEIGHT : Role.TIME, List.of(column.name()));
        }
        return new Dataset(Frame.of(columns), roles);
    }

    @ParameterizedTest
    @ValueSource(strings = {RandomForest.NAME, GradientBoosting.NAME})
    void signalsAreFound(final String id) {
        assertTrue(run(id, signal(1_500, 2), Map.of()).metric("auc") > .97);
        assertTrue(run(id, signal(1_500, 4), Map.of()).metric("accuracy") > .8);
        assertTrue(run(id, signal(1_500, 0), Map.of()).metric("r2") > .9);
    }

    @ParameterizedTest
    @ValueSource(strings = {RandomForest.NAME, GradientBoosting.NAME})
    void reasonsSumUpToTheScoreAndModelsAreKept(final String id) {
        for (final int classes : new int[] {0, 2, 4}) {
            final var data = signal(300, classes);
            final var model = run(id, data, Map.of("validation", "none")).model().orElseThrow();
            final var answers = model.apply(data, Quiet.RUN).frame();
            final var scores = answers.column(classes == 0 ? "prediction" : "score");
            for (int row = 0; row < 300; row += 37) {
                assertEquals(scores.number(row), model.explain(data, row).stream().mapToDouble(each -> each.amount()).sum(), 1e-9);
            }
            final var again = method(id).restore(model.state()).apply(data, Quiet.RUN).frame();
            for (final var column : answers.columns()) {
                assertArrayEquals(IntStream.range(0, 300).mapToObj(column::text).toArray(), IntStream.range(0,
                        300).mapToObj(again.column(column.name())::text).toArray());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RandomForest.NAME, GradientBoosting.NAME})
    void noiseIsNoBetterThanTheBaseline(final String id) {
        final var data = signal(600, 2);
        final var shuffled = new Random(5).ints(0, 600).limit(600).toArray();
        final var noise = new Dataset(data.frame().with(List.of(data.frame().column("y").take(shuffled))), data.roles());
        final var result = run(id, noise, Map.of());
        assertEquals(0, result.metric("better-than-baseline"), "auc " + result.metric("auc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {RandomForest.NAME, GradientBoosting.NAME})
    void threadsDoNotChangeABit(final String id) {
        final var data = signal(9_000, 2);
        final var method = method(id);
        final var parameters = Parameters.of(method.descriptor().parameters(), Map.of("validation", "none"));
        try (var helpers = Executors.newCachedThreadPool()) {
            final var one = method.run(data, parameters, Quiet.RUN).model().orElseThrow().apply(data, Quiet.RUN).frame().column("score");
            final var many = method.run(data, parameters, new LocalRun(Progress.NONE, 0, 5, Long.MAX_VALUE,
                    helpers)).model().orElseThrow().apply(data, Quiet.RUN)
                    .frame().column("score");
            for (int row = 0; row < 9_000; row++) {
                assertEquals(one.number(row), many.number(row), 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RandomForest.NAME, GradientBoosting.NAME})
    void rowsOfOneIdentifierAndLaterRowsAreHeldOutTogether(final String id) {
        final var ids = TextColumn.of("id", IntStream.range(0, 400).mapToObj(i -> "customer " + i / 2).toList());
        final var grouped = run(id, signal(400, 2, ids), Map.of());
        assertTrue(grouped.table("model-card").orElseThrow().frame().column("value") instanceof final TextColumn values
                && IntStream.range(0, values.rows()).anyMatch(row -> values.text(row).equals("grouped")));
        final var days = DateColumn.of("day", IntStream.range(0, 400).map(i -> i / 3).toArray(), Missing.NONE);
        final var timed = run(id, signal(400, 2, days), Map.of("folds", "4"));
        final var basis = timed.table("predictions").orElseThrow().frame().column("basis");
        for (int row = 0; row < 400; row++) {
            assertEquals(row < 81 ? "learned" : "held-out", basis.text(row), "row " + row);
        }
    }

    @Test
    void boostingStopsWhereNothingIsGained() {
        final var result = run(GradientBoosting.NAME, signal(600, 2), Map.of("early-stopping", "true", "rounds", "500", "validation", "none"));
        assertTrue(result.metric("rounds") < 200, "rounds " + result.metric("rounds"));
    }

    @Test
    void rowsThatAreSpreadDifferentlyAreNoticed() {
        final var data = signal(1_000, 2);
        final var model = run(RandomForest.NAME, data, Map.of("trees", "5")).model().orElseThrow();
        assertTrue(model.apply(data, Quiet.RUN).frame().column("drift").number(0) < 1e-9);
        final var larger = Arrays.stream(((NumberColumn) data.frame().column("z")).values()).map(each -> each + .3).toArray();
        final var other = new Dataset(data.frame().with(List.of(NumberColumn.of("z", larger))), data.roles());
        for (final var each : List.of(model, new RandomForest().restore(model.state()))) {
            final var answers = each.apply(other, Quiet.RUN).frame();
            assertEquals("z", answers.column("drift-of").text(0));
            assertTrue(answers.column("drift").number(0) > .25);
        }
        assertTrue(model.apply(data.on(data.frame().take(new int[] {1, 2})), Quiet.RUN).frame().find("drift").isEmpty());
    }
}
