// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.kontor.core.progress.Progress;

/**
 * Files that are whole or absent after a power cut: what the store's folder and every engine's backup are written with. All methods are
 * safe for several threads as long as they work on different files.
 *
 * @since 0.1
 */
public final class DurableFiles {

    private static final int CHUNK = 1 << 20;
    private static final FileAttribute<?>[] NO_ATTRIBUTES = {};

    private DurableFiles() {
    }

    /**
     * Writes a file so that a reader, or the next start after a power cut, sees either the old or the new content. Only the person who
     * runs the program may read it, where the file system knows permissions.
     *
     * @param file    the file; its folder exists
     * @param content the whole content
     * @throws IOException where it cannot be written; the old file is then as it was
     */
    public static void write(final Path file, final byte[] content) throws IOException {
        final Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(temporary);
            try (var channel = FileChannel.open(temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file, false))) {
                writeFully(channel, ByteBuffer.wrap(content));
                channel.force(true);
            }
            replace(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Renames a file or folder within one file system and waits until the renaming has reached the disk.
     *
     * @param from what to rename
     * @param to   its new name; a file that is there is replaced
     * @throws IOException where it cannot be renamed
     */
    public static void replace(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException foreign) {
            throw new IOException("not on one file system: " + from + ", " + to, foreign);
        }
        forceFolder(to.toAbsolutePath().getParent());
    }

    /**
     * Creates a folder that only the person who runs the program may enter, where the file system knows permissions, and waits until its
     * name has reached the disk.
     *
     * @param folder the folder; must not exist, its parent must
     * @throws IOException where it cannot be created
     */
    public static void createFolder(final Path folder) throws IOException {
        Files.createDirectory(folder, ownerOnly(folder, true));
        forceFolder(folder.toAbsolutePath().getParent());
    }

    /**
     * Copies a folder with everything in it and waits until the copy has reached the disk. Links are refused: what they point to may
     * change.
     *
     * @param from     the folder to copy
     * @param to       the copy; must not exist
     * @param progress told the bytes; the caller has begun it
     * @throws IOException where something cannot be read or written; part of the copy may then exist
     */
    public static void copyTree(final Path from, final Path to, final Progress progress) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) throws IOException {
                progress.checkCancelled();
                final Path copy = to.resolve(from.relativize(folder).toString());
                Files.createDirectory(copy, ownerOnly(copy, true));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
                if (!attributes.isRegularFile()) {
                    throw new IOException("not a regular file: " + file);
                }
                copyFile(file, to.resolve(from.relativize(file).toString()), progress);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path folder, final IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                forceFolder(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
        forceFolder(to.toAbsolutePath().getParent());
    }

    /**
     * Waits until every file below a folder has reached the disk.
     *
     * @param folder the folder
     * @throws IOException where a file cannot be forced
     */
    public static void forceTree(final Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path visited, final IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                forceFolder(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Waits until the names in a folder have reached the disk. Windows writes them in order by itself and offers no such call.
     *
     * @param folder the folder
     * @throws IOException where the file system refuses
     */
    public static void forceFolder(final Path folder) throws IOException {
        if (knowsPermissions(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * Deletes a file or a folder with everything in it; links are removed, not followed.
     *
     * @param path what to delete; may be absent
     * @throws IOException where something cannot be deleted
     */
    public static void deleteTree(final Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path folder, final IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * @param folder a folder
     * @return the bytes of all regular files in it and below
     * @throws IOException where it cannot be read
     */
    public static long size(final Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).mapToLong(DurableFiles::fileSize).sum();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /**
     * Writes all that a buffer holds.
     *
     * @param channel where to
     * @param content what; its position ends at its limit
     * @throws IOException where the channel fails
     */
    public static void writeFully(final FileChannel channel, final ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
    }

    /**
     * Writes all that a buffer holds at a place of a file.
     *
     * @param channel  where to
     * @param content  what; its position ends at its limit
     * @param position the first byte to write
     * @throws IOException where the channel fails
     */
    public static void writeFully(final FileChannel channel, final ByteBuffer content, final long position) throws IOException {
        long at = position;
        while (content.hasRemaining()) {
            at += channel.write(content, at);
        }
    }

    /**
     * The attributes of a new file or folder that only its owner may use.
     *
     * @param near   a path on the file system in question
     * @param folder whether for a folder
     * @return the attributes; none where the file system knows no permissions
     */
    public static FileAttribute<?>[] ownerOnly(final Path near, final boolean folder) {
        if (!knowsPermissions(near)) {
            return NO_ATTRIBUTES;
        }
        final var permissions = PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static boolean knowsPermissions(final Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void copyFile(final Path from, final Path to, final Progress progress) throws IOException {
        final var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var source = FileChannel.open(from, StandardOpenOption.READ); var target = FileChannel.open(to, options, ownerOnly(to, false))) {
            final long size = source.size();
            long position = 0;
            while (position < size) {
                progress.checkCancelled();
                final long moved = source.transferTo(position, Math.min(CHUNK, size - position), target);
                if (moved <= 0) {
                    throw new IOException("became shorter while it was copied: " + from);
                }
                position += moved;
                progress.worked(moved);
            }
            target.force(true);
        }
    }

    private static long fileSize(final Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
