// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import org.kontor.core.id.Ids;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.store.Cause;
import org.kontor.store.Commit;
import org.kontor.store.History;
import org.kontor.store.Intent;
import org.kontor.store.RecordChange.Kind;
import org.kontor.store.Store;
import org.kontor.store.Writer;
import org.kontor.store.query.Query;

/** What is loaded in one transaction is what change set after change set would have made of it, or nothing. */
class LoadTest {

    private static final long SOURCE = 0x123456789ABCDL << 12;
    private static final long VERY_MANY = 1_000_000;
    private static final int SETS = 4;
    private static final int ACCOUNTS = 300;

    private static Intent intent() {
        return new Intent(Cause.IMPORT, "Load", Ids.derived(SOURCE, 1, 9));
    }

    private static UUID id(final int set, final int place, final int role) {
        return Ids.derived(SOURCE, set * 1_000L + place, role);
    }

    private static Account account(final int set, final int place) {
        final var account = new Account();
        account.setId(id(set, place, 0));
        account.setName("Account " + set + '/' + place);
        account.setEmployees(place % 7 == 0 ? null : place);
        account.setAnnualRevenue(place % 5 == 0 ? null : BigDecimal.valueOf(place * 1_000L + 5, 1));
        if (place > 0) {
            final var parent = place == 5 && set > 0 ? id(set - 1, 0, 0) : place == 6 ? id(set, ACCOUNTS - 1, 0) : id(set, place - 1, 0);
            account.setParent(Catalogue.standard().type(Account.class).reference(parent));
        }
        return account;
    }

    private static void add(final Writer writer, final int set) {
        for (int i = 0; i < ACCOUNTS; i++) {
            final var account = account(set, i);
            writer.add(account);
            if (i % 10 == 0) {
                final var contact = new Contact();
                contact.setId(id(set, i, 1));
                contact.setLastName("Li " + i);
                contact.setAccount(account);
                writer.add(contact);
            }
        }
        if (set > 0) {
            final var earlier = writer.find(Contact.class, id(0, 0, 1)).orElseThrow();
            earlier.setFirstName((earlier.getFirstName() == null ? "" : earlier.getFirstName()) + set);
        }
    }

    private static Predicate<Writer> sets(final IntConsumer before) {
        final var next = new AtomicInteger();
        return writer -> {
            final int set = next.getAndIncrement();
            before.accept(set);
            if (set >= SETS) {
                return false;
            }
            add(writer, set);
            return true;
        };
    }

    private static boolean load(final Store store, final IntConsumer before) {
        return store.load(intent(), Account.class, VERY_MANY, sets(before), Progress.NONE);
    }

    private static void loaded(final Store store) {
        assertTrue(load(store, set -> { }));
    }

    private static long count(final Store store) {
        return store.read(session -> session.count(Query.of(Account.class)) + session.count(Query.of(Contact.class)));
    }

    @Test
    void aLoadIsWhatItsChangeSetsAre() throws Exception {
        try (var fixture = new Fixture()) {
            final String written;
            try (var store = fixture.open("written")) {
                Fixture.account(store, "Before");
                for (int set = 0; set < SETS; set++) {
                    final int number = set;
                    store.write(intent(), writer -> add(writer, number));
                }
                store.write(Intent.of(Cause.EDIT, "No before"), writer -> writer.delete(Account.class, before(store)));
                written = Fixture.hash(store);
            }
            try (var store = fixture.open("loaded")) {
                Fixture.account(store, "Before");
                final var told = new ArrayList<Commit>();
                store.subscribe(told::add);
                loaded(store);
                assertEquals(SETS, told.size());
                assertEquals(List.of(2L, 3L, 4L, 5L), told.stream().map(commit -> commit.changeSet().sequence()).toList());
                assertEquals(Set.of("Account", "Contact"), told.getFirst().recordTypes());
                store.write(Intent.of(Cause.EDIT, "No before"), writer -> writer.delete(Account.class, before(store)));
                assertEquals(written, Fixture.hash(store));
                assertEquals(List.of(), store.verify(Progress.NONE));
            }
            try (var store = fixture.open("loaded")) {
                assertEquals(written, Fixture.hash(store));
                assertEquals(List.of(), store.verify(Progress.NONE));
            }
        }
    }

    private static UUID before(final Store store) {
        return (UUID) store.read(session -> session.rows(Query.of(Account.class).where(org.kontor.store.query.Filter.equal("name", "Before")),
                List.of("id"))).getFirst()[0];
    }

