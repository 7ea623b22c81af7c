// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.Cdnow;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.core.problem.ProblemException;

class CustomerValueTest {

    private static final CustomerValue METHOD = new CustomerValue();

    private static Dataset features(final double[]... columns) {
        final var names = IntStream.range(0, columns.length).mapToObj(j -> "c" + j).toList();
        return new Dataset(Frame.of(IntStream.range(0, columns.length).mapToObj(j -> NumberColumn.of(names.get(j), columns[j])).toList()),
                Map.of(Role.FEATURES, names));
    }

    @Test
    void theTableOfTheRequirements() {
        assertEquals(366.6667, 100 * RetainedMargins.multiple(.8, .1, 0), 5e-5);
        assertEquals(355.6274, 100 * RetainedMargins.multiple(.8, .1, 10), 5e-5);
        assertEquals(100, 100 * RetainedMargins.multiple(0, .1, 10), 1e-12);
        assertEquals(1_100, 100 * RetainedMargins.multiple(1, 0, 10), 1e-12);
        assertTrue(Double.isNaN(RetainedMargins.multiple(1, 0, 0)));
        double slow = 0;
        for (int t = 0; t <= 36; t++) {
            slow += Math.pow(.93, t) / Math.pow(1.02, t);
        }
        assertEquals(slow, RetainedMargins.multiple(.93, .02, 36), 1e-12);
    }

    @Test
    void everyCustomerMayHaveAnOwnRetention() {
        final var result = PurchaseMethodTest.run(METHOD, features(new double[] {100, 100, Double.POSITIVE_INFINITY, 100, -20}, new double[] {.8, .5, .5, 1.5,
                .8}),
                "measure", "retention");
        final var table = result.table("customers").orElseThrow().frame();
        assertEquals(3, table.rows());
        assertEquals(366.6667, table.column("value").number(0), 5e-5);
        assertEquals(100 / (1 - .5 / 1.1), table.column("value").number(1), 1e-9);
        assertEquals(100 * .5 / .6, table.column("gupta-lehmann").number(1), 1e-9);
        assertTrue(table.column("value").number(2) < 0);
        assertEquals(List.of("A", "A", "C"), IntStream.range(0, 3).mapToObj(table.column("class")::text).toList());
        assertEquals("customer-value.rows-left-out", result.warnings().getFirst().code());
    }

    @Test
    void theFoundersIndicesAreNamedAsTheCompanys() {
        final var profit = PurchaseMethodTest.run(METHOD, features(new double[] {1_000, 1_200, 1_500, 9}, new double[] {100, 80, 60, 0}), "measure",
                "profit-centre");
        assertEquals(50, profit.metric("profit-centre-value"), 1e-12);
        assertEquals(3, profit.metric("periods"));
        assertTrue(profit.summary().get(1).texts().get("en").contains("company"));
        assertEquals(3, profit.metrics().getFirst().trail().steps().size());
        final var share = PurchaseMethodTest.run(METHOD, features(new double[] {.1, .2, .3}, new double[] {10, 20, 20}), "measure", "market-share");
        assertEquals(11, share.metric("market-share-value"), 1e-12);
    }

    @Test
    void classesHaveTheirPartsOfTheValue() {
        final var margins = IntStream.rangeClosed(1, 100).mapToDouble(i -> i == 100 ? 400 : i == 99 ? 300 : i == 98 ? 200 : 1).toArray();
        final var result = PurchaseMethodTest.run(METHOD, features(margins), "measure", "retention");
        final var table = result.table("customers").orElseThrow().frame();
        final double all = Arrays.stream(margins).sum();
        assertEquals(3 / 100.0, result.metric("class-a-share"), 1e-12);
        assertTrue(900 / all > .8 && 700 / all < .8);
        assertEquals("1", table.column("rank").text(99));
        assertEquals("4", table.column("rank").text(5));
    }

    @Test
    void valuesFromOrdersAreExpectationsTimesMoney() throws IOException {
        final var result = PurchaseMethodTest.run(METHOD, Cdnow.sample(true), "observation-end", "1997-09-30", "horizon", "39", "discount", "0", "margin",
                ".3");
        final var table = result.table("customers").orElseThrow().frame();
        assertEquals(2_357, table.rows());
        double sum = 0;
        for (int i = 0; i < table.rows(); i++) {
            final double expected = table.column("expected").number(i) * table.column("expected-mean").number(i) * .3;
            assertEquals(expected, table.column("value").number(i), 1e-9 * (1 + expected));
            sum += expected;
        }
        assertEquals(sum, result.metric("total-value"), 1e-6);
        assertEquals(24.65, table.column("expected-mean").number(0), .02);
        final var later = PurchaseMethodTest.run(METHOD, Cdnow.sample(true), "observation-end", "1997-09-30", "horizon", "39", "discount", ".15", "margin",
                ".3");
        // at 15 % a year, 39 weeks ahead cost about a twentieth on average
        assertEquals(.95, later.metric("total-value") / result.metric("total-value"), .01);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals("customer-value.endless", assertThrows(ProblemException.class,
                () -> PurchaseMethodTest.run(METHOD, features(new double[] {1}), "measure", "retention", "retention", "1", "discount", "0")).problem().code());
        assertEquals("customer-value.no-periods", assertThrows(ProblemException.class,
                () -> PurchaseMethodTest.run(METHOD, features(new double[] {1}, new double[] {0}), "measure", "profit-centre")).problem().code());
        assertEquals("customer-value.columns.orders",
                assertThrows(ProblemException.class, () -> PurchaseMethodTest.run(METHOD, features(new double[] {1}))).problem().code());
        final var named = new Dataset(Frame.of(TextColumn.of("id", Arrays.asList("a", null)), NumberColumn.of("m", 5, 6)),
                Map.of(Role.ID, List.of("id"), Role.FEATURES, List.of("m")));
        final var result = PurchaseMethodTest.run(METHOD, named, "measure", "retention");
        assertEquals(1, result.table("customers").orElseThrow().frame().rows());
        assertFalse(result.warnings().isEmpty());
    }
}
