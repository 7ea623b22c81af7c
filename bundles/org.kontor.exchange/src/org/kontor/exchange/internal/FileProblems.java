// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;

/** What a failed file operation means to a person. */
public final class FileProblems {

    private static final System.Logger LOG = System.getLogger(FileProblems.class.getName());

    private FileProblems() {
    }

    /**
     * @param file  what could not be read
     * @param cause why
     * @return the problem in words
     */
    public static ProblemException reading(final Path file, final IOException cause) {
        final String code;
        if (cause instanceof NoSuchFileException) {
            code = "file.absent";
        } else if (cause instanceof AccessDeniedException) {
            code = "file.denied";
        } else if (Files.isDirectory(file)) {
            code = "file.folder";
        } else {
            code = "file.unreadable";
        }
        return Problem.of(Messages.TEXTS, code, file.toString()).asException(cause);
    }

    /**
     * @param file  what could not be written
     * @param cause why
     * @return the problem in words
     */
    public static ProblemException writing(final Path file, final IOException cause) {
        final var text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        final String code;
        if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota")) {
            code = "export.full";
        } else if (cause instanceof NoSuchFileException) {
            code = "export.absent";
        } else {
            code = "export.denied";
        }
        return Problem.of(Messages.TEXTS, code, file.toString()).asException(cause);
    }

    /**
     * Removes an unfinished file.
     *
     * @param part the file; null or absent where there is none
     */
    public static void discard(final Path part) {
        if (part != null) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException left) {
                LOG.log(Level.WARNING, "unfinished file " + part + " stays", left);
            }
        }
    }
}
