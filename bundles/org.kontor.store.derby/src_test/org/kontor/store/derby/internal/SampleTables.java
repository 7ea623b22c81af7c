// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.kontor.core.id.Ids;

/** Tables of every type of column that the store uses, and rows for them. */
final class SampleTables {

    static final List<String> COLUMNS = List.of("id", "version", "name", "amount", "day", "flag", "place", "owner_id");

    private final Connection connection;

    SampleTables(final Connection connection, final String... names) throws SQLException {
        this.connection = connection;
        for (final var table : names) {
            execute("CREATE TABLE " + table + " (id CHAR(16) FOR BIT DATA NOT NULL, version BIGINT NOT NULL, note VARCHAR(32000), name VARCHAR(10),"
                    + " amount DECIMAL(19, 4), day DATE, flag BOOLEAN, place INTEGER, owner_id CHAR(16) FOR BIT DATA, PRIMARY KEY (id))");
            execute("CREATE INDEX " + table + "_DAY ON " + table + " (day)");
            execute("CREATE INDEX " + table + "_OWNER ON " + table + " (owner_id, day DESC)");
            execute("CREATE INDEX " + table + "_HOLDER ON " + table + " (owner_id)");
            execute("CREATE INDEX " + table + "_NAME ON " + table + " (name)");
            execute("CREATE INDEX " + table + "_PLACE ON " + table + " (place)");
        }
    }

    void execute(final String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** Rows in no order; the same for the same seed. */
    static List<Object[]> rows(final int count, final long seed) {
        final var random = new Random(seed);
        final var rows = new ArrayList<Object[]>();
        for (int i = 0; i < count; i++) {
            rows.add(new Object[] {Ids.derived(seed << 20, i, 0), (long) i, random.nextInt(5) == 0 ? null : "n" + random.nextInt(1_000),
                    random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(), random.nextInt(5)),
                    random.nextInt(9) == 0 ? null : LocalDate.of(1900 + random.nextInt(200), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    random.nextBoolean(), random.nextInt(4) == 0 ? null : random.nextInt(), random.nextInt(4) == 0 ? null : new UUID(1, random.nextInt(40))});
        }
        Collections.shuffle(rows, random);
        return rows;
    }

    void insert(final String table, final List<Object[]> rows) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO " + table + " (id, version, name, amount, day, flag, place, owner_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (final var row : rows) {
                for (int i = 0; i < row.length; i++) {
                    set(statement, i + 1, row[i]);
                }
                statement.executeUpdate();
            }
        }
    }

    private static void set(final PreparedStatement statement, final int index, final Object value) throws SQLException {
        statement.setObject(index, value instanceof final UUID id ? Ids.toBytes(id) : value instanceof final LocalDate day ? Date.valueOf(day) : value);
    }

    /** The rows as text. */
    List<String> content(final String table, final String order) throws SQLException {
        final var found = new ArrayList<String>();
        try (var statement = connection.prepareStatement("SELECT * FROM " + table + " ORDER BY " + order); var rows = statement.executeQuery()) {
            while (rows.next()) {
                final var text = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    final var value = rows.getObject(i);
                    text.append(value instanceof final byte[] bytes ? Arrays.toString(bytes) : value).append('|');
                }
                found.add(text.toString());
            }
        }
        return found;
    }
}
