// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import org.kontor.core.id.Ids;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.Opportunity;
import org.kontor.store.Cause;
import org.kontor.store.Commit;
import org.kontor.store.ConflictException;
import org.kontor.store.FieldChange;
import org.kontor.store.History;
import org.kontor.store.Intent;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordPatch;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

class ChangeSetTest {

    @Test
    void undoAndRedoSurviveARestartAndBringBackTheSameBytes() throws Exception {
        try (var fixture = new Fixture()) {
            final String empty;
            final String created;
            final String changed;
            final UUID account;
            try (var store = fixture.open()) {
                empty = Fixture.hash(store);
                account = Fixture.account(store, "Acme");
                created = Fixture.hash(store);
                Fixture.edit(store, "Rename", writer -> writer.find(Account.class, account).orElseThrow().setName("Apex"));
                changed = Fixture.hash(store);
            }
            try (var store = fixture.open()) {
                assertEquals("Rename", store.history().undoable().orElseThrow().first().description());
                final var changedAt = store.read(session -> session.find(Account.class, account).orElseThrow()).getModifiedAt();
                Fixture.undo(store);
                assertEquals(created, Fixture.hash(store));
                assertTrue(store.read(session -> session.find(Account.class, account).orElseThrow()).getModifiedAt().isBefore(changedAt),
                        "who changed it when comes back too");
                Fixture.redo(store);
                assertEquals(changed, Fixture.hash(store));
            }
            try (var store = fixture.open()) {
                Fixture.undo(store);
                Fixture.undo(store);
                assertEquals(empty, Fixture.hash(store));
                assertTrue(store.history().undoable().isEmpty());
                Fixture.redo(store);
                Fixture.redo(store);
                assertEquals(changed, Fixture.hash(store));
                assertEquals(List.of(), store.verify(Progress.NONE));
            }
        }
    }

