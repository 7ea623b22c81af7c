// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.changesets.ObjectChangeSet;
import org.kontor.model.StoredRecord;
import org.kontor.model.Validation;
import org.kontor.store.ConflictException.Conflict;
import org.kontor.store.FieldChange;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordChange.Kind;
import org.kontor.store.RecordPatch;
import org.kontor.store.Writer;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.internal.changes.CreatedFields;
import org.kontor.store.internal.records.RecordTable;
import org.kontor.store.internal.records.RecordTables;

/** Collects what a use case does to records and turns it into the changes of one change set. */
final class ChangeWriter extends JpaSession implements Writer {

    private final RecordTables tables;
    private final Map<UUID, StoredRecord> added = new LinkedHashMap<>();
    private final Map<UUID, String> deleted = new LinkedHashMap<>();
    private final List<RecordPatch> patches = new ArrayList<>();

    ChangeWriter(final EntityManager entities, final RecordTables tables, final OpenDatabase database) {
        super(entities, database);
        this.tables = tables;
    }

    @Override
    public void add(final StoredRecord record) {
        tables.of(record.getClass().getSimpleName());
        if (record.getVersion() != 0) {
            throw new IllegalArgumentException(record + " is stored already");
        }
        added.put(record.getId(), record);
    }

    @Override
    public void delete(final Class<? extends StoredRecord> type, final UUID id) {
        if (added.remove(id) == null) {
            deleted.put(id, tables.of(type.getSimpleName()).type().name());
        }
    }

    @Override
    public void apply(final RecordPatch patch) {
        tables.of(patch.recordType());
        patches.add(patch);
    }

    @Override
    public <T extends StoredRecord> Optional<T> find(final Class<T> type, final UUID id) {
        final var fresh = added.get(id);
        return fresh == null ? super.find(type, id) : Optional.of(type.cast(fresh));
    }

    /** What is to be done, and what stands in its way. */
    record Collected(List<RecordChange> changes, List<Conflict> conflicts) {
    }

    /** Everything that was added, changed and deleted, in an order that the references between tables allow. */
    Collected collect(final Connection connection, final UUID changeSet, final Instant now, final UUID user) throws SQLException {
        final var changes = new ArrayList<RecordChange>();
        final var conflicts = new ArrayList<Conflict>();
        creations(tables, added.values(), changeSet, now, user, changes);
        updates(connection, now, user, changes, conflicts);
        patches(connection, now, user, changes, conflicts);
        deletions(connection, changes);
        return new Collected(changes, conflicts);
    }

    /** The creations of some records, in an order that the references between tables allow. */
    static void creations(final RecordTables tables, final Collection<StoredRecord> records, final UUID changeSet, final Instant now, final UUID user,
            final List<RecordChange> changes) {
        final Map<Class<?>, List<StoredRecord>> byType = new HashMap<>();
        records.forEach(record -> byType.computeIfAbsent(record.getClass(), type -> new ArrayList<>()).add(record));
        byType.keySet().stream().sorted(Comparator.comparingInt(type -> tables.order(type.getSimpleName()))).forEach(type -> {
            final var table = tables.of(type.getSimpleName());
            byType.get(type).forEach(record -> changes.add(creation(table, record, changeSet, now, user)));
        });
    }

    private static RecordChange creation(final RecordTable table, final StoredRecord record, final UUID changeSet, final Instant now,
            final UUID user) {
        final var values = table.valuesOf(record);
        values[table.indexOf("createdAt")] = now;
        values[table.indexOf("modifiedAt")] = now;
        values[table.indexOf("createdBy")] = user;
        values[table.indexOf("modifiedBy")] = user;
        values[table.indexOf("createdIn")] = changeSet;
        Validation.require(table.type(), values);
        return new RecordChange(Kind.CREATE, table.type().name(), record.getId(), new CreatedFields(table.fields(), values));
    }

    private void updates(final Connection connection, final Instant now, final UUID user, final List<RecordChange> changes,
            final List<Conflict> conflicts) throws SQLException {
        final var work = entities().unwrap(UnitOfWorkImpl.class);
        adoptReferencedAdditions(work);
        final var changed = work.getCurrentChanges();
        if (changed == null) {
            return;
        }
        final var dirty = new LinkedHashMap<StoredRecord, Set<String>>();
        for (final Object entry : changed.getAllChangeSets().values()) {
            final var object = (ObjectChangeSet) entry;
            final var entity = ((org.eclipse.persistence.internal.sessions.ObjectChangeSet) object).getUnitOfWorkClone();
            if (entity instanceof final StoredRecord record && !object.isNew() && object.hasChanges() && !deleted.containsKey(record.getId())) {
                dirty.put(record, new LinkedHashSet<>(object.getChangedAttributeNames()));
            }
        }
        final Map<String, List<StoredRecord>> byType =
                dirty.keySet().stream().collect(Collectors.groupingBy(record -> record.getClass().getSimpleName(), LinkedHashMap::new, Collectors.toList()));
        for (final var group : byType.entrySet()) {
            final var table = tables.of(group.getKey());
            final var rows = table.read(connection, group.getValue().stream().map(StoredRecord::getId).toList());
            for (final var record : group.getValue()) {
                final var row = rows.get(record.getId());
                if (row == null || row.version() != record.getVersion()) {
                    conflicts.add(new Conflict(group.getKey(), record.getId(), table.type().title(record), "", null, null, null));
                    continue;
                }
                final var fields = new LinkedHashMap<String, FieldChange>();
                for (final var name : dirty.get(record)) {
                    final int index = table.indexOf(name);
                    final var after = RecordTable.plain(table.fields().get(index).get(record));
                    if (!FieldChange.same(row.values()[index], after)) {
                        fields.put(name, new FieldChange(row.values()[index], after));
                    }
                }
                addUpdate(table, record.getId(), row, fields, now, user, changes);
            }
        }
    }

