// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.kontor.analytics.frame.TextColumn;

final class ScoreTest {

    private static final double EXACT = 1e-12;

    private static Score.Classes binary(final List<String> expected, final List<String> given, final double... shares) {
        return new Score.Classes(List.of("no", "yes"), expected, given,
                Arrays.stream(shares).mapToObj(share -> new double[] {1 - share, share}).toList());
    }

    /** The example in scikit-learn's documentation of roc_auc_score and average_precision_score. */
    @Test
    void classesWithProbabilitiesHaveTheKnownMetrics() {
        final var metrics = binary(List.of("no", "no", "yes", "yes"), List.of("no", "no", "no", "yes"), 0.1, 0.4, 0.35, 0.8).metrics();
        assertEquals(0.75, metrics.get("auc"), EXACT);
        assertEquals(5 / 6.0, metrics.get("average-precision"), EXACT);
        assertEquals(0.158125, metrics.get("brier"), EXACT);
        assertEquals(-(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, metrics.get("log-loss"), EXACT);
        assertEquals(0.75, metrics.get("accuracy"), EXACT);
        assertEquals(2 / 3.0, metrics.get("f1"), EXACT);
    }

    @Test
    void tiesCountHalfAndOneClassHasNoCurve() {
        assertEquals(0.5, binary(List.of("no", "yes"), List.of("no", "no"), 0.5, 0.5).metrics().get("auc"), EXACT);
        assertTrue(Double.isNaN(binary(List.of("no", "no"), List.of("no", "no"), 0.5, 0.1).metrics().get("auc")));
    }

    @Test
    void numbersHaveTheKnownMetrics() {
        final var metrics = new Score.Numbers(new double[] {3, -0.5, 2, 7}, new double[] {2.5, 0, 2, 8}).metrics();
        assertEquals(Math.sqrt(0.375), metrics.get("rmse"), EXACT);
        assertEquals(0.5, metrics.get("mae"), EXACT);
        assertEquals(0.9486081370449679, metrics.get("r2"), EXACT);
    }

    @Test
    void foldsAreJoinedRowByRow() {
        final var one = new Score.Numbers(new double[] {1, 2}, new double[] {1, 4});
        final var two = new Score.Numbers(new double[] {3}, new double[] {3});
        assertEquals(Math.sqrt(4 / 3.0), Score.together(List.of(one, two)).get("rmse"), EXACT);
        final var groups = List.<Score>of(new Score.Plain(Map.of("stability", 1.0, "holdout-inertia", 2.0), 1),
                new Score.Plain(Map.of("stability", 0.5, "holdout-inertia", 3.0), 3));
        assertEquals(0.625, Score.together(groups).get("stability"), EXACT);
        assertEquals(5, Score.together(groups).get("holdout-inertia"), EXACT);
    }

    /** The examples in scikit-learn's documentation of adjusted_rand_score. */
    @Test
    void groupingsAgreeWhateverTheirNames() {
        assertEquals(1, agreement(List.of("0", "0", "1", "1"), List.of("1", "1", "0", "0")), EXACT);
        assertEquals(0.5714285714285714, agreement(List.of("0", "0", "1", "2"), List.of("0", "0", "1", "1")), EXACT);
        assertEquals(0, agreement(List.of("0", "0", "0", "0"), List.of("0", "1", "2", "3")), EXACT);
    }

    private static double agreement(final List<String> one, final List<String> two) {
        return Agreement.adjustedRand(TextColumn.of("one", one), TextColumn.of("two", two));
    }
}
