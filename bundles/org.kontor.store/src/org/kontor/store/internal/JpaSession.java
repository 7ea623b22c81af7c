// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;

import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.queries.CursoredStream;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.internal.query.CriteriaQueries;
import org.kontor.store.internal.query.PageReading;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Query;

/** Reads through one entity manager. */
class JpaSession implements Session {

    private static final int ROWS_AT_ONCE = 500;

    private final EntityManager entities;
    private final OpenDatabase database;
    private final Thread reader = Thread.currentThread();
    private volatile boolean cancelled;
    private final Object ending = new Object();
    private boolean over;

    JpaSession(final EntityManager entities, final OpenDatabase database) {
        this.entities = entities;
        this.database = database;
    }

    final EntityManager entities() {
        return entities;
    }

    @Override
    public <T extends StoredRecord> Optional<T> find(final Class<T> type, final UUID id) {
        return unlessCancelled(() -> Optional.ofNullable(entities.find(type, id)));
    }

    @Override
    public <T extends StoredRecord> List<T> list(final Query<T> query) {
        return unlessCancelled(() -> page(entities.createQuery(CriteriaQueries.records(entities, query)), query).getResultList());
    }

    @Override
    public long count(final Query<?> query) {
        return unlessCancelled(() -> entities.createQuery(CriteriaQueries.count(entities, query)).getSingleResult());
    }

    @Override
    public List<Object[]> rows(final Query<?> query, final List<String> paths) {
        return PageReading.suits(query) ? new PageReading(this::atOnce, this::count).read(query, paths) : atOnce(query, paths);
    }

    private List<Object[]> atOnce(final Query<?> query, final List<String> paths) {
        return unlessCancelled(() -> arrays(page(entities.createQuery(CriteriaQueries.rows(entities, query, paths)), query).getResultList()));
    }

    @Override
    public void each(final Query<?> query, final List<String> paths, final Predicate<Object[]> row) {
        final var handedOut = new AtomicBoolean();
        unlessCancelled(() -> {
            stream(query, paths, values -> {
                handedOut.set(true);
                return row.test(values);
            });
            return null;
        }, () -> !handedOut.get());
    }

    private void stream(final Query<?> query, final List<String> paths, final Predicate<Object[]> row) {
        final var all = page(entities.createQuery(CriteriaQueries.rows(entities, query, paths)), query);
        all.setHint(QueryHints.CURSOR, HintValues.TRUE).setHint(QueryHints.CURSOR_PAGE_SIZE, ROWS_AT_ONCE)
                .setHint(QueryHints.CURSOR_INITIAL_SIZE, ROWS_AT_ONCE).setHint(QueryHints.JDBC_FETCH_SIZE, ROWS_AT_ONCE);
        final var stream = (CursoredStream) (Object) all.getSingleResult();
        try {
            while (!cancelled && stream.hasMoreElements() && row.test(array(stream.read()))) {
                stream.releasePrevious();
            }
        } finally {
            stream.close();
        }
    }

    @Override
    public List<Object[]> groups(final Query<?> query, final List<String> groupBy, final List<Aggregate> measures) {
        return unlessCancelled(() -> arrays(entities.createQuery(CriteriaQueries.groups(entities, query, groupBy, measures)).getResultList()));
    }

    @Override
    public final void cancel() {
        synchronized (ending) {
            if (!over) {
                cancelled = true;
                database.cancelStatement(reader);
            }
        }
    }

    /** The thread reads for somebody else from now on; a cancellation that comes late must not meet that one's statement. */
    final void end() {
        synchronized (ending) {
            over = true;
        }
    }

    final boolean isCancelled() {
        return cancelled;
    }

    private <R> R unlessCancelled(final Supplier<R> read) {
        return unlessCancelled(read, () -> true);
    }

    /** Whatever the engine says of a statement that was ended on purpose, it was ended on purpose. */
    private <R> R unlessCancelled(final Supplier<R> read, final BooleanSupplier again) {
        return Deadlock.outlive(() -> {
            requireWanted();
            try {
                final var result = read.get();
                requireWanted();
                return result;
            } catch (PersistenceException failed) {
                requireWanted();
                throw failed;
            }
        }, again);
    }

    private void requireWanted() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    private static <T> TypedQuery<T> page(final TypedQuery<T> typed, final Query<?> query) {
        if (query.offset() > 0) {
            typed.setFirstResult(query.offset());
        }
        if (query.limit() > 0) {
            typed.setMaxResults(query.limit());
        }
        return typed;
    }

    /** A selection of one column comes as bare values. */
    private static List<Object[]> arrays(final List<?> rows) {
        return rows.stream().map(JpaSession::array).toList();
    }

    private static Object[] array(final Object row) {
        return row instanceof final Object[] values ? values : new Object[] {row};
    }
}
