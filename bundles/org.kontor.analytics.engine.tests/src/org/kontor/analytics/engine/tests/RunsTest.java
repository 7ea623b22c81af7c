// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.engine.AnalysisJson;
import org.kontor.analytics.engine.Comparison;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.Step;
import org.kontor.analytics.engine.internal.records.Scheduler;
import org.kontor.analytics.engine.internal.records.StoredDeployments;
import org.kontor.analytics.engine.internal.records.StoredRuns;
import org.kontor.analytics.engine.tests.methods.ColumnMeans;
import org.kontor.analytics.engine.tests.methods.Misbehaving;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Result;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.AnalysisSchedule;
import org.kontor.model.CustomerClassification;
import org.kontor.model.Order;
import org.kontor.model.OrderItem;
import org.kontor.model.Product;
import org.kontor.model.Status;
import org.kontor.store.History;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;
import org.kontor.testkit.ThrowAwayStore;

final class RunsTest {

    private static final String SCHEME = "groups";
    private static final Plan PLAN = new Plan("customers", Map.of(), List.of(), Map.of(Role.ID, List.of("customer"), Role.FEATURES, List.of("monetary")),
            List.of(new Step.Logarithm(List.of("monetary"))), ColumnMeans.ID, Map.of(), 0);

    private final Engine engine = new Engine();
    private final ThrowAwayStore place = ThrowAwayStore.open();
    private final Account[] accounts = {Samples.account("Acme"), Samples.account("Bolt"), Samples.account("Cobalt")};

    @BeforeEach
    void customersWhoBuy() {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        place.add(accounts);
        place.add(order(accounts[0], "2026-01-01", "10", "fulfilled"), order(accounts[0], "2026-01-01", "20", "fulfilled"),
                order(accounts[1], "2026-03-01", "1000", "activated"), order(accounts[2], "2026-02-01", "40", "closed"),
                order(accounts[2], "2026-05-01", "99999", "cancelled"), order(accounts[2], "2026-05-01", "99999", "draft"));
    }

    @AfterEach
    void end() {
        place.close();
        engine.close();
    }

    private Order order(final Account account, final String day, final String total, final String status) {
        final var order = new Order();
        order.setAccount(account);
        order.setOrderDate(LocalDate.parse(day));
        order.setTotal(new BigDecimal(total));
        order.setBaseTotal(new BigDecimal(total));
        order.setCurrency("EUR");
        order.setStatus(place.store().read(session -> session.list(Query.of(Status.class).where(Filter.equal("recordType", "Order"))
                .where(Filter.equal("code", status))).getFirst()));
        return order;
    }

    private List<Object[]> labels(final boolean valid) {
        final var query = Query.of(CustomerClassification.class).where(Filter.equal("scheme", SCHEME)).orderBy("account.name", true);
        return place.store().read(session -> session.rows(valid ? query.where(new Filter.Missing("validTo")) : query,
                List.of("account.name", "label", "score")));
    }

    @Test
    void customersAreSummedUpFromWhatIsSold() {
        final var source = engine.sources().source("customers");
        final var input = new SourceInput(Optional.of(place.store()), Map.of());
        final var frame = source.load(input, source.columns(input).stream().map(SourceColumn::name).toList(), Progress.NONE);
        assertEquals(3, frame.rows());
        final var byId = new HashMap<String, Integer>();
        for (int row = 0; row < 3; row++) {
            byId.put(frame.column("customer").text(row), row);
        }
        final int acme = byId.get(accounts[0].getId().toString());
        // two orders of one day are one day of purchase; days count to the day after the last sale, 2026-03-02
        assertEquals(List.of(60.0, 1.0, 30.0, 2.0, 15.0), List.of("recency", "frequency", "monetary", "orders", "average-order").stream()
                .map(name -> frame.column(name).number(acme)).toList());
        assertEquals("2026-01-01", frame.column("first-order").text(acme));
        assertEquals(40, frame.column("monetary").number(byId.get(accounts[2].getId().toString())));
    }

    @Test
    void moneyThatNobodyKnowsIsNoMoneyAndNotNothing() {
        final var foreign = order(accounts[0], "2026-01-02", "500", "fulfilled");
        foreign.setBaseTotal(null);
        final var delta = Samples.account("Delta");
        place.add(delta);
        final var only = order(delta, "2026-01-02", "500", "fulfilled");
        only.setBaseTotal(null);
        place.add(foreign, only);
        final var frame = engine.sources().source("customers").load(new SourceInput(Optional.of(place.store()), Map.of()),
                List.of("customer", "monetary", "orders", "average-order"), Progress.NONE);
        final var rows = IntStream.range(0, frame.rows()).boxed().collect(Collectors.toMap(row -> frame.column("customer").text(row), row -> row));
        final int acme = rows.get(accounts[0].getId().toString());
        assertEquals(List.of(30.0, 3.0, 15.0), List.of("monetary", "orders", "average-order").stream().map(name -> frame.column(name).number(acme)).toList());
        final int unknown = rows.get(delta.getId().toString());
        assertEquals(1, frame.column("orders").number(unknown));
        assertTrue(frame.column("monetary").isMissing(unknown) && frame.column("average-order").isMissing(unknown));
    }

