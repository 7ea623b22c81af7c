// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;

/**
 * The folder of a store. Layout:
 * <pre>
 * store.properties   what the store is; written first as unfinished, then as finished
 * key.properties     the wrapped data key of an encrypted store, see {@link KeyEnvelope}
 * db/                the engine's own files
 * store.lock         locked by the program that has the store open, see {@link StoreLock}
 * owner.properties   who that is
 * watermark          the last commit, see {@link Watermark}
 * backups/           backups, see {@link BackupArchive}
 * logs/              the engine's log
 * </pre>
 * Opening order: {@link #open}, {@link StoreLock#acquire}, {@link KeyEnvelope#read}, the database, {@link Watermark#open}. Immutable.
 *
 * @since 0.1
 */
public final class StoreFolder {

    /** The layout that this version writes and the highest that it reads. */
    public static final int FORMAT = 1;

    /** How the name of a backup in {@link #backups()} ends. */
    public static final String BACKUP_ENDING = ".kontor-backup";

    static final String SETTINGS = "store.properties";
    static final String KEYS = "key.properties";
    static final String DATABASE = "db";

    private static final String LOCK = "store.lock";
    private static final String OWNER = "owner.properties";
    private static final String WATERMARK = "watermark";
    private static final String BACKUPS = "backups";
    private static final String LOGS = "logs";

    /** What a creation that was cut off before its first line of settings may leave behind. */
    private static final Set<String> TRACES = Set.of(SETTINGS + ".new", LOCK, OWNER, OWNER + ".new");

    private final Path path;
    private final StoreSettings settings;

    private StoreFolder(final Path path, final StoreSettings settings) {
        this.path = path;
        this.settings = settings;
    }

