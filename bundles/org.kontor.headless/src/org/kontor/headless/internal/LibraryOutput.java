// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What libraries log or print: it goes into the person's log, so that standard output holds the answer and standard error what a person
 * should read, and nothing else.
 */
final class LibraryOutput extends OutputStream {

    private final FailureLog log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private LibraryOutput(final FailureLog log) {
        this.log = log;
    }

    /**
     * Redirects {@code System.out}, {@code System.err} and the platform's logging.
     *
     * @param home the folder of what Kontor keeps for the person
     */
    static void redirect(final Path home) {
        final var log = new FailureLog(home);
        final var stream = new PrintStream(new LibraryOutput(log), true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        LogManager.getLogManager().reset();
        final var root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new LogHandler(log));
    }

    @Override
    public synchronized void write(final int value) {
        if (value == '\n') {
            log.add(line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else if (value != '\r') {
            line.write(value);
        }
    }

    private static final class LogHandler extends Handler {

        private final FailureLog log;

        LogHandler(final FailureLog log) {
            this.log = log;
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(final LogRecord entry) {
            if (isLoggable(entry)) {
                final var message = entry.getLoggerName() + ": " + getFormatter().formatMessage(entry);
                if (entry.getThrown() == null) {
                    log.add(message);
                } else {
                    log.add(message, entry.getThrown());
                }
            }
        }

        @Override
        public void flush() {
            // each entry is on its way when publish returns
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
