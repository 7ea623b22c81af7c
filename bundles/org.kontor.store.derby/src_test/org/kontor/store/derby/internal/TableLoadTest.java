// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.core.id.Ids;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.BulkLoad;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.OpenDatabase;

/** A table that was built anew by a load is what it would be if each row had been inserted. */
class TableLoadTest {

    private static final List<String> ORDERS = List.of("id", "day, id", "owner_id, day DESC, id", "owner_id, id", "name, id", "place, id");

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

    /** Rows in portions, as change sets bring them. */
    private static BulkLoad.Supply portions(final List<Object[]> rows) {
        final List<List<Object[]>> portions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += 700) {
            portions.add(rows.subList(from, Math.min(rows.size(), from + 700)));
        }
        final Iterator<List<Object[]>> all = portions.iterator();
        return () -> all.hasNext() ? all.next() : null;
    }

    private BulkLoad load() throws SQLException {
        return database.load(connection, "loaded", SampleTables.COLUMNS).orElseThrow();
    }

    private void load(final List<Object[]> rows) throws SQLException {
        final var load = load();
        load.build(portions(rows), Progress.NONE);
        load.enter(Progress.NONE);
        load.replace();
        connection.commit();
    }

    private void assertSame() throws SQLException {
        for (final var order : ORDERS) {
            assertEquals(tables.content("INSERTED", order), tables.content("LOADED", order), order);
        }
        assertEquals(List.of(), database.check(Progress.NONE));
    }

    @Test
    void loadedRowsAreWhatInsertedRowsAre() throws SQLException {
        for (final long seed : new long[] {1, 2}) {
            final var rows = SampleTables.rows(2_500, seed);
            load(rows);
            tables.insert("INSERTED", rows);
            connection.commit();
            assertSame();
        }
        for (final var table : List.of("LOADED", "INSERTED")) {
            tables.execute("DELETE FROM " + table + " WHERE day < '1950-01-01'");
            tables.execute("UPDATE " + table + " SET day = '2000-01-01', note = 'changed afterwards' WHERE owner_id IS NULL");
        }
        final var more = SampleTables.rows(500, 4);
        assertTrue(database.insert(connection, "LOADED", SampleTables.COLUMNS, more));
        tables.insert("INSERTED", more);
        connection.commit();
        assertSame();
    }

    @Test
    void anEmptyLoadKeepsTheRows() throws SQLException {
        final var rows = SampleTables.rows(300, 5);
        tables.insert("LOADED", rows);
        tables.insert("INSERTED", rows);
        connection.commit();
        load(List.of());
        assertSame();
    }

    @Test
    void whatIsRolledBackLeavesTheTableAndItsFilesAsTheyWere() throws SQLException, IOException {
        tables.insert("LOADED", SampleTables.rows(300, 6));
        connection.commit();
        final var before = tables.content("LOADED", "id");
        connection.commit();
        final var files = files();
        final var built = load();
        built.build(portions(SampleTables.rows(5_000, 7)), Progress.NONE);
        assertTrue(files() > files);
        connection.rollback();
        final var replaced = load();
        replaced.build(portions(SampleTables.rows(5_000, 7)), Progress.NONE);
        replaced.enter(Progress.NONE);
        replaced.replace();
        assertEquals(5_300, tables.content("LOADED", "day").size());
        connection.rollback();
        assertEquals(before, tables.content("LOADED", "id"));
        assertEquals(before.size(), tables.content("LOADED", "name, id").size());
        assertEquals(List.of(), database.check(Progress.NONE));
    }

    private long files() throws IOException {
        try (var all = Files.walk(home.resolve("db").resolve("seg0"))) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void refusesWhatAnInsertRefuses() throws SQLException {
        refused("23505", row -> row[0] = Ids.derived(8L << 20, 1, 0));
        refused("23502", row -> row[1] = null);
        refused("22001", row -> row[2] = "longer than ten");
        refused("22003", row -> row[3] = new BigDecimal("1e17"));
        tables.insert("LOADED", SampleTables.rows(1, 8));
        connection.commit();
        refused("23505", row -> row[2] = "good");
        assertEquals(1, tables.content("LOADED", "id").size());
        assertEquals(List.of(), database.check(Progress.NONE));
    }

    private void refused(final String state, final Consumer<Object[]> spoil) throws SQLException {
        final var rows = SampleTables.rows(600, 8);
        spoil.accept(rows.stream().filter(row -> (long) row[1] == 400L).findFirst().orElseThrow());
        final var load = load();
        assertEquals(state, assertThrows(SQLException.class, () -> load.build(portions(rows), Progress.NONE)).getSQLState());
        connection.rollback();
    }

    @Test
    void whoeverThrowsWhileRowsAreAskedForEndsTheLoad() throws SQLException {
        tables.insert("LOADED", SampleTables.rows(300, 9));
        connection.commit();
        final var all = portions(SampleTables.rows(5_000, 10));
        final var asked = new AtomicInteger();
        final var load = load();
        assertThrows(CancellationException.class, () -> load.build(() -> {
            if (asked.incrementAndGet() == 4) {
                throw new CancellationException();
            }
            return all.next();
        }, Progress.NONE));
        connection.rollback();
        assertEquals(300, tables.content("LOADED", "id").size());
        load(SampleTables.rows(2_000, 11));
        assertEquals(2_300, tables.content("LOADED", "day").size());
        assertEquals(List.of(), database.check(Progress.NONE));
    }

    @Test
    void aWishToStopIsHeardWhileIndexesAreBuilt() throws SQLException {
        final var steps = new AtomicInteger();
        final var load = load();
        final var rows = SampleTables.rows(30_000, 12);
        assertThrows(CancellationException.class, () -> load.build(portions(rows), new Progress() {
            @Override
            public void begin(final String task, final long total) {
                assertEquals(30_000 * ORDERS.size(), total);
            }

            @Override
            public void worked(final long amount) {
                steps.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return steps.get() == 5;
            }
        }));
        assertEquals(5, steps.get());
        connection.rollback();
        assertEquals(List.of(), tables.content("LOADED", "id"));
        load(rows);
        assertEquals(30_000, tables.content("LOADED", "id").size());
    }

    @Test
    void othersReadTheTableUntilItIsEntered() throws Exception {
        tables.insert("LOADED", SampleTables.rows(300, 13));
        connection.commit();
        final var load = load();
        load.build(portions(SampleTables.rows(3_000, 14)), Progress.NONE);
        assertEquals(300, countElsewhere());
        final var reading = new CountDownLatch(1);
        final var enough = new CountDownLatch(1);
        final var reader = CompletableFuture.runAsync(() -> readUntil(reading, enough));
        assertTrue(reading.await(1, TimeUnit.MINUTES));
        final var entering = CompletableFuture.runAsync(() -> enter(load));
        assertThrows(java.util.concurrent.TimeoutException.class, () -> entering.get(300, TimeUnit.MILLISECONDS));
        enough.countDown();
        reader.get(1, TimeUnit.MINUTES);
        entering.get(1, TimeUnit.MINUTES);
        final var later = CompletableFuture.supplyAsync(this::countElsewhere);
        assertFalse(later.isDone());
        load.replace();
        connection.commit();
        assertEquals(3_300, later.get(1, TimeUnit.MINUTES));
        assertEquals(3_300, countElsewhere());
    }

    private static void enter(final BulkLoad load) {
        try {
            load.enter(Progress.NONE);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private int countElsewhere() {
        try (var other = database.dataSource().getConnection(); var statement = other.prepareStatement("SELECT COUNT(*) FROM LOADED");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void readUntil(final CountDownLatch reading, final CountDownLatch enough) {
        try (var other = database.dataSource().getConnection(); var statement = other.prepareStatement("SELECT name FROM LOADED");
                var rows = statement.executeQuery()) {
            rows.next();
            reading.countDown();
            enough.await();
        } catch (SQLException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void leavesTablesThatAskForMoreToTheStatement() throws SQLException {
        tables.execute("CREATE TABLE CHECKED (id CHAR(16) FOR BIT DATA NOT NULL PRIMARY KEY, amount DECIMAL(19, 4) CHECK (amount > 0))");
        assertTrue(database.load(connection, "CHECKED", List.of("id")).isEmpty());
    }
}
