// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.algorithms.SharedData;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

class IndicesTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    private static Result run(final Algorithm method, final Map<Role, List<Column>> columns, final String... given) {
        final var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < given.length; i += 2) {
            texts.put(given[i], given[i + 1]);
        }
        final List<Column> all = columns.values().stream().flatMap(List::stream).toList();
        final var roles = new HashMap<Role, List<String>>();
        columns.forEach((role, own) -> roles.put(role, own.stream().map(Column::name).toList()));
        return method.run(new Dataset(Frame.of(all), roles), Parameters.of(method.descriptor().parameters(), texts), RUN);
    }

    private static List<Column> columns(final double[]... values) {
        return IntStream.range(0, values.length).<Column>mapToObj(j -> NumberColumn.of("c" + j, values[j])).toList();
    }

    @Test
    void theFoundersScores() {
        final var satisfaction = run(new SatisfactionIndex(), Map.of(Role.FEATURES, columns(new double[] {80}, new double[] {90}, new double[] {95})));
        assertEquals(265, satisfaction.metric("sum"));
        assertEquals(88.33, satisfaction.metric("index"), 5e-3);
        final var service = run(new ServiceIndex(), Map.of(Role.FEATURES, columns(new double[] {85}, new double[] {90}, new double[] {95})));
        assertEquals(270, service.metric("sum"));
        assertEquals(90.00, service.metric("index"), 1e-12);
        assertTrue(service.summary().getLast().texts().get("en").contains("no upper end of 100"));
    }

    @Test
    void weightsOfMissingScoresAreShared() {
        final var result = run(new SatisfactionIndex(), Map.of(Role.FEATURES, columns(new double[] {1, 10, 4}, new double[] {10, Double.NaN, 11})), "weights",
                "1,3",
                "scale-from", "1", "scale-to", "10");
        final var rows = result.table("rows").orElseThrow().frame().column("index");
        assertEquals(75, rows.number(0), 1e-12);
        assertEquals(100, rows.number(1), 1e-12);
        assertEquals(100 / 3.0, rows.number(2), 1e-12);
        assertEquals(List.of("index.incomplete", "index.outside"), result.warnings().stream().map(each -> each.code()).toList());
        assertEquals(.25, result.table("parts").orElseThrow().frame().column("weight").number(0));
        assertEquals("index.weights", assertThrows(ProblemException.class,
                () -> run(new ServiceIndex(), Map.of(Role.FEATURES, columns(new double[] {1})), "weights", "1,2")).problem().code());
        assertEquals("index.scale", assertThrows(ProblemException.class,
                () -> run(new ServiceIndex(), Map.of(Role.FEATURES, columns(new double[] {1})), "scale-to", "0")).problem().code());
    }

    @Test
    void surveysAreReadAsUsual() {
        final double[] recommends = new double[100];
        for (int i = 0; i < 100; i++) {
            recommends[i] = i < 50 ? 9 + i % 2 : i < 80 ? 7 + i % 2 : i % 7;
        }
        final var result = run(new SatisfactionIndex(), Map.of(Role.RATING, columns(recommends)), "first-rating", "recommendation");
        assertEquals(30, result.metric("nps"), 1e-9);
        final var answers = result.table("answers").orElseThrow().frame();
        // 1.96 sqrt((.5 + .2 - .09) / 100)
        assertEquals(30 - 15.3078, answers.column("lower").number(0), 1e-3);
        // Wilson's range for 8 of 10, as published: .4902 to .9433
        final var range = new Survey(10, .8, 0, 0, 0).range();
        assertEquals(49.02, range[0], 5e-3);
        assertEquals(94.33, range[1], 5e-3);
        final var odd = run(new SatisfactionIndex(), Map.of(Role.RATING, columns(new double[] {11, 9.5, -1, 10, 0})), "first-rating", "recommendation");
        assertEquals(0, odd.metric("nps"), 1e-12);
        assertEquals("index.wrong", odd.warnings().getFirst().code());
    }

    @Test
    void monthsAndWeightsCount() {
        final var days = IntStream.of(1, 15, 40).map(day -> (int) LocalDate.parse("2024-01-01").toEpochDay() + day).toArray();
        final var result = run(new ServiceIndex(), Map.of(Role.FEATURES, columns(new double[] {50, 100, 80}), Role.TIME,
                List.of(DateColumn.of("day", days, Missing.NONE)), Role.WEIGHT, List.of(NumberColumn.of("weight", 3, 1, 0))));
        assertEquals(62.5, result.metric("index"), 1e-12);
        assertTrue(result.part("over-time").isEmpty());
        final var monthly = run(new ServiceIndex(), Map.of(Role.FEATURES, columns(new double[] {50, 100, 80}), Role.TIME,
                List.of(DateColumn.of("day", days, Missing.NONE))));
        final var line = ((SeriesPart) monthly.part("over-time").orElseThrow()).lines().getFirst();
        assertEquals(75, line.values()[0], 1e-12);
        assertEquals(80, line.values()[1], 1e-12);
    }

    @Test
    void spendingIsAddedUpAsTheFoundersDid() {
        final var result = run(new AdvertisingMix(), Map.of(Role.FEATURES, columns(new double[] {1_000}, new double[] {2_000}, new double[] {3_000})));
        assertEquals(6_000, result.metric("sum"));
        assertEquals(100, result.metric("index"), 1e-12);
        final var two = run(new AdvertisingMix(), Map.of(Role.FEATURES, columns(new double[] {10, 5, -1}, new double[] {4, Double.NaN, 8})), "weights", "3,1");
        final var index = two.table("rows").orElseThrow().frame().column("index");
        assertEquals(87.5, index.number(0), 1e-12);
        assertEquals(50, index.number(1), 1e-12);
        assertEquals(100, index.number(2), 1e-12);
        assertEquals("advertising-mix.missing", two.warnings().getFirst().code());
    }

    @Test
    void theEffectOfTheRowBeforeIsFound() {
        final var spent = new double[60];
        final var sales = new double[60];
        double carried = 0;
        for (int i = 0; i < 60; i++) {
            spent[i] = i * 7 % 11 + (i % 13 == 0 ? 20 : 0);
            carried = .5 * carried + spent[i];
            sales[i] = 10 + 3 * Math.log1p(carried);
        }
        final var result = run(new AdvertisingMix(), Map.of(Role.FEATURES, columns(spent), Role.TARGET, List.of(NumberColumn.of("sales", sales))),
                "carry-over", ".5", "response", "diminishing");
        assertEquals(3, result.table("response").orElseThrow().frame().column("coefficient").number(0), 1e-9);
        assertEquals(10, result.metric("base"), 1e-9);
    }

    @Test
    void mediaThatMoveTogetherAreNamed() {
        final double[] one = {1, 2, 3, 4, 5, 7};
        final var result = run(new AdvertisingMix(), Map.of(Role.FEATURES, columns(one, new double[] {2, 4, 6, 8, 10, 14}), Role.TARGET,
                List.of(NumberColumn.of("sales", 1, 3, 2, 5, 4, 6))));
        assertTrue(result.warnings().stream().anyMatch(each -> each.code().equals("advertising-mix.same")));
        assertTrue(result.table("response").orElseThrow().frame().column("coefficient").isMissing(1));
    }

    @Test
    void salesFollowAdvertisingAsPublished() throws IOException {
        final var cells = new ArrayList<double[]>();
        for (final var line : SharedData.lines("advertising/Advertising.csv").stream().skip(1).toList()) {
            cells.add(List.of(line.replace("\"", "").split(",")).stream().mapToDouble(Double::parseDouble).toArray());
        }
        final var media = IntStream.rangeClosed(1, 3).<Column>mapToObj(j -> NumberColumn.of("m" + j,
                cells.stream().mapToDouble(row -> row[j]).toArray())).toList();
        final var result = run(new AdvertisingMix(), Map.of(Role.FEATURES, media, Role.TARGET,
                List.of(NumberColumn.of("sales", cells.stream().mapToDouble(row -> row[4]).toArray()))));
        // G. James and others, An Introduction to Statistical Learning, table 3.4
        final var response = result.table("response").orElseThrow().frame();
        assertEquals(2.939, result.metric("base"), 5e-4);
        assertEquals(.046, response.column("coefficient").number(0), 5e-4);
        assertEquals(.189, response.column("coefficient").number(1), 5e-4);
        assertEquals(-.001, response.column("coefficient").number(2), 5e-4);
        assertEquals(.0014, response.column("standard-error").number(0), 5e-5);
        assertEquals(.0086, response.column("standard-error").number(1), 5e-5);
        assertEquals(.8599, response.column("p-value").number(2), 5e-5);
        assertEquals(.897, result.metric("r2"), 5e-4);
    }
}
