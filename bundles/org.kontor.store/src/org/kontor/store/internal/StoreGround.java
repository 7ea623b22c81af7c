// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.kontor.core.progress.Progress;
import org.kontor.store.Finding;
import org.kontor.store.database.OpenDatabase;

/** What an open store stands on: its folder, its lock, and the mark outside the database that says how far the audit log goes. */
interface StoreGround extends AutoCloseable {

    /** The program and machine for the audit log. */
    String client();

    /** Says, on disk, that a change set is about to be committed. */
    void announce(long sequence, String hash);

    /** Compares the end of the audit log with what was announced. */
    Optional<Finding> compare(long sequence, String hash);

    /** Writes the store into one file. */
    void backup(OpenDatabase database, Path file, String contentHash, Progress progress);

    @Override
    void close();
}
