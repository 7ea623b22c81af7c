// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.kontor.model.Field;
import org.kontor.store.ConflictException.Conflict;
import org.kontor.store.FieldChange;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordChange.Kind;
import org.kontor.store.internal.changes.CreatedFields;
import org.kontor.store.internal.records.RecordTable;
import org.kontor.store.internal.records.RecordTable.NewRow;
import org.kontor.store.internal.records.RecordTable.Row;
import org.kontor.store.internal.records.RecordTables;

/**
 * Makes changes happen to rows, each only where the row still has the values that the change starts from. What it returns is what it did,
 * so that the audit log never says more or less.
 */
final class ChangeApplier {

    /** Fields that say who changed a record when; a difference in them alone is no conflict. */
    static final Set<String> STAMPS = Set.of("modifiedAt", "modifiedBy");

    private static final int ROWS_IN_BATCH = 500;
    private static final int ROWS_CREATED_TOGETHER = 20_000;

    private final RecordTables tables;
    private final boolean idsAreNew;

    /**
     * @param tables    where the rows are
     * @param idsAreNew whether created records bear identifiers that were never used; otherwise each is looked up first, because somebody
     *                  may have brought the record back already
     */
    ChangeApplier(final RecordTables tables, final boolean idsAreNew) {
        this.tables = tables;
        this.idsAreNew = idsAreNew;
    }

    /** What was done and what stood in the way. */
    record Applied(List<RecordChange> done, List<Conflict> conflicts) {
    }

    /**
     * Applies changes in their order. Where something stands in the way of a record, that field (or, for a deletion or a creation, that
     * record) is left alone and listed.
     */
    Applied apply(final Connection connection, final List<RecordChange> changes) throws SQLException {
        final var done = new ArrayList<RecordChange>(changes.size());
        final var conflicts = new ArrayList<Conflict>();
        int from = 0;
        while (from < changes.size()) {
            int to = from + 1;
            final int most = changes.get(from).kind() == Kind.CREATE ? ROWS_CREATED_TOGETHER : ROWS_IN_BATCH;
            while (to < changes.size() && to - from < most && sameKind(changes.get(from), changes.get(to))) {
                to++;
            }
            final var group = changes.subList(from, to);
            final var table = tables.of(group.getFirst().recordType());
            switch (group.getFirst().kind()) {
                case CREATE -> create(connection, table, group, done, conflicts);
                case UPDATE -> update(connection, table, group, done, conflicts);
                case DELETE -> delete(connection, table, group, done, conflicts);
            }
            from = to;
        }
        return new Applied(done, conflicts);
    }

    private static boolean sameKind(final RecordChange one, final RecordChange another) {
        return one.kind() == another.kind() && one.recordType().equals(another.recordType());
    }

    private static List<UUID> ids(final List<RecordChange> group) {
        return group.stream().map(RecordChange::id).toList();
    }

    private void create(final Connection connection, final RecordTable table, final List<RecordChange> group, final List<RecordChange> done,
            final List<Conflict> conflicts) throws SQLException {
        final var existing = idsAreNew ? Map.<UUID, Row>of() : table.read(connection, ids(group));
        final var rows = new ArrayList<NewRow>(group.size());
        for (final var change : group) {
            final var there = existing.get(change.id());
            if (there != null) {
                conflicts.add(whole(table, change, there));
                continue;
            }
            rows.add(new NewRow(change.id(), values(table, change)));
            done.add(change);
        }
        table.insert(connection, rows);
    }

    private static Object[] values(final RecordTable table, final RecordChange change) {
        if (change.fields() instanceof final CreatedFields created) {
            return created.cells();
        }
        final var values = new Object[table.fields().size()];
        change.fields().forEach((name, field) -> values[table.indexOf(name)] = field.after());
        return values;
    }

