// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.Database;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.database.TemporaryFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Stores in an embedded Apache Derby.
 *
 * @since 0.1
 */
@Component
public final class DerbyDatabase implements Database {

    private static final String CIPHER = "AES/CBC/NoPadding";

    /** For the service registry and for tests that run without one. */
    @Activate
    public DerbyDatabase() {
        // the engine starts with the first database
    }

    @Override
    public String kind() {
        return "derby";
    }

    @Override
    public OpenDatabase open(final Path folder, final DatabaseOptions options) {
        final Path database = folder.toAbsolutePath().normalize();
        if (options.create()) {
            DatabaseFolder.checkAbsent(database);
        } else {
            DatabaseFolder.checkOpenable(database, options);
        }
        return options.readOnly() ? openCopy(database, options) : openInPlace(database, options);
    }

    @Override
    public void restore(final Path backup, final Path folder) {
        final Path database = folder.toAbsolutePath().normalize();
        DatabaseFolder.checkComplete(backup);
        if (Files.exists(database)) {
            throw Problem.of(Messages.TEXTS, "database.exists", database).asException();
        }
        final Path temporary = database.resolveSibling(database.getFileName() + ".restoring");
        try {
            DurableFiles.deleteTree(temporary);
            DurableFiles.copyTree(backup, temporary, Progress.NONE);
            DatabaseFolder.removeLocks(temporary);
            DurableFiles.replace(temporary, database);
        } catch (IOException failure) {
            throw FileProblems.of(failure, database).asException(failure);
        } finally {
            TemporaryFolder.discard(temporary);
        }
    }

    private static OpenDatabase openInPlace(final Path database, final DatabaseOptions options) {
        final var engine = DerbyEngine.acquire(database, options.logs());
        boolean opened = false;
        try {
            start(engine, database, options);
            final var result = new OpenDerbyDatabase(engine, database, Optional.empty());
            opened = true;
            return result;
        } finally {
            if (!opened) {
                engine.release();
            }
        }
    }

    /**
     * Derby replays its log into the files even for a reader, or, on a read-only medium, leaves out what the log holds. Working on a copy
     * leaves the folder as it is and still shows every commit.
     */
    private static OpenDatabase openCopy(final Path original, final DatabaseOptions options) {
        final var scratch = ScratchFolder.copyOf(original);
        boolean opened = false;
        try {
            final var engine = DerbyEngine.acquire(scratch.database(), options.logs());
            try {
                start(engine, scratch.database(), options);
                final var result = new OpenDerbyDatabase(engine, scratch.database(), Optional.of(scratch));
                opened = true;
                return result;
            } finally {
                if (!opened) {
                    engine.release();
                }
            }
        } finally {
            if (!opened) {
                scratch.close();
            }
        }
    }

    private static void start(final DerbyEngine engine, final Path database, final DatabaseOptions options) {
        if (options.create()) {
            boot(engine, database, options);
        } else {
            new RecoveryStart(database).run(() -> boot(engine, database, options));
        }
    }

    private static void checkpoint(final Connection connection) throws SQLException {
        try (CallableStatement call = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_CHECKPOINT_DATABASE()")) {
            call.execute();
        }
    }

    /**
     * The key travels in the properties and never in the address, which Derby writes into its log and its messages. With a key from
     * outside Derby does not note the cipher: it must be named at each start, or Derby would take DES.
     */
    private static void boot(final DerbyEngine engine, final Path database, final DatabaseOptions options) {
        final var attributes = new Properties();
        if (options.create()) {
            attributes.setProperty("create", "true");
            attributes.setProperty("territory", "en_US");
        }
        if (options.encryptionKey().isPresent()) {
            if (options.create()) {
                attributes.setProperty("dataEncryption", "true");
                attributes.setProperty("encryptionKeyLength", "256");
            }
            attributes.setProperty("encryptionAlgorithm", CIPHER);
            attributes.setProperty("encryptionKey", HexFormat.of().formatHex(options.encryptionKey().get()));
        }
        boolean booted = false;
        boolean complete = false;
        try (Connection connection = engine.connect(database, attributes)) {
            booted = true;
            if (!options.readOnly() && connection.isReadOnly()) {
                throw Problem.of(Messages.TEXTS, "database.read-only", database).asException();
            }
            if (options.create()) {
                checkpoint(connection);
                DatabaseFolder.forceNew(database);
            }
            complete = true;
        } catch (SQLException failure) {
            final var diagnosis = Diagnosis.at(database);
            throw (booted || options.create() ? diagnosis.of(failure) : diagnosis.ofStart(failure)).asException(Diagnosis.withoutPages(failure));
        } catch (IOException failure) {
            throw FileProblems.of(failure, database).asException(failure);
        } finally {
            attributes.remove("encryptionKey");
            if (!complete && booted) {
                engine.shutDownQuietly(database);
            }
            if (!complete && options.create()) {
                TemporaryFolder.discard(database);
            }
        }
    }
}
