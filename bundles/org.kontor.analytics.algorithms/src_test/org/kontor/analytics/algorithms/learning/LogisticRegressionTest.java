// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.SharedData;
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

/** Odds that are known beforehand. */
class LogisticRegressionTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 3, 1, 1L << 32, Runnable::run);

    private static Result run(final Dataset data, final Map<String, String> parameters) {
        final var method = new LogisticRegression();
        return method.run(data, Parameters.of(method.descriptor().parameters(), parameters), RUN);
    }

    private static double number(final Result result, final String column, final int row) {
        return result.table("coefficients").orElseThrow().frame().column(column).number(row);
    }

    private static List<String> warnings(final Result result) {
        return result.warnings().stream().map(each -> each.code()).toList();
    }

    /** Log odds of “yes”: -1 + 2 x, and 1.5 more for city b. */
    private static Dataset rows(final int rows) {
        final var random = Randomness.of(9, rows);
        final var x = new double[rows];
        final var cities = new ArrayList<String>();
        final var answers = new ArrayList<String>();
        for (int i = 0; i < rows; i++) {
            x[i] = random.nextDouble() * 2 - 1;
            final boolean b = random.nextDouble() < .4;
            cities.add(b ? "b" : "a");
            answers.add(random.nextDouble() < LinearPredictor.probability(-1 + 2 * x[i] + (b ? 1.5 : 0)) ? "yes" : "no");
        }
        return new Dataset(Frame.of(NumberColumn.of("x", x), TextColumn.of("city", cities), TextColumn.of("answer", answers)),
                Map.of(Role.FEATURES, List.of("x", "city"), Role.TARGET, List.of("answer")));
    }

    /** Very many rows are started from a part of them; the top is the same. */
    @Test
    void theTopIsWhereTheSlopeEnds() {
        for (final int count : new int[] {500, 100_000}) {
            final var data = rows(count);
            final var examples = Examples.of(data, Target.Kind.CLASSES, RUN);
            final var terms = Terms.of(examples, examples.all(), true, RUN);
            final var fit = new LogisticSolver(examples, examples.all(), terms, 1, RUN).fit(0);
            assertTrue(fit.converged());
            final double[] place = {fit.coefficients()[0] * terms.deviation(0), fit.coefficients()[1] * terms.deviation(1), fit.middle()};
            final var slope = new LogisticLikelihood(examples, examples.all(), terms, 1, false, RUN).at(place).slope();
            for (final double each : slope) {
                assertEquals(0, each, 1e-6 * Math.sqrt(count));
            }
            assertEquals(2, fit.coefficients()[0], 5 * fit.errors()[0]);
            assertEquals(1.5, fit.coefficients()[1], 5 * fit.errors()[1]);
            assertEquals(-1, fit.intercept(), 5 * fit.interceptError());
        }
    }

    @Test
    void probabilitiesComeFromScoresThatAreSumsOfReasons() {
        final var data = rows(400);
        final var result = run(data, Map.of());
        final var model = new LogisticRegression().restore(result.model().orElseThrow().state());
        final var table = model.apply(data, RUN).frame();
        for (int i = 0; i < 400; i++) {
            final double sum = model.explain(data, i).stream().mapToDouble(each -> each.amount()).sum();
            assertEquals(table.column("score").number(i), sum, 1e-12);
            assertEquals(LinearPredictor.probability(sum), table.column("probability-yes").number(i), 1e-12);
        }
        assertEquals(1, result.metric("better-than-baseline"));
        final var features = result.table("features").orElseThrow().frame();
        assertTrue(features.column("p-ratio").number(0) < 1e-6);
    }

    /** With one yes/no feature everything can be worked out by hand from four counts. */
    @Test
    void fourCountsGiveTheOddsRatioOfTheBooks() {
        final int[][] counts = {{30, 10}, {15, 25}};
        final var cities = new ArrayList<String>();
        final var answers = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < counts[i][j]; k++) {
                    cities.add(i == 0 ? "a" : "b");
                    answers.add(j == 0 ? "no" : "yes");
                }
            }
        }
        final var data = new Dataset(Frame.of(TextColumn.of("city", cities), TextColumn.of("answer", answers)),
                Map.of(Role.FEATURES, List.of("city"), Role.TARGET, List.of("answer")));
        final var result = run(data, Map.of("reference", "first"));
        assertEquals(25.0 * 30 / 15 / 10, number(result, "odds-ratio", 1), 1e-9);
        assertEquals(Math.sqrt(1 / 30.0 + 1 / 10.0 + 1 / 15.0 + 1 / 25.0), number(result, "standard-error", 1), 1e-9);
        assertEquals(Math.log(10 / 30.0), number(result, "coefficient", 0), 1e-9);
    }

    @Test
    void aCategoryThatAlwaysHasOneClassIsNamedAndKeptFinite() {
        final var random = Randomness.of(2, 2);
        final var cities = new ArrayList<String>();
        final var answers = new ArrayList<String>();
        final var x = new double[200];
        for (int i = 0; i < 200; i++) {
            cities.add(i % 10 == 0 ? "rare" : "usual");
            answers.add(i % 10 == 0 || random.nextDouble() < .5 ? "yes" : "no");
            x[i] = random.nextDouble();
        }
        final var data = new Dataset(Frame.of(TextColumn.of("city", cities), NumberColumn.of("x", x), TextColumn.of("answer", answers)),
                Map.of(Role.FEATURES, List.of("city", "x"), Role.TARGET, List.of("answer")));
        final var result = run(data, Map.of());
        assertTrue(warnings(result).contains("logistic.separated"));
        final var warning = result.warnings().stream().filter(each -> each.code().equals("logistic.separated")).findFirst().orElseThrow();
        assertTrue(warning.text().texts().get("en").contains("city = rare") && !warning.text().texts().get("en").contains(", x"));
        assertTrue(number(result, "coefficient", 1) > 0 && number(result, "coefficient", 1) < 20);
        assertEquals(3, result.table("coefficients").orElseThrow().frame().column("standard-error").missing());
    }

    @Test
    void aTermThatFollowsFromOthersIsLeftOut() {
        final var data = rows(300);
        final var x = ((NumberColumn) data.frame().column("x")).values();
        final var twice = new double[x.length];
        Arrays.setAll(twice, i -> 3 - 2 * x[i]);
        final var both = new Dataset(data.frame().with(List.of(NumberColumn.of("twice", twice))),
                Map.of(Role.FEATURES, List.of("x", "twice", "city"), Role.TARGET, List.of("answer")));
        final var result = run(both, Map.of());
        final var plain = run(data, Map.of());
        assertTrue(warnings(result).contains("linear.collinear"));
        assertEquals(plain.metric("log-likelihood"), result.metric("log-likelihood"), 1e-8);
        assertEquals(number(plain, "coefficient", 1), number(result, "coefficient", 1), 1e-7);
    }

    @Test
    void severalClassesAreToldApart() {
        final var random = Randomness.of(4, 4);
        final var x = new double[300];
        final var y = new double[300];
        final var classes = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            x[i] = i % 3 + random.nextDouble() * 1.5;
            y[i] = (i % 3 == 1 ? 1 : 0) + random.nextDouble() * 1.5;
            classes.add("k" + i % 3);
        }
        final var data = new Dataset(Frame.of(NumberColumn.of("x", x), NumberColumn.of("y", y), TextColumn.of("class", classes)),
                Map.of(Role.FEATURES, List.of("x", "y"), Role.TARGET, List.of("class")));
        final var result = run(data, Map.of());
        assertTrue(result.metric("accuracy") > .8, "accuracy " + result.metric("accuracy"));
        final var table = result.model().orElseThrow().apply(data, RUN).frame();
        for (int i = 0; i < 300; i++) {
            assertEquals(1, table.column("probability-k0").number(i) + table.column("probability-k1").number(i) + table.column("probability-k2")
                    .number(i), 1e-12);
        }
    }

    /** Where the likelihood of all classes is the largest, each class is as probable as it is frequent, and so is each class times each feature. */
    @Test
    void severalClassesAreLearnedAtOnce() {
        final var random = Randomness.of(4, 5);
        final var columns = new double[4][3_000];
        final var classes = new ArrayList<String>();
        for (int i = 0; i < 3_000; i++) {
            columns[0][i] = i % 3 + 2 * random.nextDouble();
            columns[1][i] = 1e4 + (i % 3 == 1 ? 1 : 0) + 3 * random.nextDouble();
            columns[2][i] = columns[0][i] - 2 * columns[1][i];
            columns[3][i] = 1 + i % 4;
            classes.add("k" + (random.nextDouble() < .1 ? i / 3 % 3 : i % 3));
        }
        final var frame = Frame.of(NumberColumn.of("x", columns[0]), NumberColumn.of("y", columns[1]), NumberColumn.of("both", columns[2]),
                NumberColumn.of("weight", columns[3]), TextColumn.of("class", classes));
        final var data = new Dataset(frame, Map.of(Role.FEATURES, List.of("x", "y"), Role.TARGET, List.of("class"), Role.WEIGHT, List.of("weight")));
        final var result = run(data, Map.of("validation", "none"));
        final var table = result.model().orElseThrow().apply(data, RUN).frame();
        for (int k = 0; k < 3; k++) {
            final var shares = table.column("probability-k" + k);
            for (final double[] column : List.of(columns[3], columns[0], columns[1])) {
                double expected = 0;
                double sum = 0;
                for (int i = 0; i < 3_000; i++) {
                    final double value = columns[3][i] * (column == columns[3] ? 1 : column[i]);
                    expected += classes.get(i).equals("k" + k) ? value : 0;
                    sum += value * shares.number(i);
                }
                assertEquals(expected, sum, 1e-8 * expected);
            }
        }
        assertEquals(4, result.table("coefficients").orElseThrow().frame().rows() - 2);
        // a feature that follows from the others changes nothing and is named
        final var dependent = run(new Dataset(frame, Map.of(Role.FEATURES, List.of("x", "y", "both"), Role.TARGET, List.of("class"), Role.WEIGHT,
                List.of("weight"))), Map.of("validation", "none"));
        assertEquals(result.metric("log-likelihood"), dependent.metric("log-likelihood"), 1e-7);
        assertEquals(1, dependent.warnings().stream().filter(each -> each.code().equals("linear.collinear")).count());
        // and the last coefficient has the same bits with two threads
        final var two = Executors.newFixedThreadPool(2);
        try {
            final var again = new LogisticRegression().run(data, Parameters.of(new LogisticRegression().descriptor().parameters(),
                    Map.of("validation", "none")), new LocalRun(Progress.NONE, 0, 2, 1L << 30, two));
            assertEquals(result.table("coefficients").orElseThrow().frame().column("coefficient").number(5),
                    again.table("coefficients").orElseThrow().frame().column("coefficient").number(5));
        } finally {
            two.shutdown();
        }
    }

    /** LogisticRegression(C=1, solver='newton-cg', tol=1e-14) of scikit-learn 1.2.1 on the standardised features: the penalty has no class that it spares. */
    @Test
    void aPenaltyTreatsAllClassesAlike() throws IOException {
        final var lines = SharedData.lines("iris/iris.csv").stream().skip(1).map(line -> line.split(",")).toList();
        final var names = List.of("a", "b", "c", "d");
        final var columns = new ArrayList<Column>();
        for (int j = 0; j < 4; j++) {
            final int column = j;
            columns.add(NumberColumn.of(names.get(j), lines.stream().mapToDouble(cells -> Double.parseDouble(cells[column])).toArray()));
        }
        final double[][] published = {{.984695558725, .015304379259, 6.201663e-08}, {.012012143463, .440326224008, .547661632529},
            {.001980418996, .584010188629, .414009392375}};
        final int[] rows = {0, 70, 133};
        for (final var kinds : List.of(List.of("k0", "k1", "k2"), List.of("k2", "k0", "k1"))) {
            columns.add(TextColumn.of("kind", lines.stream().map(cells -> kinds.get(Integer.parseInt(cells[4]))).toList()));
            final var data = new Dataset(Frame.of(columns), Map.of(Role.FEATURES, names, Role.TARGET, List.of("kind")));
            columns.removeLast();
            final var result = run(data, Map.of("l2", "1", "validation", "none"));
            assertEquals(-19.431340219650455, result.metric("log-likelihood"), 1e-7);
            final var found = result.model().orElseThrow().apply(data, RUN).frame();
            for (int i = 0; i < rows.length; i++) {
                for (int k = 0; k < 3; k++) {
                    assertEquals(published[i][k], found.column("probability-" + kinds.get(k)).number(rows[i]), 1e-9);
                }
            }
        }
    }

    /** statsmodels, R and Spark agree on these. */
    @Test
    void theFiguresOfTheTelephoneCompanyHold() throws IOException {
        final var all = Telco.customers();
        final var totals = ((NumberColumn) all.frame().column("TotalCharges")).values();
        Arrays.setAll(totals, i -> Double.isNaN(totals[i]) ? 0 : totals[i]);
        final var data = new Dataset(all.frame().with(List.of(NumberColumn.of("TotalCharges", totals))),
                Map.of(Role.FEATURES, List.of("tenure", "MonthlyCharges", "TotalCharges"), Role.TARGET, List.of("Churn")));
        final var result = run(data, Map.of());
        final double[] coefficients = {-1.61952370, -.0663594102, .0303673438, .000138424986};
        final double[] errors = {.117066934, .00543663622, .00171474528, .0000612578449};
        for (int i = 0; i < 4; i++) {
            assertEquals(coefficients[i], number(result, "coefficient", i), 5e-9 * Math.abs(coefficients[i]));
            assertEquals(errors[i], number(result, "standard-error", i), 5e-9 * errors[i]);
        }
        assertEquals(-3194.5820336605875, result.metric("log-likelihood"), 1e-9);
        assertEquals(6397.164067321175, result.metric("aic"), 1e-9);
    }

    @Test
    void theFullModelOfTheTelephoneCompanyIsAsGoodAsOthers() throws IOException {
        final var result = run(Telco.customers(), Map.of("folds", "10"));
        assertEquals(.8456, result.metric("auc"), .003);
        assertEquals(.6531, result.metric("average-precision"), .006);
        assertEquals(.8029, result.metric("accuracy"), .005);
        assertEquals(.4171, result.metric("log-loss"), .002);
        assertEquals(.1353, result.metric("brier"), .001);
    }
}
