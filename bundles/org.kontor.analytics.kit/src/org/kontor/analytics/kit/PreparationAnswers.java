// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.analytics.kit.Expected.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.kit.KnownAnswers.Known;
import org.kontor.analytics.result.Result;

/** Data that has to be cleaned. */
final class PreparationAnswers {

    private PreparationAnswers() {
    }

    static List<Known> of(final String method) {
        return switch (method) {
            case "duplicates" -> duplicates();
            case "outliers" -> outliers();
            case "missing-values" -> missing();
            case "standardize" -> standardized();
            default -> List.of();
        };
    }

    /** Three people who are there twice, with the names that W. E. Winkler published similarities for, and six who are there once. */
    private static Dataset people() {
        final var rows = new String[][] {
            {"a1", "MARTHA", "1950-01-02", "02 4123 4567", "Sydney"}, {"a2", "MARHTA", "1950-01-02", "0241234567", "Sydney"},
            {"b1", "DIXON", "1961-03-04", "08 9876 5432", "Perth"}, {"b2", "DICKSONX", "1961-03-04", "0898765432", "Perth"},
            {"c1", "DWAYNE", "1972-05-06", "03 5551 2345", "Hobart"}, {"c2", "DUANE", "1972-05-06", "0355512345", "Hobart"},
            {"d", "王芳", "1983-07-08", "010 6552 9988", "北京"}, {"e", "李强", "1994-09-10", "021 5888 1234", "上海"},
            {"f", "Müller", "1955-11-12", "0711 445566", "Stuttgart"}, {"g", "Sørensen", "1966-12-13", "33 12 34 56", "København"},
            {"h", "Martin", "1977-02-14", "01 44 55 66 77", "Paris"}, {"i", "Rossi", "1988-04-15", "06 9876 1234", "Roma"}};
        final var columns = new ArrayList<Column>();
        final var names = List.of("id", "name", "birth", "phone", "city");
        for (int c = 0; c < names.size(); c++) {
            final int column = c;
            columns.add(TextColumn.of(names.get(c), Arrays.stream(rows).map(row -> row[column]).toList()));
        }
        columns.add(NumberColumn.of("turnover", 100.5, 100.5, 20.25, 20.25, 7.75, 7.75, 51.5, 62.5, 73.5, 84.5, 95.5, 106.5));
        return new Dataset(Frame.of(columns), Map.of(Role.ID, List.of("id"), Role.FEATURES, List.of("name", "birth", "phone", "city", "turnover")));
    }

    private static List<String> groups(final Result result) {
        final var frame = table(result, "groups");
        final var groups = new TreeMap<String, String>();
        for (int i = 0; i < frame.rows(); i++) {
            groups.merge(frame.column("group").text(i), frame.column("id").text(i), (one, other) -> one + ' ' + other);
        }
        return groups.values().stream().sorted().toList();
    }

    private static double nearness(final Result result, final String first, final String column) {
        final var frame = table(result, "pairs");
        for (int i = 0; i < frame.rows(); i++) {
            if (frame.column("first").text(i).equals(first)) {
                return frame.column(column).number(i);
            }
        }
        throw new AssertionError("no pair with " + first);
    }

    private static List<Known> duplicates() {
        return List.of(new Known(new Case("twelve people", people(), Map.of()), result -> {
            assertEquals(List.of("a1 a2", "b1 b2", "c1 c2"), groups(result));
            assertEquals(3, result.metric("duplicates"));
            assertEquals(.9611111111, nearness(result, "a1", "≈ name"), 1e-10);
            assertEquals(.8133333333, nearness(result, "b1", "≈ name"), 1e-10);
            assertEquals(.84, nearness(result, "c1", "≈ name"), 1e-10);
        }), new Known(new Case("twelve people, agreed weights", people(), Map.of("weights", "agreed")), result -> {
            assertEquals(List.of("a1 a2", "b1 b2", "c1 c2"), groups(result));
            assertTrue(result.metric("compared-pairs") >= 3);
        }));
    }

    private static Dataset flowers() {
        return new Dataset(KnownAnswers.iris(), Map.of(Role.FEATURES, KnownAnswers.LEAVES));
    }

    private static List<Double> first(final Result result) {
        final var frame = table(result, "prepared");
        return KnownAnswers.LEAVES.stream().map(name -> frame.column(name).number(0)).toList();
    }

