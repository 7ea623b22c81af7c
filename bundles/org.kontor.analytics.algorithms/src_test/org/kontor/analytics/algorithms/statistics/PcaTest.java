// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.progress.Progress;

/** Axes, their signs, and rows on them. */
class PcaTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    private static Dataset random(final int rows, final int width, final long seed) {
        final var random = Randomness.of(seed, 0);
        final var columns = IntStream.range(0, width).mapToObj(j -> {
            final var values = new double[rows];
            Arrays.setAll(values, i -> 1e6 * j + (j + 1) * random.nextDouble());
            return NumberColumn.of("f" + j, values);
        }).toList();
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, columns.stream().map(NumberColumn::name).toList()));
    }

    private static Result run(final Dataset data, final Map<String, String> parameters) {
        final var pca = new Pca();
        return pca.run(data, Parameters.of(pca.descriptor().parameters(), parameters), RUN);
    }

    private static double variance(final Result result, final String component) {
        final var column = result.table("scores").orElseThrow().frame().column(component);
        final double mean = IntStream.range(0, column.rows()).mapToDouble(column::number).average().orElseThrow();
        return IntStream.range(0, column.rows()).mapToDouble(column::number).map(value -> (value - mean) * (value - mean)).sum() / (column.rows() - 1);
    }

    @Test
    void coordinatesHaveTheVariancesOfTheirComponents() {
        for (final var of : List.of("correlation", "covariance")) {
            final var result = run(random(5_000, 7, 1), Map.of("of", of, "components", "7"));
            final var variances = result.table("components").orElseThrow().frame().column("variance");
            for (int c = 0; c < 7; c++) {
                assertEquals(variances.number(c), variance(result, "pc" + (c + 1)), 1e-9 * variances.number(c));
            }
        }
    }

    @Test
    void theModelGivesTheRowsItLearnedFromTheirCoordinatesAndSaysWhy() {
        final var data = random(100, 4, 2);
        final var result = run(data, Map.of("components", "4"));
        final var table = result.table("scores").orElseThrow().frame();
        final var again = new Pca().restore(result.model().orElseThrow().state()).apply(data, RUN).frame();
        for (int i = 0; i < 100; i++) {
            assertEquals(table.column("pc3").number(i), again.column("pc3").number(i));
            final double sum = result.model().orElseThrow().explain(data, i).stream().mapToDouble(each -> each.amount()).sum();
            assertEquals(table.column("pc1").number(i), sum, 1e-12);
        }
    }

    @Test
    void moreFeaturesThanRowsHaveAsManyComponentsAsRowsLessOne() {
        final var result = run(random(5, 12, 3), Map.of("components", "12"));
        assertEquals(4, result.metric("components"));
        assertEquals(1, result.metric("explained-variance"), 1e-12);
        assertTrue(result.warnings().stream().anyMatch(each -> each.code().equals("pca.few-rows")));
    }

    @Test
    void aFeatureThatIsTheSameEverywhereCountsForNothing() {
        final var data = new Dataset(Frame.of(NumberColumn.of("same", 7, 7, 7, 7), NumberColumn.of("x", 1, 2, 3, 5), NumberColumn.of("y", 2, 4, 6, 10)),
                Map.of(Role.FEATURES, List.of("same", "x", "y")));
        final var result = run(data, Map.of());
        final var loadings = result.table("loadings").orElseThrow().frame().column("pc1");
        assertEquals(0, loadings.number(0));
        assertEquals(Math.sqrt(.5), loadings.number(1), 1e-12);
        assertEquals(Math.sqrt(.5), loadings.number(2), 1e-12);
        assertEquals(List.of("statistics.constant"), result.warnings().stream().map(each -> each.code()).filter(code -> code.startsWith("stat")).toList());
        assertTrue(((PointsPart) result.part("biplot").orElseThrow()).centers().isPresent());
    }

    @Test
    void missingAndInfiniteValuesGiveNoCoordinate() {
        final var data = random(50, 3, 4);
        final var model = run(data, Map.of()).model().orElseThrow();
        final var odd = new Dataset(Frame.of(NumberColumn.of("f0", 1, Double.NaN, 1), NumberColumn.of("f1", 1, 1, Double.POSITIVE_INFINITY),
                NumberColumn.of("f2", 1, 1, 1)),
                data.roles());
        final var scores = model.apply(odd, RUN).frame().column("pc1");
        assertFalse(scores.isMissing(0));
        assertTrue(scores.isMissing(1));
        assertTrue(scores.isMissing(2));
        assertFalse(new Pca().applicability(odd, Parameters.presets(new Pca().descriptor().parameters())).possible());
    }

    @Test
    void veryLargeAndVerySmallUnitsChangeNothing() {
        final var data = random(60, 3, 5);
        final var one = run(data, Map.of()).table("components").orElseThrow().frame().column("share");
        final var scaled = IntStream.range(0, 3).mapToObj(j -> {
            final var values = ((NumberColumn) data.frame().column("f" + j)).values();
            return NumberColumn.of("f" + j, Arrays.stream(values).map(value -> value * Math.scalb(1.0, 300 * (j - 1))).toArray());
        }).toList();
        final var other = run(data.on(Frame.of(scaled)), Map.of()).table("components").orElseThrow().frame().column("share");
        for (int c = 0; c < 3; c++) {
            assertEquals(one.number(c), other.number(c), 1e-12);
        }
    }

    /** Of products of these columns nothing would be left of the second component: 1 + e² is 1. */
    @Test
    void almostDependentFeaturesKeepTheirSmallComponent() {
        final double e = Math.scalb(1.0, -30);
        for (final int times : new int[] {1, 3_000}) {
            final var one = new double[4 * times];
            final var other = new double[4 * times];
            for (int i = 0; i < one.length; i++) {
                one[i] = i % 4 < 2 ? 1 : -1;
                other[i] = one[i] + (i % 2 == 0 ? e : -e);
            }
            final var data = new Dataset(Frame.of(NumberColumn.of("one", one), NumberColumn.of("other", other)), Map.of(Role.FEATURES, List.of("one", "other")));
            final double n = 4.0 * times / (4.0 * times - 1);
            // the roots of x² - (2 + e²) x + e²
            final double sum = 2 + e * e;
            final double smaller = 2 * e * e / (sum + Math.sqrt(sum * sum - 4 * e * e));
            final var covariances = run(data, Map.of("of", "covariance")).table("components").orElseThrow().frame().column("variance");
            assertEquals(2 * n, covariances.number(0), 1e-14);
            assertEquals(n * smaller, covariances.number(1), 1e-6 * smaller);
            // columns correlate by 1 / sqrt(1 + e²), so the smaller eigenvalue is one minus that
            final var correlations = run(data, Map.of()).table("components").orElseThrow().frame().column("variance");
            assertEquals(e * e / 2, correlations.number(1), 1e-6 * e * e);
        }
    }

    @Test
    void aFeatureThatFollowsFromOthersHasNoComponent() {
        final var random = Randomness.of(8, 0);
        final var columns = new double[3][1_000];
        for (int i = 0; i < 1_000; i++) {
            columns[0][i] = random.nextDouble();
            columns[1][i] = random.nextDouble();
            columns[2][i] = 2 * columns[0][i] - 3 * columns[1][i] + 7;
        }
        final var data = new Dataset(Frame.of(NumberColumn.of("a", columns[0]), NumberColumn.of("b", columns[1]), NumberColumn.of("c", columns[2])),
                Map.of(Role.FEATURES, List.of("a", "b", "c")));
        assertEquals(2, run(data, Map.of("components", "3")).metric("components"));
    }
}
