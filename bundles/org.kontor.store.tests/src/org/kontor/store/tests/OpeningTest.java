// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.junit.jupiter.api.Test;

import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Pipeline;
import org.kontor.store.Initializer;
import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.kontor.store.Writer;
import org.kontor.store.query.Query;

class OpeningTest {

    @Test
    void everyEntityWasWovenWhenTheModelWasBuilt() {
        for (final var type : Catalogue.standard().types()) {
            assertTrue(PersistenceWeaved.class.isAssignableFrom(type.javaType()), type::name);
        }
    }

    @Test
    void aSecondOpeningIsRefusedAndCanAskForTheWindow() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var shown = new AtomicBoolean();
            store.whenWanted(() -> {
                shown.set(true);
                return true;
            });
            assertEquals("store.held", Fixture.codeOf(() -> fixture.open().close()));
            assertTrue(fixture.stores().bringToFront(fixture.path("store")));
            assertTrue(shown.get());
            Fixture.account(store, "still works");
        }
    }

    @Test
    void aHeldStoreIsReadFromItsNewestBackup() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            final var request = new Stores.Request(fixture.path("store"), false, true, Optional.empty(), "li", "tests");
            assertEquals("store.held.nobackup", Fixture.codeOf(() -> fixture.stores().open(request, Progress.NONE).close()));
            Fixture.account(store, "Acme");
            store.backup(fixture.path("store").resolve("backups").resolve("a.kontor-backup"), Progress.NONE);
            Fixture.account(store, "later");
            try (var copy = fixture.stores().open(request, Progress.NONE)) {
                assertTrue(copy.info().readOnly());
                assertEquals(1L, copy.<Long>read(session -> session.count(Query.of(Account.class))));
                assertEquals("store.readonly", Fixture.codeOf(() -> Fixture.account(copy, "refused")));
            }
        }
    }

    @Test
    void encryptedStoresNeedTheirPasswordAndShowNothingOnDisk() throws Exception {
        try (var fixture = new Fixture()) {
            final List<String> codes = new ArrayList<>();
            final var folder = fixture.path("secret");
            final var create = new Stores.Request(folder, true, false, Optional.of("correct horse".toCharArray()), code -> codes.add(new String(code)),
                    "li", "tests");
            try (var store = fixture.stores().open(create, Progress.NONE)) {
                Fixture.account(store, "CANARY-KANARIENVOGEL-7f3a");
                store.backup(fixture.path("secret.kontor-backup"), Progress.NONE);
            }
            assertEquals(1, codes.size());
            assertEquals("store.password", Fixture.codeOf(() -> fixture.open("secret").close()));
            assertEquals("store.password-wrong", Fixture.codeOf(() -> fixture.openEncrypted("secret", "wrong horse").close()));
            fixture.stores().changePassword(folder, "correct horse".toCharArray(), "battery staple".toCharArray());
            assertEquals("store.password-wrong", Fixture.codeOf(() -> fixture.openEncrypted("secret", "correct horse").close()));
            try (var store = fixture.openEncrypted("secret", "battery staple")) {
                assertEquals(1L, store.<Long>read(session -> session.count(Query.of(Account.class))));
            }
            final var code = codes.getFirst();
            try (var store = fixture.openEncrypted("secret", code.toLowerCase(Locale.ROOT).replace('-', ' '))) {
                assertEquals(1L, store.<Long>read(session -> session.count(Query.of(Account.class))));
            }
            fixture.stores().changePassword(folder, code.toCharArray(), "after the loss".toCharArray());
            assertEquals("store.password-wrong", Fixture.codeOf(() -> fixture.openEncrypted("secret", "battery staple").close()));
            fixture.openEncrypted("secret", "after the loss").close();
            final var mistyped = (code.charAt(0) == 'A' ? 'B' : 'A') + code.substring(1);
            assertEquals("store.password-wrong", Fixture.codeOf(() -> fixture.openEncrypted("secret", mistyped).close()));
            assertFalse(holds(fixture.path("."), "KANARIENVOGEL"));
            try (var plain = fixture.open("plain")) {
                Fixture.account(plain, "CANARY-KANARIENVOGEL-7f3a");
            }
            assertTrue(holds(fixture.path("plain"), "KANARIENVOGEL"), "the search would have found it");
        }
    }

    @Test
    void whoReadsWhileTheStoreIsClosedIsSentAway() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            Fixture.account(store, "Acme");
            assertThrows(CancellationException.class, () -> store.read(session -> {
                store.close();
                return session.find(Account.class, UUID.randomUUID());
            }));
            assertThrows(CancellationException.class, () -> store.read(session -> session.count(Query.of(Account.class))));
        }
    }

    private static boolean holds(final Path folder, final String canary) throws Exception {
        final var narrow = new String(canary.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        final var wide = new String(canary.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
        try (var files = Files.walk(folder)) {
            for (final var file : files.filter(Files::isRegularFile).toList()) {
                final var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (content.contains(narrow) || content.contains(wide)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aRestoredBackupIsEqualAndEarlierOnPurpose() throws Exception {
        try (var fixture = new Fixture()) {
            final String hash;
            try (var store = fixture.open()) {
                Fixture.account(store, "Acme");
                hash = Fixture.hash(store);
                store.backup(fixture.path("a.kontor-backup"), Progress.NONE);
                Fixture.account(store, "later");
            }
            assertEquals("store.exists", Fixture.codeOf(() -> fixture.stores().restore(fixture.path("a.kontor-backup"), fixture.path("store"), Progress.NONE)));
            fixture.stores().restore(fixture.path("a.kontor-backup"), fixture.path("restored"), Progress.NONE);
            try (var restored = fixture.open("restored")) {
                assertEquals(hash, Fixture.hash(restored));
                assertEquals(List.of(), restored.verify(Progress.NONE));
                Fixture.undo(restored);
            }
        }
    }

    @Test
    void aFolderPutBackInSecretIsNoticed() throws Exception {
        try (var fixture = new Fixture()) {
            try (var store = fixture.open()) {
                Fixture.account(store, "Acme");
            }
            org.kontor.store.database.DurableFiles.copyTree(fixture.path("store"), fixture.path("earlier"), Progress.NONE);
            try (var store = fixture.open()) {
                Fixture.account(store, "later");
            }
            org.kontor.store.database.DurableFiles.deleteTree(fixture.path("store"));
            org.kontor.store.database.DurableFiles.copyTree(fixture.path("earlier"), fixture.path("store"), Progress.NONE);
            assertEquals("store.rolled-back", Fixture.codeOf(() -> fixture.open().close()));
        }
    }

    @Test
    void aStoreOfANewerProductIsRefusedAndStaysAsItIs() throws Exception {
        try (var fixture = new Fixture()) {
            fixture.open().close();
            try (var database = fixture.database(); var connection = database.dataSource().getConnection();
                    var statement = connection.prepareStatement("INSERT INTO SCHEMA_MIGRATION (step, checksum, applied_at) VALUES (99, 'x', 0)")) {
                statement.executeUpdate();
            }
            assertEquals("store.newer", Fixture.codeOf(() -> fixture.open().close()));
            assertEquals("store.newer", Fixture.codeOf(() -> fixture.open().close()), "the refusal left nothing behind");
        }
    }

    @Test
    void initializersRunOnceForEachVersion() throws Exception {
        final List<Integer> ran = new ArrayList<>();
        try (var fixture = new Fixture(initializer(1, ran))) {
            fixture.open().close();
            try (var store = fixture.open()) {
                assertEquals(1L, store.<Long>read(session -> session.count(Query.of(Pipeline.class))));
                assertTrue(store.history().undoable().isEmpty(), "nobody can undo what the product needs");
            }
            assertEquals(List.of(0), ran);
        }
    }

    private static Initializer initializer(final int version, final List<Integer> ran) {
        return new Initializer() {
            @Override
            public String id() {
                return "tests";
            }

            @Override
            public int version() {
                return version;
            }

            @Override
            public void initialize(final Writer writer, final int fromVersion) {
                ran.add(fromVersion);
                final var pipeline = new Pipeline();
                pipeline.setName("Sales");
                pipeline.setPosition(1);
                writer.add(pipeline);
            }
        };
    }

    @Test
    void whatIsNoStoreSaysSo() throws Exception {
        try (var fixture = new Fixture()) {
            Files.createDirectories(fixture.path("pictures"));
            Files.writeString(fixture.path("pictures").resolve("cat.txt"), "cat");
            assertEquals("store.not-empty", Fixture.codeOf(() -> fixture.open("pictures").close()));
            final var absent = new Stores.Request(fixture.path("absent"), false, false, Optional.empty(), "li", "tests");
            assertEquals("store.nowhere", Fixture.codeOf(() -> fixture.stores().open(absent, Progress.NONE).close()));
            assertFalse(Files.exists(fixture.path("absent")));
            assertEquals(Optional.empty(), fixture.stores().isEncrypted(fixture.path("pictures")));
        }
    }

    @Test
    void theUsersRecordIsFoundByLoginName() throws Exception {
        try (var fixture = new Fixture(); Store store = fixture.open()) {
            assertTrue(store.info().userId().isEmpty());
            final var user = new org.kontor.model.User();
            user.setUserName("li");
            user.setDisplayName("Li Na");
            Fixture.edit(store, "User", writer -> writer.add(user));
            assertEquals(Optional.of(user.getId()), store.info().userId());
            final var account = Fixture.account(store, "Acme");
            assertEquals(user.getId(), store.read(session -> session.find(Account.class, account).orElseThrow()).getCreatedBy());
        }
    }
}
