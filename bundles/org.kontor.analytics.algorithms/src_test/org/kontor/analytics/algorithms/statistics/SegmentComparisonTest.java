// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.progress.Progress;

/** Differences that are there, differences that are not, and the corrections between them. */
class SegmentComparisonTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 7, 1, 1L << 30, Runnable::run);

    private static Result run(final Dataset data, final Map<String, String> parameters) {
        final var method = new SegmentComparison();
        return method.run(data, Parameters.of(method.descriptor().parameters(), parameters), RUN);
    }

    /** 400 rows in four groups: “taller” differs in the last group, “city” in the first, 20 others nowhere. */
    private static Dataset rows() {
        final var random = Randomness.of(11, 11);
        final var groups = new ArrayList<String>();
        final var cities = new ArrayList<String>();
        final var taller = new double[400];
        for (int i = 0; i < 400; i++) {
            groups.add("g" + i % 4);
            cities.add(random.nextDouble() < (i % 4 == 0 ? .8 : .3) ? "north" : "south");
            taller[i] = random.nextDouble() + (i % 4 == 3 ? .5 : 0);
        }
        final var columns = new ArrayList<Column>(List.of(TextColumn.of("group", groups), TextColumn.of("city", cities),
                NumberColumn.of("taller", taller)));
        final var names = new ArrayList<>(List.of("city", "taller"));
        for (int j = 0; j < 20; j++) {
            final var values = new double[400];
            Arrays.setAll(values, i -> random.nextDouble());
            columns.add(NumberColumn.of("n" + j, values));
            names.add("n" + j);
        }
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, names, Role.TARGET, List.of("group")));
    }

    @Test
    void whatDiffersIsFoundAndNothingElse() {
        for (final var numbers : List.of("means", "anova", "ranks")) {
            final var result = run(rows(), Map.of("numbers", numbers));
            assertEquals(2, result.metric("different"), numbers);
            final var table = result.table("tests").orElseThrow().frame();
            final var different = (FlagColumn) table.column("different");
            for (int i = 0; i < table.rows(); i++) {
                assertEquals(i < 2, different.flag(i));
            }
            assertTrue(result.summary().get(1).texts().get("en").startsWith("“g3”: “taller” is much higher than elsewhere"), result.summary().toString());
        }
    }

    @Test
    void correctionsAreThoseOfTheBooks() {
        final double[] p = {.01, Double.NaN, .02, .03, .005};
        assertArrayEquals(new double[] {.03, Double.NaN, .04, .04, .02}, PValues.holm(p), 1e-15);
        assertArrayEquals(new double[] {.02, Double.NaN, .08 / 3, .03, .02}, PValues.benjaminiHochberg(p), 1e-15);
    }

    @Test
    void groupsWithoutSpreadAreRankedAndConstantsAreNotTested() {
        final var data = new Dataset(Frame.of(TextColumn.of("group", List.of("a", "a", "a", "b", "b", "b")), NumberColumn.of("steps", 1, 1, 1, 2, 2, 2),
                NumberColumn.of("same", 5, 5, 5, 5, 5, 5), NumberColumn.of("one", 1, 2, 3, Double.NaN, Double.NaN, Double.NaN)),
                Map.of(Role.FEATURES, List.of("steps", "same", "one"), Role.TARGET, List.of("group")));
        final var result = run(data, Map.of());
        final var tests = result.table("tests").orElseThrow().frame();
        assertEquals(List.of("kruskal", "none", "none"), List.of(tests.column("test").text(0), tests.column("test").text(1), tests.column("test").text(2)));
        assertEquals(5, tests.column("statistic").number(0), 1e-12);
        assertTrue(tests.column("p").isMissing(1));
        assertEquals(3, tests.column("missing").number(2));
        assertEquals(List.of("comparison.small", "comparison.untested"), result.warnings().stream().map(each -> each.code()).toList());
    }

    @Test
    void differencesFromTheOthersAreThoseOfTheBooks() {
        final var data = new Dataset(Frame.of(TextColumn.of("group", List.of("a", "a", "a", "b", "b", "b")), NumberColumn.of("x", 1, 2, 3, 3, 4, 5)),
                Map.of(Role.FEATURES, List.of("x"), Role.TARGET, List.of("group")));
        final var lines = run(data, Map.of()).table("segments").orElseThrow().frame();
        // the difference is two standard deviations, made smaller for six rows by 1 - 3 / 15
        assertEquals(-1.6, lines.column("difference").number(0), 1e-12);
        assertEquals(.0705, lines.column("p").number(0), 1e-4);
        assertEquals(4, lines.column("rest").number(0), 1e-12);
    }

    @Test
    void oneGroupOrTooManyAreRefused() {
        final var method = new SegmentComparison();
        final var one = new Dataset(Frame.of(TextColumn.of("group", List.of("a", "a")), NumberColumn.of("x", 1, 2)),
                Map.of(Role.FEATURES, List.of("x"), Role.TARGET, List.of("group")));
        assertFalse(method.applicability(one, Parameters.presets(method.descriptor().parameters())).possible());
    }
}
