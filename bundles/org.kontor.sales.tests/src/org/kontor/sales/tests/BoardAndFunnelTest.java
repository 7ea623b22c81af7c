// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.core.value.Period;
import org.kontor.model.Account;
import org.kontor.model.Opportunity;
import org.kontor.model.User;
import org.kontor.sales.Funnel;
import org.kontor.sales.Funnel.Basis;
import org.kontor.sales.Funnel.Step;
import org.kontor.sales.PipelineBoard;
import org.kontor.sales.PipelineBoard.Column;
import org.kontor.sales.PipelineBoard.Scope;
import org.kontor.sales.PipelineBoard.Sorting;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Query;

/** Eight deals whose numbers can be checked by hand. */
class BoardAndFunnelTest {

    private static Company company;
    private static UUID mei;
    private static UUID acme;

    private final PipelineBoard board = Services.get(PipelineBoard.class);
    private final Funnel funnel = Services.get(Funnel.class);

    @BeforeAll
    static void open(@TempDir final Path folder) {
        company = new Company(folder);
        company.rates();
        mei = company.user("Mei");
        acme = company.account("Acme");
        final var april = LocalDate.of(2026, 4, 10);
        // still in the first stage; 100 dollars
        company.opportunity("A", "prospecting", "100", "USD", deal -> {
            deal.setOpenDate(april);
            deal.setOwner(company.reference(User.class, mei));
            deal.setAccount(company.reference(Account.class, acme));
            deal.setCloseDate(Company.TODAY.minusDays(1));
            deal.setStageSince(LocalDate.of(2026, 6, 20).atStartOfDay(ZoneOffset.UTC).toInstant());
        });
        // 1,400 yuan are 200 dollars
        final var b = company.opportunity("B", "qualification", "1400", "CNY", deal -> {
            deal.setOpenDate(april);
            deal.setProbability(new BigDecimal("30"));
            deal.setStageSince(LocalDate.of(2026, 6, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
        });
        company.history(b, List.of("prospecting", "qualification"), List.of(LocalDate.of(2026, 5, 28), LocalDate.of(2026, 6, 1)));
        // won after 2 + 10 + 5 + 3 days; counted in 2025 euros: 400 * 1.1
        final var c = company.opportunity("C", "closedWon", "400", "EUR", deal -> {
            deal.setRateDate(LocalDate.of(2026, 5, 21));
            deal.setBaseAmount(new BigDecimal("440"));
            deal.setCloseDate(LocalDate.of(2026, 5, 21));
            deal.setOwner(company.reference(User.class, mei));
        });
        company.history(c, List.of("prospecting", "qualification", "proposal", "negotiation", "closedWon"),
                List.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 3), LocalDate.of(2026, 5, 13), LocalDate.of(2026, 5, 18),
                LocalDate.of(2026, 5, 21)));
        // lost from the proposal
        final var d = company.opportunity("D", "closedLost", "800", "USD", deal -> deal.setCloseDate(LocalDate.of(2026, 3, 1)));
        company.history(d, List.of("prospecting", "qualification", "proposal", "closedLost"), List.of(LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 2, 9), LocalDate.of(2026, 2, 19), LocalDate.of(2026, 3, 1)));
        // lost, nobody knows from where
        company.opportunity("E", "closedLost", "1600", "USD", deal -> deal.setCloseDate(LocalDate.of(2026, 2, 1)));
        // went as far as the proposal and back
        final var f = company.opportunity("F", "qualification", "3200", "USD", deal -> { });
        company.history(f, List.of("prospecting", "qualification", "proposal", "qualification"), List.of(LocalDate.of(2026, 1, 15),
                LocalDate.of(2026, 1, 21), LocalDate.of(2026, 2, 20), LocalDate.of(2026, 3, 1)));
        // won at once
        final var g = company.opportunity("G", "closedWon", "70", "CNY", deal -> deal.setCloseDate(LocalDate.of(2026, 6, 1)));
        company.history(g, List.of("prospecting", "closedWon"), List.of(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 6, 1)));
        // an amount without a rate, and no open date
        company.opportunity("H", "prospecting", "5", "GBP", deal -> deal.setOpenDate(null));
    }

    @AfterAll
    static void close() {
        company.close();
    }

    private static void same(final String expected, final BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), () -> expected + " but " + actual);
    }

    private static List<Object> perColumn(final PipelineBoard.Board shown, final Function<Column, Object> value) {
        return shown.columns().stream().map(value).toList();
    }

    private static BigDecimal sum(final Query<Opportunity> query) {
        final var sum = (BigDecimal) company.store.read(session -> session.groups(query, List.of(), List.of(Aggregate.sum("baseAmount"))))
                .get(0)[0];
        return sum == null ? BigDecimal.ZERO : sum;
    }

    private static long count(final Query<Opportunity> query) {
        return company.store.read(session -> session.count(query));
    }

    private static String names(final Query<Opportunity> query) {
        return company.store.read(session -> session.rows(query.orderBy("name", true), List.of("name"))).stream()
                .map(row -> (String) row[0])
                .collect(Collectors.joining());
    }

    @Test
    void columnsCountAndSumInTheBaseCurrency() {
        final var shown = board.board(company.store, Scope.ALL);
        assertEquals("USD", shown.currency().getCurrencyCode());
        assertEquals(List.of(2L, 2L, 0L, 0L, 2L, 2L), perColumn(shown, Column::count));
        final var totals = shown.columns().stream().map(Column::total).toList();
        same("100", totals.get(0));
        same("3400", totals.get(1));
        same("450", totals.get(4));
        same("2400", totals.get(5));
        same("6350", shown.total());
        assertEquals(8, shown.count());
        assertEquals(List.of(1L, 0L, 0L, 0L, 0L, 0L), perColumn(shown, Column::withoutBaseAmount));
    }

    @Test
    void weightedTotalsUseTheProbabilityOfTheDealBeforeThatOfTheStage() {
        final var shown = board.board(company.store, Scope.ALL);
        same("10", shown.columns().get(0).weighted());
        same("700", shown.columns().get(1).weighted()); // 200 * 30 % + 3200 * 20 %
        same("710", shown.weightedOpen());
    }

    @Test
    void theCardsOfAColumnAddUpToItsTotal() {
        final var shown = board.board(company.store, Scope.ALL);
        for (final var column : shown.columns()) {
            final var cards = board.cards(company.store, Scope.ALL, column, Sorting.AMOUNT, 0, 100, Company.CLOCK);
            assertEquals(column.count(), cards.size());
            same(column.total().toPlainString(),
                    cards.stream().map(card -> card.baseAmount() == null ? BigDecimal.ZERO : card.baseAmount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
            same(column.total().toPlainString(), sum(board.query(Scope.ALL, column.stage().id())));
        }
    }

    @Test
    void aCardTellsWhatIsOverdueAndStalled() {
        final var shown = board.withMedianDays(company.store, board.board(company.store, Scope.ALL));
        // prospecting lasted 2 (C), 4 (B), 6 (F), 8 (D) and 12 (G) days
        assertEquals(OptionalDouble.of(6), shown.columns().get(0).medianDays());
        final var cards = board.cards(company.store, Scope.ALL, shown.columns().get(0), Sorting.NAME, 0, 100, Company.CLOCK);
        final var a = cards.get(0);
        assertEquals(List.of("A", "Acme", "Mei"), List.of(a.opportunity().title(), a.account().orElseThrow().title(), a.owner()
                .orElseThrow()
                .title()));
        assertEquals(10, Math.floor(a.daysInStage()));
        assertTrue(a.overdue());
        assertTrue(a.isStalledIn(shown.columns().get(0)));
        final var h = cards.get(1);
        assertEquals(-1, h.daysInStage());
        assertTrue(!h.overdue() && !h.isStalledIn(shown.columns().get(0)));
    }

    @Test
    void theBoardCanBeNarrowed() {
        final var mine = board.board(company.store, new Scope(Optional.empty(), Optional.of(mei), "", Optional.empty()));
        assertEquals(List.of(1L, 0L, 0L, 0L, 1L, 0L), perColumn(mine, Column::count));
        final var acmeOnly = board.board(company.store, new Scope(Optional.empty(), Optional.empty(), "acm", Optional.empty()));
        assertEquals(1, acmeOnly.count());
        final var recent = board.board(company.store, new Scope(Optional.empty(), Optional.empty(), "",
                Optional.of(LocalDate.of(2026, 6, 1))));
        assertEquals(List.of(2L, 2L, 0L, 0L, 1L, 0L), perColumn(recent, Column::count));
    }

    @Test
    void theFunnelCountsWhoReachedWhat() {
        final var result = funnel.funnel(company.store, Funnel.Scope.ALL);
        assertEquals(List.of("prospecting", "qualification", "proposal", "negotiation", "closedWon"), result.steps().stream()
                .map(step -> step.stage().code()).toList());
        assertEquals(List.of(8L, 5L, 4L, 2L, 2L), result.steps().stream().map(Step::reached).toList());
        assertEquals(List.of(2L, 2L, 0L, 0L, 2L), result.steps().stream().map(Step::current).toList());
        assertEquals(List.of(2L), result.lost().stream().map(Step::current).toList());
        final var amounts = result.steps().stream().map(Step::reachedAmount).toList();
        same("6350", amounts.get(0));
        same("4650", amounts.get(1)); // B 200, C 440, D 800, F 3200, G 10
        same("4450", amounts.get(2)); // C, D, F, G
        same("450", amounts.get(3));
        same("450", amounts.get(4));
        assertEquals(List.of(OptionalDouble.of(5 / 8.0), OptionalDouble.of(4 / 5.0), OptionalDouble.of(2 / 4.0), OptionalDouble.of(1),
                OptionalDouble.empty()), result.steps().stream().map(Step::conversion).toList());
        assertEquals(OptionalDouble.of(6), result.steps().get(0).medianDays());
        assertEquals(OptionalDouble.of(10), result.steps().get(1).medianDays()); // C 10, D 10, F 30
        assertEquals(OptionalDouble.of(9), result.steps().get(2).medianDays()); // C 5, F 9, D 10
        assertEquals(OptionalDouble.of(3), result.steps().get(3).medianDays());
        assertEquals(8, result.count());
        same("6350", result.amount());
        assertEquals(1, result.withoutBaseAmount());
        assertEquals(0, result.undated());
    }

    @Test
    void eachNumberOpensTheRecordsBehindIt() {
        for (final var scope : List.of(Funnel.Scope.ALL, quarter(2026, 1), quarter(2026, 4))) {
            final var result = funnel.funnel(company.store, scope);
            assertEquals(result.count(), count(funnel.query(company.store, scope)));
            same(result.amount().toPlainString(), sum(funnel.query(company.store, scope)));
            for (final var step : result.steps()) {
                final var reached = funnel.reached(company.store, scope, step.stage().id());
                assertEquals(step.reached(), count(reached), step.stage().code());
                same(step.reachedAmount().toPlainString(), sum(reached));
                final var current = funnel.current(company.store, scope, step.stage().id());
                assertEquals(step.current(), count(current));
                same(step.currentAmount().toPlainString(), sum(current));
            }
            final var now = java.util.stream.Stream.concat(result.steps().stream(), result.lost().stream()).toList();
            assertEquals(result.count(), now.stream().mapToLong(Step::current).sum());
            same(result.amount().toPlainString(), now.stream().map(Step::currentAmount).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        assertEquals("CDFG", names(funnel.reached(company.store, Funnel.Scope.ALL, company.stage("proposal"))));
        assertEquals("DE", names(funnel.reached(company.store, Funnel.Scope.ALL, company.stage("closedLost"))));
    }

    private static Funnel.Scope quarter(final int year, final int month) {
        return new Funnel.Scope(Optional.empty(), Optional.of(Period.quarterOf(LocalDate.of(year, month, 1))), Basis.OPENED,
                Optional.empty());
    }

    @Test
    void aPeriodTakesWhatWasOpenedInIt() {
        final var result = funnel.funnel(company.store, quarter(2026, 4));
        assertEquals(2, result.count());
        same("300", result.amount());
        assertEquals(1, result.undated());
        assertEquals("AB", names(funnel.query(company.store, quarter(2026, 4))));
        final var closing = new Funnel.Scope(Optional.empty(), Optional.of(Period.month(java.time.YearMonth.of(2026, 2))), Basis.CLOSING,
                Optional.empty());
        assertEquals("E", names(funnel.query(company.store, closing)));
        final var mine = new Funnel.Scope(Optional.empty(), Optional.empty(), Basis.OPENED, Optional.of(mei));
        assertEquals(Set.of("AC"), Set.of(names(funnel.query(company.store, mine))));
    }
}