    private void update(final Connection connection, final RecordTable table, final List<RecordChange> group, final List<RecordChange> done,
            final List<Conflict> conflicts) throws SQLException {
        final var rows = table.read(connection, ids(group));
        for (final var change : group) {
            final var row = rows.get(change.id());
            if (row == null) {
                conflicts.add(whole(table, change, null));
                continue;
            }
            final var wanted = new LinkedHashMap<Field, Object>();
            final var made = new LinkedHashMap<String, FieldChange>();
            for (final var entry : change.fields().entrySet()) {
                final int index = table.indexOf(entry.getKey());
                final var current = row.values()[index];
                final var after = entry.getValue().after();
                if (FieldChange.same(current, after)) {
                    continue;
                }
                if (!STAMPS.contains(entry.getKey()) && !FieldChange.same(current, entry.getValue().before())) {
                    conflicts.add(new Conflict(change.recordType(), change.id(), RecordTitles.of(table.type(), row.values()), entry.getKey(),
                            entry.getValue().before(), after, current));
                    continue;
                }
                wanted.put(table.fields().get(index), after);
                made.put(entry.getKey(), new FieldChange(current, after));
            }
            if (STAMPS.containsAll(made.keySet())) {
                continue;
            }
            if (!table.update(connection, change.id(), row.version(), wanted)) {
                conflicts.add(whole(table, change, row));
                continue;
            }
            done.add(new RecordChange(Kind.UPDATE, change.recordType(), change.id(), made));
        }
    }

    private void delete(final Connection connection, final RecordTable table, final List<RecordChange> group, final List<RecordChange> done,
            final List<Conflict> conflicts) throws SQLException {
        final var rows = table.read(connection, ids(group));
        try (var statement = table.prepareDelete(connection)) {
            for (final var change : group) {
                final var row = rows.get(change.id());
                if (row == null) {
                    conflicts.add(whole(table, change, null));
                    continue;
                }
                final var changed = changedSince(table, change, row);
                if (!changed.isEmpty()) {
                    conflicts.addAll(changed);
                    continue;
                }
                table.addDelete(statement, change.id(), row.version());
                done.add(new RecordChange(Kind.DELETE, change.recordType(), change.id(), before(table, row)));
            }
            execute(statement);
        }
    }

    private static List<Conflict> changedSince(final RecordTable table, final RecordChange change, final Row row) {
        final var found = new ArrayList<Conflict>();
        for (int i = 0; i < row.values().length; i++) {
            final var name = table.fields().get(i).name();
            final var expected = change.fields().get(name);
            final var before = expected == null ? null : expected.before();
            if (!STAMPS.contains(name) && !blankSame(before, row.values()[i])) {
                found.add(new Conflict(change.recordType(), change.id(), RecordTitles.of(table.type(), row.values()), name, before, null,
                        row.values()[i]));
            }
        }
        return found;
    }

    /** A flag that is not set may be kept as nothing. */
    private static boolean blankSame(final Object one, final Object another) {
        return FieldChange.same(one, another) || one == null && Boolean.FALSE.equals(another);
    }

    /** The values of a row as those before a deletion. */
    static Map<String, FieldChange> before(final RecordTable table, final Row row) {
        final var fields = new LinkedHashMap<String, FieldChange>();
        for (int i = 0; i < row.values().length; i++) {
            if (row.values()[i] != null) {
                fields.put(table.fields().get(i).name(), new FieldChange(row.values()[i], null));
            }
        }
        return fields;
    }

    private static Conflict whole(final RecordTable table, final RecordChange change, final Row there) {
        final var title = there == null ? titleOf(table, change) : RecordTitles.of(table.type(), there.values());
        return new Conflict(change.recordType(), change.id(), title, "", null, null, null);
    }

    private static String titleOf(final RecordTable table, final RecordChange change) {
        final var values = new Object[table.fields().size()];
        for (int i = 0; i < values.length; i++) {
            final var field = change.fields().get(table.fields().get(i).name());
            values[i] = field == null ? null : field.before() == null ? field.after() : field.before();
        }
        return RecordTitles.of(table.type(), values);
    }

    private static void execute(final PreparedStatement statement) throws SQLException {
        for (final int count : statement.executeBatch()) {
            if (count != 1 && count != PreparedStatement.SUCCESS_NO_INFO) {
                throw new SQLException("a row was changed by somebody else", "40001");
            }
        }
    }
}
