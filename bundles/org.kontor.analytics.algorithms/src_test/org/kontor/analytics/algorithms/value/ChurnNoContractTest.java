// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.Cdnow;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.core.problem.ProblemException;

class ChurnNoContractTest {

    @Test
    void statesForetellWhoBuysAgain() throws IOException {
        final var result = PurchaseMethodTest.run(new ChurnNoContract(), Cdnow.sample(true), "observation-end", "1997-09-30");
        assertEquals(2_357, result.metric("customers"));
        assertEquals(2_357, result.metric("active") + result.metric("at-risk") + result.metric("gone"));
        assertTrue(result.metric("bought-again-active") > result.metric("bought-again-at-risk") + .1);
        assertTrue(result.metric("bought-again-at-risk") > result.metric("bought-again-gone") + .1);
        assertTrue(result.metric("auc") > .65, "auc " + result.metric("auc"));
        assertEquals(Frame.of(result.table("customers").orElseThrow().frame().columns()).rows(), 2_357);
    }

    @Test
    void theDayOfLeavingIsWhereTheProbabilityCrossesTheLimit() throws IOException {
        final var result = PurchaseMethodTest.run(new ChurnNoContract(), Cdnow.sample(true), "observation-end", "1997-09-30", "unit", "days");
        final var table = result.table("customers").orElseThrow().frame();
        final var process = new BetaGeometric(result.metric("r"), result.metric("alpha"), result.metric("a"), result.metric("b"), 1);
        final int end = (int) LocalDate.parse("1997-09-30").toEpochDay();
        int ahead = 0;
        for (int i = 0; i < table.rows(); i++) {
            final double silent = table.column("silent").number(i);
            final double after = table.column("gone-after").number(i);
            final boolean gone = table.column("state").text(i).equals("Gone");
            assertEquals(gone, silent > after, "customer " + i);
            final int day = ((DateColumn) table.column("gone-on")).day(i);
            assertEquals(end - silent + after, day, 1);
            ahead += day > end ? 1 : 0;
        }
        assertEquals(result.metric("active") + result.metric("at-risk"), ahead, 2);
        // the first of them bought on days 0, 17 and 213 of 272
        final double patience = table.column("gone-after").number(0);
        assertEquals(.5, process.alive(2, 213, 213 + patience), 1e-6);
        assertEquals("Bought every 107 days on average; silent for 59 days; active with a probability of 71%.", table.column("reason").text(0));
    }

    @Test
    void reasonsAreInTheLanguageThatWasChosen() {
        final var frame = Frame.of(NumberColumn.of("x", 3, 0, 1), NumberColumn.of("tx", 6, 0, 4), NumberColumn.of("age", 20, 20, 20));
        final var data = new Dataset(frame, Map.of(Role.FEATURES, List.of("x", "tx", "age")));
        final var result = PurchaseMethodTest.run(new ChurnNoContract(), data, "label-language", "zh", "model", "pareto-nbd");
        final var table = result.table("customers").orElseThrow().frame();
        assertTrue(table.column("reason").text(0).startsWith("平均每 2 周购买一次；已沉默 14 周"), table.column("reason").text(0));
        assertTrue(table.column("reason").text(1).startsWith("只买过一次"), table.column("reason").text(1));
        assertTrue(IntStream.range(0, 3).allMatch(i -> List.of("活跃", "有流失风险", "已流失").contains(table.column("state").text(i))));
    }

    @Test
    void limitsThatCrossAreRefused() {
        final var data = new Dataset(Frame.of(NumberColumn.of("x", 3), NumberColumn.of("tx", 6), NumberColumn.of("age", 20)),
                Map.of(Role.FEATURES, List.of("x", "tx", "age")));
        assertEquals("churn-no-contract.limits", assertThrows(ProblemException.class,
                () -> PurchaseMethodTest.run(new ChurnNoContract(), data, "active-from", ".2", "gone-below", ".4")).problem().code());
    }
}
