// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kontor.analytics.kit.Expected.near;
import static org.kontor.analytics.kit.Expected.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.kit.KnownAnswers.Known;
import org.kontor.analytics.result.Result;

/** What to recommend to the readers of the first recommender, and to others whose answers follow by hand. */
final class RecommendationAnswers {

    private RecommendationAnswers() {
    }

    static List<Known> of(final String method) {
        return switch (method) {
            case "popularity" -> List.of(popular());
            case "user-knn" -> List.of(users());
            case "item-knn" -> List.of(items(), bought());
            case "matrix-factorization" -> List.of(product());
            case "content-based" -> List.of(films());
            default -> List.of();
        };
    }

    /** Rows of users, items and ratings between blanks, and for each item what it is like. */
    private static Dataset ratings(final Map<String, String> like, final String... rows) {
        final var cells = new ArrayList<String[]>();
        for (final var row : rows) {
            cells.add(row.split(" "));
        }
        final var columns = new ArrayList<Column>(List.of(TextColumn.of("user", cells.stream().map(row -> row[0]).toList()),
                TextColumn.of("item", cells.stream().map(row -> row[1]).toList())));
        final var roles = new HashMap<>(Map.of(Role.USER, List.of("user"), Role.ITEM, List.of("item")));
        if (cells.getFirst().length > 2) {
            columns.add(NumberColumn.of("rating", cells.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray()));
            roles.put(Role.RATING, List.of("rating"));
        }
        if (!like.isEmpty()) {
            columns.add(TextColumn.of("kind", cells.stream().map(row -> like.get(row[1])).toList()));
            roles.put(Role.FEATURES, List.of("kind"));
        }
        return new Dataset(Frame.of(columns), roles);
    }

    /** Four readers of six messages (P. Resnick and others, GroupLens: An Open Architecture for Collaborative Filtering of Netnews, 1994). */
    private static Dataset readers() {
        return ratings(Map.of(), "Ken m1 1", "Ken m2 5", "Ken m4 2", "Ken m5 4", "Lee m1 4", "Lee m2 2", "Lee m4 5", "Lee m5 1", "Lee m6 2", "Meg m1 2",
                "Meg m2 4", "Meg m3 3", "Meg m6 5", "Nan m1 2", "Nan m2 4", "Nan m4 5", "Nan m5 1");
    }

    /** {@return what a user is recommended, as item and score} */
    private static Map<String, Double> recommended(final Result result, final String user) {
        final var table = table(result, "recommendations");
        final var found = new HashMap<String, Double>();
        for (int i = 0; i < table.rows(); i++) {
            if (table.column("user").text(i).equals(user)) {
                found.put(table.column("item").text(i), table.column("score").number(i));
            }
        }
        return found;
    }

    /** Of those alike with Ken only Meg read the sixth message: his mean 3, and how far she is above hers. */
    private static Known users() {
        return new Known(new Case("four readers", readers(), Map.of("similarity", "pearson", "centring", "mean")), result -> {
            near(17, result, "ratings");
            near(17 / 24.0, result, "density");
            assertEquals(3 + (5 - 3.5), recommended(result, "Ken").get("m6"), 1e-9);
            assertEquals(3 + (3 - 3.5), recommended(result, "Ken").get("m3"), 1e-9);
        });
    }

    /** The cosines of the sixth message with those that Ken read, by what Lee and Meg gave both: 18, 24, 10 and 2 by the lengths. */
    private static Known items() {
        return new Known(new Case("four readers", readers(), Map.of("similarity", "cosine", "centring", "none", "shrinkage", "0")), result -> {
            final double first = (4 * 2 + 2 * 5) / Math.sqrt(20.0 * 29);
            final double second = (2 * 2 + 4 * 5) / Math.sqrt(20.0 * 29);
            assertEquals((1 * first + 5 * second + 2 + 4) / (first + second + 2), recommended(result, "Ken").get("m6"), 1e-9);
        });
    }

    /** What was bought by three: two of them bought a and b, so these are alike by 2 / sqrt(2 * 3). */
    private static Known bought() {
        return new Known(new Case("three buyers", ratings(Map.of(), "x a", "x b", "y a", "y b", "z b", "z c"), Map.of("shrinkage", "0")),
                result -> assertEquals(2 / Math.sqrt(6), recommended(result, "z").get("a"), 1e-9));
    }

    /** Products of 1 to 5 with 1 to 4, one of which is not there, are products again. */
    private static Known product() {
        final var rows = new ArrayList<String>();
        for (int user = 1; user <= 5; user++) {
            for (int item = 1; item <= 4; item++) {
                if (user != 3 || item != 2) {
                    rows.add("u" + user + " i" + item + ' ' + user * item);
                }
            }
        }
        return new Known(new Case("a table of products", ratings(Map.of(), rows.toArray(String[]::new)),
                Map.of("factors", "1", "penalty", "1e-9", "biases", "false", "iterations", "50")),
                result -> assertEquals(6, recommended(result, "u3").get("i2"), 1e-3));
    }

    /** Who rates adventures above and romances below the own mean points to adventures alone. */
    private static Known films() {
        final var kinds = Map.of("A", "adventure", "B", "adventure|comedy", "C", "romance", "D", "romance|comedy", "E", "adventure", "F", "romance");
        final var data = ratings(kinds, "p A 5", "p C 1", "q A 4", "q B 5", "q C 2", "q D 1", "q E 5", "r C 5", "r D 4", "r A 1", "r F 4", "s E 4", "s F 2", "s B 3");
        return new Known(new Case("four viewers of films", data, Map.of()), result -> {
            final var table = table(result, "recommendations");
            final var first = new ArrayList<String>();
            for (int i = 0; i < table.rows(); i++) {
                if (table.column("rank").number(i) == 1) {
                    first.add(table.column("user").text(i) + ' ' + table.column("item").text(i));
                }
            }
            assertEquals(List.of("p E", "q F", "r B", "s A"), first);
        });
    }

    /** Three like b, two like a and c, so that a comes before c; whoever knows b gets a. */
    private static Known popular() {
        return new Known(new Case("seven purchases", ratings(Map.of(), "x b", "y b", "z b", "x a", "y a", "v c", "w c"), Map.of("top", "2")), result -> {
            assertEquals(Map.of("a", .4, "c", .4), recommended(result, "z"));
            assertEquals(Map.of("b", .6, "a", .4), recommended(result, "v"));
        });
    }
}
