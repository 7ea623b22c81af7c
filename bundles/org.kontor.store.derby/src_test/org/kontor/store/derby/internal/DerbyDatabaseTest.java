// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.OpenDatabase;

class DerbyDatabaseTest {

    private static final byte[] KEY = "0123456789abcdefghijklmnopqrstuv".getBytes(StandardCharsets.US_ASCII);

    private final DerbyDatabase derby = new DerbyDatabase();
    @TempDir
    Path home;

    @Test
    void whatWasCommittedIsThereAfterReopening() throws SQLException {
        create("db", DatabaseOptions.creating(), 3);
        try (OpenDatabase database = derby.open(home.resolve("db"), DatabaseOptions.opening())) {
            assertEquals(3, Rows.count(database));
            assertEquals("derby", database.dialect().engine());
            assertFalse(database.readOnly());
        }
    }

    @Test
    void aStatementEndsWhenItsThreadIsNamedAndNoOtherDoes() throws Exception {
        try (OpenDatabase database = derby.open(home.resolve("db"), DatabaseOptions.creating())) {
            final var one = new LongStatement(database);
            final var other = new LongStatement(database);
            database.cancelStatement(Thread.currentThread());
            one.awaitRunning();
            other.awaitRunning();
            assertEquals("XCL52", one.cancelled());
            assertEquals("running", other.end.getNow("running"), "somebody else's statement goes on");
            assertEquals("XCL52", other.cancelled());
            try (var connection = database.dataSource().getConnection(); var statement = connection.prepareStatement("VALUES 1"); var rows = statement.executeQuery()) {
                assertTrue(rows.next(), "the connection is as good as before");
            }
        }
    }

    /** Would take years. */
    private static final class LongStatement {

        private static final String SQL = "SELECT COUNT(*) FROM SYS.SYSCOLUMNS a, SYS.SYSCOLUMNS b, SYS.SYSCOLUMNS c, SYS.SYSCOLUMNS d, SYS.SYSCOLUMNS e";

        private final OpenDatabase database;
        private final CountDownLatch prepared = new CountDownLatch(1);
        private final CompletableFuture<String> end = new CompletableFuture<>();
        private final Thread thread;

        LongStatement(final OpenDatabase database) {
            this.database = database;
            thread = Thread.ofPlatform().start(this::run);
        }

        private void run() {
            try (var connection = database.dataSource().getConnection(); var statement = connection.prepareStatement(SQL)) {
                prepared.countDown();
                try (var rows = statement.executeQuery()) {
                    end.complete("ended by itself: " + rows.next());
                }
            } catch (SQLException ended) {
                end.complete(ended.getSQLState());
            }
        }

        void awaitRunning() throws InterruptedException {
            prepared.await();
        }

        /** Asks again where the statement had not begun. */
        String cancelled() throws Exception {
            while (!end.isDone()) {
                database.cancelStatement(thread);
                Thread.onSpinWait();
            }
            thread.join();
            return end.get();
        }
    }

    @Test
    void oddFolderNamesAreNames() throws SQLException {
        for (final var name : List.of("a;create=true;b", "空 格", "it's", "x=y%20")) {
            create(name, DatabaseOptions.creating(), 1);
            try (OpenDatabase database = derby.open(home.resolve(name), DatabaseOptions.opening())) {
                assertEquals(1, Rows.count(database), name);
            }
        }
    }

    @Test
    void anAbsentDatabaseIsNotCreatedByOpening() {
        assertEquals("database.absent", problemOf(home.resolve("db"), DatabaseOptions.opening()));
        assertFalse(Files.exists(home.resolve("db")));
    }

    @Test
    void creatingTouchesNothingThatExists() throws IOException {
        final Path folder = Files.createDirectory(home.resolve("db"));
        Files.writeString(folder.resolve("letter.txt"), "dear");
        assertEquals("database.exists", problemOf(folder, DatabaseOptions.creating()));
        assertEquals("dear", Files.readString(folder.resolve("letter.txt")));
    }

    @Test
    void aHalfDeletedDatabaseIsDamagedAndNotAbsent() throws Exception {
        for (final var part : List.of("service.properties", "seg0", "log")) {
            create("db-" + part, DatabaseOptions.creating(), 1);
            final Path folder = home.resolve("db-" + part);
            org.kontor.store.database.DurableFiles.deleteTree(folder.resolve(part));
            assertEquals("database.damaged", problemOf(folder, DatabaseOptions.opening()), part);
            assertEquals("database.damaged", problemOf(folder, DatabaseOptions.reading()), part);
        }
    }

    @Test
    void closingOneDatabaseLeavesTheOthersRunning() throws SQLException {
        try (OpenDatabase first = derby.open(home.resolve("one"), DatabaseOptions.creating())) {
            Rows.createTable(first);
            try (OpenDatabase second = derby.open(home.resolve("two"), DatabaseOptions.creating())) {
                Rows.createTable(second);
                Rows.insert(second, 1);
            }
            Rows.insert(first, 7);
            assertEquals(1, Rows.count(first));
        }
        try (OpenDatabase again = derby.open(home.resolve("two"), DatabaseOptions.opening())) {
            assertEquals(1, Rows.count(again));
        }
    }

    @Test
    void aDatabaseCanBeDeletedOnceItIsClosed() throws Exception {
        create("db", DatabaseOptions.creating().withLogs(home.resolve("logs")), 1);
        org.kontor.store.database.DurableFiles.deleteTree(home.resolve("db"));
        create("db", DatabaseOptions.creating().withLogs(home.resolve("logs")), 2);
        assertTrue(Files.size(home.resolve("logs/derby.log")) > 0);
    }

