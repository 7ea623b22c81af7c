// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.kontor.core.progress.Progress;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportState;
import org.kontor.exchange.internal.ImportService;
import org.kontor.exchange.internal.kinds.AccountImport;
import org.kontor.exchange.internal.kinds.OrderImport;
import org.kontor.model.Account;
import org.kontor.model.Order;
import org.kontor.store.History;
import org.kontor.store.Store;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.derby.internal.DerbyDatabase;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Query;

/** Imports the order lines: by Kontor, by Derby's own import, or by Kontor until somebody cancels. Each in a virtual machine of its own. */
final class ImportTask {

    private ImportTask() {
    }

    private static ImportDraft draft(final Path file) {
        final var draft = new ImportService(List.of(new OrderImport(), new AccountImport())).inspect(file, "orders");
        final var targets = List.of("account", "orderDate", "quantity", "total");
        for (int i = 0; i < targets.size(); i++) {
            draft.map(i, targets.get(i));
        }
        draft.choices().defaults().put("currency", "USD");
        return draft;
    }

    /** Everything the wizard does: validation, audit log, undo information, indexes, forced to disk as one transaction; then one undo. */
    static void kontor(final Path file, final Path folder, final boolean whole) {
        try (var store = BenchmarkStore.create(folder.resolve("store"))) {
            final long before = System.nanoTime();
            final double processor = Measured.processor();
            final var result = draft(file).run(store, Progress.NONE);
            Measured.seconds("import", before);
            Measured.value("processor", Measured.processor() - processor);
            Measured.value("rows", store.read(session -> session.count(Query.of(Order.class))));
            Measured.value("customers", store.read(session -> session.count(Query.of(Account.class))));
            Measured.value("sum", sum(store));
            if (whole) {
                Measured.value("findings", store.verify(Progress.NONE).size());
                undo(store, result.operation().orElseThrow());
            }
        }
    }

    private static String sum(final Store store) {
        final List<Object[]> sums = store.read(session -> session.groups(Query.of(Order.class), List.of(), List.of(Aggregate.sum("total"))));
        return Measured.plain(sums.getFirst()[0]);
    }

    private static void undo(final Store store, final UUID operation) {
        final long before = System.nanoTime();
        store.history().undo(operation, History.Mode.ALL_OR_NOTHING, Progress.NONE);
        Measured.seconds("undo", before);
        Measured.value("left", store.read(session -> session.count(Query.of(Order.class)) + session.count(Query.of(Account.class))));
    }

    /** Time from the wish to stop to the end of the import, in the middle of it. */
    static void cancel(final Path file, final Path folder) {
        final var wish = new AtomicLong();
        try (var store = BenchmarkStore.create(folder.resolve("store"))) {
            final var result = draft(file).run(store, new Progress() {
                private long done;
                private long all;

                @Override
                public void begin(final String task, final long total) {
                    all = total;
                    done = 0;
                }

                @Override
                public void worked(final long amount) {
                    done += amount;
                }

                @Override
                public boolean isCancelled() {
                    // asked at the top of the loop; the worst moment to wish is right after it was asked, so the time of a whole round counts
                    final long asked = System.nanoTime();
                    if (all > 0 && done > all / 3) {
                        return true;
                    }
                    wish.set(asked);
                    return false;
                }
            });
            Measured.seconds("cancel", wish.get());
            Measured.value("cancelled", result.state() == ImportState.CANCELLED);
        }
    }

    /** The same file into a bare table of its four columns: no key, no index. */
    static void derby(final Path file, final Path folder) throws SQLException {
        try (var database = new DerbyDatabase().open(folder.resolve("db"), DatabaseOptions.creating());
                var connection = database.dataSource().getConnection()) {
            try (var table = connection.prepareStatement("CREATE TABLE BARE (customer VARCHAR(120), order_date DATE, quantity DECIMAL(19, 4), total DECIMAL(19, 4))")) {
                table.execute();
            }
            final long before = System.nanoTime();
            final double processor = Measured.processor();
            try (var load = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_IMPORT_TABLE(NULL, 'BARE', ?, ',', '\"', 'UTF-8', 0)")) {
                load.setString(1, file.toString());
                load.execute();
            }
            Measured.seconds("import", before);
            Measured.value("processor", Measured.processor() - processor);
            try (var query = connection.prepareStatement("SELECT COUNT(*), COUNT(DISTINCT customer), SUM(total) FROM BARE");
                    var rows = query.executeQuery()) {
                rows.next();
                Measured.value("rows", rows.getLong(1));
                Measured.value("customers", rows.getLong(2));
                Measured.value("sum", Measured.plain(rows.getBigDecimal(3)));
            }
        }
    }
}
