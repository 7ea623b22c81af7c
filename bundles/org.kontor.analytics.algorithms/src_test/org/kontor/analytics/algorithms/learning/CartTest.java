// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.core.problem.ProblemException;

/** Splits against a search that tries everything, and trees that were worked out by hand. */
class CartTest {

    private static Dataset data(final Column target, final Column... features) {
        final var columns = new ArrayList<>(List.of(features));
        columns.add(target);
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, Arrays.stream(features).map(Column::name).toList(), Role.TARGET, List.of(target.name())));
    }

    private static Result run(final Dataset data, final Map<String, String> parameters) {
        final var tree = new DecisionTree();
        return tree.run(data, Parameters.of(tree.descriptor().parameters(), parameters), Quiet.RUN);
    }

    private static Tree grown(final Dataset data, final Cart.Limits limits) {
        final var examples = Examples.of(data, Target.Kind.AUTO, Quiet.RUN);
        return new Cart(limits).grow(examples, examples.all(), Quiet.RUN);
    }

    private static double gini(final double[] y, final boolean[] some, final boolean wanted) {
        double count = 0;
        double ones = 0;
        for (int i = 0; i < y.length; i++) {
            if (some[i] == wanted) {
                count++;
                ones += y[i];
            }
        }
        return count == 0 ? 0 : count - (ones * ones + (count - ones) * (count - ones)) / count;
    }

    @Test
    void theFirstSplitIsTheBestOfAll() {
        final var random = new Random(2);
        for (int round = 0; round < 300; round++) {
            final int rows = 4 + random.nextInt(20);
            final var y = random.ints(rows, 0, 2).asDoubleStream().toArray();
            y[0] = 0;
            y[1] = 1;
            final var x = random.ints(rows, 0, 9).mapToDouble(each -> each == 0 ? Double.NaN : each / 3.0).toArray();
            final var texts = random.ints(rows, 0, 4).mapToObj(each -> each == 0 ? null : "c" + each).toList();
            final var tree = grown(data(NumberColumn.of("y", y), NumberColumn.of("x", x), TextColumn.of("t", texts)), new Cart.Limits(false, 1, 1, 0, 0));
            double least = Double.POSITIVE_INFINITY;
            final var left = new boolean[rows];
            for (final double limit : x) {
                for (int missing = 0; missing < 2 && !Double.isNaN(limit); missing++) {
                    final boolean toLeft = missing == 1;
                    IntStream.range(0, rows).forEach(i -> left[i] = Double.isNaN(x[i]) ? toLeft : x[i] <= limit);
                    least = Math.min(least, gini(y, left, true) + gini(y, left, false));
                }
            }
            for (int set = 0; set < 16; set++) {
                final int wanted = set;
                IntStream.range(0, rows).forEach(i -> left[i] = (wanted >> (texts.get(i) == null ? 0 : texts.get(i).charAt(1) - '0') & 1) != 0);
                least = Math.min(least, gini(y, left, true) + gini(y, left, false));
            }
            if (tree.isLeaf(0)) {
                assertEquals(gini(y, new boolean[rows], false), least, 1e-9);
            } else {
                double found = 0;
                for (final int child : new int[] {tree.left(0), tree.right(0)}) {
                    found += tree.cover(child) * (1 - tree.value(child, 0) * tree.value(child, 0) - tree.value(child, 1) * tree.value(child, 1));
                }
                assertEquals(least, found, 1e-9, "round " + round);
            }
        }
    }

    @Test
    void equalSplitsAreDecidedByTheFeatureThatComesFirst() {
        final var y = TextColumn.of("y", List.of("a", "a", "b", "b"));
        final var tree = grown(data(y, NumberColumn.of("second", 4, 3, 2, 1), NumberColumn.of("first", 1, 2, 3, 4)), new Cart.Limits(false, 3, 1, 0, 0));
        assertEquals(0, tree.feature(0));
        assertEquals(2.5, tree.threshold(0));
        assertEquals(3, tree.size());
    }

    @Test
    void aTreeFindsWhatNoSingleQuestionTells() {
        final var x = new double[] {0, 0, 1, 1, 0, 0, 1, 1};
        final var z = new double[] {0, 1, 0, 1, 0, 1, 0, 1};
        final var y = new double[] {0, 1, 1, 0, 0, 1, 1, 0};
        final var tree = grown(data(NumberColumn.of("y", y), NumberColumn.of("x", x), NumberColumn.of("z", z)), new Cart.Limits(false, 2, 1, 0, 0));
        assertEquals(4, tree.leaves());
    }

    @Test
    void numbersAreSplitByVarianceHoweverLargeTheirMean() {
        final var x = IntStream.range(0, 40).asDoubleStream().toArray();
        final var y = Arrays.stream(x).map(each -> 1e9 + (each < 13 ? 0 : each < 30 ? 1 : 5)).toArray();
        final var tree = grown(data(NumberColumn.of("y", y), NumberColumn.of("x", x)), new Cart.Limits(false, 5, 1, 0, 0));
        assertEquals(3, tree.leaves());
        assertEquals(29.5, tree.threshold(0));
        assertEquals(12.5, tree.threshold(tree.left(0)));
        assertEquals(1e9 + 5, tree.value(tree.right(0), 0), 1e-6);
    }

    @Test
    void pruningTakesBackWhatIsNotWorthItsLeaves() {
        final var random = new Random(4);
        final var x = random.doubles(300).toArray();
        final var y = Arrays.stream(x).mapToObj(each -> each + random.nextGaussian() / 4 > .5 ? "yes" : "no").toList();
        final var data = data(TextColumn.of("y", y), NumberColumn.of("x", x));
        final var whole = grown(data, new Cart.Limits(false, 30, 1, 0, 0));
        final var pruned = grown(data, new Cart.Limits(false, 30, 1, 0, .02));
        assertTrue(whole.leaves() > 20, "leaves " + whole.leaves());
        assertTrue(pruned.leaves() >= 2 && pruned.leaves() <= 4, "leaves " + pruned.leaves());
        assertEquals(1, grown(data, new Cart.Limits(false, 30, 1, 0, 1)).leaves());
        assertEquals(7, grown(data, new Cart.Limits(false, 30, 1, 7, 0)).leaves());
    }

    @Test
    void aWeightCountsLikeSoManyRows() {
        final var x = NumberColumn.of("x", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        final var y = TextColumn.of("y", List.of("a", "b", "a", "a", "b", "a", "b", "b", "a", "b"));
        final var weight = NumberColumn.of("w", 1, 3, 1, 2, 1, 1, 2, 0, 1, 1);
        final var rows = IntStream.range(0, 10).flatMap(i -> IntStream.generate(() -> i).limit((long) weight.number(i))).toArray();
        final var weighted = new Dataset(Frame.of(x, y, weight), Map.of(Role.FEATURES, List.of("x"), Role.TARGET, List.of("y"), Role.WEIGHT, List.of("w")));
        final var limits = new Cart.Limits(true, 4, 1, 0, 0);
        final var one = grown(weighted, limits);
        final var other = grown(data(y.take(rows), x.take(rows)), limits);
        assertEquals(TreeFrames.frame(List.of(other)).column("feature").rows(), one.size());
        for (int node = 0; node < one.size(); node++) {
            assertEquals(other.cover(node), one.cover(node), 1e-12);
            assertEquals(other.value(node, 1), one.value(node, 1), 1e-12);
        }
    }

    @Test
    void shuffledAnswersAreNoBetterThanTheBaseline() {
        final var random = new Random(9);
        final var x = random.doubles(400).toArray();
        final var z = random.doubles(400).toArray();
        final var y = random.doubles(400).mapToObj(each -> each < .3 ? "yes" : "no").toList();
        final var result = run(data(TextColumn.of("y", y), NumberColumn.of("x", x), NumberColumn.of("z", z)), Map.of());
        assertEquals(0, result.metric("better-than-baseline"));
        assertTrue(result.warnings().stream().anyMatch(each -> each.code().equals("learning.no-better")));
    }

    @Test
    void leaksAreNamed() {
        final var random = new Random(9);
        final var y = random.ints(200, 0, 2).asDoubleStream().toArray();
        final var leak = Arrays.stream(y).map(each -> each * 3 + random.nextDouble()).toArray();
        final var names = IntStream.range(0, 200).mapToObj(i -> "customer " + i).toList();
        final var result = run(data(NumberColumn.of("y", y), NumberColumn.of("leak", leak), TextColumn.of("name", names)), Map.of());
        final var codes = result.warnings().stream().map(each -> each.code()).toList();
        assertTrue(codes.contains("learning.telling") && codes.contains("learning.names"), codes.toString());
    }

    @Test
    void reasonsSumUpToTheScore() {
        final var random = new Random(9);
        final var x = random.doubles(200).toArray();
        final var t = random.ints(200, 0, 5).mapToObj(each -> "t" + each).toList();
        final var y = IntStream.range(0, 200).mapToObj(i -> x[i] > .5 == t.get(i).equals("t1") ? "yes" : "no").toList();
        final var data = data(TextColumn.of("y", y), NumberColumn.of("x", x), TextColumn.of("t", t));
        final var model = run(data, Map.of()).model().orElseThrow();
        final var scores = model.apply(data, Quiet.RUN).frame().column("score");
        for (int row = 0; row < 200; row += 17) {
            assertEquals(scores.number(row), model.explain(data, row).stream().mapToDouble(each -> each.amount()).sum(), 1e-12);
        }
    }

    @Test
    void whatCannotBeLearnedIsRefused() {
        final var x = NumberColumn.of("x", 1, 2, 3);
        assertEquals("learning.one-class", assertThrows(ProblemException.class, () -> run(data(TextColumn.of("y", List.of("a", "a", "a")), x),
                Map.of())).problem().code());
        assertEquals("learning.not-numbers",
                assertThrows(ProblemException.class, () -> run(data(TextColumn.of("y", List.of("a", "b", "a")), x), Map.of("target-kind",
                        "numbers"))).problem().code());
    }
}
