// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Customers who leave a telephone company: as good as scikit-learn in ten parts, each with its share of them. */
class RealDataTest {

    static Result run(final Algorithm algorithm, final Map<String, String> parameters) throws IOException {
        return algorithm.run(Telco.customers(), Parameters.of(algorithm.descriptor().parameters(), parameters),
                new LocalRun(Progress.NONE, 0, 1, 4L << 30, Runnable::run));
    }

    @Test
    void aTreeOfFiveQuestions() throws IOException {
        final var result = run(new DecisionTree(), Map.of("max-depth", "5", "min-leaf", "1", "folds", "10", "validation", "cross-validation"));
        assertEquals(.8294, result.metric("auc"), .004);
        assertEquals(.6115, result.metric("average-precision"), .015);
        assertEquals(.7874, result.metric("accuracy"), .01);
        assertEquals(1, result.metric("better-than-baseline"));
        assertTrue(result.table("rules").orElseThrow().frame().column("rule").text(0).contains("Contract"));
    }

    @Test
    void aForest() throws IOException {
        final var result = run(new RandomForest(), Map.of("trees", "100", "min-leaf", "5", "folds", "10", "validation", "cross-validation"));
        assertEquals(.8438, result.metric("auc"), .003);
        assertEquals(.6517, result.metric("average-precision"), .008);
        assertEquals(.1357, result.metric("brier"), .001);
    }

    @Test
    void aHundredRoundsOfSmallTrees() throws IOException {
        final var result = run(new GradientBoosting(), Map.of("rounds", "100", "learning-rate", "0.05", "max-leaves", "8", "folds", "10", "validation",
                "cross-validation"));
        assertEquals(.8484, result.metric("auc"), .003);
        assertEquals(.6617, result.metric("average-precision"), .008);
        assertEquals(.1341, result.metric("brier"), .001);
    }
}
