// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.core.progress.Progress;

class DurableFilesTest {

    @TempDir
    Path home;

    @Test
    void aFileIsExchangedAsAWhole() throws IOException {
        final Path file = home.resolve("settings");
        DurableFiles.write(file, new byte[] {1, 2, 3});
        DurableFiles.write(file, new byte[] {4});
        assertArrayEquals(new byte[] {4}, Files.readAllBytes(file));
        assertEquals(1, Files.list(home).count());
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        final Path folder = Files.createDirectory(home.resolve("settings"));
        Files.writeString(folder.resolve("inside"), "x");
        assertThrows(IOException.class, () -> DurableFiles.write(folder, new byte[] {1}));
        assertEquals(1, Files.list(home).count());
        assertTrue(Files.exists(folder.resolve("inside")));
    }

    @Test
    void aTreeIsCopiedCountedAndDeleted() throws IOException {
        final Path tree = Files.createDirectories(home.resolve("tree/a/b")).getParent().getParent();
        Files.write(tree.resolve("a/b/large"), new byte[3_000_000]);
        Files.write(tree.resolve("empty"), new byte[0]);
        final var counted = new Counter();
        DurableFiles.copyTree(tree, home.resolve("copy"), counted);
        assertEquals(3_000_000, counted.done);
        assertEquals(3_000_000, DurableFiles.size(home.resolve("copy")));
        assertTrue(Files.exists(home.resolve("copy/empty")));
        assertThrows(IOException.class, () -> DurableFiles.copyTree(tree, home.resolve("copy"), Progress.NONE));
        DurableFiles.deleteTree(home.resolve("copy"));
        DurableFiles.deleteTree(home.resolve("copy"));
        assertFalse(Files.exists(home.resolve("copy")));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "links need a privilege there");
        final Path outside = Files.createDirectory(home.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "x");
        final Path tree = Files.createDirectory(home.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("link"), outside);
        assertThrows(IOException.class, () -> DurableFiles.copyTree(tree, home.resolve("copy"), Progress.NONE));
        DurableFiles.deleteTree(tree);
        assertTrue(Files.exists(outside.resolve("precious")));
    }

    @Test
    void failuresOfTheFileSystemAreToldApart() {
        assertEquals("store.disk-full", FileProblems.of(new FileSystemException("f", null, "No space left on device"), home).code());
        assertEquals("store.disk-full", FileProblems.of(new IOException("There is not enough space on the disk"), home).code());
        assertEquals("store.read-only", FileProblems.of(new FileSystemException("f", null, "Read-only file system"), home).code());
        assertEquals("store.absent", FileProblems.of(new NoSuchFileException("f"), home).code());
        assertEquals("store.disk-failed", FileProblems.of(new IOException("Input/output error"), home).code());
        assertEquals("store.disk-failed", FileProblems.of(new IOException(), home.resolve("not/there/yet")).code());
    }

    @Test
    void problemsAreToldInTheLanguageOfTheMoment() {
        final Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertTrue(FileProblems.full(home).happened().contains("磁盘已满"));
            Locale.setDefault(Locale.ENGLISH);
            assertTrue(FileProblems.full(home).happened().contains("is full"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void temporaryFoldersGoAwayWithTheirProcess() throws IOException {
        final Path abandoned = Files.createDirectory(TemporaryFolder.root().resolve("kontor-sweep-" + Integer.MAX_VALUE + "-x"));
        final Path other;
        try (TemporaryFolder first = TemporaryFolder.create("sweep"); TemporaryFolder second = TemporaryFolder.create("sweep")) {
            assertFalse(Files.exists(abandoned));
            assertTrue(Files.isDirectory(first.path()) && Files.isDirectory(second.path()));
            other = first.path();
        }
        assertFalse(Files.exists(other));
    }

    private static final class Counter implements Progress {

        private long done;

        @Override
        public void begin(final String task, final long total) {
            done = 0;
        }

        @Override
        public void worked(final long amount) {
            done += amount;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
