// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.kontor.core.progress.Progress;
import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.kontor.store.database.DurableFiles;

/**
 * A store that is gone when it is closed.
 *
 * @param store  the store
 * @param folder the temporary folder that holds it
 */
record PassingStore(Store store, Path folder) implements AutoCloseable {

    static PassingStore make(final Stores stores, final Progress progress) {
        try {
            final var folder = Files.createTempDirectory("kontor-");
            try {
                return new PassingStore(stores.open(Stores.Request.local(folder.resolve("store"), true), progress), folder);
            } catch (RuntimeException failed) {
                DurableFiles.deleteTree(folder);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        store.close();
        try {
            DurableFiles.deleteTree(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
