// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.process;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.derby.internal.DerbyDatabase;
import org.kontor.store.derby.internal.LoadLedger;

/** Loads ever more into a table on a small disk until it refuses, makes room, and goes on. */
final class FullDiskLoad {

    private static final int BALLAST = 6 << 20;

    private FullDiskLoad() {
    }

    public static void main(final String[] arguments) throws Exception {
        final PrintStream out = Answers.out();
        final Path disk = Path.of(arguments[0]);
        Files.write(disk.resolve("ballast"), new byte[BALLAST]);
        final long loads = fill(disk.resolve("db"), out);
        Files.delete(disk.resolve("ballast"));
        try (OpenDatabase database = new DerbyDatabase().open(disk.resolve("db"), DatabaseOptions.opening());
                Connection connection = database.dataSource().getConnection()) {
            out.println("loads: " + (LoadLedger.loads(connection) == loads));
            out.println("findings: " + LoadLedger.audit(connection, loads) + ' ' + database.check(Progress.NONE));
            connection.setAutoCommit(false);
            LoadLedger.load(connection, loads + 1);
            out.println("goes on");
        }
    }

    private static long fill(final Path folder, final PrintStream out) throws SQLException {
        long count = 0;
        final OpenDatabase database = new DerbyDatabase().open(folder, DatabaseOptions.creating());
        try (Connection connection = database.dataSource().getConnection()) {
            LoadLedger.create(connection);
            for (;;) {
                LoadLedger.load(connection, count + 1, 20_000);
                count++;
            }
        } catch (SQLException full) {
            out.println("filled after some: " + (count > 0) + ' ' + database.explain(full).map(problem -> problem.code()).orElse(full.toString()));
        }
        try {
            database.close();
        } catch (ProblemException unfinished) {
            out.println("closing: " + unfinished.problem().code());
        }
        return count;
    }
}