    private static void near(final double[] expected, final List<Double> found) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found.get(i), 1e-12);
        }
    }

    /** The first flower as scikit-learn 1.2.1 and R 4.2.2 scale it. */
    private static List<Known> standardized() {
        return List.of(
                new Known(new Case("iris", flowers(), Map.of()), result -> near(
                        new double[] {-.9006811702978099, 1.0190043519716065, -1.3402265266227635, -1.3154442950077407}, first(result))),
                new Known(new Case("iris, estimated deviation", flowers(), Map.of("ddof", "1")), result -> near(
                        new double[] {-.8976738791967672, 1.0156019907136327, -1.3357516342415212, -1.3110521482051314}, first(result))),
                new Known(new Case("iris, ranges", flowers(), Map.of("method", "min-max")), result -> near(
                        new double[] {.2222222222222221, .625, .06779661016949151, .04166666666666667}, first(result))),
                new Known(new Case("iris, quartiles", flowers(), Map.of("method", "robust")), result -> near(
                        new double[] {-.5384615384615383, 1, -.8428571428571429, -.7333333333333334}, first(result))));
    }

    private static List<String> far(final Result result) {
        final var frame = table(result, "rows");
        final var found = new ArrayList<String>();
        for (int row = 0; row < frame.rows(); row++) {
            if (frame.column("outlier").number(row) == 1) {
                found.add(frame.column("id").text(row) + ' ' + frame.column("column").text(row));
            }
        }
        return found;
    }

    private static List<Known> outliers() {
        return List.of(
                new Known(new Case("iris, quartiles", flowers(), Map.of()), result -> {
                    assertEquals(List.of("16 sepal-width", "33 sepal-width", "34 sepal-width", "61 sepal-width"), far(result));
                    final var limits = table(result, "columns");
                    assertEquals(2.05, limits.column("low").number(1), 1e-12);
                    assertEquals(4.05, limits.column("high").number(1), 1e-12);
                }),
                new Known(new Case("iris, median distances", flowers(), Map.of("method", "mad", "limit", "2.5")),
                        result -> assertEquals(List.of("16 sepal-width", "34 sepal-width"), far(result))),
                new Known(new Case("iris, standard deviations", flowers(), Map.of("method", "z-score")),
                        result -> assertEquals(List.of("16 sepal-width"), far(result))),
                new Known(new Case("iris, isolation", flowers(), Map.of("method", "isolation-forest")), result -> {
                    final var frame = table(result, "rows");
                    // the flowers that scikit-learn isolates soonest as well
                    for (final int row : new int[] {131, 117, 41}) {
                        assertTrue(frame.column("score").number(row) > .6, "row " + row + ": " + frame.column("score").number(row));
                    }
                    assertTrue(result.metric("outliers") < 20);
                }));
    }

    /** Six rows of two columns of numbers, one of texts and one of days. */
    private static Dataset gaps() {
        final var days = new int[] {100, 102, 104, 0, 108, 0};
        final var frame = Frame.of(NumberColumn.of("x", 1, 2, Double.NaN, 4, 100, Double.NaN), NumberColumn.of("y", 10, 20, 31.5, 40, Double.NaN, 60),
                TextColumn.of("city", Arrays.asList("a", "b", "b", null, "c", "b")), DateColumn.of("day", days, Missing.of(new long[] {0b101000})));
        return new Dataset(frame, Map.of(Role.FEATURES, List.of("x", "y", "city", "day")));
    }

    private static String filled(final Result result, final int row) {
        final var frame = table(result, "prepared");
        return String.join(" ", frame.column("x").text(row), frame.column("y").text(row), frame.column("city").text(row), frame.column("day").text(row));
    }

    private static List<Known> missing() {
        return List.of(
                new Known(new Case("six rows, medians", gaps(), Map.of()), result -> {
                    assertEquals("3 31.5 b 1970-04-15", filled(result, 2));
                    assertEquals("4 40 b 1970-04-14", filled(result, 3));
                    assertEquals("100 31.5 c 1970-04-19", filled(result, 4));
                    assertEquals(2, result.metric("complete-rows"));
                    assertEquals(6, result.metric("missing"));
                    assertEquals(5, result.metric("patterns"));
                }),
                new Known(new Case("six rows, means", gaps(), Map.of("fill", "mean")), result -> assertEquals("26.75 31.5 b 1970-04-15", filled(result, 2))),
                new Known(new Case("six rows, nearest", gaps(), Map.of("fill", "nearest", "neighbours", "1")),
                        result -> assertEquals("4 31.5 b 1970-04-15", filled(result, 2))));
    }
}
