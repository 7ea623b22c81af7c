// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

class AssociationRulesTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    private static Dataset lines(final String... lines) {
        return new Dataset(Frame.of(TextColumn.of("items", Arrays.asList(lines))), Map.of(Role.ITEM, List.of("items")));
    }

    private static Result run(final Dataset data, final Map<String, String> parameters) {
        final var method = new AssociationRules();
        return method.run(data, Parameters.of(method.descriptor().parameters(), parameters), RUN);
    }

    private static Map<String, Integer> rowsBy(final Frame rules) {
        final var found = new TreeMap<String, Integer>();
        for (int i = 0; i < rules.rows(); i++) {
            found.put(rules.column("left").text(i) + " => " + rules.column("right").text(i), i);
        }
        return found;
    }

    /** The nine transactions of J. Han, M. Kamber, J. Pei, Data Mining: Concepts and Techniques. */
    @Test
    void theTextbookExample() {
        final var result = run(lines("1,2,5", "2,4", "2,3", "1,2,4", "1,3", "2,3", "1,3", "1,2,3,5", "1,2,3"),
                Map.of("min-support", "0.22", "min-confidence", "0.7"));
        assertEquals(13, result.metric("itemsets"));
        final var rules = result.table("rules").orElseThrow().frame();
        assertEquals(List.of("1 + 5 => 2", "2 + 5 => 1", "4 => 2", "5 => 1", "5 => 2"), List.copyOf(rowsBy(rules).keySet()));
    }

    @Test
    void measuresAreAsPrinted() {
        final var rules = run(lines("a,b", "a,b,c", "a,c", "b", "a,b"), Map.of("min-support", "0.2", "min-confidence", "0")).table("rules").orElseThrow().frame();
        final int row = rowsBy(rules).get("a => b");
        assertEquals(.6, rules.column("support").number(row), 1e-12);
        assertEquals(.75, rules.column("confidence").number(row), 1e-12);
        assertEquals(.9375, rules.column("lift").number(row), 1e-12);
        assertEquals(.6 - .8 * .8, rules.column("leverage").number(row), 1e-12);
        assertEquals((1 - .8) / (1 - .75), rules.column("conviction").number(row), 1e-12);
        assertEquals(.75, rules.column("kulczynski").number(row), 1e-12);
        assertEquals(0, rules.column("imbalance").number(row), 1e-12);
        assertTrue(rules.column("conviction").isMissing(rowsBy(rules).get("c => a")), "a rule that never fails has no conviction");
    }

    @Test
    void everySetAndRuleIsThatOfSimpleCounting() {
        for (int seed = 0; seed < 60; seed++) {
            final var random = new SplittableRandom(seed);
            final int width = 3 + random.nextInt(6);
            final int count = seed % 3 == 0 ? 400 : 5 + random.nextInt(60);
            final var masks = new int[count];
            final var lines = new String[count];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < width; j++) {
                    masks[i] |= random.nextDouble() < .2 + .6 * j / width ? 1 << j : 0;
                }
                final int mask = masks[i] == 0 ? masks[i] = 1 : masks[i];
                lines[i] = String.join("|", IntStream.range(0, width).filter(j -> (mask >> j & 1) != 0).mapToObj(j -> "i" + j).toList());
            }
            final double support = .02 + .3 * random.nextDouble();
            final double confidence = random.nextDouble();
            final var result = run(lines(lines), Map.of("min-support", String.valueOf(support), "min-confidence", String.valueOf(confidence), "separator", "pipe",
                    "min-length", "1"));
            check(result, masks, width, support, confidence);
        }
    }

    private static void check(final Result result, final int[] masks, final int width, final double support, final double confidence) {
        int sets = 0;
        final var expected = new TreeMap<String, double[]>();
        for (int set = 1; set < 1 << width; set++) {
            final int both = count(masks, set);
            if (both < support * masks.length) {
                continue;
            }
            sets++;
            for (int right = 0; right < width; right++) {
                final int left = set & ~(1 << right);
                if ((set >> right & 1) != 0 && both >= confidence * count(masks, left)) {
                    boolean redundant = false;
                    for (int less = (left - 1) & left; left != 0; less = (less - 1) & left) {
                        redundant |= (long) count(masks, less | 1 << right) * count(masks, left) >= (long) both * count(masks, less);
                        if (less == 0) {
                            break;
                        }
                    }
                    final var name = String.join(" + ", IntStream.range(0, width).filter(j -> (left >> j & 1) != 0).mapToObj(j -> "i" + j).toList());
                    expected.put(name + " => i" + right, new double[] {(double) both / masks.length, (double) both / count(masks, left),
                            chance(masks.length, count(masks, left), count(masks, 1 << right), both), redundant ? 1 : 0});
                }
            }
        }
        assertEquals(sets, result.metric("itemsets"));
        final var rules = result.table("rules").orElseThrow().frame();
        final var rows = rowsBy(rules);
        assertEquals(expected.keySet(), rows.keySet());
        rows.forEach((name, row) -> {
            assertEquals(expected.get(name)[0], rules.column("support").number(row), 1e-12, name);
            assertEquals(expected.get(name)[1], rules.column("confidence").number(row), 1e-12, name);
            assertEquals(expected.get(name)[2], rules.column("p").number(row), 1e-9 * expected.get(name)[2], name);
            assertEquals(expected.get(name)[3], rules.column("redundant").number(row), name);
        });
    }

    private static int count(final int[] masks, final int set) {
        return (int) Arrays.stream(masks).filter(mask -> (mask & set) == set).count();
    }

    private static double chance(final int all, final int one, final int other, final int both) {
        if (one == all || other == all) {
            return 1;
        }
        return FisherExactTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN)
                .test(new int[][] {{both, one - both}, {other - both, all - one - other + both}}).getPValue();
    }

    /** Worked out by hand. */
    @Test
    void correctionsAreAsDefined() {
        final var p = new double[] {.01, .02, .03, .04, .05};
        final var holm = Correction.of("holm", p.clone());
        assertEquals(List.of(.05, .08, .09, .09, .09), rounded(holm, p));
        assertEquals(List.of(.05, .05, .05, .05, .05), rounded(Correction.of("benjamini-hochberg", p.clone()), p));
        assertEquals(List.of(.05, .1, .15, .2, .25), rounded(Correction.of("bonferroni", p.clone()), p));
        assertEquals(List.of(.01, .02, .03, .04, .05), rounded(Correction.of("none", p.clone()), p));
        assertEquals(1, holm.within(.05));
        final var ties = new double[] {.5, .01, .01, 1};
        assertEquals(List.of(1.0, .04, .04, 1.0), rounded(Correction.of("holm", ties.clone()), ties));
        assertEquals(List.of(.67, .02, .02, 1.0), rounded(Correction.of("benjamini-hochberg", ties.clone()), ties));
    }

    private static List<Double> rounded(final Correction correction, final double[] p) {
        return Arrays.stream(p).map(correction::of).map(each -> Math.round(100 * each) / 100.0).boxed().toList();
    }

    @Test
    void basketsAreReadInEveryShape() {
        final var one = run(lines("a\tb", "a\tb\tc", "a\tc", " b ", "a\tb\ta"), Map.of("min-support", "0.2"));
        final var frame = Frame.of(IntegerColumn.of("order", 7, 9, 7, 9, 9, 3, 3, 5, 4, 4, 4), TextColumn.of("item",
                List.of("a", "a", "b", "b ", "c", "a", "c", "b", "a", "b", "b")));
        final var two = run(new Dataset(frame, Map.of(Role.BASKET, List.of("order"), Role.ITEM, List.of("item"))), Map.of("min-support", "0.2"));
        final var wide = Frame.of(TextColumn.of("first", List.of("a", "a", "a", "b", "b")), TextColumn.of("second", Arrays.asList("b", "b", "c", null, "a")),
                TextColumn.of("third", Arrays.asList(null, "c", null, "", "a")));
        final var three = run(new Dataset(wide, Map.of(Role.ITEM, List.of("first", "second", "third"))), Map.of("min-support", "0.2"));
        for (final var result : List.of(one, two, three)) {
            assertEquals(5, result.metric("baskets"));
            assertEquals(3, result.metric("items"));
            final var rules = result.table("rules").orElseThrow().frame();
            assertEquals(.75, rules.column("confidence").number(rowsBy(rules).get("a => b")), 1e-12);
        }
    }

    @Test
    void tooManySetsAreRefusedAndFiltersFilter() {
        final var items = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            items.add("i" + i);
        }
        final var line = String.join(";", items);
        final var refused = assertThrows(ProblemException.class, () -> run(lines(line, line), Map.of("min-support", "1")));
        assertEquals("association-rules.too-many", refused.problem().code());
        final var short4 = run(lines(line, line), Map.of("min-support", "1", "max-length", "2"));
        assertEquals(40 + 780, short4.metric("itemsets"));
        assertEquals(1560, short4.metric("rules"));
        assertEquals(1560, short4.metric("redundant"));
        assertEquals(0, run(lines(line, line), Map.of("min-support", "1", "max-length", "2", "hide-redundant", "true")).metric("rules"));
        assertEquals(0, run(lines(line, line), Map.of("min-support", "1", "max-length", "2", "max-p", "0.05")).metric("rules"));
        assertEquals(10, run(lines(line, line), Map.of("min-support", "1", "max-length", "2", "list-length", "10")).table("rules").orElseThrow().frame().rows());
        assertThrows(ProblemException.class, () -> run(lines(" ", ""), Map.of()));
    }

    @Test
    void threadsDoNotMatter() {
        final var random = new SplittableRandom(5);
        final var lines = new String[2_000];
        for (int i = 0; i < lines.length; i++) {
            final var some = new TreeSet<String>();
            for (int j = 0; j < 12; j++) {
                some.add("i" + (int) (40 * random.nextDouble() * random.nextDouble()));
            }
            lines[i] = String.join(",", some);
        }
        final var method = new AssociationRules();
        final var parameters = Parameters.of(method.descriptor().parameters(), Map.of("min-support", "0.01", "min-confidence", "0.3"));
        final var one = method.run(lines(lines), parameters, RUN);
        try (var helpers = Executors.newFixedThreadPool(3)) {
            final var four = method.run(lines(lines), parameters, new LocalRun(Progress.NONE, 0, 4, 1L << 30, helpers));
            final var rules = one.table("rules").orElseThrow().frame();
            final var others = four.table("rules").orElseThrow().frame();
            assertTrue(rules.rows() > 1_000);
            assertEquals(rules.rows(), others.rows());
            for (int i = 0; i < rules.rows(); i++) {
                assertEquals(rules.column("left").text(i) + rules.column("right").text(i) + rules.column("p").text(i),
                        others.column("left").text(i) + others.column("right").text(i) + others.column("p").text(i));
            }
        }
    }
}
