// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.analytics.kit.Expected.near;
import static org.kontor.analytics.kit.Expected.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.kit.KnownAnswers.Known;
import org.kontor.analytics.result.Result;

/** Coefficients, their uncertainty, and classes told apart by sums. */
final class RegressionAnswers {

    private static final Map<String, String> PLAIN = Map.of("validation", "none");

    private RegressionAnswers() {
    }

    static List<Known> of(final String method) {
        return switch (method) {
            case "linear-regression" -> numbers();
            case "logistic-regression" -> odds();
            case "naive-bayes" -> usual();
            default -> List.of();
        };
    }

    private static Dataset data(final List<String> names, final double[] values) {
        final int width = names.size();
        final var columns = IntStream.range(0, width).mapToObj(j -> NumberColumn.of(names.get(j),
                IntStream.range(0, values.length / width).mapToDouble(i -> values[i * width + j]).toArray())).toList();
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, names.subList(0, width - 1), Role.TARGET, List.of(names.getLast())));
    }

    private static void column(final Result result, final String column, final double part, final double... expected) {
        final var found = table(result, "coefficients").column(column);
        assertEquals(expected.length, found.rows(), column);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found.number(i), part * Math.abs(expected[i]), column + " of term " + i);
        }
    }

    /** J. Longley, An appraisal of least squares programs for the electronic computer from the point of view of the user, 1967; answers by NIST. */
    private static Dataset employment() {
        return data(List.of("deflator", "gnp", "unemployed", "armed-forces", "population", "year", "employed"), new double[] {
            83.0, 234289, 2356, 1590, 107608, 1947, 60323, 88.5, 259426, 2325, 1456, 108632, 1948, 61122, 88.2, 258054, 3682, 1616, 109773, 1949, 60171,
            89.5, 284599, 3351, 1650, 110929, 1950, 61187, 96.2, 328975, 2099, 3099, 112075, 1951, 63221, 98.1, 346999, 1932, 3594, 113270, 1952, 63639,
            99.0, 365385, 1870, 3547, 115094, 1953, 64989, 100.0, 363112, 3578, 3350, 116219, 1954, 63761, 101.2, 397469, 2904, 3048, 117388, 1955, 66019,
            104.6, 419180, 2822, 2857, 118734, 1956, 67857, 108.4, 442769, 2936, 2798, 120445, 1957, 68169, 110.8, 444546, 4681, 2637, 121950, 1958, 66513,
            112.6, 482704, 3813, 2552, 123366, 1959, 68655, 114.2, 502601, 3931, 2514, 125368, 1960, 69564, 115.7, 518173, 4806, 2572, 127852, 1961, 69331,
            116.9, 554894, 4007, 2827, 130081, 1962, 70551});
    }

    /** K. A. Brownlee, Statistical Theory and Methodology in Science and Engineering, 1960: oxidation of ammonia. */
    private static Dataset plant() {
        return data(List.of("flow", "temperature", "acid", "loss"), new double[] {80, 27, 89, 42, 80, 27, 88, 37, 75, 25, 90, 37, 62, 24, 87, 28, 62,
                22, 87, 18,
            62, 23, 87, 18, 62, 24, 93, 19, 62, 24, 93, 20, 58, 23, 87, 15, 58, 18, 80, 14, 58, 18, 89, 14, 58, 17, 88, 13, 58, 18, 82, 11, 58, 19,
                    93, 12, 50, 18,
            89, 8, 50, 18, 86, 7, 50, 19, 72, 8, 50, 19, 79, 8, 50, 20, 80, 9, 56, 20, 82, 15, 70, 20, 91, 15});
    }

    /** R. Wampler, An evaluation of linear least squares computer programs, 1969: a polynomial and something added, so many times. */
    private static Dataset polynomial(final double times) {
        final double[] added = {759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523, -2048,
                2048, -2048, 759};
        final var values = new double[21 * 6];
        for (int i = 0; i < 21; i++) {
            double power = 1;
            double sum = 1;
            for (int j = 0; j < 5; j++) {
                power *= i;
                sum += power;
                values[i * 6 + j] = power;
            }
            values[i * 6 + 5] = sum + times * added[i];
        }
        return data(List.of("x", "x2", "x3", "x4", "x5", "y"), values);
    }

    private static List<Known> numbers() {
        return List.of(new Known(new Case("employment (Longley)", employment(), Map.of("folds", "2")), result -> {
            column(result, "coefficient", 1e-11, -3482258.63459582, 15.0618722713733, -.0358191792925910, -2.02022980381683, -1.03322686717359,
                    -.0511041056535807,
                    1829.15146461355);
            column(result, "standard-error", 1e-10, 890420.383607373, 84.9149257747669, .0334910077722432, .488399681651699, .214274163161675, .226073200069370,
                    455.478499142212);
            near(.995479004577296, result, "fit-r2", 1e-12);
            near(304.854073561965, result, "residual-standard-error", 1e-10);
            near(330.285339234588, result, "f-statistic", 1e-10);
        }), new Known(new Case("a plant (stackloss)", plant(), PLAIN), result -> {
            column(result, "coefficient", 1e-9, -39.91967442, .7156402005, 1.295286124, -.1521225191);
            near(.9135769045, result, "fit-r2", 1e-9);
        }), new Known(new Case("a polynomial", polynomial(0), PLAIN), result -> column(result, "coefficient", 1e-10, ones())),
                new Known(new Case("a polynomial, disturbed", polynomial(1), PLAIN), result -> {
                    column(result, "coefficient", 1e-10, ones());
                    column(result, "standard-error", 1e-11, 2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350, 5.64566512170752,
                            .112324854679312);
                    near(.999995559025820, result, "fit-r2", 1e-13);
                }), new Known(new Case("a polynomial, much disturbed", polynomial(10_000), PLAIN), result -> column(result, "coefficient", 1e-9, ones())));
    }

    /** Motor Trend, 1974: weights of 32 cars, and whether they are shifted by hand. */
    private static Dataset cars() {
        return data(List.of("weight", "manual"), new double[] {2.62, 1, 2.875, 1, 2.32, 1, 3.215, 0, 3.44, 0, 3.46, 0, 3.57, 0, 3.19, 0, 3.15, 0,
                3.44, 0, 3.44, 0,
            4.07, 0, 3.73, 0, 3.78, 0, 5.25, 0, 5.424, 0, 5.345, 0, 2.2, 1, 1.615, 1, 1.835, 1, 2.465, 0, 3.52, 0, 3.435, 0, 3.84, 0, 3.845, 0,
                    1.935, 1, 2.14, 1,
            1.513, 1, 3.17, 1, 2.77, 1, 3.57, 1, 2.78, 1});
    }

    private static List<Known> odds() {
        final var apart = data(List.of("x", "class"), new double[] {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 1, 7, 1, 8, 1, 9, 1, 10, 1});
        return List.of(new Known(new Case("cars by hand", cars(), Map.of()), result -> {
            column(result, "coefficient", 1e-8, 12.04036966, -4.02396994);
            column(result, "standard-error", 1e-9, 4.5100662390, 1.4365277526);
            near(19.17608481, result, "deviance", 1e-9);
            near(43.22973, result, "null-deviance", 1e-6);
        }), new Known(new Case("perfectly apart", apart, PLAIN), result -> {
            assertEquals(1, result.warnings().stream().filter(each -> each.code().equals("logistic.separated")).count());
            final var found = table(result, "coefficients").column("coefficient").number(1);
            assertTrue(found > 0 && found < 10, "coefficient " + found);
        }), new Known(new Case("iris by the length of sepals", flowers("sepal-length"), PLAIN), result -> {
            // each class against setosa, by Newton steps of an independent program
            column(result, "coefficient", 1e-7, -26.08193604, 4.81569109, -38.75900123, 6.8463986);
            column(result, "standard-error", 1e-7, 4.88927292, .90683797, 5.69067512, 1.02222266);
            near(-91.03396639482858, result, "log-likelihood", 1e-10);
            near(300 * Math.log(3), result, "null-deviance", 1e-12);
        }), new Known(new Case("iris", flowers(KnownAnswers.LEAVES.toArray(String[]::new)), PLAIN), result -> {
            // setosa is apart from the others, so what is left is the likelihood of these
            near(-5.949273395679421, result, "log-likelihood", 1e-9);
            assertEquals(1, result.warnings().stream().filter(each -> each.code().equals("logistic.separated")).count());
        }));
    }

    private static Dataset flowers(final String... features) {
        return new Dataset(KnownAnswers.iris(), Map.of(Role.FEATURES, List.of(features), Role.TARGET, List.of("species")));
    }

    /** J. R. Quinlan, Induction of decision trees, 1986: weather, and whether there was play. */
    private static Dataset weather() {
        final var cells = List.of("sunny hot high weak no", "sunny hot high strong no", "overcast hot high weak yes", "rain mild high weak yes",
                "rain cool normal weak yes", "rain cool normal strong no", "overcast cool normal strong yes", "sunny mild high weak no",
                "sunny cool normal weak yes", "rain mild normal weak yes", "sunny mild normal strong yes", "overcast mild high strong yes",
                "overcast hot normal weak yes", "rain mild high strong no", "sunny cool high strong ?").stream().map(row -> List.of(row.split(" "))).toList();
        final var names = List.of("outlook", "temperature", "humidity", "wind", "play");
        final var columns = IntStream.range(0, names.size()).mapToObj(j -> TextColumn.of(names.get(j),
                cells.stream().map(row -> row.get(j).equals("?") ? null : row.get(j)).toList())).toList();
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, names.subList(0, 4), Role.TARGET, List.of("play")));
    }

    private static double probability(final Result result, final String column, final int row) {
        return table(result, "predictions").column("probability-" + column).number(row);
    }

    private static List<Known> usual() {
        final var flowers = flowers(KnownAnswers.LEAVES.toArray(String[]::new));
        return List.of(new Known(new Case("iris, held out", flowers, Map.of()), result -> assertTrue(result.metric("accuracy") > .93, "accuracy")),
                new Known(new Case("iris, learned from", flowers, PLAIN), result -> {
                    final var named = table(result, "predictions").column("class");
                    final var truth = flowers.frame().column("species");
                    assertEquals(List.of(52, 70, 77, 106, 119, 133), IntStream.range(0, 150).filter(row -> !named.text(row).equals(truth.text(row)))
                            .boxed().toList());
                    assertEquals(.1544940566886635, probability(result, truth.text(70), 70), 1e-10);
                    assertEquals(.02648565665170681, probability(result, truth.text(106), 106), 1e-10);
                }), new Known(new Case("weather", weather(), Map.of("validation", "none", "smoothing", "0")),
                        result -> assertEquals(.20458265139884657, probability(result, "yes", 14), 1e-9)),
                new Known(new Case("weather, smoothed", weather(), PLAIN), result -> assertEquals(.27993334920257057, probability(result, "yes", 14), 1e-12)));
    }

    private static double[] ones() {
        final var ones = new double[6];
        Arrays.fill(ones, 1);
        return ones;
    }
}
