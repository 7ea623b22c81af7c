// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.derby.jdbc.EmbeddedDriver;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;
import org.kontor.model.RecordType;
import org.kontor.model.Stage;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.internal.PageCache;
import org.kontor.ui.table.internal.RecordQuery;

/** Pages of the table of all opportunities, as the table widget reads them, beside the same rows by plain JDBC. */
final class TableTask {

    private static final int TRIES = 5;
    private static final int MILLIS_BEFORE_CANCEL = 300;
    private static final String WHAT = "SELECT o.id, o.name, o.account_id, a.name, o.stage_id, s.name, o.amount, o.currency_code, o.probability, o.close_date,"
            + " o.next_step, o.owner_id, u.display_name FROM OPPORTUNITY o LEFT JOIN ACCOUNT a ON a.id = o.account_id LEFT JOIN STAGE s ON s.id = o.stage_id"
            + " LEFT JOIN APP_USER u ON u.id = o.owner_id";
    /** The rows and the order that the table asks for, in one statement, as anybody would write it. */
    private static final String ONE = WHAT + " ORDER BY o.close_date DESC NULLS LAST, o.id OFFSET ? ROWS FETCH NEXT 100 ROWS ONLY";
    /** The same in the steps in which the store reads: first from the index which rows there are, then these. */
    private static final String IDS = "SELECT id FROM OPPORTUNITY WHERE close_date IS NOT NULL ORDER BY close_date DESC, id OFFSET ? ROWS FETCH NEXT 100 ROWS ONLY";
    private static final String IDS_WITHOUT = "SELECT id FROM OPPORTUNITY WHERE close_date IS NULL ORDER BY id OFFSET ? ROWS FETCH NEXT 100 ROWS ONLY";
    private static final String PRESENT = "SELECT COUNT(*) FROM OPPORTUNITY WHERE close_date IS NOT NULL";
    private static final String THESE = WHAT + " WHERE o.id IN (" + IntStream.range(0, PageCache.PAGE).mapToObj(i -> "?").collect(Collectors.joining(", ")) + ')';

    private TableTask() {
    }

    static void measure(final Path folder, final int count) throws SQLException {
        final var place = folder.resolve("store");
        try (var store = BenchmarkStore.create(place)) {
            fill(store, count);
        }
        measureIn(place, count);
    }

    /** In a store that is filled. */
    static void measureIn(final Path place, final int count) throws SQLException {
        try (var store = BenchmarkStore.open(place)) {
            final var query = query(store, Optional.empty());
            final var attributes = new Properties();
            attributes.setProperty("databaseName", place.resolve("db").toString());
            try (var plain = new EmbeddedDriver().connect("jdbc:derby:", attributes)) {
                page("first", 0, query, plain);
                page("middle", count / 2 / PageCache.PAGE * PageCache.PAGE, query, plain);
                page("last", count - PageCache.PAGE, query, plain);
                long before = System.nanoTime();
                final var ids = plainInOne(plain, 0);
                Measured.seconds("one", before);
                if (!ids.equals(query.rows(0, PageCache.PAGE).stream().map(row -> row.id()).toList())) {
                    throw new IllegalStateException("the table shows other rows than the statement");
                }
            }
            final long before = System.nanoTime();
            Measured.value("rows", query.count());
            Measured.seconds("count", before);
            filter("common", "deal 7", store);
            filter("rare", "deal 77777", store);
            filter("none", "xyzzy", store);
            cancel(store);
        }
    }

