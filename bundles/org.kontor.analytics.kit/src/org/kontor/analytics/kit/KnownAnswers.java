// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Result;

/**
 * What every provider of a method has to find, whatever way it takes.
 *
 * @since 0.1
 */
public final class KnownAnswers {

    private static final List<String> LEAVES = List.of("sepal-length", "sepal-width", "petal-length", "petal-width");

    private KnownAnswers() {
    }

    /**
     * A question with a known answer.
     *
     * @param question the data and parameters
     * @param answer   throws an {@link AssertionError} where a result is another one
     */
    public record Known(Case question, Consumer<Result> answer) {
    }

    /**
     * The questions for a method.
     *
     * @param method its identifier
     * @return empty for a method that the kit does not know
     */
    public static List<Known> of(final String method) {
        return switch (method) {
            case "dbscan" -> dense();
            case "kmeans" -> clusters();
            case "rfm" -> grades();
            default -> List.of();
        };
    }

    /**
     * Lengths and widths of the leaves of 150 irises (R. A. Fisher, The use of multiple measurements in taxonomic problems, 1936; in the
     * public domain), with the species as a text.
     *
     * @return the frame
     */
    public static Frame iris() {
        final List<List<String>> cells = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(KnownAnswers.class.getResourceAsStream("iris.csv"), StandardCharsets.US_ASCII))) {
            reader.lines().skip(1).forEach(line -> cells.add(List.of(line.split(","))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        final var columns = new ArrayList<Column>();
        for (int j = 0; j < LEAVES.size(); j++) {
            final int column = j;
            columns.add(NumberColumn.of(LEAVES.get(j), cells.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray()));
        }
        columns.add(TextColumn.of("species", cells.stream().map(List::getLast).toList()));
        return Frame.of(columns);
    }

    private static void near(final double expected, final Result result, final String metric) {
        assertEquals(expected, result.metric(metric), 1e-9 * Math.abs(expected), metric);
    }

    /** Published values are the best that somebody found: nobody may find less good ones, though better ones are welcome. */
    private static void notAbove(final double published, final Result result) {
        final double found = result.metric("inertia");
        assertTrue(found <= published * (1 + 1e-9) && found >= .99 * published, "inertia " + found + " instead of " + published);
    }

    private static List<Known> clusters() {
        final var found = new ArrayList<Known>();
        final var flowers = new Dataset(iris(), Map.of(Role.FEATURES, LEAVES));
        found.add(new Known(new Case("iris, its indices", flowers, Map.of("k", "3", "restarts", "20", "tolerance", "0")), result -> {
            near(78.851441426146, result, "inertia");
            near(.5528190123564, result, "silhouette");
            near(561.62775662962, result, "calinski-harabasz");
            near(.6619715465007465, result, "davies-bouldin");
        }));
        final var inertias = new double[][] {{2, 152.3479517603579}, {3, 78.851441426146}, {4, 57.22847321428572}, {5, 46.446182051282065}, {8, 29.99042640692641}};
        for (final double[] each : inertias) {
            final var k = String.valueOf((int) each[0]);
            found.add(new Known(new Case("iris, " + k + " clusters", flowers, Map.of("k", k, "restarts", "50", "tolerance", "0")),
                    result -> notAbove(each[1], result)));
        }
        final var six = new Dataset(Frame.of(NumberColumn.of("x", 1, 1, 1, 10, 10, 10), NumberColumn.of("y", 2, 4, 0, 2, 4, 0)),
                Map.of(Role.FEATURES, List.of("x", "y")));
        found.add(new Known(new Case("six points", six, Map.of("k", "2")), result -> {
            near(16, result, "inertia");
            assertEquals(.713348, result.metric("silhouette"), 5e-7);
            final var centers = result.table("centers").orElseThrow(() -> new AssertionError("there is no table “centers”")).frame();
            assertEquals(List.of("1 2", "10 2"), List.of(centers.column("x").text(0) + ' ' + centers.column("y").text(0),
                    centers.column("x").text(1) + ' ' + centers.column("y").text(1)));
        }));
        return found;
    }

    /** The rows of each cluster, from the largest to the smallest, and of none. */
    private static List<Integer> sizes(final Result result) {
        final var labels = result.table("assignments").orElseThrow(() -> new AssertionError("there is no table “assignments”")).frame().column("cluster");
        final var sizes = new TreeMap<Integer, Integer>();
        for (int i = 0; i < labels.rows(); i++) {
            sizes.merge((int) labels.number(i), 1, Integer::sum);
        }
        final var found = new ArrayList<Integer>();
        final var noise = sizes.remove(-1);
        sizes.values().stream().sorted(Comparator.reverseOrder()).forEach(found::add);
        found.add(noise == null ? 0 : noise);
        return found;
    }

    private static List<Known> dense() {
        final var found = new ArrayList<Known>();
        final var flowers = new Dataset(iris(), Map.of(Role.FEATURES, LEAVES));
        final Map<Map<String, String>, List<Integer>> published = Map.of(Map.of("eps", "0.5", "min-points", "5"), List.of(84, 49, 17),
                Map.of("eps", "0.4", "min-points", "4"), List.of(47, 38, 36, 4, 25), Map.of("eps", "0.6", "min-points", "5"), List.of(92, 49, 9));
        published.forEach((parameters, sizes) -> found.add(new Known(new Case("iris, eps " + parameters.get("eps"), flowers, parameters), result -> {
            assertEquals(sizes, sizes(result));
            near(sizes.size() - 1, result, "clusters");
            assertEquals(sizes.getLast().doubleValue(), result.metric("noise"));
        })));
        final var six = new Dataset(Frame.of(NumberColumn.of("x", 1, 1, 1, 10, 10, 10), NumberColumn.of("y", 2, 4, 0, 2, 4, 0)),
                Map.of(Role.FEATURES, List.of("x", "y")));
        found.add(new Known(new Case("six points, far from each other", six, Map.of("eps", "0.5", "min-points", "2")),
                result -> assertEquals(List.of(6), sizes(result))));
        found.add(new Known(new Case("six points, reach 2", six, Map.of("eps", "2", "min-points", "2")),
                result -> assertEquals(List.of(3, 3, 0), sizes(result))));
        return found;
    }

    /**
     * Twelve orders of four customers.
     *
     * @return customers, days and amounts in their roles
     */
    public static Dataset orders() {
        final var days = new ArrayList<Integer>();
        for (final var day : List.of("2024-06-29", "2024-05-01", "2024-04-01", "2024-03-01", "2024-02-01", "2024-01-01", "2024-03-30", "2024-03-30", "2023-12-31",
                "2023-07-01", "2023-06-30", "2023-06-30")) {
            days.add((int) LocalDate.parse(day).toEpochDay());
        }
        final var frame = Frame.of(TextColumn.of("customer", List.of("a", "a", "a", "a", "a", "a", "b", "b", "c", "c", "d", "d")),
                DateColumn.of("day", days.stream().mapToInt(Integer::intValue).toArray(), Missing.NONE),
                NumberColumn.of("amount", 1000, 1, 1, 1, 1, 1, 500, 1, 99.5, 0, 99, 1));
        return new Dataset(frame, Map.of(Role.ID, List.of("customer"), Role.TIME, List.of("day"), Role.VALUE, List.of("amount")));
    }

    private static List<Known> grades() {
        return List.of(new Known(new Case("twelve orders", orders(), Map.of("reference-date", "2024-06-30")), result -> {
            near(4, result, "customers");
            near(1705.5, result, "money-total");
            near(6, result, "frequency-max");
            near(366, result, "recency-max");
            final var table = result.table("customers").orElseThrow(() -> new AssertionError("there is no table “customers”")).frame();
            final var found = new ArrayList<String>();
            for (int i = 0; i < table.rows(); i++) {
                found.add(table.column("id").text(i) + ' ' + table.column("r").text(i) + table.column("f").text(i) + table.column("m").text(i));
            }
            assertEquals(List.of("a 444", "b 313", "c 321", "d 112"), found.stream().sorted().toList());
        }));
    }
}
