// SPDX-License-Identifier: EPL-2.0

package org.kontor.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Folders that tests fill and throw away.
 *
 * @since 0.1
 */
public final class Folders {

    private Folders() {
    }

    /**
     * Copies a folder with everything in it.
     *
     * @param from the folder
     * @param to   the copy; absent
     */
    public static void copy(final Path from, final Path to) {
        try (var all = Files.walk(from)) {
            for (final var each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Deletes a folder with everything in it.
     *
     * @param folder the folder
     */
    public static void delete(final Path folder) {
        try (var all = Files.walk(folder)) {
            for (final var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
