// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.analytics.kit.KnownAnswers.iris;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.kit.KnownAnswers.Known;
import org.kontor.analytics.result.Result;
import org.kontor.core.progress.Progress;

/** Species of flowers, learned. */
final class LearningAnswers {

    private LearningAnswers() {
    }

    static List<Known> of(final String method) {
        return switch (method) {
            case "decision-tree" -> tree();
            case "random-forest" -> forest();
            case "gradient-boosting" -> boosting();
            default -> List.of();
        };
    }

    private static Dataset flowers() {
        return new Dataset(iris(), Map.of(Role.FEATURES, KnownAnswers.LEAVES, Role.TARGET, List.of("species")));
    }

    private static Frame answers(final Result result, final Dataset data) {
        return result.model().orElseThrow().apply(data, Compatibility.context(Progress.NONE, 1, Long.MAX_VALUE, null)).frame();
    }

    /** Breiman's measure of purity at depth 2: setosa by the length of petals, then their width; leaves of 50, 54 and 46 flowers. */
    private static List<Known> tree() {
        return List.of(new Known(new Case("iris, two questions", flowers(), Map.of("max-depth", "2", "min-leaf", "1")), result -> {
            final var answers = answers(result, flowers());
            final var counts = new TreeMap<String, Integer>();
            for (int row = 0; row < answers.rows(); row++) {
                final var species = answers.column("class").text(row);
                counts.merge(species, 1, Integer::sum);
                final double expected = switch (species) {
                    case "setosa" -> 1;
                    case "versicolor" -> 49.0 / 54;
                    default -> 45.0 / 46;
                };
                assertEquals(expected, answers.column("probability-" + species).number(row), 1e-12, "row " + row);
            }
            assertEquals(Map.of("setosa", 50, "versicolor", 54, "virginica", 46), counts);
            assertTrue(result.metric("accuracy") > .9, "accuracy " + result.metric("accuracy"));
        }));
    }

    /** About 19 of 20 flowers are told right by trees that did not learn from them. */
    private static List<Known> forest() {
        return List.of(new Known(new Case("iris, 30 trees", flowers(), Map.of("trees", "30", "min-leaf", "3")), result -> {
            final double error = 1 - result.metric("accuracy");
            assertTrue(error >= .02 && error <= .075, "error " + error);
            assertEquals(1, result.metric("better-than-baseline"));
        }));
    }

    /** About 19 of 20 flowers are told right by trees that did not learn from them. */
    private static List<Known> boosting() {
        return List.of(new Known(new Case("iris, 20 rounds", flowers(), Map.of("rounds", "20", "min-leaf", "5")), result -> {
            final double error = 1 - result.metric("accuracy");
            assertTrue(error >= .02 && error <= .085, "error " + error);
            assertEquals(1, result.metric("better-than-baseline"));
        }));
    }
}
