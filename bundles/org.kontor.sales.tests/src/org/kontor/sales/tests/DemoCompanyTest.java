// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.demo.DemoCompany;
import org.kontor.demo.DemoCompany.Plan;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;
import org.kontor.model.OpportunityLineItem;
import org.kontor.model.Order;
import org.kontor.model.OrderItem;
import org.kontor.model.RecordType;
import org.kontor.sales.Funnel;
import org.kontor.sales.PipelineBoard;
import org.kontor.sales.SalesReport;
import org.kontor.store.History.Mode;
import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

class DemoCompanyTest {

    /** What Plan(20, 1) gives on every machine and every day; changes only where somebody changes the company on purpose. */
    private static final String FINGERPRINT = "7a72118cb818c7ccf0d0308455b7fa76d2e5139f0671e45f974ee2bcfda918e7";

    private static final Set<String> KEPT_BY_THE_STORE = Set.of("createdAt", "createdBy", "createdIn", "modifiedAt", "modifiedBy");

    private final DemoCompany demo = Services.get(DemoCompany.class);

    private static Store open(final Path folder) {
        return Services.get(Stores.class).open(Stores.Request.local(folder, true), Progress.NONE);
    }

    private static Plan plan(final long seed) {
        return new Plan(20, seed, Plan.TODAY, false);
    }

