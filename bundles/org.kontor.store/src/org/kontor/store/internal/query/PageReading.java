// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

import org.kontor.model.Catalogue;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/**
 * Reads a page of a long list in two steps: which records are on it, then what is shown of these. The first step joins nothing that only
 * the columns need, so that an engine can answer it from an index in the order asked for; sorting, where there is none, moves identifiers
 * and not whole rows.
 * <p>
 * Engines disagree where missing values sort, and an order that says so cannot use an index: in a descending order, records that lack the
 * first value are a list of their own after the others.
 */
public final class PageReading {

    /** The largest page that is read so. */
    public static final int MOST = 400;

    private static final int[] SIZES = {1, 8, 50, 100, MOST};

    private final BiFunction<Query<?>, List<String>, List<Object[]>> rows;
    private final ToLongFunction<Query<?>> count;

    /**
     * @param rows  reads rows in the order that the query names, descending ones in the engine's own
     * @param count counts
     */
    public PageReading(final BiFunction<Query<?>, List<String>, List<Object[]>> rows, final ToLongFunction<Query<?>> count) {
        this.rows = rows;
        this.count = count;
    }

    /** Whether a query asks for a page that this reads. */
    public static boolean suits(final Query<?> query) {
        return query.limit() > 1 && query.limit() <= MOST && !query.order().isEmpty();
    }

    /**
     * @param query a query that {@link #suits}
     * @param paths what to read
     * @return the rows; fewer than the limit only at the end, or where somebody else deletes records meanwhile
     */
    public List<Object[]> read(final Query<?> query, final List<String> paths) {
        final var ids = ids(query);
        if (ids.isEmpty() || List.of("id").equals(paths)) {
            return ids.stream().map(id -> new Object[] {id}).toList();
        }
        final var withId = new ArrayList<>(paths);
        withId.add("id");
        final Map<Object, Object[]> found = new HashMap<>();
        for (final var row : rows.apply(new Query<>(query.type(), Optional.of(new Filter.In("id", padded(ids))), List.of(), 0, 0), withId)) {
            found.put(row[paths.size()], Arrays.copyOf(row, paths.size()));
        }
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** A few lengths only, because each is another statement to the engine. */
    private static List<UUID> padded(final List<UUID> ids) {
        final var padded = new ArrayList<>(ids);
        for (final int size : SIZES) {
            if (size >= ids.size()) {
                while (padded.size() < size) {
                    padded.add(ids.getLast());
                }
                return padded;
            }
        }
        return padded;
    }

    private List<UUID> ids(final Query<?> query) {
        final var first = query.order().getFirst();
        if (first.ascending() || !mayLack(query, first.path())) {
            return idsOf(query);
        }
        final var present = query.where(new Filter.Not(new Filter.Missing(first.path())));
        final var ids = new ArrayList<>(idsOf(present));
        if (ids.size() < query.limit()) {
            final long before = ids.isEmpty() && query.offset() > 0 ? count.applyAsLong(present) : query.offset() + ids.size();
            final var rest = new Query<>(query.type(), query.filter(), query.order().subList(1, query.order().size()), 0, 0)
                    .where(new Filter.Missing(first.path()));
            ids.addAll(idsOf(rest.page((int) Math.max(0, query.offset() - before), query.limit() - ids.size())));
        }
        return ids;
    }

    private List<UUID> idsOf(final Query<?> query) {
        return rows.apply(query, List.of("id")).stream().map(row -> (UUID) row[0]).toList();
    }

    private static boolean mayLack(final Query<?> query, final String path) {
        return path.indexOf('.') >= 0 || !"id".equals(path) && !"version".equals(path) && !Catalogue.standard().type(query.type()).field(path).required();
    }
}
