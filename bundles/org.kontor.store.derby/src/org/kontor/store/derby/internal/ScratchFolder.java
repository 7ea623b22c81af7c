// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.DurableFiles;

/**
 * A private copy of a database in the temporary folder, for reading only. Copies that a killed program left behind go away when the next
 * one is made.
 */
final class ScratchFolder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ScratchFolder.class.getName());
    private static final String PREFIX = "kontor-view-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

    private final Path folder;

    private ScratchFolder(final Path folder) {
        this.folder = folder;
    }

    /**
     * @param original a database that nobody writes to
     * @return its copy
     */
    static ScratchFolder copyOf(final Path original) {
        final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        deleteAbandoned(temporary);
        final ScratchFolder scratch;
        try {
            final long needed = DurableFiles.size(original);
            if (Files.getFileStore(temporary).getUsableSpace() < needed) {
                throw Problem.of(Messages.TEXTS, "database.no-room-for-copy", original, temporary, (needed >> 20) + 1).asException();
            }
            scratch = new ScratchFolder(Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + '-'));
        } catch (IOException failure) {
            throw Diagnosis.at(temporary).ofFile(failure).asException(failure);
        }
        boolean copied = false;
        try {
            DurableFiles.copyTree(original, scratch.database(), Progress.NONE);
            DatabaseFolder.removeLocks(scratch.database());
            copied = true;
            return scratch;
        } catch (IOException failure) {
            throw Diagnosis.at(original).ofFile(failure).asException(failure);
        } finally {
            if (!copied) {
                scratch.close();
            }
        }
    }

    /**
     * @return the copied database
     */
    Path database() {
        return folder.resolve("db");
    }

    @Override
    public void close() {
        delete(folder);
    }

    /**
     * Deletes what is not needed any more; what cannot be deleted stays behind and costs only room.
     *
     * @param path a file or folder; may be absent
     */
    static void delete(final Path path) {
        try {
            DurableFiles.deleteTree(path);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "left behind: " + path, failure);
        }
    }

    private static void deleteAbandoned(final Path temporary) {
        final List<Path> abandoned;
        try (var entries = Files.newDirectoryStream(temporary, PREFIX + '*')) {
            final var found = new java.util.ArrayList<Path>();
            for (final Path entry : entries) {
                if (isAbandoned(entry)) {
                    found.add(entry);
                }
            }
            abandoned = found;
        } catch (IOException unreadable) {
            LOG.log(Level.DEBUG, "looking for abandoned copies", unreadable);
            return;
        }
        abandoned.forEach(ScratchFolder::delete);
    }

    private static boolean isAbandoned(final Path entry) throws IOException {
        final Matcher name = NAME.matcher(entry.getFileName().toString());
        return name.matches() && Files.isWritable(entry) && Files.getOwner(entry).getName().equals(System.getProperty("user.name"))
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }
}