    @Test
    void aLoadIsTakenBackAndDoneAgain() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            Fixture.account(store, "Before");
            final var before = Fixture.hash(store);
            loaded(store);
            final var after = Fixture.hash(store);
            final var operation = store.history().operation(intent().operation()).orElseThrow();
            assertEquals(SETS, operation.changeSets());
            assertEquals(SETS, Fixture.undo(store).changeSets());
            assertEquals(before, Fixture.hash(store));
            Fixture.redo(store);
            assertEquals(after, Fixture.hash(store));
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void theTimelineTellsOfEveryRecord() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            loaded(store);
            final var account = store.history().timeline(Account.class, id(2, 7, 0), 10);
            assertEquals(1, account.size());
            assertEquals(Kind.CREATE, account.getFirst().change().kind());
            assertEquals("Account 2/7", account.getFirst().change().fields().get("name").after());
            assertEquals(id(2, 6, 0), account.getFirst().change().fields().get("parent").after());
            assertEquals("li", account.getFirst().changeSet().userName());
            final var contact = store.history().timeline(Contact.class, id(0, 0, 1), 10);
            assertEquals(List.of("123", "12", "1"),
                    contact.stream().limit(3).map(entry -> entry.change().fields().get("firstName").after()).toList());
            assertEquals("123", store.read(session -> session.find(Contact.class, id(0, 0, 1)).orElseThrow().getFirstName()));
        }
    }

    @Test
    void whatGoesWrongLeavesNothing() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            Fixture.account(store, "Before");
            final var before = Fixture.hash(store);
            final var told = new AtomicInteger();
            store.subscribe(commit -> told.incrementAndGet());
            assertThrows(CancellationException.class, () -> load(store, set -> {
                if (set == 3) {
                    throw new CancellationException();
                }
            }));
            assertEquals("record.invalid", refused(store, writer -> writer.add(new Account())));
            assertEquals("store.dangling", refused(store, writer -> {
                final var account = account(9, 0);
                account.setParent(Catalogue.standard().type(Account.class).reference(id(77, 0, 0)));
                writer.add(account);
            }));
            assertEquals("store.dangling", refused(store, writer -> {
                final var account = account(9, 0);
                account.setOwner(Catalogue.standard().type(org.kontor.model.User.class).reference(id(77, 0, 0)));
                writer.add(account);
            }));
            assertEquals("store.duplicate", refused(store, writer -> writer.add(account(0, 0))));
            assertEquals(before, Fixture.hash(store));
            assertEquals(0, told.get());
            assertEquals(List.of(), store.verify(Progress.NONE));
            loaded(store);
            assertEquals(1 + SETS * (ACCOUNTS + ACCOUNTS / 10), count(store));
        }
    }

    /** Undone one by one, the later change set would leave the earlier one with a reference to nothing. */
    @Test
    void noChangeSetNamesWhatComesLater() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var set = new AtomicInteger();
            assertEquals("store.dangling", Fixture.codeOf(() -> store.load(intent(), Account.class, VERY_MANY, writer -> {
                final var account = account(set.get(), 0);
                account.setParent(Catalogue.standard().type(Account.class).reference(id(1, 0, 0)));
                writer.add(account);
                return set.getAndIncrement() < 2;
            }, Progress.NONE)));
            assertEquals(0, count(store));
        }
    }

    /** A load whose last change set is what it should not be. */
    private static String refused(final Store store, final java.util.function.Consumer<Writer> wrong) {
        final var sets = sets(set -> { });
        final var done = new AtomicInteger();
        return Fixture.codeOf(() -> store.load(intent(), Account.class, VERY_MANY, writer -> {
            if (sets.test(writer)) {
                return true;
            } else if (done.getAndIncrement() > 0) {
                return false;
            }
            wrong.accept(writer);
            return true;
        }, Progress.NONE));
    }

    @Test
    void aLoadOnlyAdds() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var before = Fixture.account(store, "Before");
            assertThrows(UnsupportedOperationException.class, () -> refused(store, writer -> writer.delete(Account.class, before)));
            assertThrows(UnsupportedOperationException.class,
                    () -> refused(store, writer -> writer.find(Account.class, before).orElseThrow().setName("After")));
            assertEquals("Before", store.read(session -> session.find(Account.class, before).orElseThrow().getName()));
        }
    }

    @Test
    void othersReadAndNobodyWaitsWhileRowsCome() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            Fixture.account(store, "Before");
            load(store, set -> {
                assertEquals(1, count(store));
                assertEquals(1, store.history().operations(0, 10).size());
                assertTrue(store.history().undoable().isPresent());
            });
            assertEquals(2, store.history().operations(0, 10).size());
        }
    }

    @Test
    void aFewRecordsOrAFullTableAreLeftToTheBatches() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            assertFalse(store.load(intent(), Account.class, 100, sets(set -> { }), Progress.NONE));
            assertTrue(store.load(intent(), Account.class, VERY_MANY, writer -> false, Progress.NONE));
            assertEquals(0, count(store));
            assertEquals(List.of(), store.history().operations(0, 10));
        }
    }

    @Test
    void anEncryptedStoreIsLoadedToo() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.openEncrypted("secret", "correct horse")) {
            loaded(store);
            assertEquals(List.of(), store.verify(Progress.NONE));
            store.history().undo(intent().operation(), History.Mode.ALL_OR_NOTHING, Progress.NONE);
            assertEquals(0, count(store));
        }
    }
}
