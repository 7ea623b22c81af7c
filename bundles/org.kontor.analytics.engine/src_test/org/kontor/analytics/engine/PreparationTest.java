// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;

import org.kontor.analytics.engine.internal.prepare.StepJson;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.core.problem.ProblemException;

final class PreparationTest {

    private static Dataset data(final double[] x, final String... texts) {
        return new Dataset(Frame.of(NumberColumn.of("x", x), TextColumn.of("c", Arrays.asList(texts))), Map.of(Role.FEATURES, List.of("x", "c")));
    }

    private static double[] x(final Dataset data) {
        return ((NumberColumn) data.frame().column("x")).values();
    }

    private static Dataset prepare(final Step step, final Dataset training, final Dataset other) {
        return Preparation.fit(List.of(step), training).apply(other, false).data();
    }

    @Test
    void whatAStepKnowsItLearnedFromTheTrainingRowsAlone() {
        final var training = data(new double[] {1, 3}, "a", "b");
        final var other = data(new double[] {5, Double.NaN}, "z", "b");
        assertArrayEquals(new double[] {3, Double.NaN}, x(prepare(new Step.Standardize(List.of(), 0), training, other)));
        assertArrayEquals(new double[] {3 / Math.sqrt(2), Double.NaN}, x(prepare(new Step.Standardize(List.of(), 1), training, other)));
        assertArrayEquals(new double[] {5, 2}, x(prepare(new Step.FillMissing(List.of("x"), Step.Fill.MEAN, ""), training, other)));
        assertArrayEquals(new double[] {5, -1}, x(prepare(new Step.FillMissing(List.of("x"), Step.Fill.CONSTANT, "-1"), training, other)));
        assertArrayEquals(new double[] {Math.log1p(5), Double.NaN}, x(prepare(new Step.Logarithm(List.of()), training, other)));
    }

    @Test
    void categoriesBecomeColumnsAndUnknownOnesNone() {
        final var prepared = prepare(new Step.OneHot(List.of()), data(new double[] {1, 3, 4}, "b", "a", null), data(new double[] {5, 6}, "z", "b"));
        assertEquals(List.of("x", "c=a", "c=b"), prepared.names(Role.FEATURES));
        assertEquals(List.of(0.0, 0.0), List.of(prepared.frame().column("c=a").number(0), prepared.frame().column("c=b").number(0)));
        assertEquals(1, prepared.frame().column("c=b").number(1));
    }

    @Test
    void outliersAreClippedOrLeftOutOfTheTrainingOnly() {
        final var training = data(new double[] {1, 2, 3, 4, 100}, "a", "a", "a", "a", "a");
        final var clip = Preparation.fit(List.of(new Step.Outliers(List.of("x"), Step.Fences.TUKEY, 1.5, Step.Outlier.CLIP)), training);
        assertArrayEquals(new double[] {1, 2, 3, 4, 7}, x(clip.apply(training, true).data()));
        final var drop = Preparation.fit(List.of(new Step.Outliers(List.of("x"), Step.Fences.MAD, 3, Step.Outlier.DROP)), training);
        assertArrayEquals(new int[] {0, 1, 2, 3}, drop.apply(training, true).rows());
        assertEquals(5, drop.apply(training, false).data().rows());
    }

    @Test
    void stepsBuildOnEachOtherAndKeepTheirStateAsText() {
        final var training = data(new double[] {1, Double.NaN, 5, 6}, "a", "a", "b", null);
        final var fitted = Preparation.fit(List.of(new Step.FillMissing(List.of("x"), Step.Fill.MEDIAN, ""),
                new Step.FillMissing(List.of("c"), Step.Fill.MOST_FREQUENT, ""), new Step.Standardize(List.of("x"), 0)), training);
        final var again = new Preparation(StepJson.read(JsonParser.parseString(StepJson.write(fitted.steps()).toString()).getAsJsonArray()));
        assertEquals(fitted, again);
        final var prepared = fitted.apply(training, true).data();
        assertEquals("a", prepared.frame().column("c").text(3));
        assertEquals(0, Arrays.stream(x(prepared)).sum(), 1e-12);
        assertArrayEquals(x(prepared), x(again.apply(training, true).data()));
    }

    @Test
    void rowsWithoutValuesAreDroppedAndNothingLeftIsRefused() {
        final var training = data(new double[] {1, Double.NaN, 5}, "a", "b", null);
        assertArrayEquals(new int[] {0}, Preparation.fit(List.of(new Step.DropMissing(List.of())), training).apply(training, true).rows());
        final var empty = data(new double[] {Double.NaN}, "a");
        assertEquals("analytics.nothing-left",
                assertThrows(ProblemException.class, () -> Preparation.fit(List.of(new Step.DropMissing(List.of())), empty)).problem().code());
        assertEquals("analytics.step",
                assertThrows(ProblemException.class, () -> Preparation.fit(List.of(new Step.Standardize(List.of("c"), 0)), training)).problem().code());
    }

    @Test
    void aPlanIsTheSameTextForEqualPlans() {
        final var plan = new Plan("csv", Map.of("file", "a.csv", "encoding", "UTF-8"), List.of(Condition.parse("x>=0.5"), Condition.parse("c absent")),
                Map.of(Role.FEATURES, List.of("x"), Role.ID, List.of("c")), List.of(new Step.Outliers(List.of(), Step.Fences.MAD, 2.5, Step.Outlier.CLIP),
                new Step.FillMissing(List.of("c"), Step.Fill.CONSTANT, "none"), new Step.OneHot(List.of("c")), new Step.DropMissing(List.of()),
                new Step.Logarithm(List.of()), new Step.Standardize(List.of(), 1)), "kmeans", Map.of("k", "3", "init", "random"), -42);
        assertEquals(plan, Plan.parse(plan.json()));
        assertEquals(plan.json(), Plan.parse(plan.json()).json());
        assertThrows(ProblemException.class, () -> Condition.parse("nothing"));
    }

    @Test
    void theReportCountsWhatIsNotClean() {
        final var report = DataReport.of(data(new double[] {1, 1, 2, 3, 4, 1000, Double.NaN}, "a", "a", "b", "b", "b", "b", null));
        assertEquals(1, report.duplicates());
        final var x = report.columns().getFirst();
        assertEquals(List.of(1, 5, 1), List.of(x.missing(), x.distinct(), x.outliers()));
        assertEquals(2.5, x.median());
        assertEquals(2, report.columns().get(1).distinct());
    }
}
