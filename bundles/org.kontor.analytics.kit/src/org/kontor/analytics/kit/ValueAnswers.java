// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kontor.analytics.kit.Expected.near;
import static org.kontor.analytics.kit.Expected.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.kit.KnownAnswers.Known;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Result;

/** What customers buy, and what they are worth. */
final class ValueAnswers {

    private ValueAnswers() {
    }

    static List<Known> of(final String method) {
        return switch (method) {
            case "bg-nbd" -> List.of(new Known(new Case("made buyers", buyers(), Map.of("horizon", "39")), result -> {
                near(600, result, "customers");
                near(417, result, "repeat-customers");
                near(.5775068476, result, "r", 1e-6);
                near(5.21763789, result, "alpha", 1e-6);
                near(.5998345848, result, "a", 1e-6);
                near(1.817497058, result, "b", 1e-6);
                near(-4_791.7155328765, result, "log-likelihood", 1e-12);
                repeat(new double[][] {{1, .10682281}, {4, .39109375}, {13, 1.05902310}, {26, 1.78623345}, {52, 2.87327289}, {78, 3.71890314}}, result);
            }));
            case "mbg-nbd" -> List.of(new Known(new Case("made buyers", buyers(), Map.of("horizon", "39")), result -> {
                near(1.071902127, result, "r", 1e-5);
                near(7.929227351, result, "alpha", 1e-5);
                near(1.227212404, result, "a", 1e-5);
                near(4.317381539, result, "b", 1e-5);
                near(-4_802.2724509197, result, "log-likelihood", 1e-11);
            }));
            case "pareto-nbd" -> List.of(new Known(new Case("made buyers", buyers(), Map.of("horizon", "39")), result -> {
                near(1.136486326, result, "r", 1e-4);
                near(11.81337458, result, "alpha", 1e-4);
                near(1.758562545, result, "s", 1e-4);
                near(64.06578601, result, "beta", 1e-4);
                near(-4_812.9290769715, result, "log-likelihood", 1e-10);
            }));
            case "cohort" -> List.of(new Known(new Case("twelve orders", KnownAnswers.orders(), Map.of("period", "months")), result -> {
                near(4, result, "customers");
                near(4, result, "cohorts");
                near(.5, result, "returned-share");
                final var active = (MatrixPart) result.part("active").orElseThrow();
                // d, c, a and b came first in these months; months that lie ahead have no value
                assertEquals(List.of("2023-06 (1)", "2023-07 (1)", "2024-01 (1)", "2024-03 (1)"),
                        active.rows().stream().map(row -> row.text(Locale.ENGLISH)).toList());
                final double none = Double.NaN;
                assertArrayEquals(new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, active.values()[0]);
                assertArrayEquals(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, none}, active.values()[1]);
                assertArrayEquals(new double[] {1, 1, 1, 1, 1, 1, none, none, none, none, none, none, none}, active.values()[2]);
                assertArrayEquals(new double[] {1, 0, 0, 0, none, none, none, none, none, none, none, none, none}, active.values()[3]);
            }));
            case "customer-value" -> values();
            case "churn-no-contract" -> List.of(new Known(new Case("made buyers", buyers(), Map.of()), result -> {
                near(1.071902127, result, "r", 1e-5);
                near(7.929227351, result, "alpha", 1e-5);
                near(600, result, "customers");
                near(68, result, "active");
                near(146, result, "at-risk");
                near(386, result, "gone");
            }));
            case "gamma-gamma" -> List.of(new Known(new Case("made buyers, their money", payers(), Map.of()), result -> {
                near(417, result, "customers");
                near(7.684325934, result, "p", 1e-5);
                near(3.895019599, result, "q", 1e-5);
                near(10.92534847, result, "v", 1e-5);
                near(-1_700.9948531084, result, "log-likelihood", 1e-11);
                near(-.021731893867744323, result, "correlation");
                near(28.99943703981139, result, "population-mean", 1e-5);
            }));
            default -> List.of();
        };
    }

    private static List<Known> values() {
        final var margins = features(List.of("margin"), new double[] {100, 50, 200, 10});
        return List.of(
                new Known(new Case("margins for ever", margins, Map.of("measure", "retention")), result -> {
                    near(3.6666666666666665, result, "multiple");
                    near(2.6666666666666665, result, "gupta-lehmann-multiple");
                    final var table = table(result, "customers");
                    assertEquals(366.6667, table.column("value").number(0), 5e-5);
                    assertEquals(266.6667, table.column("gupta-lehmann").number(0), 5e-5);
                    assertEquals(List.of("2", "3", "1", "4"), IntStream.range(0, 4).mapToObj(table.column("rank")::text).toList());
                }),
                new Known(new Case("margins of ten periods", margins, Map.of("measure", "retention", "periods", "10")),
                        result -> assertEquals(355.6274, table(result, "customers").column("value").number(0), 5e-5)),
                new Known(new Case("profit by customer", features(List.of("profit", "customers"), new double[] {1_000, 1_200, 1_500}, new double[] {100, 80,
                        60}),
                        Map.of("measure", "profit-centre")), result -> near(50, result, "profit-centre-value")),
                new Known(new Case("share times profit", features(List.of("share", "profit"), new double[] {.1, .2, .3}, new double[] {10, 20, 20}),
                        Map.of("measure", "market-share")), result -> near(11, result, "market-share-value")));
    }

    static Dataset features(final List<String> names, final double[]... columns) {
        return new Dataset(Frame.of(IntStream.range(0, names.size()).mapToObj(j -> NumberColumn.of(names.get(j), columns[j])).toList()),
                Map.of(Role.FEATURES, names));
    }

    private static void repeat(final double[][] expected, final Result result) {
        final var table = table(result, "new-customer");
        for (final double[] each : expected) {
            final int row = IntStream.range(0, table.rows()).filter(i -> table.column("time").number(i) == each[0]).findFirst()
                    .orElseThrow(() -> new AssertionError("nothing is said of a new customer after " + each[0]));
            assertEquals(each[1], table.column("repeat").number(row), 1e-5 * each[1]);
        }
    }

    /**
     * Purchases of 600 customers made at random from a BG/NBD process (rates gamma distributed with shape .6 and rate 5, chances to leave beta
     * distributed with .8 and 2.5), followed for 26, 39 or 52 weeks: how many bought how often after the first time, when last, and how long ago
     * the first was, in weeks. The answers are those of Nelder and Mead's method from six starts on the likelihoods as published, by SciPy.
     */
    static Dataset buyers() {
        return read("purchases.csv", List.of("frequency", "recency", "age", "customers"));
    }

    /**
     * How often those of them who bought again did so, the mean money of these purchases, and how many customers share both; made at random from
     * a Gamma-Gamma process with p = 6, q = 4 and v = 15. The answers as above.
     */
    private static Dataset payers() {
        return read("amounts.csv", List.of("purchases", "mean", "customers"));
    }

    /** Features, and how many customers a row stands for. */
    private static Dataset read(final String file, final List<String> names) {
        final List<double[]> cells;
        try (var reader = new BufferedReader(new InputStreamReader(ValueAnswers.class.getResourceAsStream(file), StandardCharsets.US_ASCII))) {
            cells = reader.lines().skip(1).map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        final var columns = names.stream().map(name -> NumberColumn.of(name, cells.stream().mapToDouble(row -> row[names.indexOf(name)]).toArray())).toList();
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, names.subList(0, names.size() - 1), Role.WEIGHT, List.of("customers")));
    }
}
