// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.kontor.model.StoredRecord;

/**
 * Which records, in which order, which page of them. Immutable. Paths are field names, joined by dots across references, such as
 * {@code account.name}; {@code id} and {@code version} are paths too. Records that lack a value sort last in both directions.
 *
 * @param type   the record type
 * @param filter which records; empty for all
 * @param order  the order; records that are equal in it follow their identifier, so that pages never overlap
 * @param offset how many to skip
 * @param limit  how many to return; 0 for all
 * @param <T>    the entity
 * @since 0.1
 */
public record Query<T extends StoredRecord>(Class<T> type, Optional<Filter> filter, List<Order> order, int offset, int limit) {

    /**
     * A field to sort by.
     *
     * @param path      the field
     * @param ascending whether small values come first
     * @since 0.1
     */
    public record Order(String path, boolean ascending) {
    }

    public Query {
        Objects.requireNonNull(type);
        Objects.requireNonNull(filter);
        order = List.copyOf(order);
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
    }

    /**
     * @param type the record type
     * @param <T>  the entity
     * @return all records of it
     */
    public static <T extends StoredRecord> Query<T> of(final Class<T> type) {
        return new Query<>(type, Optional.empty(), List.of(), 0, 0);
    }

    /**
     * @param more a further condition
     * @return the records for which it holds too
     */
    public Query<T> where(final Filter more) {
        return new Query<>(type, Optional.of(filter.map(before -> (Filter) new Filter.And(List.of(before, more))).orElse(more)), order, offset, limit);
    }

    /**
     * @param path      a further field to sort by
     * @param ascending whether small values come first
     * @return the same records, sorted
     */
    public Query<T> orderBy(final String path, final boolean ascending) {
        final var all = new java.util.ArrayList<>(order);
        all.add(new Order(path, ascending));
        return new Query<>(type, filter, all, offset, limit);
    }

    /**
     * @param skip  how many to skip
     * @param count how many to return; 0 for all
     * @return a page of the same records
     */
    public Query<T> page(final int skip, final int count) {
        return new Query<>(type, filter, order, skip, count);
    }
}
