// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.kontor.core.progress.Progress;
import org.kontor.store.Finding;
import org.kontor.store.database.OpenDatabase;

final class FolderGround implements StoreGround {

    private final String client;

    FolderGround(final String client) {
        this.client = client;
    }

    @Override
    public String client() {
        return client;
    }

    @Override
    public void announce(final long sequence, final String hash) {
        // to come with the folder package
    }

    @Override
    public Optional<Finding> compare(final long sequence, final String hash) {
        return Optional.empty();
    }

    @Override
    public void backup(final OpenDatabase database, final Path file, final String contentHash, final Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // to come with the folder package
    }
}
