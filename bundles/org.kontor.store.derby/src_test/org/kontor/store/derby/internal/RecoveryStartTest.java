// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.CRC32;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.core.problem.ProblemException;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.OpenDatabase;

/** Control files that name a checkpoint which is not in the log, as a recovery that was cut off leaves them, and log files that a kill left unfinished. */
class RecoveryStartTest {

    private static final int INSTANT_AT = 8;
    private static final int CHECKSUM_AT = 40;
    private static final int INTO_A_RECORD = -3;

    @TempDir
    Path home;
    private Path folder;
    private byte[] good;

    @BeforeEach
    void makeDatabase() throws SQLException, IOException {
        folder = home.resolve("db");
        try (OpenDatabase database = new DerbyDatabase().open(folder, DatabaseOptions.creating())) {
            Rows.createTable(database);
            Rows.insert(database, 1);
        }
        good = Files.readAllBytes(folder.resolve("log/log.ctrl"));
    }

    @Test
    void recoveryIsBegunAgainWhereTheOneBeforeBegan() throws SQLException, IOException {
        putControl(misleading(good));
        keep("1", good);
        try (OpenDatabase database = new DerbyDatabase().open(folder, DatabaseOptions.opening())) {
            assertEquals(1, Rows.count(database));
        }
        assertFalse(Files.exists(folder.resolve("recovery")), "what is over needs no copies");
    }

    @Test
    void withoutACopyTheDatabaseIsRefused() throws IOException {
        putControl(misleading(good));
        assertEquals("database.damaged", codeOfOpening());
        assertArrayEquals(misleading(good), Files.readAllBytes(folder.resolve("log/log.ctrl")));
    }

    @Test
    void aCopyWhoseLogIsGoneIsNotTried() throws IOException {
        putControl(misleading(good));
        final byte[] old = good.clone();
        ByteBuffer.wrap(old).putLong(INSTANT_AT, ByteBuffer.wrap(good).getLong(INSTANT_AT) + (99L << Integer.SIZE));
        keep("1", sealed(old));
        assertEquals("database.damaged", codeOfOpening());
        assertArrayEquals(misleading(good), Files.readAllBytes(folder.resolve("log/log.ctrl")));
    }

    /** Killed while Derby made the next log file: of its header of two integers and two long integers so many bytes were written. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8, 16, 23})
    void aLogFileThatEndsWithinItsHeaderIsRemoved(final int length) throws SQLException, IOException {
        final Path unfinished = folder.resolve("log/log2.dat");
        Files.write(unfinished, Arrays.copyOf(headerOfTheSecondLogFile(), length));
        try (OpenDatabase database = new DerbyDatabase().open(folder, DatabaseOptions.opening())) {
            assertEquals(1, Rows.count(database));
            Rows.insert(database, 2);
        }
        assertFalse(Files.exists(unfinished), "still there");
        try (OpenDatabase database = new DerbyDatabase().open(folder, DatabaseOptions.opening())) {
            assertEquals(2, Rows.count(database), "written after that");
        }
    }

    /** The power failed: the file has its length, but not all that was written into it. */
    @Test
    void aLogFileWithGapsInItsHeaderIsRemoved() throws SQLException, IOException {
        Files.write(folder.resolve("log/log2.dat"), new byte[headerOfTheSecondLogFile().length]);
        try (OpenDatabase database = new DerbyDatabase().open(folder, DatabaseOptions.opening())) {
            assertEquals(1, Rows.count(database));
        }
        assertFalse(Files.exists(folder.resolve("log/log2.dat")), "still there");
    }

    @Test
    void theOnlyLogFileIsNotRemoved() throws IOException {
        final Path only = folder.resolve("log/log1.dat");
        Files.write(only, Arrays.copyOf(Files.readAllBytes(only), 8));
        assertEquals("database.damaged", codeOfOpening());
        assertEquals(8, Files.size(only));
    }

    @Test
    void aLogFileThatHoldsMoreThanAHeaderIsNotRemoved() throws IOException {
        final Path garbled = folder.resolve("log/log2.dat");
        Files.write(garbled, new byte[1_000]);
        assertThrows(ProblemException.class, () -> new DerbyDatabase().open(folder, DatabaseOptions.opening()));
        assertEquals(1_000, Files.size(garbled));
    }

    /** As Derby writes it: its format, 9 for old versions, the number of the file, where the one before ends. */
    private byte[] headerOfTheSecondLogFile() throws IOException {
        final byte[] first = Files.readAllBytes(folder.resolve("log/log1.dat"));
        return ByteBuffer.allocate(24).put(first, 0, 8).putLong(2).putLong((1L << Integer.SIZE) + 5_000).array();
    }

    private String codeOfOpening() {
        return assertThrows(ProblemException.class, () -> new DerbyDatabase().open(folder, DatabaseOptions.opening())).problem().code();
    }

    private void keep(final String name, final byte[] control) throws IOException {
        final var both = new ByteArrayOutputStream();
        both.write(control);
        both.write(control);
        Files.write(Files.createDirectories(folder.resolve("recovery")).resolve(name), both.toByteArray());
    }

    private void putControl(final byte[] control) throws IOException {
        Files.write(folder.resolve("log/log.ctrl"), control);
        Files.write(folder.resolve("log/logmirror.ctrl"), control);
    }

    private static byte[] misleading(final byte[] control) {
        final byte[] changed = control.clone();
        ByteBuffer.wrap(changed).putLong(INSTANT_AT, ByteBuffer.wrap(control).getLong(INSTANT_AT) + INTO_A_RECORD);
        return sealed(changed);
    }

    private static byte[] sealed(final byte[] control) {
        final var checksum = new CRC32();
        checksum.update(control, 0, CHECKSUM_AT);
        ByteBuffer.wrap(control).putLong(CHECKSUM_AT, checksum.getValue());
        return control;
    }
}
