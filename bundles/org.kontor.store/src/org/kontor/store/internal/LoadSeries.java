// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import jakarta.persistence.EntityManagerFactory;

import org.kontor.core.id.Ids;
import org.kontor.core.progress.Progress;
import org.kontor.store.ChangeSet;
import org.kontor.store.Commit;
import org.kontor.store.Intent;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordChange.Kind;
import org.kontor.store.Writer;
import org.kontor.store.database.BulkLoad;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.internal.changes.ChangeLog;
import org.kontor.store.internal.changes.ChangeLog.Part;
import org.kontor.store.internal.changes.CreatedFields;
import org.kontor.store.internal.records.RecordTable;
import org.kontor.store.internal.records.RecordTable.NewRow;
import org.kontor.store.internal.records.RecordTables;

/**
 * The change sets of a load. Rows of its own type go straight into the new table, which nobody sees. Everything that others could see, and would
 * have to wait for, is kept until the end: rows of other types, and the audit log, encoded on a thread of its own. For whoever holds the
 * store's write lock.
 */
final class LoadSeries implements AutoCloseable {

    /** Fewer records are as well written by {@link org.kontor.store.Store#write}. */
    static final long WORTHWHILE = 50_000;

    private static final int BYTES_A_ROW = 256;
    private static final int MOST_OTHERS = 100_000;
    private static final int PART_OF_MEMORY = 8;
    private static final int ENCODED_AHEAD = 1;