    /**
     * Starts a new store: makes the folder and writes its settings as unfinished. {@link #finish()} ends it. What an interrupted creation
     * left behind is cleared away.
     *
     * @param path     the folder; absent, empty, or holding an unfinished store
     * @param settings what the store shall be
     * @return the folder, to be locked and filled
     * @throws ProblemException {@code store.exists}, {@code store.not-empty}, {@code store.held}, or where the folder cannot be written
     */
    public static StoreFolder create(final Path path, final StoreSettings settings) {
        final var folder = new StoreFolder(absolute(path), settings);
        try {
            folder.requireRoomForNewStore();
            if (Files.notExists(folder.path)) {
                makeFolders(folder.path);
            }
            try (var lock = StoreLock.acquire(folder, "")) {
                folder.clearUnfinished();
                folder.writeSettings(false);
                DurableFiles.createFolder(folder.logs());
                if (Files.notExists(folder.backups())) {
                    DurableFiles.createFolder(folder.backups());
                }
            }
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.path).asException(failure);
        }
        return folder;
    }

    /**
     * Reads the settings of a finished store. Changes nothing.
     *
     * @param path the folder
     * @return the store's folder
     * @throws ProblemException {@code store.absent}, {@code store.none}, {@code store.newer}, {@code store.unfinished},
     *                          {@code store.damaged}, or where the folder cannot be read
     */
    public static StoreFolder open(final Path path) {
        final Path folder = absolute(path);
        if (Files.notExists(folder)) {
            throw Messages.problem("store.nowhere", folder).asException();
        }
        if (!Files.isDirectory(folder)) {
            throw Messages.problem("store.is-file", folder).asException();
        }
        try {
            if (!Files.isReadable(folder)) {
                throw new java.nio.file.AccessDeniedException(folder.toString());
            }
            if (Files.notExists(folder.resolve(SETTINGS))) {
                throw Messages.problem(Files.isDirectory(folder.resolve(DATABASE)) ? "store.damaged" : "store.none", folder).asException();
            }
            return new StoreFolder(folder, readSettings(folder));
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder).asException(failure);
        }
    }

    /**
     * Marks the store as finished: from now on {@link #open} accepts it.
     *
     * @throws ProblemException where the folder cannot be written
     */
    public void finish() {
        try {
            writeSettings(true);
        } catch (IOException failure) {
            throw FileProblems.of(failure, path).asException(failure);
        }
    }

    /**
     * @return what the store is
     */
    public StoreSettings settings() {
        return settings;
    }

    /**
     * @return the folder, absolute
     */
    public Path path() {
        return path;
    }

    /**
     * @return where the engine keeps the database
     */
    public Path database() {
        return path.resolve(DATABASE);
    }

    /**
     * @return the file of the wrapped key
     */
    public Path keys() {
        return path.resolve(KEYS);
    }

    /**
     * @return where backups go by default
     */
    public Path backups() {
        return path.resolve(BACKUPS);
    }

    /**
     * @return where the engine's log goes
     */
    public Path logs() {
        return path.resolve(LOGS);
    }

    /**
     * @return whether files in the folder may be written; false on a read-only medium
     */
    public boolean isWritable() {
        return Files.isWritable(path) && (Files.notExists(database()) || Files.isWritable(database()));
    }

    /**
     * The newest backup in {@link #backups()} that says it is one of this store; whether it is whole, only {@link BackupArchive#verify}
     * tells. What a second program can read while the first has the store open.
     *
     * @return the file; empty where there is none
     */
    public Optional<Path> newestBackup() {
        return BackupArchive.newest(backups(), settings.id());
    }

    Path lock() {
        return path.resolve(LOCK);
    }

    Path owner() {
        return path.resolve(OWNER);
    }

    Path watermark() {
        return path.resolve(WATERMARK);
    }

    private static Path absolute(final Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static void makeFolders(final Path folder) throws IOException {
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
        DurableFiles.createFolder(folder);
    }

    /** Looks before anything is made, so that a refusal leaves not even a lock file. */
    private void requireRoomForNewStore() throws IOException {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw Messages.problem("store.is-file", path).asException();
        }
        if (Files.exists(path.resolve(SETTINGS))) {
            requireUnfinished();
            return;
        }
        try (var names = Files.newDirectoryStream(path)) {
            for (final Path name : names) {
                if (!TRACES.contains(name.getFileName().toString())) {
                    throw Messages.problem("store.not-empty", path).asException();
                }
            }
        }
    }

    private void requireUnfinished() throws IOException {
        final Optional<Map<String, String>> values = SealedText.read(path.resolve(SETTINGS));
        if (values.isEmpty() || !"false".equals(values.get().get("finished"))) {
            throw Messages.problem("store.exists", path).asException();
        }
    }

    /** Backups stay: a store that was never finished has made none, so they are somebody else's. */
    private void clearUnfinished() throws IOException {
        for (final String name : new String[] {KEYS, DATABASE, WATERMARK, LOGS}) {
            DurableFiles.deleteTree(path.resolve(name));
        }
    }

    private void writeSettings(final boolean finished) throws IOException {
        final Map<String, String> values = new LinkedHashMap<>();
        values.put("format", Integer.toString(FORMAT));
        values.putAll(settings.toValues());
        values.put("finished", Boolean.toString(finished));
        SealedText.write(path.resolve(SETTINGS), values);
    }

    private static StoreSettings readSettings(final Path folder) throws IOException {
        final Map<String, String> values = SealedText.read(folder.resolve(SETTINGS))
                .orElseThrow(() -> Messages.problem("store.damaged", folder).asException());
        if (formatOf(values, folder) > FORMAT) {
            throw Messages.problem("store.newer", folder, values.getOrDefault("createdBy", "?")).asException();
        }
        final StoreSettings settings = StoreSettings.ofValues(values)
                .orElseThrow(() -> Messages.problem("store.damaged", folder).asException());
        if (!"true".equals(values.get("finished"))) {
            throw Messages.problem("store.unfinished", folder).asException();
        }
        return settings;
    }

    private static int formatOf(final Map<String, String> values, final Path folder) {
        try {
            return Integer.parseInt(values.getOrDefault("format", ""));
        } catch (NumberFormatException malformed) {
            throw Messages.problem("store.damaged", folder).asException(malformed);
        }
    }
}
