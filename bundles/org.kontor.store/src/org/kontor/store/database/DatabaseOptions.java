// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.database;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How to open a database. Start from {@link #opening()}, {@link #creating()} or {@link #reading()}.
 *
 * @param create        whether to create the database; there must be none yet
 * @param readOnly      whether to refuse every write; the engine then leaves the folder as it is, byte for byte
 * @param encryptionKey the 256-bit data key as 32 bytes, or empty for a database that is not encrypted; the engine copies what it needs,
 *                      the caller wipes its array
 * @param logs          the folder that receives the engine's own log, made where absent; empty to keep none
 * @since 0.1
 */
public record DatabaseOptions(boolean create, boolean readOnly, Optional<byte[]> encryptionKey, Optional<Path> logs) {

    public DatabaseOptions {
        Objects.requireNonNull(logs);
        if (create && readOnly) {
            throw new IllegalArgumentException("a new database cannot be read-only");
        }
        if (encryptionKey.isPresent() && encryptionKey.get().length != 32) {
            throw new IllegalArgumentException("key of " + encryptionKey.get().length + " bytes");
        }
    }

    /**
     * Without a log of the engine.
     *
     * @param create        as above
     * @param readOnly      as above
     * @param encryptionKey as above
     */
    public DatabaseOptions(final boolean create, final boolean readOnly, final Optional<byte[]> encryptionKey) {
        this(create, readOnly, encryptionKey, Optional.empty());
    }

    /**
     * @return to open an existing database for reading and writing
     */
    public static DatabaseOptions opening() {
        return new DatabaseOptions(false, false, Optional.empty(), Optional.empty());
    }

    /**
     * @return to create a database where there is none
     */
    public static DatabaseOptions creating() {
        return new DatabaseOptions(true, false, Optional.empty(), Optional.empty());
    }

    /**
     * @return to open an existing database for reading only
     */
    public static DatabaseOptions reading() {
        return new DatabaseOptions(false, true, Optional.empty(), Optional.empty());
    }

    /**
     * @param key the 32 bytes of the data key
     * @return the same options for an encrypted database
     */
    public DatabaseOptions withKey(final byte[] key) {
        return new DatabaseOptions(create, readOnly, Optional.of(key), logs);
    }

    /**
     * @param folder where the engine keeps its log
     * @return the same options with a log
     */
    public DatabaseOptions withLogs(final Path folder) {
        return new DatabaseOptions(create, readOnly, encryptionKey, Optional.of(folder));
    }

    /** Names no key. */
    @Override
    public String toString() {
        return "DatabaseOptions[create=" + create + ", readOnly=" + readOnly + ", encrypted=" + encryptionKey.isPresent() + ", logs=" + logs + ']';
    }
}
