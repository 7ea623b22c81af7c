// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.database;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private folder in the system's temporary folder that goes away when it is closed, or, where the program is killed, when the next one
 * for the same purpose is made.
 *
 * @since 0.1
 */
public final class TemporaryFolder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TemporaryFolder.class.getName());

    private final Path path;

    private TemporaryFolder(final Path path) {
        this.path = path;
    }

    /**
     * Makes a folder that only this user can enter, and clears away those that dead processes of the user left for the same purpose.
     *
     * @param purpose a short name of letters
     * @return the folder
     * @throws IOException where it cannot be made
     */
    public static TemporaryFolder create(final String purpose) throws IOException {
        final String prefix = "kontor-" + purpose + '-';
        clearAbandoned(root(), prefix);
        return new TemporaryFolder(Files.createTempDirectory(root(), prefix + ProcessHandle.current().pid() + '-',
                DurableFiles.ownerOnly(root(), true)));
    }

    /**
     * @return where such folders are
     */
    public static Path root() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /**
     * @return the folder
     */
    public Path path() {
        return path;
    }

    /** Deletes the folder; what cannot be deleted stays behind and costs only room. */
    @Override
    public void close() {
        discard(path);
    }

    /**
     * Deletes what is not needed any more; what cannot be deleted stays behind and costs only room.
     *
     * @param path a file or folder; may be absent
     */
    public static void discard(final Path path) {
        try {
            DurableFiles.deleteTree(path);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "left behind: " + path, failure);
        }
    }

    private static void clearAbandoned(final Path root, final String prefix) throws IOException {
        final Pattern name = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,18})-.*");
        final List<Path> abandoned = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(root, prefix + '*')) {
            for (final Path entry : entries) {
                if (isAbandoned(entry, name.matcher(entry.getFileName().toString()))) {
                    abandoned.add(entry);
                }
            }
        }
        abandoned.forEach(TemporaryFolder::discard);
    }

    private static boolean isAbandoned(final Path entry, final Matcher name) throws IOException {
        return name.matches() && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(entry)
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }
}
