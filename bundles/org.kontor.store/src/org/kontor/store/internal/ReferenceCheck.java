// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.kontor.model.FieldKind;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordChange.Kind;
import org.kontor.store.internal.changes.CreatedFields;
import org.kontor.store.internal.records.RecordTable;
import org.kontor.store.internal.records.RecordTables;

/**
 * Keeps references true: at the end of a change set every record that was named exists, and no record names one that was deleted. Writes
 * run one after the other, so what was seen to exist in one change set needs no second look until something is deleted.
 */
final class ReferenceCheck {

    private static final int REMEMBERED = 200_000;

    private final RecordTables tables;
    private final Map<String, Set<UUID>> known = new HashMap<>();
    private int remembered;

    ReferenceCheck(final RecordTables tables) {
        this.tables = tables;
    }

    /**
     * Refuses changes that leave a reference to nothing.
     *
     * @throws org.kontor.core.problem.ProblemException {@code store.dangling} or {@code store.referenced}, naming the records
     */
    void check(final Connection connection, final List<RecordChange> changes) throws SQLException {
        final Map<String, Set<UUID>> named = new LinkedHashMap<>();
        final Map<String, Set<UUID>> created = new HashMap<>();
        final Map<String, Set<UUID>> deleted = new LinkedHashMap<>();
        for (final var change : changes) {
            switch (change.kind()) {
                case CREATE -> created.computeIfAbsent(change.recordType(), type -> new HashSet<>()).add(change.id());
                case DELETE -> deleted.computeIfAbsent(change.recordType(), type -> new LinkedHashSet<>()).add(change.id());
                case UPDATE -> { }
            }
            if (change.kind() != Kind.DELETE) {
                collect(change, named, new Object[tables.of(change.recordType()).references().size()]);
            }
        }
        for (final var entry : deleted.entrySet()) {
            known.clear();
            remembered = 0;
            unreferenced(connection, entry.getKey(), entry.getValue());
        }
        for (final var entry : named.entrySet()) {
            entry.getValue().removeAll(created.getOrDefault(entry.getKey(), Set.of()));
            exist(connection, entry.getKey(), entry.getValue());
        }
    }

    /**
     * The records that creations name and that do not exist, neither among them nor in the database.
     *
     * @param connection asked for those that nobody has seen yet
     * @param expected   the records that will exist before the end
     */
    Map<String, Set<UUID>> absent(final SqlAccess connection, final List<RecordChange> changes, final Predicate<UUID> expected) throws SQLException {
        final Map<String, Set<UUID>> named = new LinkedHashMap<>();
        final Map<String, Set<UUID>> absent = new LinkedHashMap<>();
        final Map<RecordTable, Object[]> last = new HashMap<>();
        for (final var change : changes) {
            collect(change, named, last.computeIfAbsent(tables.of(change.recordType()), table -> new Object[table.references().size()]));
        }
        for (final var entry : named.entrySet()) {
            final var ids = entry.getValue();
            ids.removeAll(known.getOrDefault(entry.getKey(), Set.of()));
            ids.removeIf(expected);
            if (!ids.isEmpty()) {
                final var missing = connection.apply(open -> tables.of(entry.getKey()).absent(open, ids));
                ids.removeAll(missing);
                remember(entry.getKey(), ids);
                if (!missing.isEmpty()) {
                    absent.put(entry.getKey(), missing);
                }
            }
        }
        return absent;
    }

    /** Gives a connection to whoever needs one for a moment. */
    @FunctionalInterface
    interface SqlAccess {
        Set<UUID> apply(OpenStore.SqlFunction<Set<UUID>> work) throws SQLException;
    }

    /** Refuses where one of some records does not exist; remembers none, because the transaction may yet fail. */
    void require(final Connection connection, final Map<String, Set<UUID>> named) throws SQLException {
        for (final var entry : named.entrySet()) {
            require(connection, entry.getKey(), entry.getValue());
        }
    }

    private void require(final Connection connection, final String type, final Set<UUID> ids) throws SQLException {
        final var table = tables.of(type);
        final var absent = table.absent(connection, ids);
        if (!absent.isEmpty()) {
            throw Messages.problem("store.dangling", table.type().label(), absent.iterator().next()).asException();
        }
    }

    /** {@code last} is what each reference named last: neighbours in an import often name the same. */
    private void collect(final RecordChange change, final Map<String, Set<UUID>> named, final Object[] last) {
        final var table = tables.of(change.recordType());
        final var references = table.references();
        for (int i = 0; i < references.size(); i++) {
            if (after(table, change, i) instanceof final UUID id && id != last[i]) {
                last[i] = id;
                named.computeIfAbsent(references.get(i).target().orElseThrow().getSimpleName(), type -> new LinkedHashSet<>()).add(id);
            }
        }
    }

    private static Object after(final RecordTable table, final RecordChange change, final int reference) {
        if (change.fields() instanceof final CreatedFields created) {
            return created.cells()[table.referencePlace(reference)];
        }
        final var value = change.fields().get(table.references().get(reference).name());
        return value == null ? null : value.after();
    }

    private void exist(final Connection connection, final String type, final Set<UUID> ids) throws SQLException {
        ids.removeAll(known.getOrDefault(type, Set.of()));
        if (ids.isEmpty()) {
            return;
        }
        require(connection, type, ids);
        remember(type, ids);
    }

    private void remember(final String type, final Set<UUID> ids) {
        if (remembered + ids.size() <= REMEMBERED) {
            known.computeIfAbsent(type, name -> new HashSet<>()).addAll(ids);
            remembered += ids.size();
        }
    }

    private void unreferenced(final Connection connection, final String type, final Set<UUID> ids) throws SQLException {
        final var target = tables.of(type);
        for (final RecordTable from : tables.all()) {
            for (final var field : from.references()) {
                if (field.kind() == FieldKind.REFERENCE && field.target().orElseThrow() == target.type().javaType()) {
                    final var holder = from.firstReferring(connection, field, ids);
                    if (holder.isPresent()) {
                        throw Messages.problem("store.referenced", target.type().label(), from.type().label(),
                                RecordTitles.of(from.type(), holder.get().values())).asException();
                    }
                }
            }
        }
    }
}
