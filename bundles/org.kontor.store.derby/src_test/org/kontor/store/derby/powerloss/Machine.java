// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.powerloss;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import org.apache.derby.impl.store.raw.log.LogToFile;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.kontor.store.derby.internal.EngineHold;

/** A computer with one disk and a database on it, by plain JDBC but with the product's settings of the engine. */
final class Machine implements AutoCloseable {

    private static final String DURABILITY = "derby.system.durability";

    private final String name;
    private final boolean forcing;
    private final EngineHold engine;
    private boolean started;

    /**
     * @param name of the disk
     * @param disk the disk
     * @param forcing false for {@code derby.system.durability=test}, in which nothing is forced to the disk
     */
    Machine(final String name, final PowerLossDisk disk, final boolean forcing) {
        this.name = name;
        this.forcing = forcing;
        PowerLossStorage.mount(name, disk);
        this.engine = EngineHold.take();
    }

    /**
     * Starts the database.
     *
     * @param create whether to create it
     * @return the first connection
     */
    Connection start(final boolean create) throws SQLException {
        final String before = System.getProperty(DURABILITY);
        if (!forcing) {
            System.setProperty(DURABILITY, "test");
        }
        try {
            final Connection connection = connect(Boolean.toString(create));
            started = true;
            return connection;
        } finally {
            System.setProperty(DURABILITY, before);
        }
    }

    /**
     * @return a further connection
     */
    Connection connect() throws SQLException {
        return connect("false");
    }

    /** Ends the database in order, whatever became of its disk, so that the engine forgets it. */
    @Override
    public void close() {
        try {
            if (started) {
                new EmbeddedDriver().connect(address() + ";shutdown=true", new Properties()).close();
            }
        } catch (SQLException ended) {
            if (!"08006".equals(ended.getSQLState())) {
                throw new IllegalStateException(ended);
            }
        } finally {
            PowerLossStorage.unmount(name);
            engine.close();
            forgetNeverForced();
        }
    }

    /** Derby keeps in a static field that it once met a database that was never forced, and says so in each that it writes from then on. */
    private static void forgetNeverForced() {
        try {
            final var met = LogToFile.class.getDeclaredField("wasDBInDurabilityTestModeNoSync");
            met.setAccessible(true);
            met.setBoolean(null, false);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private Connection connect(final String create) throws SQLException {
        final var attributes = new Properties();
        attributes.setProperty("create", create);
        return new EmbeddedDriver().connect(address(), attributes);
    }

    private String address() {
        return "jdbc:derby:" + PowerLossStorage.PROTOCOL + ':' + name;
    }
}
