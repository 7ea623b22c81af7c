// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.lang.ref.Reference;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

import org.apache.derby.jdbc.EmbeddedDriver;
import org.kontor.ui.table.internal.RecordRows;

/**
 * What the heap holds after paging through a long table: first by plain JDBC, which keeps nothing of what it reads, then by the rows behind
 * the table widget. Derby's page cache is set to a size that even the shortest table fills, else its filling would look like growth.
 */
final class HeapTask {

    private static final int PAGES_READ = 100;
    private static final String CACHED_PAGES = "100";

    private HeapTask() {
    }

    static void measure(final Path folder, final int count) throws SQLException {
        // the engine takes its settings when the first store starts it, a database when it is opened
        try (var first = BenchmarkStore.create(folder.resolve("first"))) {
            System.setProperty("derby.storage.pageCacheSize", CACHED_PAGES);
            final var place = folder.resolve("store");
            try (var store = BenchmarkStore.create(place)) {
                TableTask.fill(store, count);
            }
            Measured.value("heap.jdbc", plain(place, count));
            try (var store = BenchmarkStore.open(place)) {
                final var query = TableTask.query(store, Optional.empty());
                final var rows = new RecordRows(Runnable::run, Runnable::run, new RecordRows.Listener() {
                    @Override
                    public void rowsChanged() {
                        // nobody looks
                    }

                    @Override
                    public void moved(final int by) {
                        // nobody looks
                    }
                });
                Measured.value("heap.rows", count);
                Measured.value("heap.open", megabytes());
                rows.restart(Optional.of(query));
                for (int i = 0; i < PAGES_READ; i++) {
                    final int index = (int) ((long) count * i / PAGES_READ);
                    rows.row(index);
                    if (rows.row(index) == null) {
                        throw new IllegalStateException("no row " + index);
                    }
                }
                if (rows.size() != count) {
                    throw new IllegalStateException(rows.size() + " rows");
                }
                Measured.value("heap.pages", rows.pagesInMemory());
                Measured.value("heap.table", megabytes());
                Reference.reachabilityFence(rows);
            }
        }
    }

    private static String plain(final Path place, final int count) throws SQLException {
        final var attributes = new Properties();
        attributes.setProperty("databaseName", place.resolve("db").toString());
        try (var connection = new EmbeddedDriver().connect("jdbc:derby:", attributes)) {
            for (int i = 0; i < PAGES_READ; i++) {
                TableTask.plainInSteps(connection, (int) Math.min(count - 100L, (long) count * i / PAGES_READ));
            }
            return megabytes();
        }
    }

    private static String megabytes() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        final var runtime = Runtime.getRuntime();
        return String.format(Locale.ROOT, "%.1f", (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
    }
}
