// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;

/** Lets Derby read every table with its indexes and compare them. */
final class TableCheck {

    private static final String TABLES = """
            SELECT s.SCHEMANAME, t.TABLENAME FROM SYS.SYSTABLES t JOIN SYS.SYSSCHEMAS s ON s.SCHEMAID = t.SCHEMAID
            WHERE t.TABLETYPE IN ('T', 'S') ORDER BY s.SCHEMANAME, t.TABLENAME""";
    private static final String CHECK = "VALUES SYSCS_UTIL.SYSCS_CHECK_TABLE(?, ?)";

    private final DataSource source;
    private final Path database;

    /**
     * @param source   connections of the database
     * @param database its folder
     */
    TableCheck(final DataSource source, final Path database) {
        this.source = source;
        this.database = database;
    }

    /**
     * @param progress told each table, asked for cancellation before each
     * @return a line for each damaged table
     */
    List<String> run(final Progress progress) {
        final List<Table> tables;
        try (Connection connection = source.getConnection()) {
            tables = tables(connection);
        } catch (SQLException failure) {
            throw Diagnosis.at(database).of(failure).asException(Diagnosis.withoutPages(failure));
        }
        progress.begin(Messages.TEXTS.get("task.check"), tables.size());
        final List<String> damaged = new ArrayList<>();
        for (final Table table : tables) {
            progress.checkCancelled();
            check(table).ifPresent(damaged::add);
            progress.worked(1);
        }
        return List.copyOf(damaged);
    }

    /** Each table has a connection of its own: a damaged page makes Derby close the one that met it. */
    private Optional<String> check(final Table table) {
        try (Connection connection = source.getConnection(); PreparedStatement statement = connection.prepareStatement(CHECK)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getInt(1) == 1 ? Optional.empty() : Optional.of(line(table, ""));
            }
        } catch (SQLException failure) {
            final Optional<Problem> problem = Diagnosis.at(database).explain(failure);
            if (problem.isPresent() && !"database.damaged".equals(problem.get().code())) {
                throw problem.get().asException(Diagnosis.withoutPages(failure));
            }
            return Optional.of(line(table, failure.getSQLState()));
        }
    }

    private static String line(final Table table, final String state) {
        return Messages.TEXTS.get("check.damaged", table.name(), state);
    }

    private static List<Table> tables(final Connection connection) throws SQLException {
        final List<Table> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    private record Table(String schema, String name) {
    }
}
