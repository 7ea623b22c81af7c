// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.StoredRecord;

/**
 * An open store: a company's records with everything that ever happened to them. Safe for several threads; calls wait for disk, so none
 * belongs on a user-interface thread. Writes run one after the other; readers never wait for writers longer than one commit.
 *
 * @since 0.1
 */
public interface Store extends AutoCloseable {

    /** @return what this store is and who works in it */
    StoreInfo info();

    /**
     * Reads. The session and the lazily loaded parts of its records end with the call: copy out what is needed later.
     *
     * @param work what to read
     * @param <R>  what comes out of it
     * @return what {@code work} returned
     * @throws java.util.concurrent.CancellationException where the store is closed meanwhile, or was before
     */
    <R> R read(Function<Session, R> work);

    /**
     * Writes one change set: all of it or, where {@code work} or the store throws, nothing of it. When the call returns the change is on
     * disk.
     *
     * @param intent what is done
     * @param work   changes records of its writer, adds new ones, deletes others
     * @return the change set; its sequence is 0 and its list empty where nothing changed
     * @throws ConflictException where a record changed since the caller last saw it
     * @throws ProblemException  where a record is not valid, is still referred to, the store is read-only, or the disk is full
     */
    Commit write(Intent intent, Consumer<Writer> work);

    /**
     * Adds very many records: a series of change sets as {@link #write} writes them, but all of them or, where {@code next} or the store
     * throws, none; on disk when the call returns. The tables of the records are as they were for readers until shortly before the end.
     * A series ends early where it outgrows what one transaction should hold; what was not asked for then is left to the caller.
     *
     * @param intent   what is done, in each change set
     * @param type     the type that most of the records are of
     * @param expected about how many of that type there will be
     * @param next     adds the records of the next change set to its writer and answers true; answers false, having added nothing, where
     *                 there are no more. Its writer finds, besides stored records, those of other types that the series added, and takes
     *                 changes of these; it takes no change of what was stored before and no deletion
     * @param progress told of what follows when all records are there, as a task of its own, and asked for cancellation then; before that
     *                 it is for {@code next} to throw
     * @return false where it is not worth the effort, or the store has no such way: {@code next} was not called
     * @throws ProblemException as for {@link #write}
     * @throws java.util.concurrent.CancellationException where somebody wished to stop; nothing was written
     */
    boolean load(Intent intent, Class<? extends StoredRecord> type, long expected, Predicate<Writer> next, Progress progress);

    /** @return everything that was ever done, and how to take it back */
    History history();

    /**
     * Hears of each change set after it is on disk, on the thread that wrote it; what a listener throws is logged and goes no further.
     *
     * @param listener receives each commit
     * @return ends the subscription when run
     */
    Runnable subscribe(Consumer<Commit> listener);

    /**
     * A fingerprint of all records: equal for stores that hold the same records with the same values, whatever their history: versions and
     * who made or changed them when do not count.
     *
     * @param progress reported to and asked for cancellation
     * @return SHA-256 in hexadecimal
     */
    String contentHash(Progress progress);

    /**
     * Checks schema, pages and indexes, the audit chain, its head outside the database, and every reference.
     *
     * @param progress reported to and asked for cancellation
     * @return what is wrong; empty where all is well
     */
    List<Finding> verify(Progress progress);

    /**
     * Writes a copy of the whole store into one file, while others work; every commit returned before the call is in it. The file is
     * checked before the call returns.
     *
     * @param file     the file; must not exist
     * @param progress reported to and asked for cancellation
     */
    void backup(Path file, Progress progress);

    /**
     * Says how to bring the window of whoever works in this store to the front, for a second start that wants the same store.
     *
     * @param show shows the window, on any thread; answers whether there is one
     */
    void whenWanted(BooleanSupplier show);

    /** @return when the newest backup in the store's own folder was made; empty where there is none */
    Optional<Instant> newestBackup();

    @Override
    void close();
}
