// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.kontor.core.progress.Progress;
import org.kontor.store.database.OpenDatabase;

/** One small table that the tests of this package write and count. */
public final class Rows {

    private Rows() {
    }

    public static void createTable(final OpenDatabase database) throws SQLException {
        execute(database, "CREATE TABLE NOTES (ID INTEGER PRIMARY KEY, NOTE VARCHAR(200))");
    }

    public static void execute(final OpenDatabase database, final String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    public static void insert(final OpenDatabase database, final int id) throws SQLException {
        insert(database, id, "note " + id);
    }

    public static void insert(final OpenDatabase database, final int id, final String note) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("INSERT INTO NOTES (ID, NOTE) VALUES (?, ?)")) {
            statement.setInt(1, id);
            statement.setString(2, note);
            statement.executeUpdate();
        }
    }

    public static int count(final OpenDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM NOTES");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }

    /** The names and contents of all files below a folder. */
    static String hash(final Path folder) throws IOException, NoSuchAlgorithmException {
        final var digest = MessageDigest.getInstance("SHA-256");
        final List<Path> files;
        try (var paths = Files.walk(folder)) {
            files = paths.filter(Files::isRegularFile).sorted().toList();
        }
        for (final Path file : files) {
            digest.update(folder.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Inserts one row a transaction until told to end. */
    static final class Writer extends Thread {

        private final OpenDatabase database;
        private final AtomicInteger acknowledged = new AtomicInteger();
        private final AtomicBoolean ending = new AtomicBoolean();
        private final CountDownLatch fifty = new CountDownLatch(50);
        private final AtomicReference<SQLException> failure = new AtomicReference<>();

        Writer(final OpenDatabase database) {
            super("writer");
            this.database = database;
        }

        @Override
        public void run() {
            try {
                while (!ending.get()) {
                    insert(database, acknowledged.get());
                    acknowledged.incrementAndGet();
                    fifty.countDown();
                }
            } catch (SQLException stopped) {
                failure.set(stopped);
            }
        }

        int acknowledged() {
            return acknowledged.get();
        }

        void awaitAtLeast(final int rows) throws InterruptedException {
            if (rows > 50 || !fifty.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("only " + acknowledged + " rows", failure.get());
            }
        }

        void end() throws InterruptedException, SQLException {
            ending.set(true);
            join();
            if (failure.get() != null) {
                throw failure.get();
            }
        }
    }

    /** Asks to stop from the start. */
    static final class Cancelled implements Progress {

        @Override
        public void begin(final String task, final long total) {
            // the task does not matter
        }

        @Override
        public void worked(final long amount) {
            // nor how far it came
        }

        @Override
        public boolean isCancelled() {
            return true;
        }
    }
}