    @Test
    void tablesAndOrdersAreSourcesAndPersonalColumnsAreNoFeatures() {
        final var input = new SourceInput(Optional.of(place.store()), Map.of());
        final var table = engine.sources().source("table-accounts");
        final var columns = table.columns(input);
        assertTrue(columns.stream().filter(column -> List.of("email", "phone", "name").contains(column.name()))
                .allMatch(column -> column.personal() && column.roles().isEmpty()));
        final var frame = table.load(input, List.of("name", "id", "createdAt"), Progress.NONE);
        assertEquals(3, frame.rows());
        assertEquals(accounts[0].getId().toString(), frame.column("id").text(IntStream.range(0, 3)
                .filter(row -> frame.column("name").text(row).equals("Acme")).findFirst().orElseThrow()));
        final var orders = engine.sources().source("orders").load(input, List.of("customer", "date", "amount"), Progress.NONE);
        assertEquals(4, orders.rows());
        engine.sources().all().stream().filter(source -> source.id().startsWith("table-"))
                .forEach(source -> assertEquals(source.columns(input).size(), source.load(input,
                        source.columns(input).stream().map(SourceColumn::name).toList(), Progress.NONE).columns().size(), source.id()));
    }

    @Test
    void aRunIsKeptAndComesOutTheSameAgainUntilNewOrdersChangeIt() {
        final var runs = engine.runs();
        final var saved = runs.save(place.store(), Optional.empty(), "By money", PLAN, AnalysisSchedule.NONE, Optional.empty());
        final var run = runs.run(place.store(), Optional.of(saved.id()), saved.plan(), RunOptions.usual(), Progress.NONE);
        assertEquals(AnalysisRunState.SUCCEEDED, run.state());
        assertEquals(3, run.rows());
        assertEquals("org.kontor.analytics.engine.tests", run.provider().orElseThrow());
        place.reopen();
        final var again = runs.repeat(place.store(), run.id(), RunOptions.usual().on(7), Progress.NONE);
        assertTrue(again.comparison().orElseThrow().same());
        assertEquals(run.resultFingerprint(), again.run().resultFingerprint());
        place.add(order(accounts[0], "2026-03-02", "5000", "fulfilled"));
        final var after = runs.repeat(place.store(), run.id(), RunOptions.usual(), Progress.NONE);
        final var comparison = after.comparison().orElseThrow();
        assertFalse(comparison.same());
        assertEquals(List.of(Comparison.Input.DATA), comparison.inputs().stream().map(Comparison.Difference::input).toList());
        assertEquals(List.of(new Comparison.Moved(accounts[0].getId().toString(), "low", "high")), comparison.moved());
        assertTrue(after.run().changes().orElseThrow().contains("low"));
        assertEquals(3, runs.runs(place.store(), Optional.of(saved.id()), 10).size());
        final var stored = runs.result(place.store(), run.id());
        assertEquals(run.resultFingerprint(), AnalysisJson.fingerprint(new Result(stored.result().summary(),
                stored.result().metrics(), stored.result().parts(), stored.result().warnings(),
                stored.model().map(state -> new ColumnMeans("1.0.0").restore(state)))));
    }

    @Test
    void anOldRunIsReadWhenItsProviderIsGone() {
        final var other = engine.provideAs("org.kontor.testkit", new ColumnMeans("2.0.0"), ColumnMeans.ID, "2.0.0", 50);
        final var runs = engine.runs();
        final var run = runs.run(place.store(), Optional.empty(), PLAN, RunOptions.usual(), Progress.NONE);
        assertEquals("org.kontor.testkit", run.provider().orElseThrow());
        engine.withdraw(other);
        final var old = runs.find(place.store(), run.id());
        assertTrue(old.providerMissing());
        assertEquals(3, runs.result(place.store(), run.id()).result().table("groups").orElseThrow().frame().rows());
        // somebody else provides the method: it stands in, and the comparison says so
        final var again = runs.repeat(place.store(), run.id(), RunOptions.usual(), Progress.NONE);
        assertTrue(again.comparison().orElseThrow().inputs().stream().anyMatch(difference -> difference.input() == Comparison.Input.PROVIDER));
        engine.close();
        final var nobody = assertThrows(ProblemException.class, () -> runs.apply(place.store(), run.id(), PLAN, RunOptions.usual(), Progress.NONE));
        assertEquals("analytics.provider-missing", nobody.problem().code());
    }

