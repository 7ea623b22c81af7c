// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.process;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import org.apache.derby.jdbc.EmbeddedDriver;
import org.kontor.core.problem.ProblemException;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.derby.internal.DerbyDatabase;
import org.kontor.store.internal.folder.StoreFolder;
import org.kontor.store.internal.folder.StoreLock;

/** A second program: opens a store as the product does, or its database by bare Derby, says what came of it, and stays until it is ended. */
final class Opener {

    static final String AS_PRODUCT = "product";
    static final String BARE_DERBY = "bare";

    private Opener() {
    }

    public static void main(final String[] arguments) throws IOException {
        final Path store = Path.of(arguments[1]);
        final PrintStream out = Answers.out();
        out.println(AS_PRODUCT.equals(arguments[0]) ? asProduct(store) : bare(store));
        out.flush();
        while (System.in.read() >= 0) {
            out.flush();
        }
    }

    private static String asProduct(final Path path) {
        try {
            final StoreFolder folder = StoreFolder.open(path);
            final StoreLock lock = StoreLock.acquire(folder, "Kontor");
            final OpenDatabase database = new DerbyDatabase().open(folder.database(), DatabaseOptions.opening());
            Held.KEPT.add(lock);
            Held.KEPT.add(database);
            return "opened" + (lock.tookOver() ? " after a crash" : "");
        } catch (ProblemException refused) {
            return "refused " + refused.problem().code();
        }
    }

    private static String bare(final Path path) {
        System.setProperty("derby.stream.error.file", path.resolveSibling("bare.log").toString());
        try {
            final Connection connection = new EmbeddedDriver().connect("jdbc:derby:" + path.resolve("db"), new Properties());
            connection.createStatement().execute("INSERT INTO NOTES (ID, NOTE) VALUES (4711, 'second writer')");
            Held.KEPT.add(connection);
            return "opened";
        } catch (SQLException refused) {
            return "refused " + refused.getSQLState();
        }
    }
}