    @Test
    void aDeletedRecordComesBackAsItWas() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var account = Fixture.account(store, "Ümlaut 客户 \uD83D\uDE00");
            final var before = Fixture.hash(store);
            Fixture.edit(store, "Delete", writer -> writer.delete(Account.class, account));
            assertEquals(0L, store.<Long>read(session -> session.count(Query.of(Account.class))));
            Fixture.undo(store);
            assertEquals(before, Fixture.hash(store));
        }
    }

    @Test
    void oneUndoTakesBackAnOperationOfManyChangeSets() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var kept = Fixture.account(store, "Kept");
            final var before = Fixture.hash(store);
            final var operation = Ids.next();
            for (int batch = 0; batch < 4; batch++) {
                final int number = batch;
                store.write(new Intent(Cause.IMPORT, "Import", operation), writer -> {
                    writer.find(Account.class, kept).orElseThrow().setPhone("+49 30 12345" + number);
                    for (int i = 0; i < 1_200; i++) {
                        final var account = new Account();
                        account.setName("A" + number + '-' + i);
                        writer.add(account);
                    }
                });
            }
            assertEquals(4_801L, store.<Long>read(session -> session.count(Query.of(Account.class))));
            final var outcome = store.history().undo(operation, History.Mode.ALL_OR_NOTHING, Progress.NONE);
            assertEquals(4, outcome.changeSets());
            assertEquals(before, Fixture.hash(store));
            assertTrue(store.history().operation(operation).orElseThrow().undone());
        }
    }

    @Test
    void changesOfDifferentFieldsMergeAndOfTheSameFieldConflict() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var account = Fixture.account(store, "Acme");
            patch(store, account, "phone", null, "+49 30 1");
            patch(store, account, "website", null, "https://acme.example");
            final var conflict = assertThrows(ConflictException.class, () -> patch(store, account, "phone", null, "+49 30 999"));
            final var only = conflict.conflicts().getFirst();
            assertEquals(1, conflict.conflicts().size());
            assertEquals(List.of("Acme", "phone", "+49 30 999", "+49 30 1"), List.of(only.title(), only.field(), only.mine(), only.theirs()));
            final var stored = store.read(session -> session.find(Account.class, account).orElseThrow());
            assertEquals(List.of("+49 30 1", "https://acme.example"), List.of(stored.getPhone(), stored.getWebsite()));
        }
    }

    private static Commit patch(final Store store, final UUID account, final String field, final Object before, final Object after) {
        return Fixture.edit(store, field, writer -> writer.apply(new RecordPatch("Account", account, Map.of(field, new FieldChange(before, after)))));
    }

    @Test
    void undoAfterSomebodyElsesChangeOffersTheSafePart() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var account = Fixture.account(store, "Acme");
            final var mine = Fixture.edit(store, "Mine", writer -> {
                final var record = writer.find(Account.class, account).orElseThrow();
                record.setName("Mine");
                record.setPhone("+49 30 1");
            });
            Fixture.edit(store, "Theirs", writer -> writer.find(Account.class, account).orElseThrow().setName("Theirs"));
            final var operation = mine.changeSet().operation();
            final var before = Fixture.hash(store);
            assertThrows(ConflictException.class, () -> store.history().undo(operation, History.Mode.ALL_OR_NOTHING, Progress.NONE));
            assertEquals(before, Fixture.hash(store), "a refused undo changes nothing");
            final var outcome = store.history().undo(operation, History.Mode.SAFE_PART, Progress.NONE);
            assertEquals("name", outcome.leftOut().getFirst().field());
            final var stored = store.read(session -> session.find(Account.class, account).orElseThrow());
            assertEquals("Theirs", stored.getName());
            assertEquals(null, stored.getPhone());
        }
    }

    @Test
    void undoOfACreationDoesNotTakeAwayWhatWasChangedSince() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var account = Fixture.account(store, "Acme");
            final var created = store.history().undoable().orElseThrow().id();
            Fixture.edit(store, "Rename", writer -> writer.find(Account.class, account).orElseThrow().setName("Apex"));
            assertThrows(ConflictException.class, () -> store.history().undo(created, History.Mode.ALL_OR_NOTHING, Progress.NONE));
            assertTrue(store.read(session -> session.find(Account.class, account)).isPresent());
        }
    }

    @Test
    void aFailingUseCaseWritesNothing() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var before = Fixture.hash(store);
            assertThrows(IllegalStateException.class, () -> Fixture.edit(store, "Fails", writer -> {
                final var account = new Account();
                account.setName("Half");
                writer.add(account);
                throw new IllegalStateException("on purpose");
            }));
            assertEquals(before, Fixture.hash(store));
            assertEquals(0, store.history().operations(0, 10).size());
        }
    }

    @Test
    void whatIsNotValidOrNotThereIsRefused() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var stage = Fixture.stage(store);
            final var account = Fixture.account(store, "Acme");
            final var deal = Fixture.opportunity("Deal", account, stage);
            Fixture.edit(store, "Deal", writer -> writer.add(deal));
            assertEquals("record.invalid", Fixture.codeOf(() -> Fixture.edit(store, "x", writer -> writer.add(new Account()))));
            assertEquals("record.invalid", Fixture.codeOf(() -> patch(store, account, "email", null, "no address")));
            assertEquals("store.referenced", Fixture.codeOf(() -> Fixture.edit(store, "x", writer -> writer.delete(Account.class, account))));
            assertEquals("store.dangling", Fixture.codeOf(
                    () -> Fixture.edit(store, "x", writer -> writer.add(Fixture.opportunity("Lost", Ids.next(), stage)))));
            Fixture.edit(store, "Both", writer -> {
                writer.delete(Account.class, account);
                writer.delete(Opportunity.class, deal.getId());
            });
            assertEquals("store.dangling", Fixture.codeOf(
                    () -> Fixture.edit(store, "x", writer -> writer.add(Fixture.opportunity("Lost", account, stage)))),
                    "what was seen to exist is looked up again after something was deleted");
        }
    }

    @Test
    void noIncrementIsLostBetweenManyWriters() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var account = Fixture.account(store, "Counter");
            patch(store, account, "employees", null, 0);
            try (var threads = Executors.newFixedThreadPool(8)) {
                final var running = new ArrayList<java.util.concurrent.Future<?>>();
                for (int thread = 0; thread < 8; thread++) {
                    running.add(threads.submit(() -> {
                        for (int i = 0; i < 25; i++) {
                            increment(store, account);
                        }
                    }));
                }
                for (final var each : running) {
                    each.get();
                }
            }
            assertEquals(200, store.read(session -> session.find(Account.class, account).orElseThrow()).getEmployees());
        }
    }

    /** As an editor does it: reads, thinks, writes what it saw and wants, and starts again where somebody was faster. */
    private static void increment(final Store store, final UUID account) {
        while (true) {
            final int seen = store.read(session -> session.find(Account.class, account).orElseThrow()).getEmployees();
            try {
                patch(store, account, "employees", seen, seen + 1);
                return;
            } catch (ConflictException faster) {
                assertEquals("employees", faster.conflicts().getFirst().field());
            }
        }
    }

    @Test
    void listenersHearWhatChanged() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final List<Commit> heard = new ArrayList<>();
            store.subscribe(commit -> {
                throw new IllegalStateException("a broken listener");
            });
            final var end = store.subscribe(heard::add);
            final var account = Fixture.account(store, "Acme");
            patch(store, account, "phone", null, "+49 30 1");
            end.run();
            patch(store, account, "phone", "+49 30 1", "+49 30 2");
            assertEquals(2, heard.size());
            final var second = heard.get(1).changes().getFirst();
            assertEquals(RecordChange.Kind.UPDATE, second.kind());
            assertEquals(new FieldChange(null, "+49 30 1"), second.fields().get("phone"));
        }
    }

    @Test
    void theTimelineOfARecordHoldsEveryChangeNewestFirst() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final List<UUID> ids = new ArrayList<>();
            Fixture.edit(store, "Many", writer -> {
                for (int i = 0; i < 700; i++) {
                    final var account = new Account();
                    account.setName("A" + i);
                    writer.add(account);
                    ids.add(account.getId());
                }
            });
            patch(store, ids.get(600), "phone", null, "+49 30 1");
            Fixture.edit(store, "Delete", writer -> writer.delete(Account.class, ids.get(600)));
            final var timeline = store.history().timeline(Account.class, ids.get(600), 10);
            assertEquals(List.of(RecordChange.Kind.DELETE, RecordChange.Kind.UPDATE, RecordChange.Kind.CREATE),
                    timeline.stream().map(entry -> entry.change().kind()).toList());
            assertEquals("A600", timeline.getLast().change().fields().get("name").after());
            assertEquals(1, store.history().timeline(Account.class, ids.get(599), 10).size());
        }
    }

    @Test
    void rowsGroupsAndPagesSayTheSameAsTheRecords() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var stage = Fixture.stage(store);
            final var account = Fixture.account(store, "Acme");
            Fixture.edit(store, "Deals", writer -> {
                for (int i = 0; i < 250; i++) {
                    final var deal = Fixture.opportunity("Deal " + i % 10, account, stage);
                    deal.setAmount(i % 50 == 0 ? null : BigDecimal.valueOf(i));
                    writer.add(deal);
                }
            });
            final var query = Query.of(Opportunity.class).orderBy("amount", false).orderBy("name", true);
            final List<Object> paged = new ArrayList<>();
            for (int from = 0; from < 250; from += 40) {
                final int offset = from;
                store.read(session -> session.rows(query.page(offset, 40), List.of("id"))).forEach(row -> paged.add(row[0]));
            }
            final List<Object> streamed = new ArrayList<>();
            store.read(session -> {
                session.each(query, List.of("id", "amount"), row -> streamed.add(row[0]));
                return null;
            });
            assertEquals(250, paged.stream().distinct().count());
            assertEquals(streamed, paged);
            final var last = store.read(session -> session.rows(query.page(245, 5), List.of("amount", "account.name")));
            assertTrue(last.stream().allMatch(row -> row[0] == null && "Acme".equals(row[1])), "missing values come last, also in descending order");
            final var sum = store.read(session -> session.groups(Query.of(Opportunity.class).where(Filter.equal("account", account)), List.of("stage"),
                    List.of(org.kontor.store.query.Aggregate.COUNT, org.kontor.store.query.Aggregate.sum("amount")))).getFirst();
            assertEquals(List.of(stage, 250L), List.of(sum[0], sum[1]));
            assertEquals(0, BigDecimal.valueOf(250 * 249 / 2 - (50 + 100 + 150 + 200)).compareTo((BigDecimal) sum[2]));
            final long hits = store.read(session -> session.count(Query.of(Opportunity.class).where(new Filter.Contains(List.of("name"), "DEAL 3"))));
            assertEquals(25, hits);
            final long literal = store.read(session -> session.count(Query.of(Opportunity.class).where(new Filter.Contains(List.of("name"), "%"))));
            assertEquals(0, literal, "a percent sign is a percent sign");
        }
    }

    @Test
    void contentHashNoticesEveryField() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var account = Fixture.account(store, "Acme");
            final var before = Fixture.hash(store);
            patch(store, account, "employees", null, 7);
            assertNotEquals(before, Fixture.hash(store));
        }
    }
}
