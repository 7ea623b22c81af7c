// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.kontor.model.StoredRecord;
import org.kontor.store.FieldChange;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordPatch;
import org.kontor.store.Writer;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.internal.records.RecordTable;
import org.kontor.store.internal.records.RecordTables;

/** Collects the records of one change set of a load. */
final class LoadWriter extends JpaSession implements Writer {

    private final RecordTables tables;
    private final Map<UUID, Waiting> waiting;
    private final List<StoredRecord> added = new ArrayList<>();
    private final Map<UUID, StoredRecord> byId = new HashMap<>();
    private int known;
    private final Set<UUID> found = new LinkedHashSet<>();

    /**
     * A record that an earlier change set of the load added, and that is not in the database yet.
     *
     * @param record as its creator knows it, who may change it further
     * @param values as the last change set left it
     */
    record Waiting(RecordTable table, StoredRecord record, Object[] values) {
    }

    /**
     * @param waiting what earlier change sets of the load added, but for the records of its own type
     */
    LoadWriter(final EntityManager entities, final RecordTables tables, final OpenDatabase database, final Map<UUID, Waiting> waiting) {
        super(entities, database);
        this.tables = tables;
        this.waiting = waiting;
    }

    @Override
    public void add(final StoredRecord record) {
        if (record.getVersion() != 0) {
            throw new IllegalArgumentException(record + " is stored already");
        }
        added.add(record);
    }

    @Override
    public void delete(final Class<? extends StoredRecord> type, final UUID id) {
        throw new UnsupportedOperationException("a load only adds");
    }

    @Override
    public void apply(final RecordPatch patch) {
        throw new UnsupportedOperationException("a load only adds");
    }

    @Override
    public <T extends StoredRecord> Optional<T> find(final Class<T> type, final UUID id) {
        final var before = waiting.get(id);
        if (before != null) {
            found.add(id);
            return Optional.of(type.cast(before.record()));
        }
        final var fresh = added(id);
        return fresh == null ? super.find(type, id) : Optional.of(type.cast(fresh));
    }

    /** A record of this change set; null where it adds none of this identifier. Few are asked for. */
    StoredRecord added(final UUID id) {
        for (; known < added.size(); known++) {
            byId.put(added.get(known).getId(), added.get(known));
        }
        return byId.get(id);
    }

    /** Everything that was added and changed, in an order that the references between tables allow. */
    List<RecordChange> collect(final UUID changeSet, final Instant now, final UUID user) {
        if (entities().unwrap(UnitOfWorkImpl.class).hasChanges()) {
            throw new UnsupportedOperationException("a load changes nothing that was stored before");
        }
        final var changes = new ArrayList<RecordChange>(added.size() + found.size());
        ChangeWriter.creations(tables, added, changeSet, now, user, changes);
        for (final var id : found) {
            final var before = waiting.get(id);
            final var table = before.table();
            final var fields = new LinkedHashMap<String, FieldChange>();
            for (int i = 0; i < before.values().length; i++) {
                final var field = table.fields().get(i);
                final var after = RecordTable.plain(field.get(before.record()));
                if (!field.system() && !FieldChange.same(before.values()[i], after)) {
                    fields.put(field.name(), new FieldChange(before.values()[i], after));
                }
            }
            ChangeWriter.addUpdate(table, id, new RecordTable.Row(1, before.values()), fields, now, user, changes);
        }
        return changes;
    }
}
