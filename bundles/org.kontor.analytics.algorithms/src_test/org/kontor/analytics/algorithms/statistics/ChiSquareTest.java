// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Counts, and what is said of them. */
class ChiSquareTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 7, 1, 1L << 30, Runnable::run);

    private static Dataset rows(final List<String> one, final List<String> two) {
        return new Dataset(Frame.of(TextColumn.of("one", one), TextColumn.of("two", two)), Map.of(Role.FEATURES, List.of("one"), Role.TARGET, List.of("two")));
    }

    private static Dataset table(final int[][] counts) {
        final var one = new ArrayList<String>();
        final var two = new ArrayList<String>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                for (int k = 0; k < counts[i][j]; k++) {
                    one.add("r" + i);
                    two.add("c" + j);
                }
            }
        }
        return rows(one, two);
    }

    private static Result run(final Dataset data, final Map<String, String> parameters) {
        final var test = new ChiSquare();
        return test.run(data, Parameters.of(test.descriptor().parameters(), parameters), RUN);
    }

    private static List<String> obstacles(final Dataset data, final Map<String, String> parameters) {
        final var test = new ChiSquare();
        return test.applicability(data, Parameters.of(test.descriptor().parameters(), parameters)).obstacles().stream().map(each -> each.code()).toList();
    }

    private static List<String> warnings(final Result result) {
        return result.warnings().stream().map(each -> each.code()).toList();
    }

    @Test
    void smallCountsAreTestedExactly() {
        final var result = run(table(new int[][] {{3, 1}, {1, 3}}), Map.of());
        assertEquals(34.0 / 70, result.metric("p-fisher"), 1e-12);
        assertEquals(9, result.metric("odds-ratio"), 1e-12);
        assertEquals(List.of("chi-square.small-exact", "statistics.few"), warnings(result));
        assertTrue(Double.isNaN(run(table(new int[][] {{3, 1}, {1, 3}}), Map.of("exact", "never")).metric("p-fisher")));
    }

    /** All tables with the sums of this one, each with its probability, give the exact answer. */
    @Test
    void randomTablesComeNearTheExactAnswer() {
        final int[][] counts = {{4, 1, 0}, {1, 3, 2}, {0, 1, 5}};
        final var table = new ContingencyTable(Arrays.stream(counts).map(row -> Arrays.stream(row).asDoubleStream().toArray()).toArray(double[][]::new));
        final var probabilities = new HashMap<Boolean, Double>();
        final double least = table.statistic(false) * (1 - 1e-9);
        final int[] columns = {5, 5, 7};
        for (int a = 0; a <= 5; a++) {
            for (int b = 0; a + b <= 5; b++) {
                for (int c = 0; c <= 6; c++) {
                    for (int d = 0; c + d <= 6; d++) {
                        final int[][] other = {{a, b, 5 - a - b}, {c, d, 6 - c - d}, new int[3]};
                        double log = 0;
                        for (int j = 0; j < 3; j++) {
                            other[2][j] = columns[j] - other[0][j] - other[1][j];
                            for (int i = 0; i < 3; i++) {
                                log -= other[i][j] < 0 ? Double.POSITIVE_INFINITY : logFactorial(other[i][j]);
                            }
                        }
                        if (log > Double.NEGATIVE_INFINITY) {
                            final var all = new ContingencyTable(Arrays.stream(other).map(row -> Arrays.stream(row).asDoubleStream().toArray())
                                    .toArray(double[][]::new));
                            probabilities.merge(all.statistic(false) >= least, Math.exp(log), Double::sum);
                        }
                    }
                }
            }
        }
        final double exact = probabilities.get(true) / (probabilities.get(true) + probabilities.get(false));
        final double found = run(table(counts), Map.of("tables", "50000")).metric("p-monte-carlo");
        assertEquals(exact, found, 5 * Math.sqrt(exact * (1 - exact) / 50_000));
    }

    private static double logFactorial(final int of) {
        double sum = 0;
        for (int i = 2; i <= of; i++) {
            sum += Math.log(i);
        }
        return sum;
    }

    @Test
    void missingCategoriesAreLeftOutOrCounted() {
        final var data = rows(Arrays.asList("a", "a", "b", "b", null, "a", "b", null), Arrays.asList("x", "x", "y", "y", "x", null, "x", "y"));
        final var without = run(data, Map.of());
        assertEquals(5, without.metric("total"));
        assertTrue(warnings(without).contains("chi-square.missing"));
        final var with = run(data, Map.of("missing", "category"));
        assertEquals(8, with.metric("total"));
        assertEquals(4, with.metric("degrees-of-freedom"));
    }

    @Test
    void aCombinationThatStandsOutIsNamed() {
        final var result = run(table(new int[][] {{90, 10}, {50, 50}, {55, 45}}), Map.of());
        assertEquals("“r0” has “c0” more often than expected: 90 instead of 65 (6.4 standard deviations).", result.summary().get(2).texts().get("en"));
        final var cells = result.table("cells").orElseThrow().frame();
        assertEquals(result.metric("chi-square"), IntStream.range(0, 6).mapToDouble(cells.column("contribution")::number).sum(), 1e-9);
    }

    @Test
    void numbersAndFlagsAreCategoriesInTheirOrder() {
        final var frame = Frame.of(IntegerColumn.of("stars", new long[] {10, 2, 10, 2, 1, 1}, Missing.NONE), NumberColumn.of("half", 0, -0.0, .5, .5, 0, .5));
        final var result = run(new Dataset(frame, Map.of(Role.FEATURES, List.of("stars"), Role.TARGET, List.of("half"))), Map.of());
        assertEquals(2, result.metric("degrees-of-freedom"));
        final var first = result.table("cells").orElseThrow().frame().column("feature");
        assertEquals(List.of("1", "2", "10"), List.of(first.text(0), first.text(2), first.text(4)));
    }

    @Test
    void whatCannotBeTestedIsRefused() {
        final var same = rows(List.of("a", "a"), List.of("x", "y"));
        assertEquals(List.of("chi-square.one-category"), obstacles(same, Map.of()));
        assertEquals(List.of("chi-square.not-fisher"), obstacles(table(new int[][] {{1, 2, 3}, {4, 5, 6}}), Map.of("exact", "fisher")));
        final var twice = new Dataset(same.frame(), Map.of(Role.FEATURES, List.of("two"), Role.TARGET, List.of("two")));
        assertEquals(List.of("chi-square.same"), obstacles(twice, Map.of()));
        final var names = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            names.add("n" + i);
        }
        assertEquals(List.of("statistics.many-categories"), obstacles(rows(names, Collections.nCopies(300, "x")), Map.of()));
        final var negative = new Dataset(Frame.of(TextColumn.of("one", List.of("a", "b")), TextColumn.of("two", List.of("x", "y")),
                NumberColumn.of("n", 1, -1)),
                Map.of(Role.FEATURES, List.of("one"), Role.TARGET, List.of("two"), Role.WEIGHT, List.of("n")));
        assertEquals(List.of("chi-square.counts"), obstacles(negative, Map.of()));
    }
}