    private static void page(final String name, final int offset, final RecordQuery query, final Connection plain) throws SQLException {
        final var ours = new double[TRIES];
        final var theirs = new double[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long before = System.nanoTime();
            final var ids = plainInSteps(plain, offset);
            theirs[i] = (System.nanoTime() - before) / 1e9;
            before = System.nanoTime();
            final var page = query.rows(offset, PageCache.PAGE);
            ours[i] = (System.nanoTime() - before) / 1e9;
            if (i == 0) {
                Measured.value(name + ".cold", ours[i]);
            }
            if (page.size() != PageCache.PAGE || !ids.equals(page.stream().map(row -> row.id()).toList())) {
                throw new IllegalStateException("the table shows other rows than the statements");
            }
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        Measured.value(name, ours[TRIES / 2]);
        Measured.value(name + ".jdbc", theirs[TRIES / 2]);
    }

    /** What the table does while somebody types: the first page and the number of records that contain a text. */
    private static void filter(final String name, final String text, final Store store) {
        final var query = query(store, Optional.of(text));
        long before = System.nanoTime();
        query.rows(0, PageCache.PAGE);
        Measured.seconds("filter." + name, before);
        before = System.nanoTime();
        query.count();
        Measured.seconds("filter." + name + ".count", before);
    }

    /** From asking for something else to the end of a long reading. */
    private static void cancel(final Store store) {
        final var query = query(store, Optional.of("xyzzy"));
        final var ended = new CompletableFuture<Long>();
        Thread.ofPlatform().start(() -> {
            try {
                query.rows(0, PageCache.PAGE);
                ended.complete(0L);
            } catch (CancellationException asked) {
                ended.complete(System.nanoTime());
            }
        });
        try {
            ended.get(MILLIS_BEFORE_CANCEL, TimeUnit.MILLISECONDS);
            throw new IllegalStateException("too short to be cancelled");
        } catch (TimeoutException expected) {
            final long before = System.nanoTime();
            query.cancel();
            Measured.value("filter.cancel", String.format(Locale.ROOT, "%.4f", (ended.join() - before) / 1e9));
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static RecordQuery query(final Store store, final Optional<String> text) {
        final RecordType<?> type = Catalogue.standard().type(Opportunity.class);
        final ListView view = DefaultViews.all(type);
        return new RecordQuery(reading(store), type, view.columns().stream().map(column -> RecordColumn.of(type, column.path())).toList(), view.sorts(),
                text.map(part -> new Filter.Contains(List.of("name", "account.name", "nextStep", "owner.displayName"), part)));
    }

    private static RecordQuery.Reading reading(final Store store) {
        return new RecordQuery.Reading() {
            @Override
            public <R> R read(final Function<Session, R> work) {
                return store.read(work);
            }
        };
    }

    static List<UUID> plainInOne(final Connection connection, final int offset) throws SQLException {
        try (var statement = connection.prepareStatement(ONE)) {
            statement.setInt(1, offset);
            return read(statement, 13);
        }
    }

    static List<UUID> plainInSteps(final Connection connection, final int offset) throws SQLException {
        final var ids = new ArrayList<>(ids(connection, IDS, offset));
        if (ids.isEmpty()) {
            try (var statement = connection.prepareStatement(PRESENT); var rows = statement.executeQuery()) {
                rows.next();
                ids.addAll(ids(connection, IDS_WITHOUT, offset - rows.getInt(1)));
            }
        } else if (ids.size() < PageCache.PAGE) {
            ids.addAll(ids(connection, IDS_WITHOUT, 0).subList(0, PageCache.PAGE - ids.size()));
        }
        try (var statement = connection.prepareStatement(THESE)) {
            for (int i = 0; i < PageCache.PAGE; i++) {
                statement.setBytes(i + 1, org.kontor.core.id.Ids.toBytes(ids.get(i)));
            }
            read(statement, 13);
        }
        return ids;
    }

    private static List<UUID> ids(final Connection connection, final String sql, final int offset) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, offset);
            return read(statement, 1);
        }
    }

    private static List<UUID> read(final PreparedStatement statement, final int columns) throws SQLException {
        final var ids = new ArrayList<UUID>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                final var bytes = ByteBuffer.wrap(rows.getBytes(1));
                ids.add(new UUID(bytes.getLong(), bytes.getLong()));
                for (int i = 2; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
        }
        return ids;
    }

    static void fill(final Store store, final int count) {
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
                    if (random.nextInt(20) > 0) {
                        deal.setCloseDate(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3_000)));
                    }
                    writer.add(deal);
                }
            });
        }
    }
}
