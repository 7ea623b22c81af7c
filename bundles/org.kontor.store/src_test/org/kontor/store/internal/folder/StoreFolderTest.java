// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.kontor.store.internal.folder.Stores.problemOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFolderTest {

    @TempDir
    Path home;
    private Path path;

    @BeforeEach
    void nameFolder() {
        path = home.resolve("my store");
    }

    @Test
    void aFinishedStoreOpensWithItsSettings() {
        final StoreSettings settings = Stores.settings(true);
        StoreFolder.create(path, settings).finish();
        final StoreFolder folder = StoreFolder.open(path);
        assertEquals(settings, folder.settings());
        assertEquals(path.resolve("db"), folder.database());
        assertTrue(folder.isWritable());
        assertTrue(folder.newestBackup().isEmpty());
    }

    @Test
    void foldersOnTheWayAreMadeAndPrivate() throws IOException {
        final Path deep = home.resolve("a/b/c");
        Stores.create(deep, false);
        if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(deep)));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(deep.resolve("store.properties"))));
        }
    }

    @Test
    void whatIsNoStoreIsNamedAndLeftAlone() throws IOException {
        assertEquals("store.nowhere", problemOf(() -> StoreFolder.open(path)));
        assertFalse(Files.exists(path));
        Files.createDirectory(path);
        assertEquals("store.none", problemOf(() -> StoreFolder.open(path)));
        Files.writeString(path.resolve("letter.txt"), "dear");
        assertEquals("store.none", problemOf(() -> StoreFolder.open(path)));
        assertEquals("store.not-empty", problemOf(() -> StoreFolder.create(path, Stores.settings(false))));
        assertEquals(1, Files.list(path).count());
        assertEquals("store.is-file", problemOf(() -> StoreFolder.open(path.resolve("letter.txt"))));
        assertEquals("store.is-file", problemOf(() -> StoreFolder.create(path.resolve("letter.txt"), Stores.settings(false))));
        assertEquals("dear", Files.readString(path.resolve("letter.txt")));
    }

    @Test
    void aStoreIsNotMadeTwice() {
        final StoreFolder first = Stores.create(path, false);
        assertEquals("store.exists", problemOf(() -> StoreFolder.create(path, Stores.settings(false))));
        assertEquals(first.settings(), StoreFolder.open(path).settings());
    }

    @Test
    void anInterruptedCreationIsRefusedAndCanBeRepeated() throws IOException {
        final StoreFolder first = StoreFolder.create(path, Stores.settings(false));
        Files.createDirectory(first.database());
        Files.writeString(first.database().resolve("half"), "half");
        assertEquals("store.unfinished", problemOf(() -> StoreFolder.open(path)));
        Files.writeString(first.backups().resolve("precious.kontor-backup"), "somebody else's");
        final StoreFolder second = StoreFolder.create(path, Stores.settings(false));
        assertFalse(Files.exists(second.database()));
        assertTrue(Files.exists(second.backups().resolve("precious.kontor-backup")));
        second.finish();
        assertEquals(second.settings(), StoreFolder.open(path).settings());
    }

    @Test
    void whatACreationLeftBeforeItsFirstLineIsNoObstacle() throws IOException {
        Files.createDirectory(path);
        Files.createFile(path.resolve("store.lock"));
        Files.createFile(path.resolve("store.properties.new"));
        Stores.create(path, false);
    }

    @Test
    void aStoreThatLostItsSettingsIsDamagedAndNotOverwritten() throws IOException {
        final StoreFolder folder = Stores.create(path, false);
        Files.createDirectory(folder.database());
        Files.delete(path.resolve("store.properties"));
        assertEquals("store.damaged", problemOf(() -> StoreFolder.open(path)));
        assertEquals("store.not-empty", problemOf(() -> StoreFolder.create(path, Stores.settings(false))));
        assertTrue(Files.exists(folder.database()));
    }

    @Test
    void aNewerFormatIsNamedAndLeftAlone() throws IOException {
        final StoreFolder folder = Stores.create(path, false);
        final Map<String, String> values = new LinkedHashMap<>(folder.settings().toValues());
        values.put("format", "2");
        values.put("createdBy", "9.1");
        SealedText.write(path.resolve("store.properties"), values);
        final byte[] before = Files.readAllBytes(path.resolve("store.properties"));
        assertEquals("store.newer", problemOf(() -> StoreFolder.open(path)));
        assertEquals("store.exists", problemOf(() -> StoreFolder.create(path, Stores.settings(false))));
        assertTrue(Arrays.equals(before, Files.readAllBytes(path.resolve("store.properties"))));
    }

    @Test
    void everyTruncationAndAFlippedBitInEveryByteOfTheSettingsIsNoticed() throws IOException {
        Stores.create(path, true);
        final Path file = path.resolve("store.properties");
        final byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            assertEquals("store.damaged", problemOf(() -> StoreFolder.open(path)), "length " + length);
        }
        for (int at = 0; at < good.length; at++) {
            final byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << at % 8);
            Files.write(file, bad);
            assertEquals("store.damaged", problemOf(() -> StoreFolder.open(path)), "byte " + at);
        }
        Files.write(file, new byte[1 << 20]);
        assertEquals("store.damaged", problemOf(() -> StoreFolder.open(path)));
        Files.write(file, good);
        assertTrue(StoreFolder.open(path).settings().encrypted());
    }

    @Test
    void aFolderWithoutPermissionIsNamed() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "the administrator may write anywhere");
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "needs POSIX permissions");
        final Path locked = Files.createDirectory(home.resolve("locked"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assertEquals("store.no-permission", problemOf(() -> StoreFolder.create(locked.resolve("store"), Stores.settings(false))));
    }
}
