// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.kontor.core.progress.Progress;

/** A table that is built anew by loads, beside a counter that each of them raises in its transaction. */
public final class LoadLedger {

    private static final int BEFORE = 40;
    private static final int ROWS = 900;
    private static final int PORTION = 300;
    private static final String TABLE = "LOADED";

    private LoadLedger() {
    }

    public static void create(final Connection connection) throws SQLException {
        final var tables = new SampleTables(connection, TABLE);
        tables.execute("CREATE TABLE LOADS (n BIGINT NOT NULL, held BIGINT NOT NULL)");
        tables.execute("INSERT INTO LOADS VALUES (0, " + BEFORE + ")");
        tables.insert(TABLE, SampleTables.rows(BEFORE, 1));
    }

    /** The n-th load, committed. */
    public static void load(final Connection connection, final long count) throws SQLException {
        load(connection, count, ROWS);
    }

    /** The n-th load, of some rows, committed. */
    public static void load(final Connection connection, final long count, final int size) throws SQLException {
        connection.setAutoCommit(false);
        final var rows = SampleTables.rows(size, 1 + count);
        final var load = TableLoad.of(connection, TABLE, SampleTables.COLUMNS).orElseThrow();
        final var portions = new ArrayList<List<Object[]>>();
        for (int from = 0; from < size; from += PORTION) {
            portions.add(rows.subList(from, Math.min(size, from + PORTION)));
        }
        load.build(() -> portions.isEmpty() ? null : portions.removeFirst(), Progress.NONE);
        load.enter(Progress.NONE);
        try (var statement = connection.prepareStatement("UPDATE LOADS SET n = ?, held = held + ?")) {
            statement.setLong(1, count);
            statement.setLong(2, size);
            statement.executeUpdate();
        }
        load.replace();
        connection.commit();
    }

    /** What is wrong, one line each: loads that are missing or half there, by the table and by each of its indexes. */
    public static List<String> audit(final Connection connection, final long acknowledged) throws SQLException {
        final var findings = new ArrayList<String>();
        final long loads = number(connection, "SELECT n FROM LOADS");
        if (loads < acknowledged || loads > acknowledged + 1) {
            findings.add("told of " + acknowledged + " loads, finds " + loads);
        }
        final long expected = number(connection, "SELECT held FROM LOADS");
        for (final var key : List.of("note", "id", "day", "owner_id", "name", "place")) {
            long found = 0;
            try (var statement = connection.prepareStatement("SELECT " + key + " FROM " + TABLE + " ORDER BY " + key); var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found++;
                }
            }
            if (found != expected) {
                findings.add(found + " of " + expected + " rows by " + key);
            }
        }
        return findings;
    }

    public static long loads(final Connection connection) throws SQLException {
        return number(connection, "SELECT n FROM LOADS");
    }

    private static long number(final Connection connection, final String query) throws SQLException {
        try (var statement = connection.prepareStatement(query); var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
