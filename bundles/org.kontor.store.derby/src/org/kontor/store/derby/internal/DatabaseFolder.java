// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.zip.CRC32;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;

/**
 * What can be told from the files of a database before Derby touches them. Derby itself would encrypt a plain database on the way, make a
 * half-deleted one look absent, or go on with one whose commits were never forced to the disk.
 */
final class DatabaseFolder {

    private static final String SETTINGS = "service.properties";

    /** The block of AES; that of DES, Derby's default, is half as long. */
    private static final String CIPHER_BLOCK = "16";
    private static final int CONTROL_LENGTH = 40;
    private static final int FLAGS_AT = 28;
    private static final int NEVER_FORCED = 0x2;

    private DatabaseFolder() {
    }

    /**
     * @param folder where a database shall be created
     * @throws ProblemException where something is there already or it cannot be written
     */
    static void checkAbsent(final Path folder) {
        if (Files.exists(folder)) {
            throw Problem.of(Messages.TEXTS, "database.exists", folder).asException();
        }
        final Path parent = folder.getParent();
        if (!Files.isWritable(parent)) {
            throw Problem.of(Messages.TEXTS, "database.no-permission", parent).asException();
        }
    }

    /**
     * @param folder  a database to open
     * @param options how it will be opened
     * @throws ProblemException where it cannot be opened like that
     */
    static void checkOpenable(final Path folder, final DatabaseOptions options) {
        checkComplete(folder);
        if (!options.readOnly() && !(Files.isWritable(folder) && Files.isWritable(folder.resolve(SETTINGS)))) {
            throw Problem.of(Messages.TEXTS, "database.read-only", folder).asException();
        }
        try {
            checkEncryption(folder, options.encryptionKey().isPresent());
            if (wasNeverForced(folder)) {
                throw Problem.of(Messages.TEXTS, "database.never-forced", folder).asException();
            }
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder).asException(failure);
        }
    }

    /**
     * @param folder a database or a backup of one
     * @throws ProblemException where its main parts are not there
     */
    static void checkComplete(final Path folder) {
        if (Files.notExists(folder)) {
            throw Problem.of(Messages.TEXTS, "database.absent", folder).asException();
        }
        if (!Files.isReadable(folder)) {
            throw Problem.of(Messages.TEXTS, "database.no-permission", folder).asException();
        }
        for (final var part : new String[] {SETTINGS, "seg0", "log"}) {
            if (!Files.isReadable(folder.resolve(part))) {
                throw Problem.of(Messages.TEXTS, "database.damaged", folder, part).asException();
            }
        }
    }

    /**
     * Whether the database ever ran with {@code derby.system.durability=test}, in which no commit waits for the disk. Derby notes it in
     * the flags of its log's control file ({@code log.ctrl} and its twin, see LogToFile.writeControlFile) and keeps the note for good.
     *
     * @param folder the database
     * @return whether either control file says so; a damaged one says nothing and is left to Derby's recovery
     */
    static boolean wasNeverForced(final Path folder) throws IOException {
        return isMarked(folder.resolve("log/log.ctrl")) || isMarked(folder.resolve("log/logmirror.ctrl"));
    }

    /**
     * Waits until what Derby writes once, and does not force to its end, has reached the disk. The lock files are left alone: closing a
     * second descriptor of one would drop Derby's lock.
     *
     * @param folder a new database, open
     */
    static void forceNew(final Path folder) throws IOException {
        for (final var name : new String[] {SETTINGS, "verifyKey.dat"}) {
            if (Files.exists(folder.resolve(name))) {
                try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        for (final Path part : new Path[] {folder.resolve("seg0"), folder.resolve("log"), folder, folder.getParent()}) {
            DurableFiles.forceFolder(part);
        }
    }

    /**
     * Takes away the lock files of the program that had the original open; a copy is nobody's.
     *
     * @param folder the copy
     */
    static void removeLocks(final Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("db.lck"));
        Files.deleteIfExists(folder.resolve("dbex.lck"));
    }

    private static boolean isMarked(final Path control) throws IOException {
        if (Files.notExists(control) || Files.size(control) != CONTROL_LENGTH + Long.BYTES) {
            return false;
        }
        final byte[] content = Files.readAllBytes(control);
        final var checksum = new CRC32();
        checksum.update(content, 0, CONTROL_LENGTH);
        return checksum.getValue() == ByteBuffer.wrap(content).getLong(CONTROL_LENGTH) && (content[FLAGS_AT] & NEVER_FORCED) != 0;
    }

    private static void checkEncryption(final Path folder, final boolean keyGiven) throws IOException {
        final var settings = new Properties();
        try (var input = Files.newInputStream(folder.resolve(SETTINGS))) {
            settings.load(input);
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(Messages.TEXTS, "database.damaged", folder, SETTINGS).asException(malformed);
        }
        final boolean encrypted = Boolean.parseBoolean(settings.getProperty("dataEncryption"));
        if (encrypted && !keyGiven) {
            throw Problem.of(Messages.TEXTS, "database.key-missing", folder).asException();
        }
        if (!encrypted && keyGiven) {
            throw Problem.of(Messages.TEXTS, "database.not-encrypted", folder).asException();
        }
        if (encrypted && !CIPHER_BLOCK.equals(settings.getProperty("derby.encryptionBlockSize")) || settings.containsKey("logDevice")) {
            throw Problem.of(Messages.TEXTS, "database.damaged", folder, SETTINGS).asException();
        }
    }
}
