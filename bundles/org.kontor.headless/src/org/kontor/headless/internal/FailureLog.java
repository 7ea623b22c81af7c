// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the technical side of failures in a file of the person's, where support finds it and no terminal shows it. */
final class FailureLog {

    private static final long LARGEST = 1 << 20;

    private final Path file;

    /**
     * @param home the folder for what Kontor keeps for the person
     */
    FailureLog(final Path home) {
        file = home.resolve("logs").resolve("command-line.log");
    }

    /**
     * Appends a failure. The words are not kept: they may hold names of people.
     *
     * @param command the command's name, or who logged it
     * @param failure what was thrown
     * @return the file, or empty where it cannot be written
     */
    Optional<Path> add(final String command, final Throwable failure) {
        final var lines = new ArrayList<String>();
        lines.add(Instant.now() + " " + command + " Java " + Runtime.version() + ' ' + System.getProperty("os.name"));
        describe(failure, "", lines, Collections.newSetFromMap(new IdentityHashMap<>()));
        return append(lines);
    }

    /**
     * Appends what a library said.
     *
     * @param line one line
     */
    void add(final String line) {
        append(List.of(Instant.now() + " " + line));
    }

    /** A log that cannot be written is no reason to fail, and there is nobody left to tell. */
    private synchronized Optional<Path> append(final List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                Files.move(file, file.resolveSibling("command-line.old.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(file);
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    private static void describe(final Throwable failure, final String prefix, final List<String> lines, final Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        lines.add(prefix + failure);
        for (final var frame : failure.getStackTrace()) {
            lines.add("    " + frame);
        }
        for (final var suppressed : failure.getSuppressed()) {
            describe(suppressed, "suppressed: ", lines, seen);
        }
        describe(failure.getCause(), "caused by: ", lines, seen);
    }
}
