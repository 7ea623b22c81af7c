// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.changes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.InstantMicros;
import org.kontor.store.Cause;
import org.kontor.store.ChangeSet;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordChange.Kind;
import org.kontor.store.internal.records.UuidBinding;

/**
 * The audit log in the database: change sets, each with its changes in one or more parts. Changes of one kind to many records of one type
 * share a part, whose range of identifiers finds it again. The hash of a change set covers the hash before, all of its own columns and
 * every part as it is stored.
 */
public final class ChangeLog {

    /** The hash before the first change set. */
    public static final String ORIGIN = "0".repeat(64);

    private static final InstantMicros MICROS = new InstantMicros();
    private static final int RECORDS_IN_PART = 500;
    private static final String COLUMNS = "sequence_number, id, happened_at, user_id, user_name, client_name, cause, description, operation_id, "
            + "undo_of, record_count, hash, previous_hash";

    private final UuidBinding uuids;

    /** A log whose database takes identifiers in a certain way. */
    public ChangeLog(final UuidBinding uuids) {
        this.uuids = uuids;
    }

    /** The newest entry's place and hash. */
    public record Head(long sequence, String hash) {
    }

    /** Some changes of one kind to records of one type, as they are stored. */
    public record Part(Kind kind, String recordType, UUID first, UUID last, int records, byte[] payload) {

        /** What it holds. */
        public List<RecordChange> changes() {
            return ChangeCodec.decode(kind, recordType, payload);
        }
    }

