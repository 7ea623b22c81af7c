// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/**
 * Reads a backup as if an enemy had written it: only names that a store has, no more bytes than announced, no entry twice or unannounced.
 */
final class BackupReader implements AutoCloseable {

    private static final int MOST_FILES = 100_000;
    private static final int LARGEST_MANIFEST = 32 << 20;
    private static final int BUFFER = 1 << 17;

    /** Settings, key, and below the database names of letters, digits, dot, dash and underscore that do not start with a dot. */
    private static final Pattern ALLOWED = Pattern.compile("store\\.properties|key\\.properties|db(/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,200}){1,8}");

    private final Path path;
    private final ZipFile zip;
    private final byte[] manifestBytes;
    private final BackupManifest manifest;

    private BackupReader(final Path path, final ZipFile zip, final byte[] manifestBytes, final BackupManifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifestBytes = manifestBytes;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads its manifest.
     *
     * @param file the backup
     * @return the reader
     * @throws ProblemException {@code backup.none}, {@code backup.newer}, {@code backup.damaged}, {@code backup.absent}
     * @throws IOException      where the file cannot be read
     */
    static BackupReader open(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Messages.problem("backup.absent", file).asException();
        }
        final ZipFile zip = openZip(file);
        boolean opened = false;
        try {
            final byte[] bytes = readSmall(zip, BackupArchive.MANIFEST, LARGEST_MANIFEST)
                    .orElseThrow(() -> Messages.problem("backup.none", file).asException());
            if (BackupManifest.formatOf(bytes) > BackupManifest.FORMAT) {
                throw Messages.problem("backup.newer", file).asException();
            }
            final BackupManifest manifest = BackupManifest.parse(bytes).orElseThrow(() -> damaged(file, BackupArchive.MANIFEST));
            final var reader = new BackupReader(file, zip, bytes, manifest);
            reader.requireHonestNames();
            opened = true;
            return reader;
        } catch (ZipException malformed) {
            throw Messages.problem("backup.damaged", file, BackupArchive.MANIFEST).asException(malformed);
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    /**
     * @param key the store's key; nothing is verified without one
     * @throws ProblemException {@code backup.forged} where the signature is absent or was made with another key
     */
    void verifySignature(final Optional<DataKey> key) throws IOException {
        if (key.isEmpty()) {
            return;
        }
        final byte[] signature = readSmall(zip, BackupArchive.SIGNATURE, 64).orElseGet(() -> new byte[0]);
        if (!MessageDigest.isEqual(signature, BackupArchive.sign(manifestBytes, key.get()))) {
            throw Messages.problem("backup.forged", path).asException();
        }
    }

    /**
     * Copies a file out of the backup and compares it with the manifest.
     *
     * @param file     the file
     * @param target   receives it
     * @param progress told the bytes, asked for cancellation
     * @throws ProblemException {@code backup.damaged} where it is not what the manifest says
     */
    void copy(final BackupManifest.File file, final OutputStream target, final Progress progress) throws IOException {
        final MessageDigest digest = SealedText.sha256();
        long left = file.size();
        final byte[] buffer = new byte[BUFFER];
        try (InputStream input = openEntry(file)) {
            for (int count = read(input, buffer, file); count >= 0; count = read(input, buffer, file)) {
                progress.checkCancelled();
                left -= count;
                if (left < 0) {
                    throw damaged(path, file.name());
                }
                digest.update(buffer, 0, count);
                target.write(buffer, 0, count);
                progress.worked(count);
            }
        }
        if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
            throw damaged(path, file.name());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private InputStream openEntry(final BackupManifest.File file) {
        try {
            return zip.getInputStream(zip.getEntry(file.name()));
        } catch (IOException malformed) {
            throw Messages.problem("backup.damaged", path, file.name()).asException(malformed);
        }
    }

    /** A failure to inflate is damage; a failure to write the copy is the disk's and must not be taken for it. */
    private int read(final InputStream input, final byte[] buffer, final BackupManifest.File file) {
        try {
            return input.read(buffer);
        } catch (IOException malformed) {
            throw Messages.problem("backup.damaged", path, file.name()).asException(malformed);
        }
    }

    private void requireHonestNames() {
        final Set<String> announced = new HashSet<>();
        for (final BackupManifest.File file : manifest.files()) {
            if (!isAllowed(file.name()) || !announced.add(file.name()) || zip.getEntry(file.name()) == null) {
                throw damaged(path, file.name());
            }
        }
        if (zip.size() > MOST_FILES || !announced.contains(StoreFolder.SETTINGS)) {
            throw damaged(path, StoreFolder.SETTINGS);
        }
        announced.add(BackupArchive.MANIFEST);
        announced.add(BackupArchive.SIGNATURE);
        final Set<String> present = new HashSet<>();
        final var entries = zip.entries();
        while (entries.hasMoreElements()) {
            final String name = entries.nextElement().getName();
            if (!announced.contains(name) || !present.add(name)) {
                throw damaged(path, name);
            }
        }
    }

    /** The pattern allows no way out; the path is compared all the same, because systems differ in what a name may hold. */
    private static boolean isAllowed(final String name) {
        if (!ALLOWED.matcher(name).matches()) {
            return false;
        }
        try {
            final Path base = Path.of("base").toAbsolutePath();
            final Path resolved = base.resolve(name).normalize();
            return resolved.startsWith(base) && !resolved.equals(base);
        } catch (InvalidPathException unusable) {
            return false;
        }
    }

    private static ZipFile openZip(final Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException malformed) {
            throw Messages.problem("backup.none", file).asException(malformed);
        }
    }

    private static Optional<byte[]> readSmall(final ZipFile zip, final String name, final int limit) throws IOException {
        final ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream input = zip.getInputStream(entry)) {
            final byte[] bytes = input.readNBytes(limit);
            return input.read() < 0 ? Optional.of(bytes) : Optional.empty();
        }
    }

    private static ProblemException damaged(final Path file, final String part) {
        return Messages.problem("backup.damaged", file, part).asException();
    }
}
