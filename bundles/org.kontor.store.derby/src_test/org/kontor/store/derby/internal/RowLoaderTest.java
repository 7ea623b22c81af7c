// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.core.id.Ids;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.OpenDatabase;

/** Rows that were loaded are what rows that were inserted are. */
class RowLoaderTest {

    @TempDir
    Path home;
    private OpenDatabase database;
    private Connection connection;
    private SampleTables tables;

    @BeforeEach
    void open() throws SQLException {
        database = new DerbyDatabase().open(home.resolve("db"), DatabaseOptions.creating());
        connection = database.dataSource().getConnection();
        tables = new SampleTables(connection, "LOADED", "INSERTED");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
        database.close();
    }

    private void execute(final String sql) throws SQLException {
        tables.execute(sql);
    }

    private static List<Object[]> rows(final int count, final long seed) {
        return SampleTables.rows(count, seed);
    }

    private void insert(final List<Object[]> rows) throws SQLException {
        tables.insert("INSERTED", rows);
    }

    private List<String> content(final String table, final String order) throws SQLException {
        return tables.content(table, order);
    }

    @Test
    void loadedRowsAreWhatInsertedRowsAre() throws SQLException {
        for (final long seed : new long[] {1, 2, 3}) {
            final var rows = rows(3_000, seed);
            assertTrue(database.insert(connection, "loaded", SampleTables.COLUMNS, rows));
            insert(rows);
            connection.commit();
        }
        assertEquals(9_000, content("LOADED", "id").size());
        assertEquals(content("INSERTED", "id"), content("LOADED", "id"));
        assertEquals(content("INSERTED", "day, id"), content("LOADED", "day, id"));
        assertEquals(content("INSERTED", "owner_id, day DESC, id"), content("LOADED", "owner_id, day DESC, id"));
        execute("DELETE FROM LOADED WHERE day < '1950-01-01'");
        execute("DELETE FROM INSERTED WHERE day < '1950-01-01'");
        execute("UPDATE LOADED SET day = '2000-01-01' WHERE owner_id IS NULL");
        execute("UPDATE INSERTED SET day = '2000-01-01' WHERE owner_id IS NULL");
        connection.commit();
        assertEquals(content("INSERTED", "day, id"), content("LOADED", "day, id"));
        assertEquals(List.of(), database.check(Progress.NONE));
    }

    @Test
    void whatIsRolledBackIsGone() throws SQLException {
        assertTrue(database.insert(connection, "LOADED", SampleTables.COLUMNS, rows(2_000, 4)));
        connection.rollback();
        assertEquals(List.of(), content("LOADED", "day"));
        assertTrue(database.insert(connection, "LOADED", SampleTables.COLUMNS, rows(2_000, 4)));
        connection.commit();
        assertEquals(2_000, content("LOADED", "day").size());
        assertEquals(List.of(), database.check(Progress.NONE));
    }

    @Test
    void refusesWhatAnInsertRefuses() throws SQLException {
        refused("23505", row -> row[0] = Ids.derived(5L << 20, 1, 0));
        refused("23502", row -> row[1] = null);
        refused("22001", row -> row[2] = "longer than ten");
        refused("22003", row -> row[3] = new BigDecimal("1e17"));
        assertEquals(List.of(), content("LOADED", "id"));
        assertEquals(List.of(), database.check(Progress.NONE));
    }

    private void refused(final String state, final java.util.function.Consumer<Object[]> spoil) throws SQLException {
        final var rows = rows(600, 5);
        spoil.accept(rows.stream().filter(row -> (long) row[1] == 400L).findFirst().orElseThrow());
        final var failure = assertThrows(SQLException.class, () -> database.insert(connection, "LOADED", SampleTables.COLUMNS, rows));
        assertEquals(state, failure.getSQLState());
        connection.rollback();
        assertEquals(state, assertThrows(SQLException.class, () -> insert(rows)).getSQLState());
        connection.rollback();
    }

    @Test
    void leavesTablesThatAskForMoreToTheStatement() throws SQLException {
        execute("CREATE TABLE CHECKED (id CHAR(16) FOR BIT DATA NOT NULL PRIMARY KEY, amount DECIMAL(19, 4) CHECK (amount > 0))");
        execute("CREATE TABLE LARGE (id CHAR(16) FOR BIT DATA NOT NULL PRIMARY KEY, content BLOB)");
        execute("CREATE TABLE NUMBERED (id CHAR(16) FOR BIT DATA NOT NULL PRIMARY KEY, place INTEGER DEFAULT 5)");
        execute("CREATE TABLE WATCHED (id CHAR(16) FOR BIT DATA NOT NULL PRIMARY KEY)");
        execute("CREATE TRIGGER WATCH AFTER INSERT ON WATCHED REFERENCING NEW AS NEW FOR EACH ROW DELETE FROM LARGE");
        final var ids = List.<Object[]>of(new Object[] {new UUID(1, 2)});
        for (final var table : List.of("CHECKED", "LARGE", "NUMBERED", "WATCHED")) {
            assertFalse(database.insert(connection, table, List.of("id"), ids), table);
        }
    }

    @Test
    void isForTransactionsOnly() throws SQLException {
        connection.setAutoCommit(true);
        assertThrows(IllegalStateException.class, () -> database.insert(connection, "LOADED", SampleTables.COLUMNS, rows(1, 6)));
        connection.setAutoCommit(false);
    }
}
