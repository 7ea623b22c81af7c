// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.records;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.InstantMicros;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.store.database.BulkLoad;
import org.kontor.store.database.OpenDatabase;

/**
 * The rows of one record type, read and written by the columns that its catalogue names. Values are those of
 * {@link org.kontor.store.FieldChange}. All statements are put together once, from the model alone.
 */
public final class RecordTable {

    private static final InstantMicros MICROS = new InstantMicros();
    private static final int ROWS_IN_BATCH = 500;
    private static final int MANY = 50;
    private static final Long FIRST_VERSION = 1L;

    private final RecordType<?> type;
    private final List<Field> fields;
    private final UuidBinding uuids;
    private final OpenDatabase database;
    private final List<String> columnNames;
    private final Map<String, Integer> places = new HashMap<>();
    private final String insert;
    private final String select;
    private final String delete;
    private final String exists;
    private final List<Field> references;
    private final int[] referencePlaces;
    private final int[] moments;
    private final int[] flags;

    /** A row: its version and its field values, in the order of the catalogue. */
    public record Row(long version, Object[] values) {
    }

    RecordTable(final RecordType<?> type, final UuidBinding uuids, final OpenDatabase database) {
        this.type = type;
        this.uuids = uuids;
        this.database = database;
        this.fields = type.fields();
        columnNames = Stream.concat(Stream.of("id", "version"), fields.stream().map(Field::column)).toList();
        fields.forEach(field -> places.put(field.name(), places.size()));
        final var columns = fields.stream().map(Field::column).collect(Collectors.joining(", "));
        insert = "INSERT INTO " + type.table() + " (id, version, " + columns + ") VALUES (?, ?" + ", ?".repeat(fields.size()) + ")";
        select = "SELECT id, version, " + columns + " FROM " + type.table();
        exists = "SELECT 1 FROM " + type.table() + " WHERE id = ?";
        references = fields.stream().filter(field -> field.kind() == FieldKind.REFERENCE).toList();
        referencePlaces = places(FieldKind.REFERENCE);
        moments = places(FieldKind.INSTANT);
        flags = places(FieldKind.BOOLEAN);
        delete = "DELETE FROM " + type.table() + " WHERE id = ? AND version = ?";
    }

    private int[] places(final FieldKind kind) {
        return fields.stream().filter(field -> field.kind() == kind).mapToInt(field -> indexOf(field.name())).toArray();
    }

    /** The record type. */
    public RecordType<?> type() {
        return type;
    }

    /** The fields, in the order of a row's values. */
    public List<Field> fields() {
        return fields;
    }

    /** The fields that name other records. */
    public List<Field> references() {
        return references;
    }

    /** The place of a field that names other records among a row's values. */
    public int referencePlace(final int reference) {
        return referencePlaces[reference];
    }

    /** The place of a field among a row's values. */
    public int indexOf(final String field) {
        final var place = places.get(field);
        if (place == null) {
            throw new IllegalArgumentException(type.name() + " has no field " + field);
        }
        return place;
    }

