// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;

/**
 * Keeps everybody else from opening a store: one program, and in it one class loader, at a time.
 * <p>
 * Three things guard it. A file lock on {@code store.lock} keeps other processes out and ends with the process, however it dies. A note in
 * the system properties keeps out a second opener in this virtual machine, whatever its class loader, <em>before</em> it touches the lock
 * file: POSIX drops a process's lock as soon as the process closes any other descriptor of that file. And {@code owner.properties} names
 * the process, so that a lock lost that way, or by somebody deleting the file, still does not let a second process in while the first one
 * runs. Safe for several threads.
 * <p>
 * There is no shared lock for readers, because no second process can read a database that another has open. A store that nobody holds is
 * read from a copy made under {@link #guardCopy}; of one that is held, {@link StoreFolder#newestBackup()} can be read.
 *
 * @since 0.1
 */
public final class StoreLock implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StoreLock.class.getName());
    private static final String NOTE = "org.kontor.store.held.";

    /** Channels that must never be closed: closing one would drop a lock that another part of this process holds on the same file. */
    private static final Collection<FileChannel> UNCLOSABLE = new ConcurrentLinkedQueue<>();

    private final StoreFolder folder;
    private final String note;
    private final boolean tookOver;
    private StoreOwner me;
    private FileChannel channel;
    private FileLock lock;
    private Object fileKey;
    private boolean closed;

    private StoreLock(final StoreFolder folder, final String note, final Claim claim, final StoreOwner me, final boolean tookOver) {
        this.folder = folder;
        this.note = note;
        this.channel = claim.channel();
        this.lock = claim.lock();
        this.fileKey = claim.fileKey();
        this.me = me;
        this.tookOver = tookOver;
    }

    /**
     * Takes the store for this program.
     *
     * @param folder  the store
     * @param program how the program calls itself, for whoever is refused
     * @return the lock; held until closed or until the process ends
     * @throws ProblemException {@code store.held} where somebody has it open here, {@code store.held-elsewhere} where another computer
     *                          noted itself and never took the note back, or where the folder cannot be written. Who it is:
     *                          {@link StoreOwner#of}
     */
    public static StoreLock acquire(final StoreFolder folder, final String program) {
        return acquire(folder, program, false);
    }

    /**
     * Takes the store for this program, also from another computer that noted itself and may have broken down.
     *
     * @param folder    the store
     * @param program   how the program calls itself
     * @param elsewhere whether to disregard another computer's note, which the person has to confirm: on a network drive without locks it
     *                  is the only sign of another writer
     * @return the lock
     * @throws ProblemException as above
     */
    public static StoreLock acquire(final StoreFolder folder, final String program, final boolean elsewhere) {
        final String note;
        try {
            note = NOTE + identity(folder.path());
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.path()).asException(failure);
        }
        if (System.getProperties().putIfAbsent(note, StoreLock.class.getClassLoader() + "") != null) {
            throw held(folder);
        }
        boolean taken = false;
        try {
            final StoreLock result = acquireNoted(folder, note, program, elsewhere);
            taken = true;
            return result;
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.path()).asException(failure);
        } finally {
            if (!taken) {
                System.clearProperty(note);
            }
        }
    }

    /**
     * Keeps writers out while a database is copied to be read. Nothing is locked on a read-only medium, where nobody can write.
     *
     * @param folder  the store
     * @param program how the program calls itself
     * @return to be closed when the copy is made
     * @throws ProblemException as for {@link #acquire}
     */
    public static AutoClosing guardCopy(final StoreFolder folder, final String program) {
        if (!folder.isWritable()) {
            return () -> { };
        }
        return acquire(folder, program)::close;
    }

    /** Something to close that throws nothing checked. */
    @FunctionalInterface
    public interface AutoClosing extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @return whether the owner before did not close the store: it was killed or the computer lost its power, and the engine recovers now
     */
    public boolean tookOver() {
        return tookOver;
    }

    /**
     * Writes down where this program can be reached.
     *
     * @param address what {@link FrontChannel#address()} says
     * @throws ProblemException where the folder cannot be written
     */
    public synchronized void publish(final String address) {
        me = me.reachableAt(address);
        try {
            me.write(folder.owner());
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.path()).asException(failure);
        }
    }

    /**
     * Makes sure that the lock still locks: that nobody deleted or exchanged its file. Where somebody did, it is taken anew if nobody else
     * has it. Costs one look at the file; meant to be called now and then, and before anything large.
     *
     * @throws ProblemException {@code store.lock-lost} where another program may write to the store now; the caller must stop writing
     */
    public synchronized void verify() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        try {
            if (!lock.isValid() || !fileKey.equals(fileKey(folder.lock()))) {
                takeAnew();
            }
            final Optional<StoreOwner> noted = StoreOwner.read(folder.owner());
            if (noted.isEmpty()) {
                me.write(folder.owner());
            } else if (noted.get().pid() != me.pid() || !noted.get().host().equals(me.host())) {
                throw Messages.problem("store.lock-lost", folder.path()).asException();
            }
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.path()).asException(failure);
        }
    }

    /** Gives the store back. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (StoreOwner.read(folder.owner()).filter(owner -> owner.pid() == me.pid()).isPresent()) {
                Files.deleteIfExists(folder.owner());
            }
            channel.close();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "giving back " + folder.path(), failure);
        } finally {
            System.clearProperty(note);
        }
    }

    private static StoreLock acquireNoted(final StoreFolder folder, final String note, final String program, final boolean elsewhere)
            throws IOException {
        final Claim claim = claim(folder.lock()).orElseThrow(() -> held(folder));
        boolean taken = false;
        try {
            final Optional<StoreOwner> before = StoreOwner.read(folder.owner());
            if (before.isPresent()) {
                refuseIfRunning(folder, before.get(), elsewhere);
            }
            final StoreOwner me = StoreOwner.me(program, Instant.now());
            me.write(folder.owner());
            taken = true;
            return new StoreLock(folder, note, claim, me, before.isPresent());
        } finally {
            if (!taken) {
                claim.channel().close();
            }
        }
    }

    private static void refuseIfRunning(final StoreFolder folder, final StoreOwner before, final boolean elsewhere) {
        final boolean another = before.pid() != ProcessHandle.current().pid();
        if (before.isAlive() && another) {
            throw held(folder);
        }
        if (!before.isHere() && !elsewhere) {
            throw Messages.problem("store.held-elsewhere", folder.path(), before.user(), before.host(), before.since().toString()).asException();
        }
    }

    private void takeAnew() throws IOException {
        final Claim claim = claim(folder.lock())
                .orElseThrow(() -> Messages.problem("store.lock-lost", folder.path()).asException());
        channel.close();
        channel = claim.channel();
        lock = claim.lock();
        fileKey = claim.fileKey();
        LOG.log(Level.WARNING, "the lock file of {0} was deleted or exchanged and has been made again", folder.path());
    }

    /** Opens and locks the file; empty where somebody else has it locked. */
    private static Optional<Claim> claim(final Path file) throws IOException {
        final var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        final FileChannel channel = FileChannel.open(file, options, DurableFiles.ownerOnly(file, false));
        final FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            UNCLOSABLE.add(channel);
            return Optional.empty();
        } catch (IOException unlockable) {
            channel.close();
            throw unlockable;
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new Claim(channel, lock, fileKey(file)));
    }

    private static ProblemException held(final StoreFolder folder) {
        final Optional<StoreOwner> owner = StoreOwner.of(folder);
        final Problem problem = owner.isPresent()
                ? Messages.problem("store.held", folder.path(), owner.get().user(), owner.get().host(), Long.toString(owner.get().pid()))
                : Messages.problem("store.held", folder.path(), "?", "?", "?");
        return problem.asException();
    }

    /** One name for a folder however it is reached: through links, other mounts, or in other letters' case. */
    private static String identity(final Path folder) throws IOException {
        final Path real = folder.toRealPath();
        final Object key = Files.readAttributes(real, BasicFileAttributes.class).fileKey();
        return key == null ? real.toString() : key.toString();
    }

    /** What tells the file from another of the same name; its creation where the file system knows nothing better. */
    private static Object fileKey(final Path file) throws IOException {
        try {
            final var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
        } catch (NoSuchFileException deleted) {
            return "";
        }
    }

    private record Claim(FileChannel channel, FileLock lock, Object fileKey) {
    }
}
