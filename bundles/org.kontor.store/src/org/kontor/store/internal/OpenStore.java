// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;

import org.kontor.core.id.Ids;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.StoredRecord;
import org.kontor.model.User;
import org.kontor.store.Cause;
import org.kontor.store.ChangeSet;
import org.kontor.store.Commit;
import org.kontor.store.ConflictException;
import org.kontor.store.ConflictException.Conflict;
import org.kontor.store.Finding;
import org.kontor.store.History;
import org.kontor.store.Intent;
import org.kontor.store.RecordChange;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.StoreInfo;
import org.kontor.store.Writer;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.internal.changes.ChangeLog;
import org.kontor.store.internal.records.RecordTables;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** A store that is open: sessions, change sets and their history on one database. */
final class OpenStore implements Store {

    private static final Logger LOG = System.getLogger(OpenStore.class.getName());
    private static final int CHANGES_TOLD = 5_000;
    private static final int CONFLICTS_TOLD = 1_000;

    private final FolderGround ground;
    private final OpenDatabase database;
    private final RecordTables tables;
    private final ChangeLog log;
    private final ReferenceCheck references;
    private final EntityManagerFactory factory;
    private final InstantSource clock;
    private final Optional<Path> temporary;
    private final AheadEncoding encoding = new AheadEncoding();
    private final StoreHistory history = new StoreHistory(this);
    private final ReentrantLock writing = new ReentrantLock(true);
    private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closing;
    private StoreInfo info;

    OpenStore(final FolderGround ground, final OpenDatabase database, final RecordTables tables, final ChangeLog log,
            final EntityManagerFactory factory, final InstantSource clock, final StoreInfo info, final Optional<Path> temporary) {
        this.ground = ground;
        this.database = database;
        this.tables = tables;
        this.log = log;
        this.references = new ReferenceCheck(tables);
        this.factory = factory;
        this.clock = clock;
        this.info = info;
        this.temporary = temporary;
    }

    @Override
    public StoreInfo info() {
        synchronized (this) {
            return info;
        }
    }

    /** Looks up the record of the user who works, which an initializer, an import or the demo may just have brought. */
    void findUser() {
        final var found = read(session -> session.rows(Query.of(User.class).where(Filter.equal("userName", info().userName())).page(0, 1), List.of("id")));
        synchronized (this) {
            info = new StoreInfo(info.id(), info.folder(), info.engine(), info.schemaVersion(), info.encrypted(), info.readOnly(),
                    found.isEmpty() ? Optional.empty() : Optional.of((UUID) found.getFirst()[0]), info.userName());
        }
    }

    @Override
    public <R> R read(final Function<Session, R> work) {
        return whileOpen(() -> {
            try {
                return read(factory.createEntityManager(), work);
            } catch (PersistenceException failed) {
                throw explained(failed);
            }
        });
    }

    /** Whatever goes wrong, of a closed store nobody waits for it. */
    private <R> R whileOpen(final Supplier<R> read) {
        try {
            return read.get();
        } catch (RuntimeException failed) {
            throw closing ? cancelled("the store was closed", failed) : failed;
        }
    }

    private <R> R read(final EntityManager entities, final Function<Session, R> work) {
        final var session = new JpaSession(entities, database);
        try {
            return work.apply(session);
        } catch (PersistenceException failed) {
            throw session.isCancelled() ? cancelled("nobody waits for it", failed) : failed;
        } finally {
            session.end();
            if (entities.isOpen()) {
                entities.close();
            }
        }
    }

    private static CancellationException cancelled(final String why, final RuntimeException failed) {
        final var cancelled = new CancellationException(why);
        cancelled.initCause(failed);
        return cancelled;
    }

    @Override
    public Commit write(final Intent intent, final Consumer<Writer> work) {
        requireWritable();
        final var entities = factory.createEntityManager();
        final var writer = new ChangeWriter(entities, tables, database);
        writing.lock();
        try {
            work.accept(writer);
            return commit(intent, Optional.empty(), (connection, draft) -> {
                final var collected = writer.collect(connection, draft.id(), draft.at(), draft.userId().orElse(null));
                refuse(collected.conflicts());
                encoding.expect(collected.changes());
                final var applied = new ChangeApplier(tables, true).apply(connection, collected.changes());
                refuse(applied.conflicts());
                return applied.done();
            });
        } catch (PersistenceException failed) {
            throw explained(failed);
        } finally {
            writing.unlock();
            writer.end();
            entities.close();
        }
    }