    @Test
    void aFailedRunIsRecordedWithItsProblem() {
        engine.provide(new Misbehaving(Misbehaving.Fault.THROWS), ColumnMeans.ID, "1.0.0", 70);
        final var run = engine.runs().run(place.store(), Optional.empty(), PLAN, RunOptions.usual(), Progress.NONE);
        assertEquals(AnalysisRunState.FAILED, run.state());
        assertEquals("analytics.provider-fails", run.problem().orElseThrow().code());
        assertFalse(run.problem().orElseThrow().nextStep().isBlank());
        assertEquals("analytics.no-result", assertThrows(ProblemException.class, () -> engine.runs().result(place.store(), run.id())).problem().code());
    }

    @Test
    void whatWasLearnedIsAppliedToOtherRows() {
        final var runs = engine.runs();
        final var run = runs.run(place.store(), Optional.empty(), PLAN, RunOptions.usual(), Progress.NONE);
        place.add(Samples.account("Dynamo"));
        place.add(order(place.store().read(session -> session.list(Query.of(Account.class).where(Filter.equal("name", "Dynamo"))).getFirst()), "2026-03-05",
                "1000000", "fulfilled"));
        final var answers = runs.apply(place.store(), run.id(), PLAN, RunOptions.usual(), Progress.NONE);
        assertEquals(4, answers.frame().rows());
        final var label = answers.column(Meaning.LABEL).orElseThrow();
        assertEquals(2, IntStream.range(0, 4).filter(row -> label.text(row).equals("high")).count());
    }

    @Test
    void labelsAreWrittenToCustomersAsDatedRowsAndTakenBackInOneStep() {
        final var runs = engine.runs();
        final var before = place.store().read(session -> session.find(Account.class, accounts[0].getId()).orElseThrow().getVersion());
        final var run = runs.run(place.store(), Optional.empty(), PLAN, RunOptions.usual(), Progress.NONE);
        final var first = runs.writeBack(place.store(), run.id(), SCHEME, Progress.NONE);
        assertEquals(List.of(3, 0, 0), List.of(first.classified(), first.closed(), first.unknown()));
        assertEquals(List.of("low", "high", "low"), labels(true).stream().map(row -> row[1]).toList());
        assertEquals(AnalysisRunState.DEPLOYED, runs.find(place.store(), run.id()).state());
        place.add(order(accounts[0], "2026-03-02", "5000", "fulfilled"));
        final var later = runs.run(place.store(), Optional.empty(), PLAN, RunOptions.usual(), Progress.NONE);
        final var second = runs.writeBack(place.store(), later.id(), SCHEME, Progress.NONE);
        assertEquals(3, second.closed());
        assertEquals(List.of("high", "high", "low"), labels(true).stream().map(row -> row[1]).toList());
        assertEquals(6, labels(false).size());
        assertEquals(AnalysisRunState.SUPERSEDED, runs.find(place.store(), run.id()).state());
        assertEquals(before, place.store().read(session -> session.find(Account.class, accounts[0].getId()).orElseThrow().getVersion()));
        place.store().history().undo(second.operation(), History.Mode.ALL_OR_NOTHING, Progress.NONE);
        assertEquals(List.of("low", "high", "low"), labels(true).stream().map(row -> row[1]).toList());
        assertEquals(3, labels(false).size());
        assertTrue(place.store().verify(Progress.NONE).isEmpty());
    }

    @Test
    void aScheduledAnalysisRunsWhenItIsDueAndKeepsWhatChanged() {
        final var runs = engine.runs();
        final var saved = runs.save(place.store(), Optional.empty(), "Daily", PLAN, AnalysisSchedule.DAILY, Optional.of(SCHEME));
        runs.save(place.store(), Optional.empty(), "Never", PLAN, AnalysisSchedule.NONE, Optional.empty());
        final var runsByClass = engine.service(StoredRuns.class);
        final var now = new Instant[] {Instant.parse("2026-06-01T12:00:00Z")};
        final var scheduler = new Scheduler(runsByClass, engine.service(StoredDeployments.class), () -> now[0]);
        assertEquals(1, scheduler.runDue(place.store(), Progress.NONE));
        assertEquals(0, scheduler.runDue(place.store(), Progress.NONE));
        assertEquals(3, labels(true).size());
        place.add(order(accounts[0], "2026-03-02", "5000", "fulfilled"));
        now[0] = now[0].plusSeconds(86_400);
        assertEquals(1, scheduler.runDue(place.store(), Progress.NONE));
        final var newest = runs.runs(place.store(), Optional.of(saved.id()), 1).getFirst();
        assertTrue(newest.changes().orElseThrow().contains("high"), newest.changes().orElseThrow());
        assertEquals(0, scheduler.runAfterImport(place.store(), Progress.NONE));
        assertNotEquals(Optional.empty(), runs.analysis(place.store(), saved.id()).lastRunAt());
    }

