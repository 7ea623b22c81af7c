// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.core.text.Texts;
import org.kontor.model.InstantMicros;
import org.kontor.store.database.Dialect;

/**
 * The numbered steps from an empty database to the current schema. A step is a file {@code schema/NNNN.sql} that names column types as
 * <code>${type}</code>; it runs in one transaction and is never changed once released, which its checksum in the database proves.
 */
public final class Migrations {

    /** The number of the newest step. */
    public static final int CURRENT = 4;

    private static final Texts TEXTS = Texts.beside(Migrations.class);
    private static final Pattern TYPE = Pattern.compile("\\$\\{(\\w+)(?::(\\d+))?}");

    private final Dialect dialect;

    /** The steps for an engine. */
    public Migrations(final Dialect dialect) {
        this.dialect = dialect;
    }

    /** The steps that ran, with their checksums; empty for a new database. */
    public Map<Integer, String> applied(final Connection connection) throws SQLException {
        final var found = new TreeMap<Integer, String>();
        try (var tables = connection.getMetaData().getTables(null, null, "SCHEMA_MIGRATION", null)) {
            if (!tables.next()) {
                return found;
            }
        }
        try (var statement = connection.prepareStatement("SELECT step, checksum FROM SCHEMA_MIGRATION ORDER BY step");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getInt(1), rows.getString(2));
            }
        }
        return found;
    }

    /**
     * Refuses a database that a newer product made, or whose steps are not ours.
     *
     * @return the number of the last step that ran; 0 for a new database
     */
    public int check(final Connection connection) throws SQLException {
        int last = 0;
        for (final var step : applied(connection).entrySet()) {
            if (step.getKey() > CURRENT) {
                throw Problem.of(TEXTS, "store.newer", step.getKey(), CURRENT).asException();
            }
            if (step.getKey() != last + 1 || !checksum(step.getKey()).equals(step.getValue())) {
                throw Problem.of(TEXTS, "store.schema", step.getKey()).asException();
            }
            last = step.getKey();
        }
        return last;
    }

    /** Runs the steps that did not run yet. */
    public void migrate(final Connection connection, final java.time.InstantSource clock, final Progress progress) throws SQLException {
        final int from = check(connection);
        progress.begin(TEXTS.get("migrating"), CURRENT - (long) from);
        for (int step = from + 1; step <= CURRENT; step++) {
            connection.setAutoCommit(false);
            try {
                for (final var sql : statements(step)) {
                    try (var statement = connection.prepareStatement(sql)) {
                        statement.execute();
                    }
                }
                record(connection, step, clock);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            progress.worked(1);
        }
    }

    private void record(final Connection connection, final int step, final java.time.InstantSource clock) throws SQLException {
        if (step == 1) {
            try (var statement = connection.prepareStatement(typed(
                    "CREATE TABLE SCHEMA_MIGRATION (step ${integer} NOT NULL PRIMARY KEY, checksum ${string:64} NOT NULL, applied_at ${instant} NOT NULL)"))) {
                statement.execute();
            }
        }
        try (var statement = connection.prepareStatement("INSERT INTO SCHEMA_MIGRATION (step, checksum, applied_at) VALUES (?, ?, ?)")) {
            statement.setInt(1, step);
            statement.setString(2, checksum(step));
            statement.setLong(3, new InstantMicros().convertToDatabaseColumn(clock.instant()));
            statement.executeUpdate();
        }
    }

    private List<String> statements(final int step) {
        final var plain = new StringBuilder();
        text(step).lines().filter(line -> !line.startsWith("--")).forEach(line -> plain.append(line).append('\n'));
        final var found = new ArrayList<String>();
        for (final var part : plain.toString().split(";\\s*\\n")) {
            if (!part.isBlank()) {
                found.add(typed(part.strip()));
            }
        }
        return found;
    }

    private String typed(final String sql) {
        final Matcher matcher = TYPE.matcher(sql);
        return matcher.replaceAll(match -> {
            final var type = dialect.types().get(match.group(1));
            if (type == null) {
                throw new IllegalStateException(dialect.engine() + " has no type " + match.group(1));
            }
            return Matcher.quoteReplacement(match.group(2) == null ? type : String.format(Locale.ROOT, type, Integer.valueOf(match.group(2))));
        });
    }

    private static String text(final int step) {
        final var name = String.format(Locale.ROOT, "/schema/%04d.sql", step);
        try (var in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String checksum(final int step) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text(step).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent); // every Java platform has it
        }
    }
}
