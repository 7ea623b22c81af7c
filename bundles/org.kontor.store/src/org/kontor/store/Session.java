// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.kontor.model.StoredRecord;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Query;

/**
 * A short look at the records. For one thread, but for {@link #cancel}, and only within the call that handed it out.
 *
 * @since 0.1
 */
public interface Session {

    /**
     * @param type the record's type
     * @param id   its identifier
     * @param <T>  the entity
     * @return the record, or empty where there is none
     */
    <T extends StoredRecord> Optional<T> find(Class<T> type, UUID id);

    /**
     * The records of a page, as entities. For tables and sums prefer {@link #rows}, which loads only what is shown.
     *
     * @param query what to read
     * @param <T>   the entity
     * @return the records in the order of the query
     */
    <T extends StoredRecord> List<T> list(Query<T> query);

    /**
     * @param query what to count; order and page do not matter
     * @return how many records there are
     */
    long count(Query<?> query);

    /**
     * Some fields of a page of records.
     *
     * @param query what to read
     * @param paths fields, such as {@code name}, {@code account.name} or {@code id}; a path that ends at a reference gives the identifier
     *              (UUID) of the record it names
     * @return for each record its values in the order of the paths
     */
    List<Object[]> rows(Query<?> query, List<String> paths);

    /**
     * Some fields of all records of a query, without ever holding more than a few hundred of them.
     *
     * @param query what to read
     * @param paths as for {@link #rows}
     * @param row   receives each record's values; returns false to stop
     */
    void each(Query<?> query, List<String> paths, Predicate<Object[]> row);

    /**
     * Sums and counts by group, computed by the database.
     *
     * @param query     what to read; order and page do not matter
     * @param groupBy   paths whose values make a group; empty for one group of everything
     * @param measures  what to compute for each group
     * @return for each group its key values and then its measures; no particular order; counts are {@code Long}, sums {@code BigDecimal}
     *         (null where nothing was added)
     */
    List<Object[]> groups(Query<?> query, List<String> groupBy, List<Aggregate> measures);

    /**
     * Ends what this session reads, from any thread: the call that is under way and every later one throw
     * {@link java.util.concurrent.CancellationException}. Does nothing once the session is over.
     */
    void cancel();
}
