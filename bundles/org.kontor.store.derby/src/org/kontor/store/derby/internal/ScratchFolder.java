// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;
import org.kontor.store.database.TemporaryFolder;

/** A private copy of a database, for reading only. */
final class ScratchFolder implements AutoCloseable {

    private final TemporaryFolder folder;

    private ScratchFolder(final TemporaryFolder folder) {
        this.folder = folder;
    }

    /**
     * @param original a database that nobody writes to
     * @return its copy
     */
    static ScratchFolder copyOf(final Path original) {
        final ScratchFolder scratch;
        try {
            final long needed = DurableFiles.size(original);
            if (FileProblems.free(TemporaryFolder.root()) < needed) {
                throw Problem.of(Messages.TEXTS, "database.no-room-for-copy", original, TemporaryFolder.root(), (needed >> 20) + 1).asException();
            }
            scratch = new ScratchFolder(TemporaryFolder.create("view"));
        } catch (IOException failure) {
            throw FileProblems.of(failure, original).asException(failure);
        }
        boolean copied = false;
        try {
            DurableFiles.copyTree(original, scratch.database(), Progress.NONE);
            DatabaseFolder.removeLocks(scratch.database());
            copied = true;
            return scratch;
        } catch (IOException failure) {
            throw FileProblems.of(failure, original).asException(failure);
        } finally {
            if (!copied) {
                scratch.close();
            }
        }
    }

    /**
     * @return the copied database
     */
    Path database() {
        return folder.path().resolve("db");
    }

    @Override
    public void close() {
        folder.close();
    }
}
