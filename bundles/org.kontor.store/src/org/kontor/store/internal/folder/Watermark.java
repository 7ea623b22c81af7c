// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.store.database.FileProblems;

/**
 * Remembers outside the database which commit was the last, because an engine that finds its log damaged may take the place for its end
 * and go on without what followed (reliability finding 4).
 * <p>
 * One thread at a time: {@link #announce} before a commit, {@link #confirm} after it and before the commit is acknowledged. An announcement
 * has reached the disk when it returns. A confirmation costs next to nothing: it reaches the disk with the next announcement, and outlives
 * the program in any case. Announcing the same number again is right after a commit that failed.
 * <p>
 * There are two files. {@code watermark} in the store's folder tells a database that lost its end. A copy in a folder of the user's, named
 * after the store, tells a store that was put back as a whole; it is not forced to the disk and may lag behind.
 *
 * @since 0.1
 */
public final class Watermark implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Watermark.class.getName());
    private static final long FORCE_COPY_EVERY = Duration.ofSeconds(10).toNanos();

    private final StoreFolder folder;
    private final WatermarkFile file;
    private Optional<WatermarkFile> copy;
    private long copyForced = System.nanoTime();
    private Optional<WatermarkFile.Entry> pending = Optional.empty();

    /**
     * How the database compares with what was remembered.
     *
     * @since 0.1
     */
    public enum Verdict {
        /** Database and watermark agree. */
        OK(null),
        /** A commit was announced that is not there: the program ended before it was acknowledged. Nothing is missing. */
        ONE_AHEAD(null),
        /** There is no watermark yet, and the database is new. */
        NEW(null),
        /** There is no watermark although the database has commits; whether any are missing cannot be told. */
        ABSENT("store.watermark-absent"),
        /** The watermark itself cannot be read; whether commits are missing cannot be told. */
        UNREADABLE("store.watermark-absent"),
        /** Acknowledged commits are missing from the database. */
        LOST_TAIL("store.lost-tail"),
        /** The whole folder is older than what this user saw last: an old copy was put in its place. */
        ROLLED_BACK("store.rolled-back"),
        /** The database has a different history from the one remembered. */
        DIVERGED("store.diverged"),
        /** The database has commits that were never announced: the watermark is older than the database. */
        BEHIND("store.watermark-behind");

        private final String code;

        Verdict(final String code) {
            this.code = code;
        }

        /**
         * @return whether the store may be opened without asking
         */
        public boolean isGood() {
            return code == null;
        }

        /**
         * @param folder the store
         * @return what to tell the person; empty where all is well
         */
        public Optional<Problem> problem(final StoreFolder folder) {
            return Optional.ofNullable(code).map(known -> Messages.problem(known, folder.path()));
        }
    }

    private Watermark(final StoreFolder folder, final WatermarkFile file, final Optional<WatermarkFile> copy) {
        this.folder = folder;
        this.file = file;
        this.copy = copy;
    }

    /**
     * Opens the watermark of a store that this program has locked, making it where there is none.
     *
     * @param folder the store
     * @param state  the user's folder for the copy, such as {@link StateFolder#ofUser()}; made where absent. Where it cannot be written the
     *               watermark works without
     * @return the watermark; the caller closes it before the lock
     * @throws ProblemException where the store's folder cannot be written
     */
    public static Watermark open(final StoreFolder folder, final Path state) {
        try {
            return new Watermark(folder, WatermarkFile.open(folder.watermark(), folder.settings().id()), openCopy(folder, state));
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.watermark()).asException(failure);
        }
    }

    /**
     * Notes that a commit of one change set is about to be made. The one before it is taken for settled: committed or failed.
     *
     * @param sequence number of the change set, one more than the last committed
     * @param head     the 32 bytes of the audit chain's head after it
     * @throws ProblemException where it cannot be written; the commit must not be made
     */
    public void announce(final long sequence, final byte[] head) {
        announce(sequence - 1, sequence, head);
    }

    /**
     * Notes that a commit is about to be made. The one before it is taken for settled: committed or failed.
     *
     * @param before   number of the last change set committed
     * @param sequence number of the last change set of the commit
     * @param head     the 32 bytes of the audit chain's head after it
     * @throws ProblemException where it cannot be written; the commit must not be made
     */
    public synchronized void announce(final long before, final long sequence, final byte[] head) {
        requireHead(head);
        try {
            file.announce(before, sequence, head);
            file.force();
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.watermark()).asException(failure);
        }
        pending = Optional.of(new WatermarkFile.Entry(before, sequence, head.clone(), 0));
        inCopy(other -> other.announce(before, sequence, head));
    }

    /**
     * Notes that the announced commit was made.
     *
     * @param sequence its number
     * @throws ProblemException where it cannot be written; the commit stands all the same
     */
    public synchronized void confirm(final long sequence) {
        final WatermarkFile.Entry entry = pending.filter(announced -> announced.sequence() == sequence)
                .orElseThrow(() -> new IllegalStateException("not announced: " + sequence));
        pending = Optional.empty();
        try {
            file.confirm(sequence, entry.head());
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.watermark()).asException(failure);
        }
        inCopy(other -> {
            other.confirm(sequence, entry.head());
            if (System.nanoTime() - copyForced > FORCE_COPY_EVERY) {
                other.force();
                copyForced = System.nanoTime();
            }
        });
    }

    /**
     * Compares with the last commit in the database. Without its history, a store that was put back and then worked on is only noticed
     * while it is shorter than before.
     *
     * @param sequence number of the last commit; 0 where there is none
     * @param head     the audit chain's head after it, 32 bytes
     * @return the verdict
     */
    public Verdict compare(final long sequence, final byte[] head) {
        return compare(sequence, head, number -> Optional.empty());
    }

    /**
     * Compares with the last commit in the database and with its history.
     *
     * @param sequence number of the last commit; 0 where there is none
     * @param head     the audit chain's head after it, 32 bytes
     * @param history  the head after an earlier commit; empty where the database does not know it
     * @return the verdict
     * @throws ProblemException where the watermark cannot be read
     */
    public synchronized Verdict compare(final long sequence, final byte[] head, final LongFunction<Optional<byte[]>> history) {
        requireHead(head);
        try {
            final Verdict own = compare(file, sequence, head, history);
            final Verdict seen = copy.isPresent() ? compare(copy.get(), sequence, head, history) : Verdict.NEW;
            if (own == Verdict.DIVERGED || seen == Verdict.DIVERGED) {
                return Verdict.DIVERGED;
            }
            if (seen == Verdict.LOST_TAIL && own != Verdict.LOST_TAIL) {
                return Verdict.ROLLED_BACK;
            }
            return own;
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.watermark()).asException(failure);
        }
    }

    /**
     * Takes the database as it is for right: after a backup was restored on purpose, or after the person decided to go on.
     *
     * @param sequence number of the last commit in the database
     * @param head     the audit chain's head after it
     * @throws ProblemException where it cannot be written
     */
    public synchronized void accept(final long sequence, final byte[] head) {
        requireHead(head);
        try {
            accept(file, sequence, head);
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.watermark()).asException(failure);
        }
        inCopy(other -> accept(other, sequence, head));
        pending = Optional.empty();
    }

    /** Waits until the confirmations have reached the disk. */
    @Override
    public synchronized void close() {
        try (WatermarkFile closing = file) {
            closing.force();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "closing " + folder.watermark(), failure);
        }
        inCopy(other -> {
            other.force();
            other.close();
        });
        copy = Optional.empty();
    }

    private static Verdict compare(final WatermarkFile file, final long sequence, final byte[] head, final LongFunction<Optional<byte[]>> history)
            throws IOException {
        final Optional<WatermarkFile.Entry> announced = file.announced();
        final Optional<WatermarkFile.Entry> confirmed = file.confirmed();
        if (announced.isEmpty() && confirmed.isEmpty()) {
            return file.isEmpty() ? sequence == 0 ? Verdict.NEW : Verdict.ABSENT : Verdict.UNREADABLE;
        }
        final long certain = Math.max(confirmed.map(WatermarkFile.Entry::sequence).orElse(0L),
                announced.map(WatermarkFile.Entry::before).orElse(0L));
        final long known = Math.max(certain, announced.map(WatermarkFile.Entry::sequence).orElse(0L));
        if (sequence < certain) {
            return Verdict.LOST_TAIL;
        }
        if (confirmed.isPresent() && isContradicted(confirmed.get(), sequence, head, history)) {
            return Verdict.DIVERGED;
        }
        if (sequence > known) {
            return file.isSpoilt() ? Verdict.UNREADABLE : Verdict.BEHIND;
        }
        if (sequence < known) {
            return sequence == certain ? Verdict.ONE_AHEAD : Verdict.LOST_TAIL; // no commit ends in the middle of another
        }
        final boolean same = announced.filter(entry -> entry.isCommit(sequence, head)).isPresent()
                || confirmed.filter(entry -> entry.isCommit(sequence, head)).isPresent();
        return same ? Verdict.OK : Verdict.DIVERGED;
    }

    private static boolean isContradicted(final WatermarkFile.Entry confirmed, final long sequence, final byte[] head,
            final LongFunction<Optional<byte[]>> history) {
        final Optional<byte[]> then = confirmed.sequence() == sequence ? Optional.of(head) : history.apply(confirmed.sequence());
        return then.isPresent() && !confirmed.isCommit(confirmed.sequence(), then.get());
    }

    private static void accept(final WatermarkFile file, final long sequence, final byte[] head) throws IOException {
        file.announce(sequence - 1, sequence, head);
        file.announce(sequence - 1, sequence, head);
        file.confirm(sequence, head);
        file.force();
    }

    private static Optional<WatermarkFile> openCopy(final StoreFolder folder, final Path state) {
        try {
            Files.createDirectories(state);
            return Optional.of(WatermarkFile.open(state.resolve(nameOfCopy(folder)), folder.settings().id()));
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "no copy of the watermark in " + state, unwritable);
            return Optional.empty();
        }
    }

    /** The copy is a help, not a condition: without it the store works on. */
    private void inCopy(final Action action) {
        if (copy.isPresent()) {
            try {
                action.on(copy.get());
            } catch (IOException failure) {
                LOG.log(Level.WARNING, "the copy of the watermark is given up", failure);
                copy = Optional.empty();
            }
        }
    }

    private static void requireHead(final byte[] head) {
        if (head.length != WatermarkFile.HEAD_LENGTH) {
            throw new IllegalArgumentException("head of " + head.length + " bytes");
        }
    }

    @FunctionalInterface
    private interface Action {
        void on(WatermarkFile file) throws IOException;
    }

    /** A restored backup beside its original is another store of the same id, so the place counts too. */
    private static String nameOfCopy(final StoreFolder folder) throws IOException {
        final var place = folder.path().toRealPath().toString();
        return folder.settings().id() + "-" + UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)) + ".watermark";
    }
}
