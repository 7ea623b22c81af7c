// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.analytics.kit.Expected.near;
import static org.kontor.analytics.kit.Expected.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.kit.KnownAnswers.Known;
import org.kontor.analytics.result.Result;

/** Components and tests. */
final class StatisticsAnswers {

    private static final String COVARIANCE = "covariance";
    private static final String OF = "of";

    private StatisticsAnswers() {
    }

    static List<Known> of(final String method) {
        return switch (method) {
            case "chi-square" -> counts();
            case "pca" -> components();
            case "segment-comparison" -> segments();
            default -> List.of();
        };
    }

    /** Every number of a column, to so many digits after the point. */
    private static void column(final Result result, final String table, final String column, final double precision, final double... expected) {
        final var found = table(result, table).column(column);
        assertEquals(expected.length, found.rows(), table);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found.number(i), precision, table + '.' + column + " in row " + i);
        }
    }

    /** The largest loading of each component is positive. */
    private static void signs(final Result result) {
        final var loadings = table(result, "loadings");
        for (int c = 1; loadings.find("pc" + c).isPresent(); c++) {
            final var column = loadings.column("pc" + c);
            double largest = 0;
            for (int i = 0; i < column.rows(); i++) {
                largest = Math.abs(column.number(i)) > Math.abs(largest) ? column.number(i) : largest;
            }
            assertTrue(largest > 0, "component " + c + " points the wrong way");
        }
    }

    private static List<Known> components() {
        final var flowers = new Dataset(KnownAnswers.iris(), Map.of(Role.FEATURES, KnownAnswers.LEAVES));
        final var six = new Dataset(Frame.of(NumberColumn.of("x", 1, 1, 1, 10, 10, 10), NumberColumn.of("y", 2, 4, 0, 2, 4, 0)),
                Map.of(Role.FEATURES, List.of("x", "y")));
        return List.of(new Known(new Case("iris, covariances", flowers, Map.of(OF, COVARIANCE)), result -> {
            column(result, "components", "variance", 5e-10, 4.228241706, .2426707479, .0782095, .023835093);
            column(result, "components", "share", 5e-11, .9246187232, .0530664831, .0171026098, .0052121839);
            column(result, "loadings", "pc1", 5e-9, .36138659, -.08452251, .85667061, .35828920);
            signs(result);
        }), new Known(new Case("iris, correlations", flowers, Map.of("components", "4")), result -> {
            column(result, "components", "share", 5e-11, .7296244541, .2285076179, .0366892189, .0051787091);
            signs(result);
        }), new Known(new Case("arrests in 50 states (World Almanac and Book of Facts, 1975)", arrests(), Map.of()), result -> {
            column(result, "components", "deviation", 5e-11, 1.5748782744, .9948694148, .5971291155, .4164493820);
            column(result, "components", "share", 5e-6, .62006, .24744, .08914, .04336);
            signs(result);
        }), new Known(new Case("six points", six, Map.of(OF, COVARIANCE)), result -> column(result, "components", "share", 5e-7, .883636, .116364)));
    }

    /** A table of counts, one row for each of its cells. */
    private static Dataset cells(final int[]... counts) {
        final var first = new ArrayList<String>();
        final var second = new ArrayList<String>();
        final var values = new ArrayList<Double>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                first.add("row " + (i + 1));
                second.add("column " + (j + 1));
                values.add((double) counts[i][j]);
            }
        }
        return new Dataset(Frame.of(TextColumn.of("first", first), TextColumn.of("second", second),
                NumberColumn.of("count", values.stream().mapToDouble(Double::doubleValue).toArray())),
                Map.of(Role.FEATURES, List.of("first"), Role.TARGET, List.of("second"), Role.VALUE, List.of("count")));
    }

    private static Known counts(final Dataset cells, final Map<String, String> parameters, final double statistic, final double p, final double precision) {
        return new Known(new Case("chi-square " + statistic, cells, parameters), result -> {
            near(statistic, result, "chi-square", precision);
            near(p, result, "p-value", Math.max(precision, 1e-6));
        });
    }

    private static List<Known> counts() {
        final var plain = Map.of("yates", "false");
        final var four = cells(new int[] {10, 20}, new int[] {20, 20});
        final var seed = cells(new int[] {10, 20}, new int[] {30, 40});
        return List.of(new Known(new Case("two by three", cells(new int[] {10, 10, 20}, new int[] {20, 20, 20}), Map.of()), result -> {
            near(2.7777777778, result, "chi-square", 1e-10);
            near(.2493522088, result, "p-value", 1e-9);
            near(2, result, "degrees-of-freedom");
        }), counts(four, Map.of(), 1.3234375, .2499760575, 1e-10), counts(four, plain, 1.9444444444, .1631867748, 1e-10),
                counts(cells(new int[] {762, 327, 468}, new int[] {484, 239, 477}), Map.of(), 30.070149, 2.953589e-7, 1e-7),
                counts(cells(new int[] {2220, 1655}, new int[] {1307, 166}, new int[] {1647, 48}), Map.of(), 1184.5965720837926, 5.863e-258, 1e-4),
                counts(seed, Map.of(), .446429, .504036, 2e-6), counts(seed, plain, .793651, .372998, 2e-6),
                new Known(new Case("two by three, its strength", cells(new int[] {20, 30, 50}, new int[] {30, 30, 40}), Map.of()), result -> {
                    near(3.111111, result, "chi-square", 1e-7);
                    near(.211072, result, "p-value", 2e-6);
                    near(.124722, result, "cramers-v", 2e-6);
                }), new Known(new Case("tea or milk first (R. A. Fisher, The Design of Experiments, 1935)", cells(new int[] {3, 1}, new int[] {1,
                        3}), Map.of()),
                        result -> near(34.0 / 70, result, "p-fisher")));
    }

    private static List<Known> segments() {
        final var flowers = new Dataset(KnownAnswers.iris(), Map.of(Role.FEATURES, KnownAnswers.LEAVES, Role.TARGET, List.of("species")));
        final var sleep = new Dataset(Frame.of(NumberColumn.of("hours", .7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2, 1.9, .8, 1.1, .1, -.1, 4.4,
                5.5, 1.6, 4.6, 3.4),
                TextColumn.of("drug", List.of("1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "2", "2", "2", "2", "2", "2", "2", "2", "2", "2"))),
                Map.of(Role.FEATURES, List.of("hours"), Role.TARGET, List.of("drug")));
        return List.of(new Known(new Case("iris, means", flowers, Map.of()), result -> {
            parts(result, "statistic", 138.90828, 45.01204, 1828.09194, 1276.88500);
            parts(result, "freedom-2", 92.21115, 97.40212, 78.07296, 84.95102);
        }), new Known(new Case("iris, means of equal spread", flowers, Map.of("numbers", "anova")), result -> {
            parts(result, "statistic", 119.26450, 49.16004, 1180.16118, 960.00715);
            parts(result, "p", 1.66967e-31, 4.49202e-17, 2.85678e-91, 4.16945e-85);
        }), new Known(new Case("iris, ranks", flowers, Map.of("numbers", "ranks")), result -> {
            parts(result, "statistic", 96.93744, 63.57115, 130.41105, 131.18536);
            parts(result, "p", 8.91873e-22, 1.56928e-14, 4.80397e-29, 3.26180e-29);
        }), new Known(new Case("hours of sleep (Student, The probable error of a mean, 1908)", sleep, Map.of()), result -> {
            parts(result, "statistic", 3.462627);
            parts(result, "freedom-2", 17.77647);
            parts(result, "p", .0793941);
        }));
    }

    /** Every number of a column of the tests, to five digits. */
    private static void parts(final Result result, final String column, final double... expected) {
        final var found = table(result, "tests").column(column);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found.number(i), 1e-5 * expected[i], column + " of feature " + i);
        }
    }

    private static Dataset arrests() {
        final double[] murder = {13.2, 10, 8.1, 8.8, 9, 7.9, 3.3, 5.9, 15.4, 17.4, 5.3, 2.6, 10.4, 7.2, 2.2, 6, 9.7, 15.4, 2.1, 11.3, 4.4, 12.1, 2.7,
                16.1, 9, 6,
            4.3, 12.2, 2.1, 7.4, 11.4, 11.1, 13, .8, 7.3, 6.6, 4.9, 6.3, 3.4, 14.4, 3.8, 13.2, 12.7, 3.2, 2.2, 8.5, 4, 5.7, 2.6, 6.8};
        final double[] assault = {236, 263, 294, 190, 276, 204, 110, 238, 335, 211, 46, 120, 249, 113, 56, 115, 109, 249, 83, 300, 149, 255, 72, 259, 178, 109,
            102, 252, 57, 159, 285, 254, 337, 45, 120, 151, 159, 106, 174, 279, 86, 188, 201, 120, 48, 156, 145, 81, 53, 161};
        final double[] urban = {58, 48, 80, 50, 91, 78, 77, 72, 80, 60, 83, 54, 83, 65, 57, 66, 52, 66, 51, 67, 85, 74, 66, 44, 70, 53, 62, 81, 56,
                89, 70, 86, 45,
            44, 75, 68, 67, 72, 87, 48, 45, 59, 80, 80, 32, 63, 73, 39, 66, 60};
        final double[] rape = {21.2, 44.5, 31, 19.5, 40.6, 38.7, 11.1, 15.8, 31.9, 25.8, 20.2, 14.2, 24, 21, 11.3, 18, 16.3, 22.2, 7.8, 27.8, 16.3, 35.1, 14.9,
            17.1, 28.2, 16.4, 16.5, 46, 9.5, 18.8, 32.1, 26.1, 16.1, 7.3, 21.4, 20, 29.3, 14.9, 8.3, 22.5, 12.8, 26.9, 25.5, 22.9, 11.2, 20.7, 26.2, 9.3, 10.8,
            15.6};
        return new Dataset(Frame.of(NumberColumn.of("murder", murder), NumberColumn.of("assault", assault), NumberColumn.of("urban", urban),
                NumberColumn.of("rape", rape)), Map.of(Role.FEATURES, List.of("murder", "assault", "urban", "rape")));
    }
}
