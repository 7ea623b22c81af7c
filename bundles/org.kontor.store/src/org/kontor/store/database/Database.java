// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.database;

import java.nio.file.Path;

import org.kontor.core.problem.ProblemException;

/**
 * A database engine that can hold a store, published as an OSGi service by the one bundle that knows its driver. Engines know folders,
 * connections and SQL types; they know nothing of entities, change sets or locks, which {@code org.kontor.store} adds for all of them.
 *
 * @since 0.1
 */
public interface Database {

    /**
     * @return the engine's name in the store's settings, such as {@code derby}; never changes
     */
    String kind();

    /**
     * Opens a database, creating it where {@link DatabaseOptions#create()} asks for it.
     *
     * @param folder  the folder that holds (or will hold) the engine's own files; its parent exists
     * @param options how to open
     * @return the open database; the caller closes it
     * @throws ProblemException where it is absent, in use, damaged, encrypted with another key, or of an unsupported version, where there
     *                          is one already and {@code create} was asked for, or where the disk is full or may not be written
     */
    OpenDatabase open(Path folder, DatabaseOptions options);

    /**
     * Puts the files that {@link OpenDatabase#backup} wrote in place of a database that does not exist yet. The copy has reached the disk
     * when this returns; a failure leaves no folder.
     *
     * @param backup the folder that {@code backup} filled
     * @param folder where the database shall be; must not exist
     * @throws ProblemException where the backup is incomplete or the folder exists
     */
    void restore(Path backup, Path folder);
}
