// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.kontor.store.internal.folder.Stores.problemOf;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.core.problem.ProblemException;

class StoreLockTest {

    @TempDir
    Path home;
    private StoreFolder folder;

    @BeforeEach
    void makeStore() {
        folder = Stores.create(home.resolve("store"), false);
    }

    @Test
    void oneAtATime() {
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor")) {
            assertFalse(lock.tookOver());
            assertEquals("store.held", problemOf(() -> StoreLock.acquire(folder, "Kontor")));
            assertEquals("store.held", problemOf(() -> StoreLock.guardCopy(folder, "Kontor")));
            final StoreOwner owner = StoreOwner.of(folder).orElseThrow();
            assertEquals(ProcessHandle.current().pid(), owner.pid());
            assertEquals(System.getProperty("user.name"), owner.user());
            assertTrue(owner.isHere() && owner.isAlive());
            lock.verify();
        }
        assertTrue(StoreOwner.of(folder).isEmpty());
        StoreLock.acquire(folder, "Kontor").close();
        StoreLock.guardCopy(folder, "Kontor").close();
    }

    @Test
    void closingTwiceGivesNothingAwayThatAnotherHolds() {
        final StoreLock first = StoreLock.acquire(folder, "one");
        first.close();
        try (StoreLock second = StoreLock.acquire(folder, "two")) {
            first.close();
            assertEquals("store.held", problemOf(() -> StoreLock.acquire(folder, "three")));
            second.verify();
        }
    }

    @Test
    void anotherWayToTheSameFolderIsTheSameFolder() throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "links need a privilege there");
        Files.createSymbolicLink(home.resolve("link"), folder.path());
        final StoreFolder other = StoreFolder.open(home.resolve("link"));
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor")) {
            lock.verify();
            assertEquals("store.held", problemOf(() -> StoreLock.acquire(other, "Kontor")));
        }
    }

    /** What a partner's bundle with copies of our classes does: same process, other class loader (reliability finding 2). */
    @Test
    void anotherClassLoaderIsRefusedBeforeItTouchesTheFile() throws Exception {
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor"); URLClassLoader foreign = foreignLoader()) {
            assertEquals("store.held", acquireIn(foreign));
            lock.verify();
        }
        try (URLClassLoader foreign = foreignLoader()) {
            assertEquals("acquired", acquireIn(foreign));
            assertEquals("store.held", problemOf(() -> StoreLock.acquire(folder, "Kontor")));
        }
    }

    /** A copy of our classes that knows no note in the system properties still does not break the lock of this process. */
    @Test
    void aLockSomebodyElseInThisProcessHoldsIsNotDropped() throws IOException {
        final Path file = folder.path().resolve("store.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var held = channel.lock()) {
            assertEquals("store.held", problemOf(() -> StoreLock.acquire(folder, "Kontor")));
            assertTrue(held.isValid());
        }
    }

    @Test
    void aDeletedLockFileIsMadeAgain() throws IOException {
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor")) {
            Files.delete(folder.path().resolve("store.lock"));
            Files.delete(folder.path().resolve("owner.properties"));
            lock.verify();
            assertTrue(Files.exists(folder.path().resolve("store.lock")));
            assertEquals("Kontor", StoreOwner.of(folder).orElseThrow().program());
            Files.delete(folder.path().resolve("store.lock"));
            Files.createFile(folder.path().resolve("store.lock"));
            lock.verify();
        }
    }

    @Test
    void aStoreTakenByAnotherIsNotWrittenAnyMore() throws IOException {
        final long otherProcess = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor")) {
            owner(StoreOwner.me("", Instant.now()).host(), otherProcess, Instant.EPOCH).write(folder.path().resolve("owner.properties"));
            assertEquals("store.lock-lost", problemOf(lock::verify));
        }
        assertTrue(StoreOwner.of(folder).isPresent(), "the note of the other stays");
    }

    @Test
    void aDeadOwnersNoteIsStale() throws IOException {
        final var here = StoreOwner.me("", Instant.now());
        owner(here.host(), Integer.MAX_VALUE, Instant.now()).write(folder.path().resolve("owner.properties"));
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor")) {
            assertTrue(lock.tookOver());
        }
        final long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
        owner(here.host(), parent, Instant.parse("2001-01-01T00:00:00Z")).write(folder.path().resolve("owner.properties"));
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor")) {
            assertTrue(lock.tookOver(), "the number belongs to a younger process");
        }
    }

    @Test
    void aLivingOwnerWhoseFileLockIsGoneStillHoldsTheStore() throws IOException {
        final ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        owner(StoreOwner.me("", Instant.now()).host(), parent.pid(), parent.info().startInstant().orElse(Instant.EPOCH))
                .write(folder.path().resolve("owner.properties"));
        assertEquals("store.held", problemOf(() -> StoreLock.acquire(folder, "Kontor")));
        assertEquals(parent.pid(), StoreOwner.of(folder).orElseThrow().pid());
    }

    @Test
    void anotherComputersNoteHasToBeConfirmed() throws IOException {
        owner("elsewhere", 42, Instant.now()).write(folder.path().resolve("owner.properties"));
        assertEquals("store.held-elsewhere", problemOf(() -> StoreLock.acquire(folder, "Kontor")));
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor", true)) {
            assertTrue(lock.tookOver());
        }
    }

    @Test
    void anUnreadableNoteIsNoObstacle() throws IOException {
        Files.writeString(folder.path().resolve("owner.properties"), "half a li");
        StoreLock.acquire(folder, "Kontor").close();
    }

    private StoreOwner owner(final String host, final long pid, final Instant started) {
        return new StoreOwner("somebody", host, pid, started, Instant.now(), "Kontor", Optional.empty());
    }

    private static URLClassLoader foreignLoader() {
        final URL[] places = {place(StoreLock.class), place(ProblemException.class)};
        return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
    }

    private static URL place(final Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Leaves the lock held where it is acquired: its classes go away with the loader, the process keeps it. */
    private String acquireIn(final ClassLoader loader) throws ReflectiveOperationException {
        final Class<?> folders = loader.loadClass(StoreFolder.class.getName());
        final Class<?> locks = loader.loadClass(StoreLock.class.getName());
        final Object store = folders.getMethod("open", Path.class).invoke(null, folder.path());
        try {
            locks.getMethod("acquire", folders, String.class).invoke(null, store, "partner");
            return "acquired";
        } catch (InvocationTargetException refused) {
            final Object problem = refused.getCause().getClass().getMethod("problem").invoke(refused.getCause());
            return (String) problem.getClass().getMethod("code").invoke(problem);
        }
    }
}
