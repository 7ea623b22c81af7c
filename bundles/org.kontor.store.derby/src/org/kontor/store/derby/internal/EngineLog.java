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
import java.util.regex.Pattern;

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
     * @return a writer that passes each line on to the logs that are open at the time
     */
    public static Writer writer() {
        return new Lines();
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

    /** Leaves out the contents of pages, which Derby prints where it finds one damaged: in the clear, also of an encrypted database. */
    private static final class Lines extends Writer {

        private static final Pattern DUMP = Pattern.compile("[0-9a-f]{8}: [0-9a-f]{4} .*");

        private final StringBuilder line = new StringBuilder();

        @Override
        public void write(final char[] text, final int offset, final int length) {
            synchronized (lock) {
                for (int i = offset; i < offset + length; i++) {
                    line.append(text[i]);
                    if (text[i] == '\n') {
                        end();
                    }
                }
            }
        }

        @Override
        public void flush() {
            // a line is passed on when it ends
        }

        @Override
        public void close() {
            synchronized (lock) {
                end();
            }
        }

        private void end() {
            final String written = line.toString();
            line.setLength(0);
            if (!written.isEmpty() && !DUMP.matcher(written.strip()).matches()) {
                OPEN.forEach(log -> log.append(written));
            }
        }
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
