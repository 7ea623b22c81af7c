// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.kontor.store.database.DurableFiles;

/**
 * Derby keeps one log for all its databases and never trims it. This one writes each line to the log of every open database and starts a
 * new file when one has grown large. Derby finds {@link #writer()} by its name.
 */
public final class EngineLog {

    private static final String NAME = "derby.log";
    private static final String OLD_NAME = "derby.1.log";
    private static final long LARGE = 1 << 20;
    private static final List<Registration> OPEN = new CopyOnWriteArrayList<>();

    private EngineLog() {
    }

    /**
     * What Derby writes to.
     *
     * @return a writer that passes everything on to the logs that are open at the time
     */
    public static Writer writer() {
        return new Writer() {
            @Override
            public void write(final char[] text, final int offset, final int length) {
                final var written = new String(text, offset, length);
                OPEN.forEach(log -> log.append(written));
            }

            @Override
            public void flush() {
                // append() buffers nothing
            }

            @Override
            public void close() {
                // each log closes with its database
            }
        };
    }

    /**
     * From now on a folder receives the log.
     *
     * @param logs the folder; empty to receive nothing
     * @return closes the log
     * @throws IOException where the folder cannot be made or written
     */
    static Registration register(final Optional<Path> logs) throws IOException {
        if (logs.isEmpty()) {
            return new Registration(null);
        }
        final Path folder = logs.get().toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            DurableFiles.createFolder(folder);
        }
        final var registration = new Registration(folder.resolve(NAME));
        registration.open();
        OPEN.add(registration);
        return registration;
    }

    /** One log file. */
    static final class Registration implements AutoCloseable {

        private final Path file;
        private boolean failed;

        private Registration(final Path file) {
            this.file = file;
        }

        private synchronized void open() throws IOException {
            if (Files.notExists(file)) {
                Files.createFile(file, DurableFiles.ownerOnly(file, false));
            } else if (Files.size(file) > LARGE) {
                Files.move(file, file.resolveSibling(OLD_NAME), StandardCopyOption.REPLACE_EXISTING);
                Files.createFile(file, DurableFiles.ownerOnly(file, false));
            }
        }

        /** A log that cannot be written (the disk is full) must not stop the database. */
        private synchronized void append(final String text) {
            if (failed) {
                return;
            }
            try {
                open();
                Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            } catch (IOException full) {
                failed = true;
                System.getLogger(EngineLog.class.getName()).log(System.Logger.Level.WARNING, "no log any more: " + file, full);
            }
        }

        @Override
        public void close() {
            OPEN.remove(this);
        }
    }
}
