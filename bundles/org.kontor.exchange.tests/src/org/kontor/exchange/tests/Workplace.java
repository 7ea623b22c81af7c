// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.progress.Progress;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportReport;
import org.kontor.exchange.ImportResult;
import org.kontor.exchange.Imports;
import org.kontor.model.StoredRecord;
import org.kontor.store.History;
import org.kontor.store.Store;
import org.kontor.store.query.Query;
import org.kontor.testkit.Folders;
import org.kontor.testkit.ThrowAwayStore;

/** A fresh store and the import service, with a folder for files. */
final class Workplace implements AutoCloseable {

    private final ThrowAwayStore opened = ThrowAwayStore.open();
    private final Imports imports = Services.imports();
    private final Path folder;
    private int files;

    Workplace() {
        try {
            folder = Files.createTempDirectory("kontor-exchange");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    Store store() {
        return opened.store();
    }

    Imports imports() {
        return imports;
    }

    Path folder() {
        return folder;
    }

    Path file(final String text) {
        try {
            return Files.writeString(folder.resolve("file" + files++ + ".csv"), text);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    ImportDraft draft(final String kind, final String text) {
        return imports.inspect(file(text), kind);
    }

    ImportResult run(final ImportDraft draft) {
        return draft.run(store(), Progress.NONE);
    }

    void undo(final UUID operation) {
        store().history().undo(operation, History.Mode.ALL_OR_NOTHING, Progress.NONE);
    }

    String contentHash() {
        return store().contentHash(Progress.NONE);
    }

    long count(final Class<? extends StoredRecord> type) {
        return count(Query.of(type));
    }

    long count(final Query<?> query) {
        return store().read(session -> session.count(query));
    }

    List<Object[]> rows(final Class<? extends StoredRecord> type, final String order, final String... paths) {
        return store().read(session -> session.rows(Query.of(type).orderBy(order, true), List.of(paths)));
    }

    /** Each row is counted once. */
    static void addsUp(final ImportReport report) {
        assertEquals(report.rows(), report.created() + report.updated() + report.unchanged() + report.skipped() + report.refused());
    }

    /** The public data sets beside the project, where somebody put them. */
    static Optional<Path> data() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            final var data = folder.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        opened.close();
        Folders.delete(folder);
    }
}