    /** EclipseLink refuses a changed record that names one it has never heard of; the others stay unknown to it, for the sake of imports. */
    private void adoptReferencedAdditions(final UnitOfWorkImpl work) {
        if (added.isEmpty()) {
            return;
        }
        for (final Object known : List.copyOf(work.getCloneMapping().keySet())) {
            for (final var mapping : work.getDescriptor(known).getMappings()) {
                if (mapping instanceof final ForeignReferenceMapping reference && reference.isAttributeValueFromObjectInstantiated(known)
                        && reference.getRealAttributeValueFromObject(known, work) instanceof final StoredRecord target
                        && added.get(target.getId()) == target) {
                    adopt(work, target);
                }
            }
        }
    }

    private void adopt(final UnitOfWorkImpl work, final StoredRecord record) {
        if (work.getCloneMapping().containsKey(record)) {
            return;
        }
        work.registerNewObject(record);
        for (final var mapping : work.getDescriptor(record).getMappings()) {
            if (mapping instanceof final ForeignReferenceMapping reference
                    && reference.getRealAttributeValueFromObject(record, work) instanceof final StoredRecord target
                    && added.get(target.getId()) == target) {
                adopt(work, target);
            }
        }
    }

    private void patches(final Connection connection, final Instant now, final UUID user, final List<RecordChange> changes,
            final List<Conflict> conflicts) throws SQLException {
        for (final var patch : patches) {
            final var table = tables.of(patch.recordType());
            final var row = table.read(connection, List.of(patch.id())).get(patch.id());
            if (row == null) {
                conflicts.add(new Conflict(patch.recordType(), patch.id(), table.type().label(), "", null, null, null));
                continue;
            }
            final var fields = new LinkedHashMap<String, FieldChange>();
            for (final var field : table.fields()) {
                final var wanted = patch.fields().get(field.name());
                if (wanted == null) {
                    continue;
                }
                final var current = row.values()[table.indexOf(field.name())];
                final var after = RecordTable.plain(wanted.after());
                if (!FieldChange.same(current, RecordTable.plain(wanted.before()))) {
                    conflicts.add(new Conflict(patch.recordType(), patch.id(), RecordTitles.of(table.type(), row.values()), field.name(),
                            wanted.before(), after, current));
                } else if (!FieldChange.same(current, after)) {
                    fields.put(field.name(), new FieldChange(current, after));
                }
            }
            addUpdate(table, patch.id(), row, fields, now, user, changes);
        }
    }

    /** The change of some fields of a row, valid and stamped; nothing where there are none. */
    static void addUpdate(final RecordTable table, final UUID id, final RecordTable.Row row, final Map<String, FieldChange> fields,
            final Instant now, final UUID user, final List<RecordChange> changes) {
        if (fields.isEmpty()) {
            return;
        }
        Validation.require(table.type(), field -> {
            final var change = fields.get(field.name());
            return change == null ? row.values()[table.indexOf(field.name())] : change.after();
        });
        final var before = row.values();
        fields.put("modifiedAt", new FieldChange(before[table.indexOf("modifiedAt")], now));
        if (!FieldChange.same(before[table.indexOf("modifiedBy")], user)) {
            fields.put("modifiedBy", new FieldChange(before[table.indexOf("modifiedBy")], user));
        }
        changes.add(new RecordChange(Kind.UPDATE, table.type().name(), id, fields));
    }

    private void deletions(final Connection connection, final List<RecordChange> changes) throws SQLException {
        final var byType = deleted.entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue,
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        final var order = new ArrayList<>(byType.keySet());
        order.sort(Comparator.comparingInt(tables::order).reversed());
        for (final var type : order) {
            final var table = tables.of(type);
            final var rows = table.read(connection, byType.get(type));
            for (final var id : byType.get(type)) {
                final var row = rows.get(id);
                if (row != null) {
                    changes.add(new RecordChange(Kind.DELETE, type, id, ChangeApplier.before(table, row)));
                }
            }
        }
    }
}
