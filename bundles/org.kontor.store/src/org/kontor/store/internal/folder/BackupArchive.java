// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;
import org.kontor.store.database.TemporaryFolder;

/**
 * A store in one file: the database as the engine backed it up, {@code store.properties} and {@code key.properties} in a ZIP file, with a
 * manifest of sizes and SHA-256 hashes as its last entry. The database of an encrypted store is encrypted in the backup as well, with the
 * same key; its manifest carries an HMAC-SHA256 made with a key derived from the data key, so that nobody without the key can forge or mix
 * backups. A plain store's backup is guarded against accidents only.
 *
 * @since 0.1
 */
public final class BackupArchive {

    static final String MANIFEST = "manifest";
    static final String SIGNATURE = "manifest.hmac";

    private static final System.Logger LOG = System.getLogger(BackupArchive.class.getName());

    private BackupArchive() {
    }

    /**
     * What a manifest says besides its files.
     *
     * @param program       version of the program
     * @param schemaVersion the schema's version in the database
     * @param contentHash   a hash of the content to compare after a restore; may be empty
     * @param sequence      number of the last change set
     * @param created       now
     * @since 0.1
     */
    public record Details(String program, int schemaVersion, String contentHash, long sequence, Instant created) {
    }

    /**
     * Writes a backup file. It appears under its name only when it is whole and has reached the disk; a failure leaves nothing.
     *
     * @param folder   the store, whose settings and wrapped key go into the backup
     * @param database what {@link org.kontor.store.database.OpenDatabase#backup} wrote
     * @param target   the file; must not exist, its folder must
     * @param details  for the manifest
     * @param key      of an encrypted store; empty for a plain one
     * @param progress told the bytes, asked for cancellation
     * @return the manifest
     * @throws ProblemException      {@code backup.exists}, or where the file cannot be written
     * @throws CancellationException where {@code progress} asked to stop
     */
    public static BackupManifest write(final StoreFolder folder, final Path database, final Path target, final Details details,
            final Optional<DataKey> key, final Progress progress) {
        if (folder.settings().encrypted() != key.isPresent()) {
            throw new IllegalArgumentException("an encrypted store needs its key, a plain one has none");
        }
        final Path file = target.toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw Messages.problem("backup.exists", file).asException();
        }
        final Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(temporary);
            final BackupManifest manifest = new BackupWriter(folder, database, progress).write(temporary, details, key);
            DurableFiles.replace(temporary, file);
            return manifest;
        } catch (IOException failure) {
            throw FileProblems.of(failure, file).asException(failure);
        } finally {
            TemporaryFolder.discard(temporary);
        }
    }

    /**
     * Reads what a backup says of itself, without reading its files.
     *
     * @param file the backup
     * @return the manifest, not verified
     * @throws ProblemException {@code backup.none} where the file is no backup, {@code backup.newer}, {@code backup.damaged}, or where it
     *                          cannot be read
     */
    public static BackupManifest manifest(final Path file) {
        try (var reader = BackupReader.open(file)) {
            return reader.manifest();
        } catch (IOException failure) {
            throw FileProblems.of(failure, file).asException(failure);
        }
    }

    /**
     * Reads the whole backup and compares every byte with the manifest.
     *
     * @param file     the backup
     * @param key      of an encrypted store, to verify who wrote it; empty to compare hashes only
     * @param progress told the bytes, asked for cancellation
     * @return the manifest
     * @throws ProblemException {@code backup.none}, {@code backup.newer}, {@code backup.damaged}, {@code backup.forged} where the key says
     *                          that somebody else wrote it, or where it cannot be read
     */
    public static BackupManifest verify(final Path file, final Optional<DataKey> key, final Progress progress) {
        try (var reader = BackupReader.open(file)) {
            reader.verifySignature(key);
            progress.begin(Messages.TEXTS.get("task.backup.verify"), reader.manifest().size());
            for (final BackupManifest.File entry : reader.manifest().files()) {
                reader.copy(entry, OutputStream.nullOutputStream(), progress);
            }
            return reader.manifest();
        } catch (IOException failure) {
            throw FileProblems.of(failure, file).asException(failure);
        }
    }

    /**
     * Makes a store of a backup. The folder appears only when it is whole and has reached the disk; a failure leaves nothing. The caller
     * then opens the store, compares {@link BackupManifest#contentHash()}, and has {@link Watermark#accept} take it for right.
     *
     * @param file     the backup
     * @param target   the store's folder; absent or empty
     * @param key      of an encrypted store, to verify who wrote it; empty to compare hashes only
     * @param progress told the bytes, asked for cancellation
     * @return the manifest
     * @throws ProblemException      {@code store.not-empty}, {@code store.exists}, or as for {@link #verify}
     * @throws CancellationException where {@code progress} asked to stop
     */
    public static BackupManifest extract(final Path file, final Path target, final Optional<DataKey> key, final Progress progress) {
        final Path folder = target.toAbsolutePath().normalize();
        requireEmpty(folder);
        final Path temporary = folder.resolveSibling(folder.getFileName() + ".restoring");
        try (var reader = BackupReader.open(file)) {
            reader.verifySignature(key);
            if (FileProblems.free(folder) < reader.manifest().size()) {
                throw FileProblems.full(folder).asException();
            }
            progress.begin(Messages.TEXTS.get("task.backup.extract"), reader.manifest().size());
            Files.createDirectories(folder.getParent());
            DurableFiles.deleteTree(temporary);
            DurableFiles.createFolder(temporary);
            for (final BackupManifest.File entry : reader.manifest().files()) {
                extract(reader, entry, temporary.resolve(entry.name()), progress);
            }
            for (final String name : new String[] {"backups", "logs"}) {
                DurableFiles.createFolder(temporary.resolve(name));
            }
            DurableFiles.forceTree(temporary);
            Files.deleteIfExists(folder);
            DurableFiles.replace(temporary, folder);
            return reader.manifest();
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder).asException(failure);
        } finally {
            TemporaryFolder.discard(temporary);
        }
    }

    /** The newest backup of a store in a folder by its manifest; files that are none are passed over. */
    static Optional<Path> newest(final Path folder, final UUID store) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        final List<Dated> found = new ArrayList<>();
        try (var names = Files.newDirectoryStream(folder, '*' + StoreFolder.BACKUP_ENDING)) {
            for (final Path name : names) {
                dated(name, store).ifPresent(found::add);
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "looking for backups in " + folder, unreadable);
        }
        return found.stream().max(Comparator.comparing(Dated::created).thenComparing(Dated::file)).map(Dated::file);
    }

    static byte[] sign(final byte[] manifest, final DataKey key) {
        final byte[] derived = key.derive(DataKey.Use.BACKUP);
        try {
            final Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derived, "HmacSHA256"));
            return mac.doFinal(manifest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static Optional<Dated> dated(final Path file, final UUID store) {
        try {
            final BackupManifest manifest = manifest(file);
            return manifest.store().equals(store) ? Optional.of(new Dated(file, manifest.created())) : Optional.empty();
        } catch (ProblemException noBackup) {
            LOG.log(Level.DEBUG, "passed over", noBackup);
            return Optional.empty();
        }
    }

    private static void extract(final BackupReader reader, final BackupManifest.File entry, final Path to, final Progress progress)
            throws IOException {
        makeFolders(to.getParent());
        final var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(to, options, DurableFiles.ownerOnly(to, false))) {
            reader.copy(entry, Channels.newOutputStream(channel), progress);
        }
    }

    private static void makeFolders(final Path folder) throws IOException {
        if (Files.notExists(folder)) {
            makeFolders(folder.getParent());
            Files.createDirectory(folder, DurableFiles.ownerOnly(folder, true));
        }
    }

    private static void requireEmpty(final Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var names = Files.newDirectoryStream(folder)) {
            if (names.iterator().hasNext()) {
                final boolean store = Files.exists(folder.resolve(StoreFolder.SETTINGS));
                throw Messages.problem(store ? "store.exists" : "store.not-empty", folder).asException();
            }
        } catch (NotDirectoryException file) {
            throw Messages.problem("store.is-file", folder).asException(file);
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder).asException(failure);
        }
    }

    private record Dated(Path file, Instant created) {
    }
}