    /** The newest entry. */
    public Head head(final Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT sequence_number, hash FROM CHANGE_SET ORDER BY sequence_number DESC FETCH FIRST 1 ROWS ONLY");
                var rows = statement.executeQuery()) {
            return rows.next() ? new Head(rows.getLong(1), rows.getString(2)) : new Head(0, ORIGIN);
        }
    }

    /** Writes a change set with its changes; the given one lacks its hash, which comes back. */
    public ChangeSet append(final Connection connection, final ChangeSet entry, final List<Part> parts) throws SQLException {
        final var sealed = seal(entry, parts);
        write(connection, sealed, parts);
        return sealed;
    }

    /** Writes a change set that has its hash. */
    public void write(final Connection connection, final ChangeSet sealed, final List<Part> parts) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO CHANGE_SET (" + COLUMNS + ", operation_first) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, sealed.sequence());
            uuids.set(statement, 2, sealed.id());
            statement.setLong(3, MICROS.convertToDatabaseColumn(sealed.at()));
            uuids.set(statement, 4, sealed.userId().orElse(null));
            statement.setString(5, sealed.userName());
            statement.setString(6, sealed.client());
            statement.setString(7, sealed.cause().name());
            statement.setString(8, sealed.description());
            uuids.set(statement, 9, sealed.operation());
            uuids.set(statement, 10, sealed.undoOf().orElse(null));
            statement.setInt(11, sealed.records());
            statement.setString(12, sealed.hash());
            statement.setString(13, sealed.previousHash());
            statement.setLong(14, firstOf(connection, sealed));
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement("INSERT INTO RECORD_CHANGE (sequence_number, ordinal, kind, record_type, first_id, "
                + "last_id, record_count, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
                var range = connection.prepareStatement(
                        "INSERT INTO CHANGE_RANGE (sequence_number, ordinal, record_type, first_id, last_id) VALUES (?, ?, ?, ?, ?)")) {
            int ordinal = 0;
            for (final var part : parts) {
                ordinal++;
                statement.setLong(1, sealed.sequence());
                statement.setInt(2, ordinal);
                statement.setString(3, part.kind().name());
                statement.setString(4, part.recordType());
                uuids.set(statement, 5, part.first());
                uuids.set(statement, 6, part.last());
                statement.setInt(7, part.records());
                statement.setBinaryStream(8, new ByteArrayInputStream(part.payload()), part.payload().length);
                statement.executeUpdate();
                if (part.records() > 1) {
                    range.setLong(1, sealed.sequence());
                    range.setInt(2, ordinal);
                    range.setString(3, part.recordType());
                    uuids.set(range, 4, part.first());
                    uuids.set(range, 5, part.last());
                    range.executeUpdate();
                }
            }
        }
    }

    /** Where the operation of an entry began; an operation of many entries is not read through for each of them. */
    private long firstOf(final Connection connection, final ChangeSet entry) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT operation_first FROM CHANGE_SET WHERE operation_id = ? FETCH FIRST 1 ROWS ONLY")) {
            uuids.set(statement, 1, entry.operation());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : entry.sequence();
            }
        }
    }

    /** The entry with the hash that its content and its parts demand. */
    public static ChangeSet seal(final ChangeSet entry, final List<Part> parts) {
        final var digest = sha256();
        digest.update(HexFormat.of().parseHex(entry.previousHash()));
        final var head = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(head)) {
            for (final Object value : new Object[] {entry.sequence(), entry.id(), entry.at(), entry.userId().orElse(null), entry.userName(),
                    entry.client(), entry.cause().name(), entry.description(), entry.operation(), entry.undoOf().orElse(null), entry.records()}) {
                ChangeCodec.writeValue(out, value);
            }
            for (final var part : parts) {
                for (final Object value : new Object[] {part.kind().name(), part.recordType(), part.first(), part.last(), part.records(),
                        part.payload().length}) {
                    ChangeCodec.writeValue(out, value);
                }
                digest.update(head.toByteArray());
                head.reset();
                digest.update(part.payload());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        digest.update(head.toByteArray());
        return new ChangeSet(entry.sequence(), entry.id(), entry.at(), entry.userId(), entry.userName(), entry.client(), entry.cause(),
                entry.description(), entry.operation(), entry.undoOf(), entry.records(), HexFormat.of().formatHex(digest.digest()),
                entry.previousHash());
    }

    /** Changes as the log stores them. */
    public static List<Part> encode(final List<RecordChange> changes) {
        final var parts = new ArrayList<Part>();
        int from = 0;
        while (from < changes.size()) {
            int to = from + 1;
            while (to < changes.size() && to - from < RECORDS_IN_PART && follows(changes.get(to - 1), changes.get(to))) {
                to++;
            }
            final var first = changes.get(from);
            parts.add(new Part(first.kind(), first.recordType(), first.id(), changes.get(to - 1).id(), to - from,
                    ChangeCodec.encode(changes.subList(from, to))));
            from = to;
        }
        return parts;
    }

    /** Only creations and deletions in ascending order share a part, so that its range of identifiers is true. */
    private static boolean follows(final RecordChange before, final RecordChange next) {
        return before.kind() == next.kind() && before.kind() != Kind.UPDATE && before.recordType().equals(next.recordType())
                && compare(before.id(), next.id()) < 0;
    }

    private static int compare(final UUID one, final UUID another) {
        final int high = Long.compareUnsigned(one.getMostSignificantBits(), another.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), another.getLeastSignificantBits());
    }

    /** The parts of a change set, in order. */
    public List<Part> parts(final Connection connection, final long sequence) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT kind, record_type, first_id, last_id, record_count, payload FROM RECORD_CHANGE "
                + "WHERE sequence_number = ? ORDER BY ordinal")) {
            statement.setLong(1, sequence);
            try (var rows = statement.executeQuery()) {
                final var parts = new ArrayList<Part>();
                while (rows.next()) {
                    parts.add(part(rows, 1));
                }
                return parts;
            }
        }
    }

    private Part part(final ResultSet rows, final int from) throws SQLException {
        return new Part(Kind.valueOf(rows.getString(from)), rows.getString(from + 1), uuids.get(rows, from + 2), uuids.get(rows, from + 3),
                rows.getInt(from + 4), rows.getBytes(from + 5));
    }

    /** Every entry after a place, oldest first. */
    public void read(final Connection connection, final long after, final EntryReader reader) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM CHANGE_SET WHERE sequence_number > ? ORDER BY sequence_number")) {
            statement.setLong(1, after);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.entry(entry(rows));
                }
            }
        }
    }

    /** Receives the entries of {@link #read}. */
    @FunctionalInterface
    public interface EntryReader {
        /** One entry. */
        void entry(ChangeSet entry) throws SQLException;
    }

    /** The entries of an operation, oldest first. */
    public List<ChangeSet> ofOperation(final Connection connection, final UUID operation) throws SQLException {
        return entries(connection, "SELECT " + COLUMNS + " FROM CHANGE_SET WHERE operation_id = ? ORDER BY sequence_number", operation);
    }

    /** An entry by its identifier. */
    public Optional<ChangeSet> byId(final Connection connection, final UUID id) throws SQLException {
        return entries(connection, "SELECT " + COLUMNS + " FROM CHANGE_SET WHERE id = ?", id).stream().findFirst();
    }

    /** Whether an entry takes this one back that is not itself taken back. */
    public boolean isUndone(final Connection connection, final UUID id) throws SQLException {
        for (final var undo : entries(connection, "SELECT " + COLUMNS + " FROM CHANGE_SET WHERE undo_of = ?", id)) {
            if (!isUndone(connection, undo.id())) {
                return true;
            }
        }
        return false;
    }

    private List<ChangeSet> entries(final Connection connection, final String sql, final UUID parameter) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            uuids.set(statement, 1, parameter);
            try (var rows = statement.executeQuery()) {
                final var found = new ArrayList<ChangeSet>();
                while (rows.next()) {
                    found.add(entry(rows));
                }
                return found;
            }
        }
    }

    /** A page of operations, by their first entries, newest first: each entry stands for its operation. */
    public List<ChangeSet> newestOperations(final Connection connection, final int offset, final int limit) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT " + COLUMNS + " FROM CHANGE_SET WHERE sequence_number = operation_first "
                + "ORDER BY sequence_number DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")) {
            statement.setInt(1, offset);
            statement.setInt(2, limit);
            try (var rows = statement.executeQuery()) {
                final var found = new ArrayList<ChangeSet>();
                while (rows.next()) {
                    found.add(entry(rows));
                }
                return found;
            }
        }
    }

    /** A part with the place of the entry it belongs to. */
    public record Placed(long sequence, Part part) {
    }

    /** The newest parts that hold a change of a record; a part of many records comes where its range covers the record. */
    public List<Placed> partsOf(final Connection connection, final String recordType, final UUID id, final int limit) throws SQLException {
        final var found = new ArrayList<Placed>();
        try (var statement = connection.prepareStatement("SELECT sequence_number, kind, record_type, first_id, last_id, record_count, payload "
                + "FROM RECORD_CHANGE WHERE first_id = ? AND record_type = ? AND record_count = 1 ORDER BY sequence_number DESC FETCH FIRST ? ROWS ONLY")) {
            uuids.set(statement, 1, id);
            statement.setString(2, recordType);
            statement.setInt(3, limit);
            collect(statement, found);
        }
        try (var statement = connection.prepareStatement("SELECT c.sequence_number, c.kind, c.record_type, c.first_id, c.last_id, c.record_count, "
                + "c.payload FROM CHANGE_RANGE r JOIN RECORD_CHANGE c ON c.sequence_number = r.sequence_number AND c.ordinal = r.ordinal "
                + "WHERE r.record_type = ? AND r.first_id <= ? AND r.last_id >= ?")) {
            statement.setString(1, recordType);
            uuids.set(statement, 2, id);
            uuids.set(statement, 3, id);
            collect(statement, found);
        }
        return found;
    }

    private void collect(final PreparedStatement statement, final List<Placed> found) throws SQLException {
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Placed(rows.getLong(1), part(rows, 2)));
            }
        }
    }

    /** An entry by its place. */
    public Optional<ChangeSet> at(final Connection connection, final long sequence) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT " + COLUMNS + " FROM CHANGE_SET WHERE sequence_number = ?")) {
            statement.setLong(1, sequence);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(entry(rows)) : Optional.empty();
            }
        }
    }

    private ChangeSet entry(final ResultSet rows) throws SQLException {
        return new ChangeSet(rows.getLong(1), uuids.get(rows, 2), MICROS.convertToEntityAttribute(rows.getLong(3)),
                Optional.ofNullable(uuids.get(rows, 4)), rows.getString(5), rows.getString(6),
                Cause.valueOf(rows.getString(7)), rows.getString(8), uuids.get(rows, 9),
                Optional.ofNullable(uuids.get(rows, 10)), rows.getInt(11), rows.getString(12), rows.getString(13));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent); // every Java platform has it
        }
    }
}
