// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.progress.Progress;

/** Sums that are known beforehand. */
class LinearRegressionTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 3, 1, 1L << 32, Runnable::run);

    private static Result run(final Dataset data, final Map<String, String> parameters) {
        final var method = new LinearRegression();
        return method.run(data, Parameters.of(method.descriptor().parameters(), parameters), RUN);
    }

    private static double coefficient(final Result result, final String term) {
        final var table = result.table("coefficients").orElseThrow().frame();
        for (int i = 0; i < table.rows(); i++) {
            if (table.column("term").text(i).equals(term)) {
                return table.column("coefficient").number(i);
            }
        }
        throw new AssertionError(term);
    }

    private static List<String> warnings(final Result result) {
        return result.warnings().stream().map(each -> each.code()).toList();
    }

    /** y = 3 + 2 x + 5 for city b - 4 for city c, and some noise. */
    private static Dataset cities(final int rows, final double noise) {
        final var random = Randomness.of(5, rows);
        final var x = new double[rows];
        final var y = new double[rows];
        final var weights = new double[rows];
        final var cities = new ArrayList<String>();
        for (int i = 0; i < rows; i++) {
            final int city = random.nextInt(4);
            cities.add(List.of("a", "b", "c", "a").get(city));
            x[i] = random.nextDouble() * 10;
            y[i] = 3 + 2 * x[i] + new double[] {0, 5, -4, 0}[city] + noise * (random.nextDouble() - .5);
            weights[i] = 1 + random.nextInt(3);
        }
        return new Dataset(Frame.of(NumberColumn.of("x", x), TextColumn.of("city", cities), NumberColumn.of("y", y), NumberColumn.of("w", weights)),
                Map.of(Role.FEATURES, List.of("x", "city"), Role.TARGET, List.of("y")));
    }

    @Test
    void categoriesAreComparedWithTheMostFrequentOrTheFirst() {
        final var result = run(cities(200, 0), Map.of());
        assertEquals(3, coefficient(result, "(intercept)"), 1e-12);
        assertEquals(2, coefficient(result, "x"), 1e-12);
        assertEquals(5, coefficient(result, "city = b"), 1e-12);
        assertEquals(-4, coefficient(result, "city = c"), 1e-12);
        assertTrue(result.summary().stream().anyMatch(each -> each.texts().get("en").equals("Categories are compared with a reference: city = a.")));
    }

    /** Few rows are solved as they are, many by products, ill-conditioned ones by QR in blocks: all the same. */
    @Test
    void allWaysLeadToTheSameCoefficients() {
        final var data = cities(400_000, 1);
        final var examples = Examples.of(data, Target.Kind.NUMBERS, RUN);
        final int[] some = Arrays.copyOf(examples.all(), 100_000);
        final var terms = Terms.of(examples, some, true, RUN);
        final var direct = LinearFit.of(examples, some, terms, 0, RUN);
        assertTrue((long) some.length * (terms.width() + 2) <= LinearFit.SMALL);
        final var products = LinearFit.of(examples, examples.all(), Terms.of(examples, examples.all(), true, RUN), 0, RUN);
        final var almost = LinearFit.of(examples, some, terms, 1e-15, RUN);
        for (int term = 0; term < terms.width(); term++) {
            assertEquals(direct.coefficients()[term], almost.coefficients()[term], 1e-9);
            assertEquals(direct.standardError(term), almost.standardError(term), 1e-9 * direct.standardError(term));
            assertEquals(direct.coefficients()[term], products.coefficients()[term], .02);
        }
        assertEquals(direct.residuals(), almost.residuals(), 1e-8 * direct.residuals());
        assertEquals(direct.interceptVariance(), almost.interceptVariance(), 1e-9 * direct.interceptVariance());
    }

    @Test
    void manyCollinearRowsAreSolvedInBlocks() {
        final var data = cities(400_000, 1);
        final var x = ((NumberColumn) data.frame().column("x")).values();
        final var twice = new double[x.length];
        Arrays.setAll(twice, i -> 2 * x[i] + 7);
        final var both = new Dataset(data.frame().with(List.of(NumberColumn.of("x2", twice))),
                Map.of(Role.FEATURES, List.of("x", "x2", "city"), Role.TARGET, List.of("y")));
        final var result = run(both, Map.of("validation", "none"));
        assertTrue(warnings(result).contains("linear.collinear"), warnings(result).toString());
        assertEquals(2, coefficient(result, "x"), .01);
        assertTrue(Double.isNaN(coefficient(result, "x2")));
        final var exact = run(cities(400_000, 0), Map.of("validation", "none"));
        assertEquals(2, coefficient(exact, "x"), 1e-11);
        assertEquals(-4, coefficient(exact, "city = c"), 1e-11);
    }

    @Test
    void aWeightOfTwoIsTheRowTwice() {
        final var data = cities(60, 3);
        final var weighted = new Dataset(data.frame(), Map.of(Role.FEATURES, List.of("x", "city"), Role.TARGET, List.of("y"), Role.WEIGHT, List.of("w")));
        final var rows = new ArrayList<Integer>();
        for (int i = 0; i < 60; i++) {
            for (int again = 0; again < data.frame().column("w").number(i); again++) {
                rows.add(i);
            }
        }
        final var repeated = data.on(data.frame().take(rows.stream().mapToInt(Integer::intValue).toArray()));
        for (final var term : List.of("(intercept)", "x", "city = b")) {
            assertEquals(coefficient(run(repeated, Map.of()), term), coefficient(run(weighted, Map.of()), term), 1e-12);
        }
    }

    @Test
    void predictionsAreSumsOfReasonsWithinLimits() {
        final var data = cities(300, 4);
        final var result = run(data, Map.of());
        final var model = new LinearRegression().restore(result.model().orElseThrow().state());
        final var table = model.apply(data, RUN).frame();
        int inside = 0;
        for (int i = 0; i < 300; i++) {
            final double sum = model.explain(data, i).stream().mapToDouble(each -> each.amount()).sum();
            assertEquals(table.column("prediction").number(i), sum, 1e-10);
            final double truth = data.frame().column("y").number(i);
            inside += truth >= table.column("lower").number(i) && truth <= table.column("upper").number(i) ? 1 : 0;
        }
        assertTrue(inside > 280, inside + " of 300");
        final var odd = new Dataset(Frame.of(NumberColumn.of("x", Double.NaN, 1), TextColumn.of("city", Arrays.asList(null, "nowhere"))), data.roles());
        assertEquals(0, model.apply(odd, RUN).frame().column("prediction").missing());
    }

    /** Worked out by the textbook formula for one feature. */
    @Test
    void limitsAreThoseOfTheBooks() {
        final double[] x = {4, 4, 7, 7, 8, 9, 10, 10, 10, 11};
        final double[] y = {2, 10, 4, 22, 16, 10, 18, 26, 34, 17};
        final var data = new Dataset(Frame.of(NumberColumn.of("x", x), NumberColumn.of("y", y)), Map.of(Role.FEATURES, List.of("x"), Role.TARGET,
                List.of("y")));
        final var result = run(data, Map.of());
        final double b = coefficient(result, "x");
        double xx = 0;
        double rest = 0;
        for (int i = 0; i < 10; i++) {
            xx += (x[i] - 8) * (x[i] - 8);
            final double off = y[i] - 15.9 - b * (x[i] - 8);
            rest += off * off;
        }
        final var at = new Dataset(Frame.of(NumberColumn.of("x", 21.0)), Map.of(Role.FEATURES, List.of("x")));
        final var found = result.model().orElseThrow().apply(at, RUN).frame();
        // the upper 2.5 % of Student's t with 8 degrees of freedom begin at 2.306004
        final double half = 2.306004 * Math.sqrt(rest / 8 * (1 + .1 + 169 / xx));
        assertEquals(15.9 + 13 * b + half, found.column("upper").number(0), 1e-5);
    }

    @Test
    void missingValuesAreFilledOrLeftOut() {
        final var data = cities(100, 1);
        final var x = ((NumberColumn) data.frame().column("x")).values();
        x[3] = Double.NaN;
        final List<Column> changed = List.of(NumberColumn.of("x", x));
        final var holes = data.on(data.frame().with(changed));
        assertTrue(warnings(run(holes, Map.of())).contains("linear.filled"));
        final var left = run(holes, Map.of("missing", "leave-out"));
        assertTrue(warnings(left).contains("linear.left-out"));
        assertEquals(99, left.metric("fit-rows"));
    }

    @Test
    void aPenaltyMakesCoefficientsSmallerAndGivesNoFalseCertainty() {
        final var data = cities(100, 1);
        final var plain = run(data, Map.of());
        final var pulled = run(data, Map.of("ridge", "1"));
        assertTrue(Math.abs(coefficient(pulled, "x")) < Math.abs(coefficient(plain, "x")) * .7);
        assertEquals(4, pulled.table("coefficients").orElseThrow().frame().column("p").missing());
        assertTrue(warnings(pulled).contains("linear.ridge"));
    }

    @Test
    void aRowThatPullsHardIsNamed() {
        final var data = cities(40, 1);
        final var x = ((NumberColumn) data.frame().column("x")).values();
        final var y = ((NumberColumn) data.frame().column("y")).values();
        x[7] = 100;
        y[7] = 0;
        final var result = run(data.on(data.frame().with(List.of(NumberColumn.of("x", x), NumberColumn.of("y", y)))), Map.of());
        final var influential = result.table("influential").orElseThrow();
        assertEquals("Rows with much influence", influential.title().texts().get("en"));
        assertEquals("8", influential.frame().column("id").text(0));
        assertEquals("The number of the row in the data, counted from 1.", influential.heads().getFirst().help().texts().get("en"));
        assertTrue(result.warnings().stream().anyMatch(each -> each.text().texts().get("en")
                .startsWith("1 row pulls the coefficients hard: row 8.")));
    }
}
