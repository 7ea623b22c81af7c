// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.id.Ids;
import org.kontor.core.progress.Progress;
import org.kontor.model.StoredRecord;
import org.kontor.store.Cause;
import org.kontor.store.ChangeSet;
import org.kontor.store.ConflictException.Conflict;
import org.kontor.store.FieldChange;
import org.kontor.store.History;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordChange.Kind;
import org.kontor.store.internal.changes.ChangeLog;

/** Reads the audit log, and takes entries back by applying them the other way round. */
final class StoreHistory implements History {

    private static final int LOOK_BACK = 1_000;

    private final OpenStore store;

    StoreHistory(final OpenStore store) {
        this.store = store;
    }

    @Override
    public List<Operation> operations(final int offset, final int limit) {
        return store.connected(connection -> {
            final var found = new ArrayList<Operation>();
            for (final var first : store.log().newestOperations(connection, offset, limit)) {
                found.add(describe(connection, first.operation()).orElseThrow());
            }
            return found;
        });
    }

    @Override
    public Optional<Operation> operation(final UUID operation) {
        return store.connected(connection -> describe(connection, operation));
    }

    private Optional<Operation> describe(final Connection connection, final UUID operation) throws SQLException {
        final var entries = store.log().ofOperation(connection, operation);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        boolean undone = true;
        for (final var entry : entries) {
            undone = undone && store.log().isUndone(connection, entry.id());
        }
        return Optional.of(new Operation(operation, entries.getFirst(), entries.size(), entries.stream().mapToLong(ChangeSet::records).sum(), undone));
    }

