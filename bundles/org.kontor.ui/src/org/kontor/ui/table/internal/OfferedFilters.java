// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.kontor.model.RecordType;
import org.kontor.store.query.Filter;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.TableFilter;

/**
 * The filters beside those on columns that a table has at the moment. Immutable.
 *
 * @param type the record type of the table
 * @param all  the filters, all of them for this type
 */
public record OfferedFilters(RecordType<?> type, List<TableFilter> all) {

    public OfferedFilters {
        all = all.stream().filter(filter -> filter.isFor(type)).toList();
    }

    /** No filters. */
    public static OfferedFilters none(final RecordType<?> type) {
        return new OfferedFilters(type, List.of());
    }

    /**
     * @param path a path in a view
     * @return whether it names such a filter, be it there or not
     */
    static boolean isOne(final String path) {
        return path.startsWith(TableFilter.MARK);
    }

    /** The filter of a path; empty where it is not there. */
    Optional<TableFilter> of(final String path) {
        return all.stream().filter(filter -> filter.path().equals(path)).findFirst();
    }

    /** The condition that a person set; fulfilled by no record where the filter is not there. */
    Filter condition(final ColumnFilter set) {
        return of(set.path()).map(offered -> switch (set) {
            case final ColumnFilter.AnyOf anyOf when !anyOf.values().isEmpty() -> anyOf(offered, anyOf);
            case final ColumnFilter.Empty empty when !empty.empty() -> offered.condition(type, Set.of());
            default -> without(offered);
        }).orElseGet(() -> new Filter.In("id", List.of()));
    }

    private Filter anyOf(final TableFilter offered, final ColumnFilter.AnyOf anyOf) {
        final var chosen = offered.condition(type, anyOf.values());
        return anyOf.orNone() ? new Filter.Or(List.of(chosen, without(offered))) : chosen;
    }

    private Filter without(final TableFilter offered) {
        return new Filter.Not(offered.condition(type, Set.of()));
    }

    /**
     * @param view what is shown
     * @return the record types that its filters look into
     */
    public Set<String> typesRead(final ListView view) {
        return view.filters().stream().map(ColumnFilter::path).flatMap(path -> of(path).stream()).flatMap(filter -> filter.typesRead().stream())
                .collect(Collectors.toSet());
    }
}
