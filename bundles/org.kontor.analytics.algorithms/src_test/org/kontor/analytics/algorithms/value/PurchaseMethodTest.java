// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.algorithms.Cdnow;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

class PurchaseMethodTest {

    static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 32, Runnable::run);

    static Result run(final Algorithm method, final Dataset data, final String... given) {
        final var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < given.length; i += 2) {
            texts.put(given[i], given[i + 1]);
        }
        return method.run(data, Parameters.of(method.descriptor().parameters(), texts), RUN);
    }

    private static Dataset features(final double[] x, final double[] tx, final double[] age) {
        return new Dataset(Frame.of(NumberColumn.of("x", x), NumberColumn.of("tx", tx), NumberColumn.of("age", age)),
                Map.of(Role.FEATURES, List.of("x", "tx", "age")));
    }

    @Test
    void thePublishedFitOfThePublishedSummary() throws IOException {
        final var data = new Dataset(Cdnow.summary(), Map.of(Role.ID, List.of("id"), Role.FEATURES, List.of("frequency", "recency", "age")));
        final var result = run(new BgNbd(), data, "horizon", "39");
        assertEquals(.24259291, result.metric("r"), 1e-8);
        assertEquals(4.4135317, result.metric("alpha"), 3e-7);
        assertEquals(.79288626, result.metric("a"), 2e-7);
        assertEquals(2.42575406, result.metric("b"), 1e-6);
        assertEquals(-9_582.42556057, result.metric("log-likelihood"), 5e-8);
        assertEquals(.813439264, result.metric("alive-mean"), 1e-8);
        final var table = result.table("customers").orElseThrow().frame();
        assertEquals(1.22591, table.column("expected").number(0), 5e-6);
        assertEquals(List.of(), result.warnings());
    }

    @Test
    void ordersAreCountedAndTheTimeAfterThemIsHeldOut() throws IOException {
        final var result = run(new BgNbd(), Cdnow.sample(false), "observation-end", "1997-09-30", "horizon", "39");
        assertEquals(2_357, result.metric("customers"));
        assertEquals(946, result.metric("repeat-customers"));
        assertEquals(-9_582.43, result.metric("log-likelihood"), .2);
        assertEquals(1_882, result.metric("holdout-actual"));
        assertEquals(1_653.416, result.metric("holdout-expected"), .5);
        assertEquals(.625647, result.metric("holdout-correlation"), 1e-4);
        assertEquals(.785454, result.metric("mae"), 1e-4);
        assertEquals(1.607982, result.metric("rmse"), 2e-4);
        assertEquals(2.211918, result.metric("rmse-rate"), 1e-3);
        final var tracking = (SeriesPart) result.part("tracking").orElseThrow();
        final var actual = tracking.lines().getFirst().values();
        assertEquals(2_457 + 1_882, actual[actual.length - 1]);
        assertEquals(LocalDate.parse("1998-06-30").toEpochDay(), tracking.lines().getFirst().positions()[actual.length - 1]);
        final var expected = tracking.lines().get(1).values();
        assertEquals(actual[actual.length - 1], expected[expected.length - 1], .1 * actual[actual.length - 1]);
    }

    @Test
    void featuresAndOrdersOfTheSameCustomersGiveTheSame() {
        final var random = new SplittableRandom(4);
        final var process = new BetaGeometric(.8, 40, .9, 2.5, 0);
        final var ids = new ArrayList<Long>();
        final var days = new ArrayList<Integer>();
        final var rows = new ArrayList<double[]>();
        for (long id = 0; id < 600; id++) {
            final int first = random.nextInt(80);
            final var own = new HashMap<Integer, Boolean>();
            Buyers.purchases(process, 300 - first, random).forEach(time -> own.put(first + (int) Math.ceil(time), true));
            own.remove(first);
            own.keySet().removeIf(day -> day > 300);
            ids.add(id);
            days.add(first);
            for (final int day : own.keySet()) {
                ids.add(id);
                days.add(day);
            }
            rows.add(new double[] {own.size(), own.isEmpty() ? 0 : own.keySet().stream().max(Integer::compare).orElseThrow() - first, 300 - first});
        }
        // the last day of all ends the observation
        ids.add(600L);
        days.add(300);
        rows.add(new double[] {0, 0, 0});
        final var orders = new Dataset(Frame.of(IntegerColumn.of("id", ids.stream().mapToLong(Long::longValue).toArray()),
                DateColumn.of("day", days.stream().mapToInt(Integer::intValue).toArray(), Missing.NONE)), Map.of(Role.ID, List.of("id"), Role.TIME,
                        List.of("day")));
        final var features = features(column(rows, 0), column(rows, 1), column(rows, 2));
        for (final var method : List.of(new BgNbd(), new MbgNbd(), new ParetoNbd())) {
            final var one = run(method, orders, "unit", "days", "horizon", "100");
            final var two = run(method, features, "unit", "days", "horizon", "100");
            assertEquals(two.metric("log-likelihood"), one.metric("log-likelihood"), 1e-9);
            assertEquals(two.metric("expected-total"), one.metric("expected-total"), 1e-9);
            // counted from the end back to the last purchase it is the same
            final var back = new double[rows.size()];
            for (int i = 0; i < back.length; i++) {
                back[i] = rows.get(i)[2] - rows.get(i)[1];
            }
            assertEquals(two.metric("log-likelihood"), run(method, features(column(rows, 0), back, column(rows, 2)), "unit", "days", "recency", "since-last")
                    .metric("log-likelihood"), 1e-9);
            // applied to the same rows, the model says the same again
            final var again = one.model().orElseThrow().apply(orders, RUN).frame();
            final var table = one.table("customers").orElseThrow().frame();
            assertEquals(ids.size(), again.rows());
            for (int i = 0, customer = -1; i < again.rows(); i++) {
                customer += i == 0 || !ids.get(i).equals(ids.get(i - 1)) ? 1 : 0;
                assertEquals(table.column("alive").number(customer), again.column("alive").number(i), 1e-12);
            }
        }
    }

    private static double[] column(final List<double[]> rows, final int j) {
        return rows.stream().mapToDouble(row -> row[j]).toArray();
    }

    @Test
    void rowsThatCannotBeAreLeftOutAndSaid() {
        final var result = run(new BgNbd(), features(new double[] {2, 1, 0, 1.5, 1, -1, 3, Double.NaN, 1}, new double[] {5, 9, 0, 2, 30, 1, -4, 1,
                Double.POSITIVE_INFINITY},
                new double[] {20, 20, 20, 20, 20, 20, 20, 20, 20}));
        assertEquals(3, result.metric("customers"));
        assertEquals(List.of("nbd.missing", "nbd.wrong", "nbd.few"), result.warnings().stream().map(each -> each.code()).filter(code -> !code.equals("nbd.held")).toList());
        assertTrue(result.warnings().get(1).text().texts().get("en").startsWith("5 rows"));
    }

    @Test
    void withoutASecondPurchaseThereIsNothingToLearn() {
        final var problem = assertThrows(ProblemException.class, () -> run(new MbgNbd(), features(new double[] {0, 0}, new double[] {0, 0}, new double[] {10,
                20}))).problem();
        assertEquals("nbd.nobody-again", problem.code());
        assertEquals("nbd.columns", assertThrows(ProblemException.class, () -> run(new BgNbd(), new Dataset(Frame.of(NumberColumn.of("x", 1, 2)),
                Map.of(Role.FEATURES, List.of("x"))))).problem().code());
    }

    @Test
    void whatWasBoughtAfterwardsIsComparedWithATarget() {
        final var frame = Frame.of(NumberColumn.of("x", 3, 0, 1, 5, 0, 2), NumberColumn.of("tx", 9, 0, 4, 19, 0, 12), NumberColumn.of("age", 20, 20, 20, 20,
                15, 18),
                NumberColumn.of("later", 1, 0, 0, 3, 0, Double.NaN));
        final var result = run(new BgNbd(), new Dataset(frame, Map.of(Role.FEATURES, List.of("x", "tx", "age"), Role.TARGET, List.of("later"))), "horizon",
                "10");
        assertEquals(4, result.metric("holdout-actual"));
        assertTrue(result.metric("rmse") > 0);
        assertTrue(result.table("customers").orElseThrow().frame().column("actual").isMissing(5));
    }
}