    private final Ground ground;
    private final Intent intent;
    private final RecordTable table;
    private final RecordTable.PlainRows plain;
    private final Author author;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("kontor-audit-", 0).factory());
    private final Map<UUID, LoadWriter.Waiting> waiting = new LinkedHashMap<>();
    private final Map<UUID, Integer> unknown = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final AtomicLong encoded = new AtomicLong();
    private Optional<BulkLoad> load = Optional.empty();
    private long rows;

    /** What a series works with. */
    record Ground(RecordTables tables, ChangeLog log, ReferenceCheck references, EntityManagerFactory factory, OpenDatabase database,
            InstantSource clock, ReferenceCheck.SqlAccess connections) {
    }

    /** Who does it. */
    record Author(Optional<UUID> userId, String userName, String client) {
    }

    /** A change set with its hash and its changes, encoded. */
    private record Sealed(ChangeSet changeSet, List<Part> parts) {
    }

    /** A change set that is on its way. */
    private record Entry(Set<String> types, CompletableFuture<Sealed> sealed) {
    }

    LoadSeries(final Ground ground, final Intent intent, final RecordTable table, final Author author) {
        this.ground = ground;
        this.intent = intent;
        this.table = table;
        this.plain = table.new PlainRows();
        this.author = author;
    }

    /** Whether the table is worth to be built anew, and can be. */
    boolean begin(final Connection connection, final long expected) throws SQLException {
        rows = table.count(connection);
        if (rows > Math.min(expected, most() / 2)) {
            return false;
        }
        load = table.load(connection);
        return load.isPresent();
    }

    private static long most() {
        return Runtime.getRuntime().maxMemory() / BYTES_A_ROW;
    }

    /** Writes everything but the commit. */
    ChangeLog.Head run(final Connection connection, final ChangeLog.Head head, final Predicate<Writer> next, final Progress progress)
            throws SQLException {
        load.get().build(() -> rows(head, next), progress);
        if (entries.isEmpty()) {
            return head;
        }
        load.get().enter(progress);
        insertOthers(connection);
        for (final var entry : entries) {
            final var sealed = join(entry.sealed());
            ground.log().write(connection, sealed.changeSet(), sealed.parts());
        }
        load.get().replace();
        requireUnknown(connection);
        final var last = join(entries.getLast().sealed()).changeSet();
        return new ChangeLog.Head(last.sequence(), last.hash());
    }

    /** What was named had to be there then, or undoing change set by change set would leave a reference to nothing. */
    private void requireUnknown(final Connection connection) throws SQLException {
        final Map<Object, Integer> order = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            order.put(join(entries.get(i).sealed()).changeSet().id(), i);
        }
        final var found = table.read(connection, unknown.keySet());
        for (final var named : unknown.entrySet()) {
            final var row = found.get(named.getKey());
            if (row == null || order.getOrDefault(row.values()[table.indexOf("createdIn")], -1) > named.getValue()) {
                throw Messages.problem("store.dangling", table.type().label(), named.getKey()).asException();
            }
        }
    }

    private void insertOthers(final Connection connection) throws SQLException {
        final Map<RecordTable, List<NewRow>> byTable = new LinkedHashMap<>();
        waiting.forEach((id, record) -> byTable.computeIfAbsent(record.table(), type -> new ArrayList<>()).add(new NewRow(id, record.values())));
        for (final var entry : byTable.entrySet()) {
            entry.getKey().insert(connection, entry.getValue());
        }
    }

    /** The rows of the next change set that has some. */
    private List<Object[]> rows(final ChangeLog.Head head, final Predicate<Writer> next) {
        while (rows < most() && waiting.size() < MOST_OTHERS && encoded.get() < Runtime.getRuntime().maxMemory() / PART_OF_MEMORY) {
            final var entities = ground.factory().createEntityManager();
            try {
                final var writer = new LoadWriter(entities, ground.tables(), ground.database(), waiting);
                if (!next.test(writer)) {
                    return null;
                }
                final var found = take(head, writer);
                if (!found.isEmpty()) {
                    return found;
                }
            } finally {
                entities.close();
            }
        }
        return null;
    }

    private List<Object[]> take(final ChangeLog.Head head, final LoadWriter writer) {
        final var id = Ids.next();
        final var at = ground.clock().instant().truncatedTo(ChronoUnit.MICROS);
        final var changes = writer.collect(id, at, author.userId().orElse(null));
        if (changes.isEmpty()) {
            return List.of();
        }
        final var own = new ArrayList<RecordChange>(changes.size());
        final var name = table.type().name();
        for (final var change : changes) {
            if (change.kind() == Kind.CREATE && change.recordType().equals(name)) {
                own.add(change);
            } else {
                keep(change, writer);
            }
        }
        check(changes, writer);
        entries.add(new Entry(types(changes), seal(head, id, at, changes)));
        if (entries.size() > ENCODED_AHEAD) {
            join(entries.get(entries.size() - 1 - ENCODED_AHEAD).sealed());
        }
        rows += own.size();
        final var cells = new Object[table.fields().size() + 2];
        return new AbstractList<>() {
            @Override
            public Object[] get(final int index) {
                return plain.fill(cells, new NewRow(own.get(index).id(), ((CreatedFields) own.get(index).fields()).cells()));
            }

            @Override
            public int size() {
                return own.size();
            }
        };
    }

    private static Set<String> types(final List<RecordChange> changes) {
        final var types = new HashSet<String>();
        changes.forEach(change -> types.add(change.recordType()));
        return types;
    }

    /** Records of the load's own type that are named are in the new table already, or nowhere: they are looked up at the end. */
    private void check(final List<RecordChange> changes, final LoadWriter writer) {
        try {
            final var absent = ground.references().absent(ground.connections(), changes,
                    id -> waiting.containsKey(id) || writer.added(id) != null);
            final var own = absent.remove(table.type().name());
            ground.connections().apply(connection -> {
                ground.references().require(connection, absent);
                return Set.of();
            });
            if (own != null) {
                own.forEach(id -> unknown.putIfAbsent(id, entries.size()));
            }
        } catch (SQLException failed) {
            throw new jakarta.persistence.PersistenceException(failed);
        }
    }

    private CompletableFuture<Sealed> seal(final ChangeLog.Head head, final UUID id, final java.time.Instant at, final List<RecordChange> changes) {
        final long sequence = head.sequence() + entries.size() + 1;
        final var before = entries.isEmpty() ? null : entries.getLast().sealed();
        return CompletableFuture.supplyAsync(() -> {
            final var parts = ChangeLog.encode(changes);
            parts.forEach(part -> encoded.addAndGet(part.payload().length));
            final var previous = before == null ? head.hash() : before.join().changeSet().hash();
            return new Sealed(ChangeLog.seal(new ChangeSet(sequence, id, at, author.userId(), author.userName(), author.client(), intent.cause(),
                    intent.description(), intent.operation(), Optional.empty(), changes.size(), "", previous), parts), parts);
        }, thread);
    }

    private static Sealed join(final CompletableFuture<Sealed> sealed) {
        try {
            return sealed.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof final RuntimeException cause ? cause : failed;
        }
    }

    private void keep(final RecordChange change, final LoadWriter writer) {
        if (change.kind() == Kind.CREATE) {
            waiting.put(change.id(), new LoadWriter.Waiting(ground.tables().of(change.recordType()), writer.added(change.id()),
                    ((CreatedFields) change.fields()).cells()));
            return;
        }
        final var before = waiting.get(change.id());
        final var values = before.values().clone();
        change.fields().forEach((name, field) -> values[before.table().indexOf(name)] = field.after());
        waiting.put(change.id(), new LoadWriter.Waiting(before.table(), before.record(), values));
    }

    /** What the change sets are to those who listen. */
    List<Commit> commits() {
        return entries.stream().map(entry -> new Commit(join(entry.sealed()).changeSet(), entry.types(), List.of())).toList();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
