// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

import org.kontor.core.problem.Problem;

/**
 * What a failure of the file system means to the person who keeps a store on it. Codes: {@code store.disk-full}, {@code store.disk-failed},
 * {@code store.read-only}, {@code store.no-permission}, {@code store.absent}.
 *
 * @since 0.1
 */
public final class FileProblems {

    /** Below this much room files cannot be relied on to grow. */
    private static final long CRAMPED = 2L << 20;

    private FileProblems() {
    }

    /**
     * @param failure what the file system threw
     * @param place   the folder or file that was worked on; need not exist
     * @return the problem
     */
    public static Problem of(final IOException failure, final Path place) {
        final String reason = reason(failure);
        if (saysFull(reason) || isFull(place)) {
            return full(place);
        }
        if (reason.contains("read-only file system") || reason.contains("write protected") || reason.contains("write-protected")) {
            return problem("store.read-only", place);
        }
        return switch (failure) {
            case AccessDeniedException denied -> problem("store.no-permission", denied.getFile());
            case NoSuchFileException absent -> problem("store.absent", absent.getFile());
            default -> problem("store.disk-failed", place);
        };
    }

    /**
     * @param place a folder or file; need not exist
     * @return that its disk is full
     */
    public static Problem full(final Path place) {
        return problem("store.disk-full", place, free(place) >> 20);
    }

    /**
     * @param place a folder or file; need not exist
     * @return whether the disk that holds it, or would hold it, has no room to speak of
     */
    public static boolean isFull(final Path place) {
        return free(place) < CRAMPED;
    }

    /**
     * @param failure anything a program below us threw
     * @return whether its text says that the disk is full
     */
    public static boolean saysFull(final Throwable failure) {
        return saysFull(reason(failure));
    }

    /**
     * The room where a folder is, or would be.
     *
     * @param place a folder or file; need not exist
     * @return bytes; {@link Long#MAX_VALUE} where nobody can tell
     */
    public static long free(final Path place) {
        Path existing = place.toAbsolutePath();
        while (existing != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing == null ? Long.MAX_VALUE : Files.getFileStore(existing).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static boolean saysFull(final String reason) {
        return reason.contains("no space left") || reason.contains("not enough space") || reason.contains("quota exceeded");
    }

    private static String reason(final Throwable failure) {
        final String text = failure instanceof FileSystemException file && file.getReason() != null ? file.getReason() : failure.getMessage();
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static Problem problem(final String code, final Object... arguments) {
        return Problem.of(Messages.TEXTS, code, arguments);
    }
}
