// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.kontor.core.id.Ids;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.Finding;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.internal.changes.ChangeLog;
import org.kontor.store.internal.folder.BackupArchive;
import org.kontor.store.internal.folder.DataKey;
import org.kontor.store.internal.folder.FrontChannel;
import org.kontor.store.internal.folder.StateFolder;
import org.kontor.store.internal.folder.StoreFolder;
import org.kontor.store.internal.folder.StoreLock;
import org.kontor.store.internal.folder.Watermark;
import org.kontor.store.internal.schema.Migrations;

/** What an open store stands on: its folder, its lock, and the mark outside the database that says how far the audit log goes. */
final class FolderGround implements AutoCloseable {

    private static final Logger LOG = System.getLogger(FolderGround.class.getName());

    private final StoreFolder folder;
    private final Optional<StoreLock> lock;
    private final Optional<DataKey> key;
    private final String client;
    private final String program;
    private Optional<Watermark> watermark = Optional.empty();
    private Optional<FrontChannel> front = Optional.empty();
    private volatile BooleanSupplier show = () -> false;

    /**
     * @param folder  the store
     * @param lock    held by this program; empty for a store that is only read
     * @param key     of an encrypted store
     * @param client  the program and machine for the audit log
     * @param program the program's version for backups
     */
    FolderGround(final StoreFolder folder, final Optional<StoreLock> lock, final Optional<DataKey> key, final String client, final String program) {
        this.folder = folder;
        this.lock = lock;
        this.key = key;
        this.client = client;
        this.program = program;
    }

    /** Starts to mark commits and to answer a second start. */
    void stand() {
        if (lock.isEmpty()) {
            return;
        }
        watermark = Optional.of(Watermark.open(folder, StateFolder.ofUser()));
        try {
            front = Optional.of(FrontChannel.listen(() -> show.getAsBoolean()));
            lock.get().publish(front.get().address());
        } catch (IOException noSocket) {
            LOG.log(Level.INFO, "a second start cannot ask for this window", noSocket);
        }
    }

    String client() {
        return client;
    }

    StoreFolder folder() {
        return folder;
    }

    Optional<DataKey> key() {
        return key;
    }

    /** Says, on disk, that change sets are about to be committed: those after {@code before} up to {@code sequence}. */
    void announce(final long before, final long sequence, final String hash) {
        lock.ifPresent(StoreLock::verify);
        watermark.ifPresent(mark -> mark.announce(before, sequence, HexFormat.of().parseHex(hash)));
    }

    /** Says that it was. The commit stands even where this cannot be noted. */
    void confirm(final long sequence) {
        try {
            watermark.ifPresent(mark -> mark.confirm(sequence));
        } catch (ProblemException notNoted) {
            LOG.log(Level.WARNING, "the commit stands but could not be marked", notNoted);
        }
    }

    /** Takes the end of the audit log for right, after a restore. */
    void accept(final ChangeLog.Head head) {
        watermark.ifPresent(mark -> mark.accept(head.sequence(), HexFormat.of().parseHex(head.hash())));
    }

    /** Refuses a database whose audit log does not end where it was acknowledged. */
    void requireWhole(final ChangeLog.Head head) {
        verdict(head.sequence(), head.hash()).flatMap(verdict -> verdict.problem(folder)).ifPresent(problem -> {
            throw problem.asException();
        });
    }

    /** Compares the end of the audit log with what was acknowledged. */
    Optional<Finding> compare(final long sequence, final String hash) {
        return verdict(sequence, hash).flatMap(verdict -> verdict.problem(folder))
                .map(problem -> new Finding("watermark", String.valueOf(sequence), problem.happened() + ' ' + problem.meaning()));
    }

    private Optional<Watermark.Verdict> verdict(final long sequence, final String hash) {
        return watermark.map(mark -> mark.compare(sequence, HexFormat.of().parseHex(hash)));
    }

    void whenWanted(final BooleanSupplier bringToFront) {
        show = bringToFront;
    }

    Optional<Instant> newestBackup() {
        return folder.newestBackup().map(file -> BackupArchive.manifest(file).created());
    }

    /** Writes the store into one file and reads it back. */
    void backup(final OpenDatabase database, final Path file, final ChangeLog.Head head, final String contentHash, final Progress progress) {
        try {
            if (folder.isWritable()) {
                Files.createDirectories(folder.backups());
            }
            final var copy = (folder.isWritable() ? folder.backups() : Files.createTempDirectory("kontor")).resolve("." + Ids.next());
            try {
                database.backup(copy, progress);
                BackupArchive.write(folder, copy, file, new BackupArchive.Details(program, Migrations.CURRENT, contentHash, head.sequence(), Instant.now()),
                        key, progress);
                BackupArchive.verify(file, key, progress);
            } finally {
                DurableFiles.deleteTree(copy);
            }
        } catch (IOException failed) {
            throw FileProblems.of(failed, file).asException(failed);
        }
    }

    @Override
    public void close() {
        front.ifPresent(FrontChannel::close);
        watermark.ifPresent(Watermark::close);
        lock.ifPresent(StoreLock::close);
        key.ifPresent(DataKey::close);
    }
}