    /** The values of a record in memory. Reads references, so a lazily loaded one is loaded. */
    public Object[] valuesOf(final StoredRecord record) {
        final var values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = plain(fields.get(i).get(record));
        }
        return values;
    }

    /** A value as change sets keep it. */
    public static Object plain(final Object value) {
        if (value instanceof final StoredRecord reference) {
            return reference.getId();
        } else if (value instanceof final Enum<?> choice) {
            return choice.name();
        } else if (value instanceof final Instant moment) {
            return MICROS.convertToEntityAttribute(MICROS.convertToDatabaseColumn(moment));
        }
        return value;
    }

    /** The rows of some identifiers; absent ones are left out. Read one by one, because that never costs more than a look into an index. */
    public Map<UUID, Row> read(final Connection connection, final Collection<UUID> ids) throws SQLException {
        final var found = new HashMap<UUID, Row>(ids.size() * 2);
        try (var statement = connection.prepareStatement(select + " WHERE id = ?")) {
            for (final var id : ids) {
                uuids.set(statement, 1, id);
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        found.put(id, row(rows));
                    }
                }
            }
        }
        return found;
    }

    /** Those of some identifiers that have no row. */
    public Set<UUID> absent(final Connection connection, final Set<UUID> ids) throws SQLException {
        final var absent = new LinkedHashSet<UUID>();
        try (var statement = connection.prepareStatement(exists)) {
            for (final var id : ids) {
                uuids.set(statement, 1, id);
                try (var rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        absent.add(id);
                    }
                }
            }
        }
        return absent;
    }

    /** A row whose field names one of some records, if there is one. */
    public Optional<Row> firstReferring(final Connection connection, final Field field, final Set<UUID> targets) throws SQLException {
        if (isEmpty(connection)) {
            return Optional.empty();
        }
        try (var statement = connection.prepareStatement(select + " WHERE " + field.column() + " = ? FETCH FIRST 1 ROWS ONLY")) {
            for (final var id : targets) {
                uuids.set(statement, 1, id);
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        return Optional.of(row(rows));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isEmpty(final Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT id FROM " + type.table() + " FETCH FIRST 1 ROWS ONLY");
                var rows = statement.executeQuery()) {
            return !rows.next();
        }
    }

    /** Reads every row in the order of the identifiers. */
    public void readAll(final Connection connection, final RowReader reader) throws SQLException {
        try (var statement = connection.prepareStatement(select + " ORDER BY id"); var rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.row(uuids.get(rows, 1), row(rows));
            }
        }
    }

    /** Receives the rows of {@link #readAll}. */
    @FunctionalInterface
    public interface RowReader {
        /** One row. */
        void row(UUID id, Row row) throws SQLException;
    }

    private Row row(final ResultSet rows) throws SQLException {
        final var values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(rows, i + 3, fields.get(i));
        }
        return new Row(rows.getLong(2), values);
    }

    /** A new record: its identifier, and its values in the order of the catalogue. */
    public record NewRow(UUID id, Object[] values) {
    }

    /** How many rows there are. */
    public long count(final Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT COUNT(*) FROM " + type.table()); var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** So many new rows that the table is better built anew; empty where the engine has no such way. */
    public Optional<BulkLoad> load(final Connection connection) throws SQLException {
        return database.load(connection, type.table(), columnNames);
    }

    /** Inserts new rows, of version 1; many of them in the engine's own way, where it has one. */
    public void insert(final Connection connection, final List<NewRow> rows) throws SQLException {
        if (rows.size() >= MANY && database.insert(connection, type.table(), columnNames, rows.stream().map(new PlainRows()::of).toList())) {
            return;
        }
        try (var statement = connection.prepareStatement(insert)) {
            int waiting = 0;
            for (final var row : rows) {
                uuids.set(statement, 1, row.id());
                statement.setLong(2, 1);
                for (int i = 0; i < row.values().length; i++) {
                    set(statement, i + 3, fields.get(i), row.values()[i]);
                }
                statement.addBatch();
                if (++waiting == ROWS_IN_BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    /** Makes new rows what {@link OpenDatabase#insert} takes. Those of one change set share when they were made. */
    public final class PlainRows {

        private Instant moment;
        private Long micros;

        /** A new row of version 1. */
        public Object[] of(final NewRow row) {
            return fill(new Object[row.values().length + 2], row);
        }

        /** Makes an array a new row of version 1. */
        public Object[] fill(final Object[] plain, final NewRow row) {
            final var values = row.values();
            plain[0] = row.id();
            plain[1] = FIRST_VERSION;
            System.arraycopy(values, 0, plain, 2, values.length);
            for (final int index : moments) {
                plain[index + 2] = values[index] == null ? null : micros((Instant) values[index]);
            }
            for (final int index : flags) {
                plain[index + 2] = values[index] == null ? Boolean.FALSE : values[index];
            }
            return plain;
        }

        private Long micros(final Instant instant) {
            if (moment != instant) {
                moment = instant;
                micros = MICROS.convertToDatabaseColumn(instant);
            }
            return micros;
        }
    }

    /** Changes some columns of a row that has a version, and raises the version; false where the row has another one by now. */
    public boolean update(final Connection connection, final UUID id, final long version, final Map<Field, Object> values) throws SQLException {
        final var columns = values.keySet().stream().map(field -> field.column() + " = ?").collect(Collectors.joining(", "));
        try (var statement = connection.prepareStatement(
                "UPDATE " + type.table() + " SET version = version + 1, " + columns + " WHERE id = ? AND version = ?")) {
            int index = 1;
            for (final var entry : values.entrySet()) {
                set(statement, index++, entry.getKey(), entry.getValue());
            }
            uuids.set(statement, index++, id);
            statement.setLong(index, version);
            return statement.executeUpdate() == 1;
        }
    }

    /** A statement that {@link #addDelete} adds rows to. */
    public PreparedStatement prepareDelete(final Connection connection) throws SQLException {
        return connection.prepareStatement(delete);
    }

    /** Adds the deletion of a row that has a version to a statement's batch. */
    public void addDelete(final PreparedStatement statement, final UUID id, final long version) throws SQLException {
        uuids.set(statement, 1, id);
        statement.setLong(2, version);
        statement.addBatch();
    }

    private void set(final PreparedStatement statement, final int index, final Field field, final Object value) throws SQLException {
        switch (value) {
            case null -> setNull(statement, index, field);
            case final UUID id -> uuids.set(statement, index, id);
            case final String text -> statement.setString(index, text);
            case final BigDecimal number -> statement.setBigDecimal(index, number);
            case final Integer number -> statement.setInt(index, number);
            case final Long number -> statement.setLong(index, number);
            case final Boolean flag -> statement.setBoolean(index, flag);
            case final LocalDate day -> statement.setDate(index, Date.valueOf(day));
            case final Instant moment -> statement.setLong(index, MICROS.convertToDatabaseColumn(moment));
            default -> throw new IllegalArgumentException(field + " cannot hold " + value.getClass().getSimpleName());
        }
    }

    private void setNull(final PreparedStatement statement, final int index, final Field field) throws SQLException {
        switch (field.kind()) {
            case REFERENCE, ID -> uuids.set(statement, index, null);
            case INTEGER -> statement.setNull(index, field.javaType() == Long.class ? Types.BIGINT : Types.INTEGER);
            case DECIMAL, PERCENT, MONEY -> statement.setNull(index, Types.DECIMAL);
            case DATE -> statement.setNull(index, Types.DATE);
            case INSTANT -> statement.setNull(index, Types.BIGINT);
            case BOOLEAN -> statement.setBoolean(index, false);
            default -> statement.setNull(index, Types.VARCHAR);
        }
    }

    private Object get(final ResultSet rows, final int index, final Field field) throws SQLException {
        if (field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.ID) {
            return uuids.get(rows, index);
        }
        final Object value = switch (field.kind()) {
            case INTEGER -> field.javaType() == Long.class ? (Object) rows.getLong(index) : (Object) rows.getInt(index);
            case DECIMAL, PERCENT, MONEY -> rows.getBigDecimal(index);
            case DATE -> day(rows.getDate(index));
            case INSTANT -> MICROS.convertToEntityAttribute(rows.getLong(index));
            case BOOLEAN -> rows.getBoolean(index);
            default -> rows.getString(index);
        };
        return rows.wasNull() ? null : value;
    }

    private static LocalDate day(final Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
