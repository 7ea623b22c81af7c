// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.kontor.model.RecordType;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordColumn;

/** What is read from the store for a table: which records, in which order, and which values for each column. Immutable, but can be told that nobody waits any longer. */
public final class RecordQuery implements PageCache.Source<Row> {

    /** Runs a piece of reading. */
    public interface Reading {

        /**
         * @param work what to read
         * @param <R>  what comes out of it
         * @return what {@code work} returned
         */
        <R> R read(Function<Session, R> work);
    }

    private static final int IN_ONE = 400;

    private final Reading reading;
    private final Query<?> query;
    private final List<RecordColumn> columns;
    private final List<String> paths = new ArrayList<>();
    private final Map<RecordColumn, Integer> offsets = new HashMap<>();
    private final Set<Session> running = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /**
     * @param reading how to read
     * @param type    the record type
     * @param columns the columns
     * @param sorts   the order
     * @param filter  which records; empty for all
     */
    public RecordQuery(final Reading reading, final RecordType<?> type, final List<RecordColumn> columns, final List<ListView.Sort> sorts,
            final Optional<Filter> filter) {
        this.reading = reading;
        this.columns = List.copyOf(columns);
        Query<?> all = Query.of(type.javaType());
        if (filter.isPresent()) {
            all = all.where(filter.get());
        }
        for (final var sort : sorts) {
            if (RecordColumn.exists(type, sort.path())) {
                for (final var order : RecordColumn.of(type, sort.path()).order(sort.ascending())) {
                    all = all.orderBy(order.path(), order.ascending());
                }
            }
        }
        query = all;
        paths.add("id");
        for (final var column : columns) {
            if (offsets.putIfAbsent(column, paths.size()) == null) {
                paths.addAll(column.paths());
            }
        }
    }

    @Override
    public List<Row> rows(final int offset, final int limit) {
        return wanted(session -> session.rows(query.page(offset, limit), paths)).stream().map(values -> new Row(this, values)).toList();
    }

    /**
     * Some of the records, in the order of the query.
     *
     * @param ids    which
     * @param pulse  called between pieces of work; may throw to stop
     * @return their rows; records that are gone or not of the query are left out
     */
    public List<Row> only(final List<UUID> ids, final Runnable pulse) {
        if (ids.size() <= IN_ONE) {
            return reading.read(session -> session.rows(query.where(new Filter.In("id", ids)), paths)).stream().map(values -> new Row(this, values)).toList();
        }
        final var wanted = new HashSet<>(ids);
        final var found = new ArrayList<Row>();
        reading.read(session -> {
            session.each(query, paths, values -> {
                pulse.run();
                if (wanted.remove(values[0])) {
                    found.add(new Row(this, values));
                }
                return !wanted.isEmpty();
            });
            return null;
        });
        return found;
    }

    /** @return how many records there are */
    public long count() {
        return wanted(session -> session.count(query));
    }

    /** Ends {@link #rows} and {@link #count}, from any thread, because nobody waits for them any longer; they then throw. */
    public void cancel() {
        cancelled = true;
        running.forEach(Session::cancel);
    }

    private <R> R wanted(final Function<Session, R> work) {
        return reading.read(session -> {
            running.add(session);
            try {
                if (cancelled) {
                    throw new CancellationException();
                }
                return work.apply(session);
            } finally {
                running.remove(session);
            }
        });
    }

    /** @return how to read */
    public Reading reading() {
        return reading;
    }

    /** @return which records in which order */
    public Query<?> query() {
        return query;
    }

    /** @return the columns from left to right */
    public List<RecordColumn> columns() {
        return columns;
    }

    /** @return what is read of each record; the identifier comes first */
    public List<String> paths() {
        return paths;
    }

    /**
     * @param column a column
     * @return where its values start in a row; -1 where they are not read
     */
    public int offset(final RecordColumn column) {
        return offsets.getOrDefault(column, -1);
    }

    /**
     * @param other another query
     * @return whether rows that were read for this one serve the other too
     */
    public boolean serves(final RecordQuery other) {
        return query.equals(other.query) && offsets.keySet().containsAll(other.columns);
    }
}