    @Override
    public Optional<Operation> undoable() {
        return store.connected(connection -> {
            for (final var first : store.log().newestOperations(connection, 0, LOOK_BACK)) {
                if (first.cause() == Cause.SETUP || !mine(first)) {
                    continue;
                }
                if (first.cause() != Cause.UNDO && first.cause() != Cause.REDO) {
                    final var operation = describe(connection, first.operation()).orElseThrow();
                    if (!operation.undone()) {
                        return Optional.of(operation);
                    }
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public Optional<Operation> redoable() {
        return store.connected(connection -> {
            for (final var first : store.log().newestOperations(connection, 0, LOOK_BACK)) {
                if (!mine(first) || first.cause() == Cause.REDO) {
                    continue;
                }
                if (first.cause() != Cause.UNDO) {
                    return Optional.empty();
                }
                final var operation = describe(connection, first.operation()).orElseThrow();
                if (!operation.undone()) {
                    return Optional.of(operation);
                }
            }
            return Optional.empty();
        });
    }

    private boolean mine(final ChangeSet entry) {
        return entry.userName().equals(store.info().userName());
    }

    @Override
    public Outcome undo(final UUID operation, final Mode mode, final Progress progress) {
        final var entries = new ArrayList<>(store.connected(connection -> store.log().ofOperation(connection, operation)));
        if (entries.isEmpty()) {
            throw Messages.problem("history.unknown", operation).asException();
        }
        final var first = entries.getFirst();
        final boolean redo = first.cause() == Cause.UNDO;
        final var own = Ids.next();
        Collections.reverse(entries);
        progress.begin(Messages.text(redo ? "progress.redo" : "progress.undo", first.description()), entries.size());
        final var leftOut = new ArrayList<Conflict>();
        int changeSets = 0;
        long records = 0;
        for (final var entry : entries) {
            progress.checkCancelled();
            if (!store.connected(connection -> store.log().isUndone(connection, entry.id()))) {
                final var description = Messages.text(redo ? "history.redo" : "history.undo", original(first));
                final var conflicts = new ArrayList<Conflict>();
                final var commit = store.commit(OpenStore.own(redo ? Cause.REDO : Cause.UNDO, description, own), Optional.of(entry.id()),
                        (connection, draft) -> takeBack(connection, entry, mode, draft, conflicts));
                leftOut.addAll(conflicts);
                changeSets += commit.changeSet().sequence() == 0 ? 0 : 1;
                records += commit.changeSet().records();
            }
            progress.worked(1);
        }
        if (changeSets == 0 && leftOut.isEmpty()) {
            throw Messages.problem("history.undone", first.description()).asException();
        }
        return new Outcome(own, changeSets, records, List.copyOf(leftOut));
    }

    /** The description of what was done first, however often it was undone and redone since. */
    private String original(final ChangeSet entry) {
        ChangeSet current = entry;
        while (current.undoOf().isPresent()) {
            final var source = current.undoOf().get();
            final var before = store.connected(connection -> store.log().byId(connection, source));
            if (before.isEmpty()) {
                break;
            }
            current = before.get();
        }
        return current.description();
    }

    private List<RecordChange> takeBack(final Connection connection, final ChangeSet entry, final Mode mode, final ChangeSet draft,
            final List<Conflict> leftOut) throws SQLException {
        leftOut.clear(); // of an attempt before this one that a deadlock ended
        final var inverse = new ArrayList<RecordChange>();
        for (final var part : store.log().parts(connection, entry.sequence())) {
            part.changes().forEach(change -> inverse.add(inverse(change)));
        }
        Collections.reverse(inverse);
        final var applied = new ChangeApplier(store.tables(), false).apply(connection, ascendingWithinType(inverse));
        if (!applied.conflicts().isEmpty()) {
            if (mode == Mode.ALL_OR_NOTHING) {
                throw OpenStore.conflict(applied.conflicts());
            }
            leftOut.addAll(applied.conflicts());
        }
        return applied.done();
    }

    /**
     * Deletions of many records of one type follow their identifiers, so that the audit log keeps them together; no record of a type that
     * refers to its own kind is moved.
     */
    private List<RecordChange> ascendingWithinType(final List<RecordChange> changes) {
        final var sorted = new ArrayList<RecordChange>(changes.size());
        int from = 0;
        while (from < changes.size()) {
            final var first = changes.get(from);
            int to = from + 1;
            while (to < changes.size() && changes.get(to).kind() == first.kind() && changes.get(to).recordType().equals(first.recordType())) {
                to++;
            }
            final var run = new ArrayList<>(changes.subList(from, to));
            final var type = store.tables().of(first.recordType()).type();
            final boolean refersToItself = type.fields().stream().anyMatch(field -> field.target().filter(target -> target == type.javaType()).isPresent());
            if (first.kind() == Kind.DELETE && !refersToItself) {
                run.sort(Comparator.comparing(RecordChange::id, (one, another) -> {
                    final int high = Long.compareUnsigned(one.getMostSignificantBits(), another.getMostSignificantBits());
                    return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), another.getLeastSignificantBits());
                }));
            }
            sorted.addAll(run);
            from = to;
        }
        return sorted;
    }

    private static RecordChange inverse(final RecordChange change) {
        final var fields = new LinkedHashMap<String, FieldChange>();
        change.fields().forEach((name, field) -> fields.put(name, new FieldChange(field.after(), field.before())));
        final var kind = switch (change.kind()) {
            case CREATE -> Kind.DELETE;
            case UPDATE -> Kind.UPDATE;
            case DELETE -> Kind.CREATE;
        };
        return new RecordChange(kind, change.recordType(), change.id(), fields);
    }

    @Override
    public List<TimelineEntry> timeline(final Class<? extends StoredRecord> type, final UUID id, final int limit) {
        return store.connected(connection -> {
            final var found = new ArrayList<TimelineEntry>();
            final Map<Long, ChangeSet> entries = new HashMap<>();
            for (final var placed : store.log().partsOf(connection, type.getSimpleName(), id, limit)) {
                for (final var change : placed.part().changes()) {
                    if (change.id().equals(id)) {
                        var entry = entries.get(placed.sequence());
                        if (entry == null) {
                            entry = store.log().at(connection, placed.sequence()).orElseThrow();
                            entries.put(placed.sequence(), entry);
                        }
                        found.add(new TimelineEntry(entry, change));
                    }
                }
            }
            found.sort(Comparator.comparingLong((TimelineEntry entry) -> entry.changeSet().sequence()).reversed());
            return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
        });
    }

    @Override
    public List<RecordChange> changes(final UUID changeSet) {
        return store.connected(connection -> {
            final var entry = store.log().byId(connection, changeSet);
            if (entry.isEmpty()) {
                throw Messages.problem("history.unknown", changeSet).asException();
            }
            final var found = new ArrayList<RecordChange>();
            for (final ChangeLog.Part part : store.log().parts(connection, entry.get().sequence())) {
                found.addAll(part.changes());
            }
            return found;
        });
    }
}
