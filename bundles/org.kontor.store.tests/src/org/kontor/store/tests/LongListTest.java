// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.Opportunity;
import org.kontor.store.Store;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Lists that are read page by page: their order, what answers them, and how a reading ends that nobody waits for. */
class LongListTest {

    private static final int DEALS = 130;
    private static final Query<Opportunity> BY_DATE = Query.of(Opportunity.class).orderBy("closeDate", false).orderBy("name", true);

    @ParameterizedTest
    @ValueSource(ints = {7, 40, 64, 65, 66, 100, 400})
    void pagesOfAnySizeMakeTheWholeList(final int size) throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            fill(store);
            for (final var query : List.of(BY_DATE, BY_DATE.where(new Filter.Contains(List.of("name", "account.name"), "1")),
                    Query.of(Opportunity.class).orderBy("account.name", false), Query.of(Opportunity.class).orderBy("closeDate", true))) {
                final List<List<Object>> streamed = new ArrayList<>();
                store.read(session -> {
                    session.each(query, List.of("name", "closeDate", "account.name"), row -> streamed.add(java.util.Arrays.asList(row)));
                    return null;
                });
                final List<List<Object>> paged = new ArrayList<>();
                for (int from = 0; from <= DEALS; from += size) {
                    final int offset = from;
                    store.read(session -> session.rows(query.page(offset, size), List.of("name", "closeDate", "account.name")))
                            .forEach(row -> paged.add(java.util.Arrays.asList(row)));
                }
                assertEquals(streamed, paged);
            }
        }
    }

    @Test
    void recordsWithoutTheDateAreAtTheEndAndAfterThatIsNothing() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            fill(store);
            final var all = store.read(session -> session.rows(BY_DATE.page(0, 400), List.of("closeDate")));
            assertEquals(LocalDate.of(2026, 3, 5), all.getFirst()[0]);
            assertEquals(DEALS / 2, all.stream().filter(row -> row[0] != null).count());
            assertTrue(all.subList(0, DEALS / 2).stream().allMatch(row -> row[0] != null));
            assertEquals(List.of(), store.read(session -> session.rows(BY_DATE.page(DEALS, 400), List.of("closeDate"))));
        }
    }

    private static void fill(final Store store) {
        final var stage = Fixture.stage(store);
        final var account = Fixture.account(store, "Acme");
        Fixture.edit(store, "Deals", writer -> {
            for (int i = 0; i < DEALS; i++) {
                final var deal = Fixture.opportunity("Deal " + i % 20, account, stage);
                deal.setAccount(i % 3 == 0 ? null : deal.getAccount());
                deal.setCloseDate(i % 2 == 0 ? null : LocalDate.of(2026, 3, 1).plusDays(i % 5));
                writer.add(deal);
            }
        });
    }

    @Test
    void aReadingThatNobodyWaitsForEnds() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            Fixture.account(store, "Acme");
            Fixture.account(store, "Globex");
            final List<Object> seen = new ArrayList<>();
            assertThrows(CancellationException.class, () -> store.read(session -> {
                session.each(Query.of(Account.class), List.of("name"), row -> {
                    session.cancel();
                    return seen.add(row[0]);
                });
                return null;
            }));
            assertEquals(1, seen.size());
            assertThrows(CancellationException.class, () -> store.read(session -> {
                session.cancel();
                return session.count(Query.of(Account.class));
            }));
            assertEquals(2L, store.<Long>read(session -> session.count(Query.of(Account.class))), "the next one is not touched");
        }
    }

    @Test
    void aCancellationThatComesTooLateMeetsNobody() throws Exception {
        try (var fixture = new Fixture(); var store = fixture.open()) {
            fill(store);
            final var over = store.read(session -> session);
            final var reading = new AtomicBoolean(true);
            final var late = Thread.ofVirtual().start(() -> {
                while (reading.get()) {
                    over.cancel();
                }
            });
            try {
                for (int i = 0; i < 100; i++) {
                    assertEquals(DEALS, store.read(session -> session.rows(Query.of(Opportunity.class).orderBy("nextStep", true), List.of("name"))).size());
                }
            } finally {
                reading.set(false);
                late.join();
            }
        }
    }

    /** The orders in which tables open: an engine that sorted these would let a person wait for a million rows. */
    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT id FROM ACCOUNT ORDER BY name, id",
        "SELECT id FROM CONTACT ORDER BY last_name, first_name, id",
        "SELECT id FROM LEAD ORDER BY created_at DESC, id",
        "SELECT id FROM OPPORTUNITY WHERE close_date IS NOT NULL ORDER BY close_date DESC, id",
        "SELECT id FROM OPPORTUNITY WHERE close_date IS NULL ORDER BY id",
        "SELECT id FROM SALES_ORDER ORDER BY order_date DESC, id",
        "SELECT id FROM PRODUCT ORDER BY name, id",
        "SELECT id FROM ACTIVITY WHERE due_date IS NOT NULL ORDER BY due_date DESC, id"})
    void standingOrdersAreReadFromAnIndex(final String sql) throws Exception {
        try (var fixture = new Fixture()) {
            fixture.open().close();
            try (OpenDatabase database = fixture.database(); var connection = database.dataSource().getConnection()) {
                assertFalse(plan(connection, sql).contains("Sort ResultSet"), sql);
                assertTrue(plan(connection, "SELECT id FROM OPPORTUNITY ORDER BY amount, id").contains("Sort ResultSet"), "a plan shows sorting");
            }
        }
    }

    private static String plan(final Connection connection, final String sql) throws SQLException {
        try (var on = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)")) {
            on.execute();
        }
        try (var statement = connection.prepareStatement(sql + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")) {
            statement.setInt(1, 0);
            statement.setInt(2, 100);
            try (var rows = statement.executeQuery()) {
                assertFalse(rows.next());
            }
        }
        try (var statement = connection.prepareStatement("VALUES SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()"); var rows = statement.executeQuery()) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    @Test
    void aStoreOfTheFirstSchemaIsBackedUpAndGetsTheOrders() throws Exception {
        try (var fixture = new Fixture()) {
            final String before;
            try (var store = fixture.open()) {
                fill(store);
                before = Fixture.hash(store);
            }
            try (OpenDatabase database = fixture.database(); var connection = database.dataSource().getConnection()) {
                for (final var sql : FIRST_SCHEMA) {
                    try (var statement = connection.prepareStatement(sql)) {
                        statement.execute();
                    }
                }
                assertTrue(plan(connection, "SELECT id FROM LEAD ORDER BY created_at DESC, id").contains("Sort ResultSet"));
            }
            try (var store = fixture.open()) {
                assertEquals(4, store.info().schemaVersion());
                assertEquals(before, Fixture.hash(store));
                assertEquals(List.of(), store.verify(Progress.NONE));
                assertTrue(store.newestBackup().isPresent(), "before the change the store was backed up");
            }
            try (OpenDatabase database = fixture.database(); var connection = database.dataSource().getConnection()) {
                assertFalse(plan(connection, "SELECT id FROM LEAD ORDER BY created_at DESC, id").contains("Sort ResultSet"));
            }
        }
    }

    private static final List<String> FIRST_SCHEMA = List.of("DELETE FROM SCHEMA_MIGRATION WHERE step > 1",
            "DROP TABLE MODEL_DEPLOYMENT",
            "DROP TABLE CUSTOMER_CLASSIFICATION", "DROP TABLE ANALYSIS_ARTIFACT", "DROP TABLE ANALYSIS_RUN", "DROP TABLE ANALYSIS",
            "DROP INDEX account_name", "CREATE INDEX account_name ON ACCOUNT (name)",
            "DROP INDEX contact_name", "CREATE INDEX contact_last_name ON CONTACT (last_name)",
            "DROP INDEX lead_created",
            "DROP INDEX opportunity_close_date", "CREATE INDEX opportunity_close_date ON OPPORTUNITY (close_date)",
            "DROP INDEX sales_order_date", "CREATE INDEX sales_order_date ON SALES_ORDER (order_date)",
            "DROP INDEX product_name", "CREATE INDEX product_name ON PRODUCT (name)",
            "DROP INDEX activity_due", "CREATE INDEX activity_due ON ACTIVITY (due_date)");
}
