// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.queries.CursoredStream;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;
import org.kontor.store.internal.query.CriteriaQueries;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Query;

/** Reads through one entity manager. */
class JpaSession implements Session {

    private static final int ROWS_AT_ONCE = 500;

    private final EntityManager entities;

    JpaSession(final EntityManager entities) {
        this.entities = entities;
    }

    final EntityManager entities() {
        return entities;
    }

    @Override
    public <T extends StoredRecord> Optional<T> find(final Class<T> type, final UUID id) {
        return Optional.ofNullable(entities.find(type, id));
    }

    @Override
    public <T extends StoredRecord> List<T> list(final Query<T> query) {
        return page(entities.createQuery(CriteriaQueries.records(entities, query)), query).getResultList();
    }

    @Override
    public long count(final Query<?> query) {
        return entities.createQuery(CriteriaQueries.count(entities, query)).getSingleResult();
    }

    @Override
    public List<Object[]> rows(final Query<?> query, final List<String> paths) {
        return arrays(page(entities.createQuery(CriteriaQueries.rows(entities, query, paths)), query).getResultList());
    }

    @Override
    public void each(final Query<?> query, final List<String> paths, final Predicate<Object[]> row) {
        final var all = page(entities.createQuery(CriteriaQueries.rows(entities, query, paths)), query);
        all.setHint(QueryHints.CURSOR, HintValues.TRUE).setHint(QueryHints.CURSOR_PAGE_SIZE, ROWS_AT_ONCE)
                .setHint(QueryHints.CURSOR_INITIAL_SIZE, ROWS_AT_ONCE).setHint(QueryHints.JDBC_FETCH_SIZE, ROWS_AT_ONCE);
        final var stream = (CursoredStream) (Object) all.getSingleResult();
        try {
            while (stream.hasMoreElements() && row.test(array(stream.read()))) {
                stream.releasePrevious();
            }
        } finally {
            stream.close();
        }
    }

    @Override
    public List<Object[]> groups(final Query<?> query, final List<String> groupBy, final List<Aggregate> measures) {
        return arrays(entities.createQuery(CriteriaQueries.groups(entities, query, groupBy, measures)).getResultList());
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