    @Test
    void anEncryptedDatabaseOpensWithItsKeyOnly() throws SQLException {
        create("db", DatabaseOptions.creating().withKey(KEY), 2);
        final byte[] other = KEY.clone();
        other[31] ^= 1;
        final Path folder = home.resolve("db");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertEquals("database.key", problemOf(folder, DatabaseOptions.opening().withKey(other)));
            assertEquals("database.key", problemOf(folder, DatabaseOptions.reading().withKey(other)));
            assertEquals("database.key-missing", problemOf(folder, DatabaseOptions.opening()));
        }
        try (OpenDatabase database = derby.open(folder, DatabaseOptions.opening().withKey(KEY))) {
            assertEquals(2, Rows.count(database));
        }
    }

    @Test
    void aPlainDatabaseIsNotTakenForAnEncryptedOne() throws SQLException {
        create("db", DatabaseOptions.creating(), 2);
        assertEquals("database.not-encrypted", problemOf(home.resolve("db"), DatabaseOptions.opening().withKey(KEY)));
        try (OpenDatabase database = derby.open(home.resolve("db"), DatabaseOptions.opening())) {
            assertEquals(2, Rows.count(database));
        }
    }

    @Test
    void readingLeavesTheFolderAsItIsAndShowsWhatOnlyTheLogHolds() throws Exception {
        final Path crashed = home.resolve("crashed");
        try (OpenDatabase database = derby.open(home.resolve("db"), DatabaseOptions.creating())) {
            Rows.createTable(database);
            Rows.insert(database, 5);
            database.backup(crashed, Progress.NONE);
        }
        final var before = Files.readAllBytes(crashed.resolve("log/log.ctrl"));
        final var hash = Rows.hash(crashed);
        try (OpenDatabase database = derby.open(crashed, DatabaseOptions.reading())) {
            assertTrue(database.readOnly());
            assertEquals(1, Rows.count(database));
            final var refused = assertThrows(SQLException.class, () -> Rows.insert(database, 6));
            assertEquals("database.read-only-write", database.explain(refused).orElseThrow().code());
            try (Connection connection = database.dataSource().getConnection()) {
                assertThrows(SQLException.class, () -> connection.setReadOnly(false));
            }
            assertEquals(1, Rows.count(database));
        }
        assertEquals(hash, Rows.hash(crashed));
        assertEquals(before.length, Files.readAllBytes(crashed.resolve("log/log.ctrl")).length);
    }

    @Test
    void aBackupMadeWhileOthersWriteHoldsEveryCommitBeforeIt() throws Exception {
        try (OpenDatabase database = derby.open(home.resolve("db"), DatabaseOptions.creating().withKey(KEY))) {
            Rows.createTable(database);
            final var writer = new Rows.Writer(database);
            writer.start();
            writer.awaitAtLeast(50);
            final int before = writer.acknowledged();
            database.backup(home.resolve("backup"), Progress.NONE);
            writer.end();
            assertTrue(before >= 50);
            derby.restore(home.resolve("backup"), home.resolve("restored"));
            try (OpenDatabase restored = derby.open(home.resolve("restored"), DatabaseOptions.opening().withKey(KEY))) {
                assertTrue(Rows.count(restored) >= before, () -> "backup lost commits");
                assertEquals(List.of(), restored.check(Progress.NONE));
            }
            assertEquals(writer.acknowledged(), Rows.count(database));
        }
        assertEquals("database.exists", assertThrows(ProblemException.class,
                () -> derby.restore(home.resolve("backup"), home.resolve("restored"))).problem().code());
    }

    @Test
    void aCancelledBackupLeavesNoFolder() throws SQLException {
        try (OpenDatabase database = derby.open(home.resolve("db"), DatabaseOptions.creating())) {
            Rows.createTable(database);
            assertThrows(CancellationException.class, () -> database.backup(home.resolve("backup"), new Rows.Cancelled()));
            assertFalse(Files.exists(home.resolve("backup")));
            assertFalse(Files.exists(home.resolve("backup.part")));
            database.backup(home.resolve("backup"), Progress.NONE);
            assertEquals("database.target-exists", assertThrows(ProblemException.class,
                    () -> database.backup(home.resolve("backup"), Progress.NONE)).problem().code());
        }
    }

    @Test
    void anIncompleteBackupIsNotRestored() throws Exception {
        try (OpenDatabase database = derby.open(home.resolve("db"), DatabaseOptions.creating())) {
            database.backup(home.resolve("backup"), Progress.NONE);
        }
        org.kontor.store.database.DurableFiles.deleteTree(home.resolve("backup/log"));
        assertEquals("database.damaged", assertThrows(ProblemException.class,
                () -> derby.restore(home.resolve("backup"), home.resolve("restored"))).problem().code());
        assertFalse(Files.exists(home.resolve("restored")));
    }

    private void create(final String name, final DatabaseOptions options, final int rows) throws SQLException {
        try (OpenDatabase database = derby.open(home.resolve(name), options)) {
            Rows.createTable(database);
            for (int row = 0; row < rows; row++) {
                Rows.insert(database, row);
            }
        }
    }

    private String problemOf(final Path folder, final DatabaseOptions options) {
        return assertThrows(ProblemException.class, () -> derby.open(folder, options).close()).problem().code();
    }
}
