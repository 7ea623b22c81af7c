// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Transactions whose traces can be audited: each writes a random number of entries with one number, some of them large, moves an amount
 * between two balances, deletes entries of long ago, and counts itself. Whatever happened, the balances add up to nothing, an entry's
 * transaction is whole or absent, and the counters tell the last one.
 */
public final class Ledger {

    private static final int BALANCES = 20;
    private static final int WORKERS = 2;
    private static final int KEPT = 60;
    private static final String INSERT = "INSERT INTO ENTRY (TX, PART, PARTS, NOTE, ATTACHMENT) VALUES (?, ?, ?, ?, ?)";

    private Ledger() {
    }

    public static void create(final Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE ENTRY (TX BIGINT NOT NULL, PART INTEGER NOT NULL, PARTS INTEGER NOT NULL, NOTE VARCHAR(2000), "
                    + "ATTACHMENT CLOB(100000), PRIMARY KEY (TX, PART))");
            statement.execute("CREATE INDEX ENTRY_NOTE ON ENTRY (PARTS, TX)");
            statement.execute("CREATE TABLE BALANCE (ID INTEGER PRIMARY KEY, AMOUNT BIGINT NOT NULL)");
            statement.execute("CREATE TABLE COUNTER (WORKER INTEGER PRIMARY KEY, TX BIGINT NOT NULL)");
            // the shortest that Derby allows, so that checkpoints and new log files fall into the tests
            statement.execute("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.storage.checkpointInterval', '100000')");
            statement.execute("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.storage.logSwitchInterval', '100000')");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO BALANCE (ID, AMOUNT) VALUES (?, 0)")) {
            for (int id = 0; id < BALANCES; id++) {
                insert.setInt(1, id);
                insert.executeUpdate();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO COUNTER (WORKER, TX) VALUES (?, 0)")) {
            for (int worker = 0; worker < WORKERS; worker++) {
                insert.setInt(1, worker);
                insert.executeUpdate();
            }
        }
    }

    public static int workers() {
        return WORKERS;
    }

    /** The number of a worker's n-th transaction. */
    public static long number(final int worker, final long count) {
        return count * WORKERS + worker;
    }

    /** Writes and commits one transaction. Workers touch different rows, so that they wait for each other only now and then. */
    public static void write(final Connection connection, final int worker, final long count, final Random random) throws SQLException {
        connection.setAutoCommit(false);
        final long number = number(worker, count);
        final int parts = 1 + random.nextInt(5);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int part = 0; part < parts; part++) {
                final String attachment = random.nextInt(8) == 0 ? "a".repeat(random.nextInt(20_000)) : null;
                fill(insert, number, part, parts, "n".repeat(random.nextInt(1_000)), attachment);
            }
        }
        move(connection, worker * BALANCES / WORKERS + random.nextInt(BALANCES / WORKERS), 1 + random.nextInt(100));
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM ENTRY WHERE TX = ?")) {
            delete.setLong(1, number(worker, count - KEPT));
            delete.executeUpdate();
        }
        count(connection, worker, count);
        connection.commit();
    }

    /** Writes and commits one transaction of a few hundred kilobytes. */
    public static void writeLarge(final Connection connection, final long count, final Random random) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int part = 0; part < 3; part++) {
                fill(insert, number(0, count), part, 3, "n".repeat(random.nextInt(2_000)), "a".repeat(90_000));
            }
        }
        count(connection, 0, count);
        connection.commit();
    }

    /** What is wrong, one line each: acknowledged transactions that are missing, halves, and sums that do not come out. */
    public static List<String> audit(final Connection connection, final Map<Integer, Long> acknowledged) throws SQLException {
        final List<String> findings = new ArrayList<>();
        final Map<Integer, Long> counters = counters(connection);
        for (final var last : acknowledged.entrySet()) {
            final long counter = counters.getOrDefault(last.getKey(), -1L);
            if (counter < last.getValue()) {
                findings.add("lost: worker " + last.getKey() + " was told of " + last.getValue() + " and finds " + counter);
            } else if (counter > last.getValue() + 1) {
                findings.add("invented: worker " + last.getKey() + " was told of " + last.getValue() + " and finds " + counter);
            }
        }
        final Map<Long, int[]> parts = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("SELECT TX, PARTS, ATTACHMENT FROM ENTRY")) {
            while (rows.next()) {
                final int[] seen = parts.computeIfAbsent(rows.getLong(1), unseen -> new int[2]);
                seen[0]++;
                seen[1] = rows.getInt(2);
                final String attachment = rows.getString(3);
                if (attachment != null && !attachment.chars().allMatch(letter -> letter == 'a')) {
                    findings.add("garbled: " + rows.getLong(1));
                }
            }
        }
        parts.forEach((number, seen) -> {
            if (seen[0] != seen[1]) {
                findings.add("torn: " + number + " has " + seen[0] + " of " + seen[1]);
            }
        });
        counters.forEach((worker, counter) -> {
            for (long count = Math.max(1, counter - KEPT + 1); count <= counter; count++) {
                if (!parts.containsKey(number(worker, count))) {
                    findings.add("missing: " + number(worker, count));
                }
            }
        });
        try (Statement statement = connection.createStatement(); ResultSet sum = statement.executeQuery("SELECT SUM(AMOUNT) FROM BALANCE")) {
            sum.next();
            if (sum.getLong(1) != 0) {
                findings.add("sum: " + sum.getLong(1));
            }
        }
        return findings;
    }

    /** The last transaction of each worker that is there. */
    public static Map<Integer, Long> counters(final Connection connection) throws SQLException {
        final Map<Integer, Long> counters = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("SELECT WORKER, TX FROM COUNTER")) {
            while (rows.next()) {
                counters.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return counters;
    }

    private static void fill(final PreparedStatement insert, final long number, final int part, final int parts, final String note,
            final String attachment) throws SQLException {
        insert.setLong(1, number);
        insert.setInt(2, part);
        insert.setInt(3, parts);
        insert.setString(4, note);
        insert.setString(5, attachment);
        insert.executeUpdate();
    }

    private static void count(final Connection connection, final int worker, final long count) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE COUNTER SET TX = ? WHERE WORKER = ?")) {
            update.setLong(1, count);
            update.setInt(2, worker);
            update.executeUpdate();
        }
    }

    private static void move(final Connection connection, final int id, final long amount) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE BALANCE SET AMOUNT = AMOUNT + ? WHERE ID = ?")) {
            final int other = id / (BALANCES / WORKERS) * (BALANCES / WORKERS) + (id + 1) % (BALANCES / WORKERS);
            update.setLong(1, -amount);
            update.setInt(2, id);
            update.executeUpdate();
            update.setLong(1, amount);
            update.setInt(2, other);
            update.executeUpdate();
        }
    }
}
