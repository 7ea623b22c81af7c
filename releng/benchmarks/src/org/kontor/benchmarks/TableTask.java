// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.lang.ref.Reference;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

import org.apache.derby.jdbc.EmbeddedDriver;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;
import org.kontor.model.Stage;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Query;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.internal.PageCache;
import org.kontor.ui.table.internal.RecordQuery;

/** Pages of the table of all opportunities, as the table widget reads them, beside the same rows by plain JDBC. */
final class TableTask {

    private static final int PAGES_READ = 4;
    private static final int TRIES = 7;
    /** The rows and the order that the table asks for. */
    private static final String SELECT = "SELECT o.id, o.name, o.account_id, a.name, o.stage_id, s.name, o.amount, o.currency_code, o.probability, o.close_date,"
            + " o.next_step, o.owner_id, u.display_name FROM OPPORTUNITY o LEFT JOIN ACCOUNT a ON a.id = o.account_id LEFT JOIN STAGE s ON s.id = o.stage_id"
            + " LEFT JOIN APP_USER u ON u.id = o.owner_id ORDER BY o.close_date DESC NULLS LAST, o.id FETCH FIRST 100 ROWS ONLY";

    private TableTask() {
    }

    static void measure(final Path folder, final int count) throws SQLException {
        final var place = folder.resolve("store");
        try (var store = BenchmarkStore.create(place)) {
            fill(store, count);
            final var type = Catalogue.standard().type(Opportunity.class);
            final var view = DefaultViews.all(type);
            final var query = new RecordQuery(reading(store), type, view.columns().stream().map(column -> RecordColumn.of(type, column.path())).toList(),
                    view.sorts(), Optional.empty());
            final var attributes = new Properties();
            attributes.setProperty("databaseName", place.resolve("db").toString());
            try (var plain = new EmbeddedDriver().connect("jdbc:derby:", attributes)) {
                final var ours = new double[TRIES];
                final var theirs = new double[TRIES];
                for (int i = 0; i < TRIES; i++) {
                    long before = System.nanoTime();
                    final var ids = plain(plain);
                    theirs[i] = (System.nanoTime() - before) / 1e9;
                    before = System.nanoTime();
                    final var page = query.rows(0, PageCache.PAGE);
                    ours[i] = (System.nanoTime() - before) / 1e9;
                    if (!ids.equals(page.stream().map(row -> row.id()).toList())) {
                        throw new IllegalStateException("the table shows other rows than the statement");
                    }
                }
                Arrays.sort(ours);
                Arrays.sort(theirs);
                Measured.value("page", ours[TRIES / 2]);
                Measured.value("jdbc", theirs[TRIES / 2]);
            }
            Measured.value("rows", query.count());
            final long before = heap();
            final long open = heapWhileScrolling(query, count);
            Measured.value("heap", open);
            Measured.value("grown", open - before);
        }
    }

    private static RecordQuery.Reading reading(final Store store) {
        return new RecordQuery.Reading() {
            @Override
            public <R> R read(final Function<Session, R> work) {
                return store.read(work);
            }
        };
    }

    /** What the heap holds with some pages of the list; the widget's cache keeps {@link PageCache#MOST_PAGES} of them, however long the list. */
    private static long heapWhileScrolling(final RecordQuery query, final int count) {
        final List<Object> kept = new ArrayList<>();
        for (int i = 0; i < PAGES_READ; i++) {
            kept.add(query.rows(count / PAGES_READ * i, PageCache.PAGE));
        }
        final long used = heap();
        Reference.reachabilityFence(kept);
        return used;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        final var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() >> 20;
    }

    private static List<UUID> plain(final Connection connection) throws SQLException {
        final var ids = new ArrayList<UUID>();
        try (var statement = connection.prepareStatement(SELECT); var rows = statement.executeQuery()) {
            while (rows.next()) {
                final var bytes = ByteBuffer.wrap(rows.getBytes(1));
                ids.add(new UUID(bytes.getLong(), bytes.getLong()));
                for (int i = 2; i <= 13; i++) {
                    rows.getObject(i);
                }
            }
        }
        return ids;
    }

    private static void fill(final Store store, final int count) {
        final var random = new SplittableRandom(7);
        final List<Stage> stages = store.read(session -> session.list(Query.of(Stage.class)));
        final var accounts = new ArrayList<Account>();
        store.write(Intent.of(Cause.IMPORT, "accounts"), writer -> {
            for (int i = 0; i < 1_000; i++) {
                final var account = new Account();
                account.setName("Account " + i);
                accounts.add(account);
                writer.add(account);
            }
        });
        for (int from = 0; from < count; from += 10_000) {
            final int first = from;
            store.write(Intent.of(Cause.IMPORT, "opportunities"), writer -> {
                for (int i = first; i < Math.min(count, first + 10_000); i++) {
                    final var deal = new Opportunity();
                    deal.setName("Deal " + i);
                    deal.setAccount(accounts.get(random.nextInt(accounts.size())));
                    deal.setStage(stages.get(random.nextInt(stages.size())));
                    deal.setAmount(BigDecimal.valueOf(100 + random.nextInt(1_000_000), 2));
                    deal.setCurrency("USD");
                    deal.setCloseDate(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3_000)));
                    writer.add(deal);
                }
            });
        }
    }
}
