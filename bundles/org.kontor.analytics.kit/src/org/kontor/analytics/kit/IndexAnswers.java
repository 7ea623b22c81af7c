// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kontor.analytics.kit.Expected.near;
import static org.kontor.analytics.kit.Expected.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.kit.KnownAnswers.Known;

/** Indices of scores and of spending. */
final class IndexAnswers {

    private IndexAnswers() {
    }

    static List<Known> of(final String method) {
        return switch (method) {
            case "satisfaction-index" -> scores(List.of("needs", "feedback", "relationship"), 80, 265, 88.33333333333333);
            case "service-index" -> scores(List.of("technical-support", "after-sales", "consultation"), 85, 270, 90);
            case "advertising-mix" -> spending();
            default -> List.of();
        };
    }

    /** Scores of which the second and the third are 90 and 95. */
    private static List<Known> scores(final List<String> names, final double first, final double sum, final double mean) {
        final var founders = ValueAnswers.features(names, new double[] {first}, new double[] {90}, new double[] {95});
        // five scores, of which the last customer leaves out one: 3 (60) + 2 (80) by 5 is 68
        final var answers = List.of(NumberColumn.of("a", 100, 50, 0, 60), NumberColumn.of("b", 50, 50, 40, Double.NaN), NumberColumn.of("c", 0, 50, 100, 80),
                NumberColumn.of("satisfied", 5, 4, 3, 2), NumberColumn.of("recommends", 10, 9, 7, 3), NumberColumn.of("easy", 7, 5, 4, 1));
        final Map<Role, List<String>> roles = new HashMap<>(Map.of(Role.FEATURES, List.of("a", "b", "c"), Role.RATING, List.of("satisfied", "recommends",
                "easy")));
        final var survey = new Dataset(Frame.of(answers), roles);
        return List.of(new Known(new Case("four answers", survey, Map.of("weights", "3,5,2")), result -> {
            near((55 + 50 + 40 + 68) / 4.0, result, "index");
            near((150 + 150 + 140 + 140) / 4.0, result, "sum");
            near(50, result, "csat");
            near(25, result, "nps");
            near(50, result, "ces");
            near(4.25, result, "ces-mean");
            assertEquals(68, table(result, "rows").column("index").number(3), 1e-12);
        }), new Known(new Case("the founders' scores", founders, Map.of()), result -> {
            near(sum, result, "sum");
            near(mean, result, "index");
        }));
    }

    private static List<Known> spending() {
        // 3 + 2 television + .5 online + 0 print, exactly
        final var media = List.of(NumberColumn.of("television", 1, 2, 3, 4, 5, 6, 7, 8), NumberColumn.of("online", 3, 1, 4, 1, 5, 9, 2, 6),
                NumberColumn.of("print", 2, 7, 1, 8, 2, 8, 1, 8), NumberColumn.of("sales", 6.5, 7.5, 11, 11.5, 15.5, 19.5, 18, 22));
        final var response = new Dataset(Frame.of(media), Map.of(Role.FEATURES, List.of("television", "online", "print"), Role.TARGET, List.of("sales")));
        return List.of(new Known(new Case("eight months", response, Map.of()), result -> {
            near(36 + 31 + 37, result, "sum");
            near(1, result, "r2");
            near(3, result, "base", 1e-8);
            final var table = table(result, "response");
            assertEquals(2, table.column("coefficient").number(0), 1e-8);
            assertEquals(.5, table.column("coefficient").number(1), 1e-8);
            assertEquals(0, table.column("coefficient").number(2), 1e-8);
        }), new Known(new Case("the founders' spending", ValueAnswers.features(List.of("television", "online", "print"), new double[] {1_000},
                new double[] {2_000},
                new double[] {3_000}), Map.of()), result -> near(6_000, result, "sum")));
    }
}
