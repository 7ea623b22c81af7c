// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.apache.derby.jdbc.EmbeddedDriver;
import org.kontor.core.problem.Problem;
import org.kontor.store.database.FileProblems;
import org.kontor.store.database.TemporaryFolder;

/**
 * The engine, of which there is one in a virtual machine: its settings are system properties that it reads when it starts. It runs while
 * at least one database holds it, so that the last one to close also gives back the engine's threads and files.
 */
final class DerbyEngine {

    private static final Logger LOG = System.getLogger(DerbyEngine.class.getName());
    private static final String DURABILITY = "derby.system.durability";
    /** Parts of Derby that are replaced. It does not take them from system properties, only from a file in its home. */
    private static final String MODULES = "derby.module.rawStore.data.purgeSafe=" + PurgeSafeStorage.class.getName() + '\n'
            // nobody manages an embedded engine from outside, and starting Java's management takes longer than starting the engine
            + "derby.module.mgmt.jmx=org.apache.derby.impl.services.jmxnone.NoManagementService\n";
    private static final long PAGE_BYTES = 16 << 10;
    private static final Object GUARD = new Object();
    private static int holders;
    private static EmbeddedDriver driver;
    private static TemporaryFolder home;

    private final EngineLog.Registration log;
    private boolean released;

    private DerbyEngine(final EngineLog.Registration log) {
        this.log = log;
    }

    /**
     * Starts the engine where it does not run.
     *
     * @param database the database that needs it, for messages
     * @param logs     where the log shall go
     * @return a hold on the engine, to be released
     */
    static DerbyEngine acquire(final Path database, final Optional<Path> logs) {
        if ("test".equalsIgnoreCase(System.getProperty(DURABILITY))) {
            throw Problem.of(Messages.TEXTS, "database.unsafe-setting", DURABILITY + "=test").asException();
        }
        synchronized (GUARD) {
            final EngineLog.Registration log;
            try {
                log = EngineLog.register(logs);
                if (holders == 0) {
                    home = TemporaryFolder.create("derby");
                    Files.writeString(home.path().resolve("derby.properties"), MODULES, StandardCharsets.ISO_8859_1);
                    settings(home.path()).forEach(System::setProperty);
                    driver = new EmbeddedDriver();
                }
            } catch (IOException failure) {
                throw FileProblems.of(failure, database).asException(failure);
            }
            holders++;
            return new DerbyEngine(log);
        }
    }

    /**
     * What the engine shall be told. Each one is set, so that somebody else's setting does not count.
     *
     * @param home a folder of our own: Derby reads {@code derby.properties} there, by default in the working folder
     */
    static Map<String, String> settings(final Path home) {
        final long pages = Math.clamp(Runtime.getRuntime().maxMemory() / 8 / PAGE_BYTES, 2_000, 40_000);
        return Map.ofEntries(
                Map.entry("derby.system.home", home.toString()),
                Map.entry("derby.system.bootAll", "false"),
                Map.entry(DURABILITY, "full"),
                Map.entry("derby.storage.pageCacheSize", Long.toString(pages)),
                Map.entry("derby.storage.rowLocking", "true"),
                Map.entry("derby.locks.escalationThreshold", "200000"),
                Map.entry("derby.locks.deadlockTimeout", "1"),
                Map.entry("derby.locks.waitTimeout", "20"),
                Map.entry("derby.language.statementCache.size", "400"),
                Map.entry("derby.language.logStatementText", "false"),
                Map.entry("derby.stream.error.method", EngineLog.class.getName() + ".writer"),
                Map.entry("derby.connection.requireAuthentication", "false"),
                Map.entry("derby.database.sqlAuthorization", "false"),
                Map.entry("derby.drda.startNetworkServer", "false"));
    }

    /**
     * Opens a connection, starting the database where it does not run.
     *
     * @param database   its folder
     * @param attributes further attributes such as {@code create}
     * @return the connection
     */
    Connection connect(final Path database, final Properties attributes) throws SQLException {
        final var all = new Properties();
        all.putAll(attributes);
        all.setProperty("databaseName", database.toString());
        try {
            return driver.connect("jdbc:derby:", all);
        } finally {
            all.clear();
        }
    }

    /**
     * Stops one database; others go on.
     *
     * @param database its folder
     * @throws SQLException where it did not stop in order
     */
    void shutDown(final Path database) throws SQLException {
        final var attributes = new Properties();
        attributes.setProperty("shutdown", "true");
        try (Connection none = connect(database, attributes)) {
            throw new SQLException("a shutdown gave a connection: " + none);
        } catch (SQLException answer) {
            if (!"08006".equals(answer.getSQLState())) {
                throw answer;
            }
        }
    }

    /** Stops a database that could not be opened, which the caller reports already. */
    void shutDownQuietly(final Path database) {
        try {
            shutDown(database);
        } catch (SQLException failure) {
            LOG.log(Level.DEBUG, "shutting down after a failed start", failure);
        }
    }

    /** Gives the engine back; the last one stops it. */
    void release() {
        synchronized (GUARD) {
            if (released) {
                return;
            }
            released = true;
            holders--;
            if (holders == 0) {
                stop();
            }
            log.close();
        }
    }

    private static void stop() {
        final var attributes = new Properties();
        attributes.setProperty("shutdown", "true");
        attributes.setProperty("deregister", "true");
        try (Connection none = driver.connect("jdbc:derby:", attributes)) {
            LOG.log(Level.WARNING, "the engine went on: {0}", none);
        } catch (SQLException answer) {
            if (!"XJ015".equals(answer.getSQLState())) {
                LOG.log(Level.WARNING, "the engine did not stop in order", answer);
            }
        } finally {
            driver = null;
            home.close();
        }
    }
}