    @Override
    public boolean load(final Intent intent, final Class<? extends StoredRecord> type, final long expected, final Predicate<Writer> next,
            final Progress progress) {
        requireWritable();
        if (expected < LoadSeries.WORTHWHILE) {
            return false;
        }
        final List<Commit> commits;
        writing.lock();
        try (var connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try (var series = new LoadSeries(new LoadSeries.Ground(tables, log, references, factory, database, clock, this::connected), intent,
                    tables.of(type.getSimpleName()), new LoadSeries.Author(info().userId(), info().userName(), ground.client()))) {
                if (!series.begin(connection, expected)) {
                    return false;
                }
                final var head = log.head(connection);
                final var last = series.run(connection, head, next, progress);
                if (last.sequence() > head.sequence()) {
                    ground.announce(head.sequence(), last.sequence(), last.hash());
                    connection.commit();
                    done = true;
                    ground.confirm(last.sequence());
                }
                commits = series.commits();
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw problem(failed);
        } catch (PersistenceException failed) {
            throw explained(failed);
        } finally {
            writing.unlock();
        }
        if (commits.stream().anyMatch(commit -> commit.recordTypes().contains(User.class.getSimpleName()))) {
            findUser();
        }
        commits.forEach(this::tell);
        return true;
    }

    private RuntimeException explained(final PersistenceException failed) {
        return database.explain(failed).<RuntimeException>map(known -> known.asException(failed)).orElse(failed);
    }

    /** What makes changes within the transaction of a change set that is about to be written. */
    @FunctionalInterface
    interface Work {
        List<RecordChange> run(Connection connection, ChangeSet draft) throws SQLException;
    }

    /** One change set, all or nothing, on disk when this returns. The work may be run several times. */
    Commit commit(final Intent intent, final Optional<UUID> undoOf, final Work work) {
        requireWritable();
        final Commit commit;
        writing.lock();
        try (var connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                commit = Deadlock.outlive(() -> attempt(connection, intent, undoOf, work));
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw problem(failed);
        } finally {
            writing.unlock();
        }
        if (commit.recordTypes().isEmpty()) {
            return commit;
        }
        if (commit.recordTypes().contains(User.class.getSimpleName())) {
            findUser();
        }
        tell(commit);
        return commit;
    }

    private Commit attempt(final Connection connection, final Intent intent, final Optional<UUID> undoOf, final Work work) throws SQLException {
        boolean done = false;
        try {
            final var head = log.head(connection);
            final var draft = new ChangeSet(head.sequence() + 1, Ids.next(), clock.instant().truncatedTo(ChronoUnit.MICROS), info().userId(),
                    info().userName(), ground.client(), intent.cause(), intent.description(), intent.operation(), undoOf, 0, "", head.hash());
            final var changes = work.run(connection, draft);
            if (changes.isEmpty()) {
                return new Commit(new ChangeSet(0, draft.id(), draft.at(), draft.userId(), draft.userName(), draft.client(), draft.cause(),
                        draft.description(), draft.operation(), undoOf, 0, head.hash(), head.hash()), Set.of(), List.of());
            }
            references.check(connection, changes);
            final var sealed = log.append(connection, new ChangeSet(draft.sequence(), draft.id(), draft.at(), draft.userId(), draft.userName(),
                    draft.client(), draft.cause(), draft.description(), draft.operation(), undoOf, changes.size(), "", head.hash()), encoding.of(changes));
            ground.announce(head.sequence(), sealed.sequence(), sealed.hash());
            connection.commit();
            done = true;
            ground.confirm(sealed.sequence());
            return new Commit(sealed, changes.stream().map(RecordChange::recordType).collect(Collectors.toSet()),
                    changes.size() > CHANGES_TOLD ? List.of() : changes);
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private void tell(final Commit commit) {
        for (final var listener : listeners) {
            try {
                listener.accept(commit);
            } catch (RuntimeException broken) {
                LOG.log(Level.ERROR, "a listener of change sets failed", broken);
            }
        }
    }

    private static void refuse(final List<Conflict> conflicts) {
        if (!conflicts.isEmpty()) {
            throw conflict(conflicts);
        }
    }

    static ConflictException conflict(final List<Conflict> conflicts) {
        final var first = conflicts.getFirst();
        return new ConflictException(Messages.problem("store.conflict", first.title(), conflicts.size()),
                conflicts.size() > CONFLICTS_TOLD ? conflicts.subList(0, CONFLICTS_TOLD) : conflicts);
    }

    private void requireWritable() {
        if (info().readOnly()) {
            throw Messages.problem("store.readonly", info().folder()).asException();
        }
    }

    /** Reads something that needs a connection of its own, several times if need be. */
    <R> R connected(final SqlFunction<R> work) {
        return whileOpen(() -> {
            try {
                return Deadlock.outlive(() -> {
                    try (var connection = database.dataSource().getConnection()) {
                        return work.apply(connection);
                    }
                });
            } catch (SQLException failed) {
                throw problem(failed);
            }
        });
    }

    /** What the engine knows of a failure, else what every engine's states mean. */
    private ProblemException problem(final SQLException failed) {
        return database.explain(failed).map(known -> known.asException(failed)).orElseGet(() -> SqlProblems.of(failed));
    }

    /** Something done with a connection. */
    @FunctionalInterface
    interface SqlFunction<R> {
        R apply(Connection connection) throws SQLException;
    }

    RecordTables tables() {
        return tables;
    }

    ChangeLog log() {
        return log;
    }

    /** Starts an intent of the store's own. */
    static Intent own(final Cause cause, final String description, final UUID operation) {
        return new Intent(cause, description, operation);
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public Runnable subscribe(final Consumer<Commit> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public String contentHash(final Progress progress) {
        return connected(connection -> ContentHash.of(connection, tables, progress));
    }

    @Override
    public List<Finding> verify(final Progress progress) {
        return connected(connection -> new Verification(connection, database, ground, tables, log).run(progress));
    }

    @Override
    public void backup(final Path file, final Progress progress) {
        ground.backup(database, file, head(), contentHash(progress), progress);
    }

    /** The end of the audit log. */
    ChangeLog.Head head() {
        return connected(log::head);
    }

    @Override
    public void whenWanted(final BooleanSupplier show) {
        ground.whenWanted(show);
    }

    @Override
    public Optional<Instant> newestBackup() {
        return ground.newestBackup();
    }

    @Override
    public void close() {
        writing.lock();
        if (closing) { // once is enough
            writing.unlock();
            return;
        }
        try {
            closing = true;
            listeners.clear();
            encoding.close();
            factory.close();
            database.close();
        } finally {
            writing.unlock();
            ground.close();
            StoreOpener.discard(temporary);
        }
    }
}