    @Test
    void groupsThatPeopleNamedAreCalledSoByRunsThatComeByThemselves() {
        final var runs = engine.runs();
        final var saved = runs.save(place.store(), Optional.empty(), "Daily", PLAN, AnalysisSchedule.DAILY, Optional.of(SCHEME));
        final var run = runs.run(place.store(), Optional.empty(), PLAN, RunOptions.usual(), Progress.NONE);
        runs.name(place.store(), saved.id(), run.id(), Map.of("high", "Regulars"));
        assertEquals(Optional.of(saved.id()), runs.find(place.store(), run.id()).analysis());
        final var now = new Instant[] {Instant.parse("2026-06-01T12:00:00Z")};
        final var scheduler = new Scheduler(engine.service(StoredRuns.class), engine.service(StoredDeployments.class), () -> now[0]);
        assertEquals(1, scheduler.runDue(place.store(), Progress.NONE));
        assertEquals(List.of("low", "Regulars", "low"), labels(true).stream().map(row -> row[1]).toList());
        place.add(order(accounts[0], "2026-03-02", "5000", "fulfilled"));
        now[0] = now[0].plusSeconds(86_400);
        assertEquals(1, scheduler.runDue(place.store(), Progress.NONE));
        assertEquals(List.of("Regulars", "Regulars", "low"), labels(true).stream().map(row -> row[1]).toList(), "the names go on from run to run");
    }

    @Test
    void productsThatWereBoughtAreItemsOfOrdersThatAreSold() {
        final var screw = Samples.product("S-1", "Screw", "60");
        final var nut = Samples.product("N-1", "Nut", "20");
        place.add(screw, nut);
        final var sold = order(accounts[0], "2026-04-01", "100", "fulfilled");
        sold.setBaseTotal(new BigDecimal("120"));
        final var draft = order(accounts[1], "2026-04-02", "50", "draft");
        place.add(sold, draft);
        place.add(item(sold, screw, 1, "60"), item(sold, nut, 2, "40"), item(draft, nut, 1, "50"), item(sold, null, 3, "1"));
        final var plan = new Plan("purchases", Map.of(), List.of(), Map.of(Role.USER, List.of("customer"), Role.ITEM, List.of("product"), Role.BASKET,
                List.of("order"), Role.TIME, List.of("date"), Role.VALUE, List.of("amount")), List.of(), ColumnMeans.ID, Map.of(), 0);
        final var frame = engine.analyses().read(Optional.of(place.store()), plan, Progress.NONE).frame();
        assertEquals(2, frame.rows(), "no drafts, nothing without a product");
        final var rows = IntStream.range(0, 2).mapToObj(row -> String.join(" ", frame.column("product").text(row), frame.column("date").text(row),
                Double.toString(frame.column("amount").number(row)))).sorted().toList();
        assertEquals(List.of("Nut 2026-04-01 48.0", "Screw 2026-04-01 72.0"), rows, "in the currency of the house");
        assertEquals(List.of(accounts[0].getId().toString(), sold.getId().toString()), List.of(frame.column("customer").text(0), frame.column("order").text(0)));
    }

    private static OrderItem item(final Order order, final Product product, final int position, final String total) {
        final var item = new OrderItem();
        item.setOrder(order);
        item.setProduct(product);
        item.setPosition(position);
        item.setQuantity(BigDecimal.ONE);
        item.setTotal(new BigDecimal(total));
        return item;
    }

    @Test
    void withoutAnyRoleTheMissingRoleIsSaid() {
        final var nothing = new Plan("customers", Map.of(), List.of(), Map.of(), List.of(), ColumnMeans.ID, Map.of(), 0);
        final var refused = assertThrows(ProblemException.class,
                () -> engine.analyses().preview(Optional.of(place.store()), nothing, RunOptions.usual(), Progress.NONE)).problem();
        assertTrue(refused.happened().contains("features"), refused.toString());
    }

    @Test
    void aResultWithoutCustomersIsNotWritten() {
        final var orders = new Plan("orders", Map.of(), List.of(), Map.of(Role.FEATURES, List.of("amount")), List.of(), ColumnMeans.ID, Map.of(), 0);
        final var run = engine.runs().run(place.store(), Optional.empty(), orders, RunOptions.usual(), Progress.NONE);
        assertEquals("analytics.nothing-to-write",
                assertThrows(ProblemException.class, () -> engine.runs().writeBack(place.store(), run.id(), SCHEME, Progress.NONE)).problem().code());
        assertEquals("analytics.no-run",
                assertThrows(ProblemException.class, () -> engine.runs().find(place.store(), UUID.randomUUID())).problem().code());
    }
}
