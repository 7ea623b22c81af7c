// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a table shows: which records, which columns, in which order. What other products call a list view. Immutable.
 *
 * @param id      the identifier; unique among the views of a record type, such as {@code all}
 * @param name    what people call it, in their language or as they named it
 * @param mine    whether only records of the person's own are shown
 * @param columns the columns from left to right; at least one
 * @param sorts   the columns to sort by, the most significant first
 * @param search  words that each record must contain; empty for none
 * @param filters conditions on columns, at most one for each
 * @since 0.1
 */
public record ListView(String id, String name, boolean mine, List<Column> columns, List<Sort> sorts, String search, List<ColumnFilter> filters) {

    /** The identifier of the view of all records. */
    public static final String ALL = "all";

    /** The identifier of the view of the person's own records. */
    public static final String MINE = "mine";

    /**
     * A column with its width.
     *
     * @param path  the column's path
     * @param width the width in pixels at 100 % zoom; 0 where the table chooses it
     */
    public record Column(String path, int width) {
    }

    /**
     * A column to sort by.
     *
     * @param path      the column's path
     * @param ascending whether small values come first
     */
    public record Sort(String path, boolean ascending) {
    }

    public ListView {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(search);
        columns = List.copyOf(columns);
        sorts = List.copyOf(sorts);
        filters = List.copyOf(filters);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("no columns in " + id);
        }
    }

    /**
     * A view of all records with columns of the table's own width.
     *
     * @param id    the identifier
     * @param name  what people call it
     * @param paths the columns' paths
     * @return the view, unsorted and unfiltered
     */
    public static ListView of(final String id, final String name, final List<String> paths) {
        return new ListView(id, name, false, paths.stream().map(path -> new Column(path, 0)).toList(), List.of(), "", List.of());
    }

    /**
     * @param newId   another identifier
     * @param newName another name
     * @return the same content under another name
     */
    public ListView named(final String newId, final String newName) {
        return new ListView(newId, newName, mine, columns, sorts, search, filters);
    }

    /**
     * @param own whether only records of the person's own are shown
     * @return the same view with that restriction
     */
    public ListView withMine(final boolean own) {
        return new ListView(id, name, own, columns, sorts, search, filters);
    }

    /**
     * @param others other columns
     * @return the same view with them
     */
    public ListView withColumns(final List<Column> others) {
        return new ListView(id, name, mine, others, sorts, search, filters);
    }

    /**
     * @param others columns to sort by
     * @return the same view sorted by them
     */
    public ListView withSorts(final List<Sort> others) {
        return new ListView(id, name, mine, columns, others, search, filters);
    }

    /**
     * @param path      a column to sort by alone
     * @param ascending whether small values come first
     * @return the same view sorted by it
     */
    public ListView sortedBy(final String path, final boolean ascending) {
        return withSorts(List.of(new Sort(path, ascending)));
    }

    /**
     * @param words words that each record must contain
     * @return the same view with that search
     */
    public ListView withSearch(final String words) {
        return new ListView(id, name, mine, columns, sorts, words, filters);
    }

    /**
     * @param others conditions
     * @return the same view with them instead of its own
     */
    public ListView withFilters(final List<ColumnFilter> others) {
        return new ListView(id, name, mine, columns, sorts, search, others);
    }

    /**
     * @param filter a condition that takes the place of that on the same column
     * @return the same view with it
     */
    public ListView with(final ColumnFilter filter) {
        final var all = new ArrayList<>(without(filter.path()).filters);
        all.add(filter);
        return withFilters(all);
    }

    /**
     * @param path a column's path
     * @return the same view without the condition on it
     */
    public ListView without(final String path) {
        return withFilters(filters.stream().filter(filter -> !filter.path().equals(path)).toList());
    }

    /** @return whether something beside {@code mine} keeps records away */
    public boolean isFiltered() {
        return !search.isBlank() || !filters.isEmpty();
    }
}
