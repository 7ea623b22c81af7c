// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.kontor.core.progress.Progress;
import org.kontor.store.database.DurableFiles;

/** Writes a backup file, see {@link BackupArchive}. */
final class BackupWriter {

    private static final int BUFFER = 1 << 17;

    private final StoreFolder folder;
    private final Path database;
    private final Progress progress;

    /**
     * @param folder   the store
     * @param database the engine's copy of its database
     * @param progress told the bytes, asked for cancellation
     */
    BackupWriter(final StoreFolder folder, final Path database, final Progress progress) {
        this.folder = folder;
        this.database = database;
        this.progress = progress;
    }

    /**
     * Writes the file and waits until it has reached the disk.
     *
     * @param file    the file; must not exist
     * @param details for the manifest
     * @param key     of an encrypted store
     * @return the manifest
     */
    BackupManifest write(final Path file, final BackupArchive.Details details, final Optional<DataKey> key) throws IOException {
        final List<Source> sources = sources();
        progress.begin(Messages.TEXTS.get("task.backup.write"), sources.stream().mapToLong(Source::size).sum());
        final var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, DurableFiles.ownerOnly(file, false))) {
            return write(channel, sources, details, key);
        }
    }

    private BackupManifest write(final FileChannel channel, final List<Source> sources, final BackupArchive.Details details,
            final Optional<DataKey> key) throws IOException {
        // not closed: the channel must stay open to be forced
        final var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        zip.setLevel(settings().encrypted() ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
        final List<BackupManifest.File> files = new ArrayList<>();
        for (final Source source : sources) {
            files.add(write(zip, source));
        }
        final var manifest = new BackupManifest(settings().id(), settings().engine(), settings().encrypted(), details.program(),
                details.schemaVersion(), details.created(), details.contentHash(), details.sequence(), files);
        write(zip, BackupArchive.MANIFEST, manifest.toBytes());
        if (key.isPresent()) {
            write(zip, BackupArchive.SIGNATURE, BackupArchive.sign(manifest.toBytes(), key.get()));
        }
        zip.finish();
        zip.flush();
        channel.force(true);
        return manifest;
    }

    private BackupManifest.File write(final ZipOutputStream zip, final Source source) throws IOException {
        zip.putNextEntry(new ZipEntry(source.name()));
        final MessageDigest digest = SealedText.sha256();
        long size = 0;
        try (InputStream input = new DigestInputStream(Files.newInputStream(source.path()), digest)) {
            final byte[] buffer = new byte[BUFFER];
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                progress.checkCancelled();
                zip.write(buffer, 0, count);
                size += count;
                progress.worked(count);
            }
        }
        zip.closeEntry();
        return new BackupManifest.File(source.name(), size, HexFormat.of().formatHex(digest.digest()));
    }

    private static void write(final ZipOutputStream zip, final String name, final byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private List<Source> sources() throws IOException {
        final List<Source> sources = new ArrayList<>();
        sources.add(source(StoreFolder.SETTINGS, folder.path().resolve(StoreFolder.SETTINGS)));
        if (folder.settings().encrypted()) {
            sources.add(source(StoreFolder.KEYS, folder.keys()));
        }
        final List<Path> files;
        try (var paths = Files.walk(database)) {
            files = paths.filter(Files::isRegularFile).sorted().toList();
        }
        for (final Path file : files) {
            sources.add(source(StoreFolder.DATABASE + '/' + database.relativize(file).toString().replace('\\', '/'), file));
        }
        return sources;
    }

    private static Source source(final String name, final Path path) throws IOException {
        return new Source(name, path, Files.size(path));
    }

    private StoreSettings settings() {
        return folder.settings();
    }

    private record Source(String name, Path path, long size) {
    }
}