    /** SHA-256 over every field of every record but for what the store itself notes about the writing. */
    private static String fingerprint(final Store store) throws NoSuchAlgorithmException {
        final var digest = MessageDigest.getInstance("SHA-256");
        store.read(session -> {
            for (final var type : Catalogue.standard().types()) {
                if (!Set.of("Setting", "ImportJob", "ImportMapping", "Analysis", "AnalysisRun", "AnalysisArtifact", "CustomerClassification",
                        "ModelDeployment").contains(type.name())) {
                    final var paths = paths(type);
                    session.each(Query.of(type.javaType()), paths, row -> {
                        for (int i = 0; i < row.length; i++) {
                            final Object value = row[i] instanceof final BigDecimal number ? number.stripTrailingZeros().toPlainString()
                                    : row[i];
                            digest.update((paths.get(i) + '=' + value + '\n').getBytes(StandardCharsets.UTF_8));
                        }
                        return true;
                    });
                }
            }
            return null;
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<String> paths(final RecordType<?> type) {
        final var paths = new ArrayList<>(List.of("id"));
        type.fields().stream().map(field -> field.name()).filter(name -> !KEPT_BY_THE_STORE.contains(name)).forEach(paths::add);
        return paths;
    }

    @Test
    void theSamePlanGivesTheSameCompanyEverywhere(@TempDir final Path one, @TempDir final Path another) throws NoSuchAlgorithmException {
        try (var first = open(one.resolve("store")); var second = open(another.resolve("store"))) {
            demo.write(first, plan(1), Progress.NONE);
            demo.write(second, plan(2), Progress.NONE);
            assertEquals(FINGERPRINT, fingerprint(first));
            assertNotEquals(FINGERPRINT, fingerprint(second));
        }
    }

    @Test
    void refusesAStoreWithCustomersUnlessTold(@TempDir final Path folder) {
        try (var company = new Company(folder)) {
            company.account("Real customer");
            final var before = company.hash();
            assertEquals("demo.notEmpty", assertThrows(ProblemException.class, () -> demo.write(company.store, plan(1), Progress.NONE))
                    .problem().code());
            assertEquals(before, company.hash());
            final var result = demo.write(company.store, new Plan(20, 1, Plan.TODAY, true), Progress.NONE);
            assertEquals(20, result.records().get("Account"));
            assertEquals("demo.alreadyThere", assertThrows(ProblemException.class,
                    () -> demo.write(company.store, new Plan(20, 1, Plan.TODAY, true), Progress.NONE)).problem().code());
            company.store.history().undo(result.operation(), Mode.ALL_OR_NOTHING, Progress.NONE);
            assertEquals(before, company.hash());
        }
    }

    @Test
    void killedItGoesOnWhereItStopped(@TempDir final Path folder) throws NoSuchAlgorithmException {
        try (var company = new Company(folder)) {
            final var before = company.hash();
            assertEquals(Optional.empty(), demo.interrupted(company.store));
            final var batches = new int[1];
            final var killed = new Progress() {
                @Override
                public void begin(final String task, final long total) {
                    assertTrue(total > 0);
                }

                @Override
                public void worked(final long amount) {
                    if (++batches[0] == 2) {
                        throw new IllegalStateException("the power went");
                    }
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };
            assertThrows(IllegalStateException.class, () -> demo.write(company.store, plan(1), killed));
            assertEquals(Optional.of(plan(1)), demo.interrupted(company.store));
            final var result = demo.write(company.store, plan(1), Progress.NONE);
            assertEquals(FINGERPRINT, fingerprint(company.store));
            assertEquals(Optional.empty(), demo.interrupted(company.store));
            assertEquals("demo.notEmpty", assertThrows(ProblemException.class, () -> demo.write(company.store, plan(2), Progress.NONE))
                    .problem().code());
            company.store.history().undo(result.operation(), Mode.ALL_OR_NOTHING, Progress.NONE);
            assertEquals(before, company.hash());
        }
    }

    @Test
    void cancelledItLeavesNothingBehind(@TempDir final Path folder) {
        try (var company = new Company(folder)) {
            final var before = company.hash();
            final var batches = new int[1];
            final var impatient = new Progress() {
                @Override
                public void begin(final String task, final long total) {
                    assertTrue(total > 0);
                }

                @Override
                public void worked(final long amount) {
                    batches[0]++;
                }

                @Override
                public boolean isCancelled() {
                    return batches[0] == 2;
                }
            };
            assertThrows(CancellationException.class, () -> demo.write(company.store, plan(1), impatient));
            assertEquals(2, batches[0]);
            assertEquals(before, company.hash());
        }
    }

    @Test
    void theStandardCompanyIsPlausibleAndItsMoneyAddsUp(@TempDir final Path folder) {
        try (var store = open(folder.resolve("store"))) {
            final var records = demo.write(store, Plan.STANDARD, Progress.NONE).records();
            final var expected = Map.of("Team", 2L, "User", 8L, "Account", 500L, "Contact", 2_000L, "Lead", 400L, "Opportunity", 600L,
                    "Product", 40L, "Order", 12_000L, "ReturnOrder", 150L);
            assertEquals(expected, records.entrySet().stream().filter(entry -> expected.containsKey(entry.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            store.read(session -> {
                records.forEach((type, count) -> assertEquals(count, session.count(Query.of(Catalogue.standard().type(type).javaType())),
                        type));
                return null;
            });
            assertEquals(List.of(), store.verify(Progress.NONE));
            linesAddUpToTotals(store);
            everyViewShowsTheSameSums(store);
            dealsAreWonAtPlausibleRates(store);
            everythingHappenedInItsTime(store);
        }
    }

    private static void linesAddUpToTotals(final Store store) {
        store.read(session -> {
            final var orders = sums(session.groups(Query.of(OrderItem.class), List.of("order"), List.of(Aggregate.sum("total"))));
            final var totals = session.rows(Query.of(Order.class), List.of("id", "total", "currency"));
            totals.forEach(row -> assertEquals(0, orders.get((UUID) row[0]).compareTo((BigDecimal) row[1]), () -> "order " + row[0]));
            assertEquals(Set.of("CNY", "EUR", "USD"), totals.stream().map(row -> (String) row[2]).collect(Collectors.toSet()));
            final var deals = sums(session.groups(Query.of(OpportunityLineItem.class), List.of("opportunity"),
                    List.of(Aggregate.sum("total"))));
            assertTrue(deals.size() > 100);
            final var amounts = session.rows(Query.of(Opportunity.class), List.of("id", "amount"));
            amounts.stream().filter(row -> deals.containsKey((UUID) row[0]))
                    .forEach(row -> assertEquals(0, deals.get((UUID) row[0]).compareTo((BigDecimal) row[1]), () -> "deal " + row[0]));
            return null;
        });
    }

    private static Map<UUID, BigDecimal> sums(final List<Object[]> rows) {
        final var sums = new HashMap<UUID, BigDecimal>();
        rows.forEach(row -> sums.put((UUID) row[0], (BigDecimal) row[1]));
        return sums;
    }

    /** Sums of three currencies in the base currency: one by one, on the board, in the funnel, in the report. */
    private static void everyViewShowsTheSameSums(final Store store) {
        final var byHand = store.read(session -> session.rows(Query.of(Opportunity.class), List.of("baseAmount"))).stream()
                .map(row -> row[0] == null ? BigDecimal.ZERO : (BigDecimal) row[0]).reduce(BigDecimal.ZERO, BigDecimal::add);
        final var board = Services.get(PipelineBoard.class).board(store, PipelineBoard.Scope.ALL);
        assertEquals(0, byHand.compareTo(board.total()));
        assertEquals(600, board.count());
        final var funnel = Services.get(Funnel.class).funnel(store, Funnel.Scope.ALL);
        assertEquals(0, byHand.compareTo(funnel.amount()));
        assertEquals(600, funnel.steps().get(0).reached());
        assertEquals(0, byHand.compareTo(funnel.steps().get(0).reachedAmount()));
        final var report = Services.get(SalesReport.class);
        final var clock = Clock.fixed(Plan.TODAY.atTime(18, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        final var data = report.report(store, report.coveredBy(store).orElseThrow(), 10_000, clock);
        assertEquals(24, data.months().size());
        assertEquals(0, data.ordersWithoutBase());
        assertEquals(0, data.revenue().compareTo(data.customers().stream().map(SalesReport.CustomerRevenue::revenue)
                .reduce(BigDecimal.ZERO, BigDecimal::add)));
        final var sold = store.read(session -> session.rows(Query.of(Order.class), List.of("baseTotal", "status.code"))).stream()
                .filter(row -> !Set.of("draft", "cancelled").contains(row[1])).map(row -> (BigDecimal) row[0])
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, sold.compareTo(data.months().stream().map(SalesReport.MonthRevenue::sold)
                .reduce(BigDecimal.ZERO, BigDecimal::add)));
        assertEquals(0, data.winRate().wonAmount().compareTo(data.months().stream().map(SalesReport.MonthRevenue::wonAmount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private static void dealsAreWonAtPlausibleRates(final Store store) {
        store.read(session -> {
            final var closed = Query.of(Opportunity.class).where(Filter.equal("stage.closed", true));
            final long won = session.count(closed.where(Filter.equal("stage.won", true)));
            final double rate = won / (double) session.count(closed);
            assertTrue(rate > 0.3 && rate < 0.6, "win rate " + rate);
            session.groups(Query.of(Opportunity.class), List.of("stage"), List.of(Aggregate.COUNT))
                    .forEach(row -> assertTrue((Long) row[1] >= 10, "every stage has deals"));
            final var names = session.rows(Query.of(Account.class), List.of("name")).stream().map(row -> (String) row[0]).toList();
            assertEquals(500, names.stream().distinct().count());
            assertTrue(names.stream().anyMatch(name -> name.length() > 60));
            assertTrue(names.stream().filter(name -> name.codePoints().anyMatch(Character::isIdeographic)).count() > 150);
            return null;
        });
    }

    private static void everythingHappenedInItsTime(final Store store) {
        final var first = LocalDate.of(2024, 7, 1);
        store.read(session -> {
            session.rows(Query.of(Order.class), List.of("orderDate")).forEach(row -> within((LocalDate) row[0], first));
            session.rows(Query.of(Opportunity.class), List.of("openDate", "closeDate", "stage.closed", "stageSince")).forEach(row -> {
                within((LocalDate) row[0], first);
                within(LocalDate.ofInstant((java.time.Instant) row[3], ZoneOffset.UTC), first);
                assertTrue(((LocalDate) row[1]).isAfter((LocalDate) row[0]), () -> row[0] + " to " + row[1]);
                if ((Boolean) row[2]) {
                    within((LocalDate) row[1], first);
                    assertEquals(row[1], LocalDate.ofInstant((java.time.Instant) row[3], ZoneOffset.UTC));
                }
            });
            return null;
        });
    }

    private static void within(final LocalDate day, final LocalDate first) {
        assertTrue(!day.isBefore(first) && !day.isAfter(Plan.TODAY), () -> day.toString());
    }
}
