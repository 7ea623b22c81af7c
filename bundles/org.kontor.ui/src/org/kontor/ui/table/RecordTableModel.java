// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.model.RecordType;
import org.kontor.store.Commit;
import org.kontor.store.RecordChange;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.ui.RecordRef;
import org.kontor.ui.table.internal.CellFormat;
import org.kontor.ui.table.internal.Conditions;
import org.kontor.ui.table.internal.Lookups;
import org.kontor.ui.table.internal.OfferedFilters;
import org.kontor.ui.table.internal.RecordQuery;
import org.kontor.ui.table.internal.RecordRows;
import org.kontor.ui.table.internal.RecordSelection;
import org.kontor.ui.table.internal.RowSelection;

/**
 * The rows behind a table: some pages of them, read from the store in the background, whatever the number of records. Knows no widgets.
 * <p>
 * Belongs to one thread, the foreground: all methods are called and all listeners hear there. The store is only touched in the background.
 *
 * @since 0.1
 */
public final class RecordTableModel implements AutoCloseable {

    /** How far the model is. */
    public enum State {
        /** There is no store yet. */
        WAITING,
        /** The first rows of this store or view are being read. */
        LOADING,
        /** Rows are there, or it is known that there are none. */
        READY,
        /** Rows could not be read; {@link #failure} says why. */
        FAILED
    }

    /** Hears what changes. Each method does nothing unless overridden. */
    public interface Listener {

        /** Rows, their number or the state changed. */
        default void rowsChanged() {
        }

        /** Another view is shown, or the same with other columns, order or filters. */
        default void viewChanged() {
        }

        /** Other records are selected. */
        default void selectionChanged() {
        }

        /**
         * The rows on the screen are elsewhere now, as others came or went above them.
         *
         * @param by by how many places they moved down; negative for up
         */
        default void moved(final int by) {
        }
    }

    private final RecordType<?> type;
    private final Executor background;
    private final Executor foreground;
    private final RecordRows rows;
    private final RecordSelection selection;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final CellFormat format = CellFormat.current();
    private Lookups lookups = Lookups.NONE;
    private List<RecordColumn> columns = List.of();
    private ListView view;
    private OfferedFilters offered;
    private Optional<Filter> base = Optional.empty();
    private Optional<Store> store = Optional.empty();
    private Runnable unsubscribe = () -> { };

    /**
     * @param type       the record type
     * @param view       what is shown first
     * @param background reads from the store; takes at least two tasks at once
     * @param foreground runs tasks on the thread that owns the model
     */
    public RecordTableModel(final RecordType<?> type, final ListView view, final Executor background, final Executor foreground) {
        this.type = type;
        this.offered = OfferedFilters.none(type);
        this.background = background;
        this.foreground = foreground;
        rows = new RecordRows(background, foreground, new RecordRows.Listener() {
            @Override
            public void rowsChanged() {
                listeners.forEach(Listener::rowsChanged);
            }

            @Override
            public void moved(final int by) {
                listeners.forEach(listener -> listener.moved(by));
            }
        });
        selection = new RecordSelection(rows, background, foreground, () -> listeners.forEach(Listener::selectionChanged));
        take(view);
    }

    /**
     * @param listener hears what changes from now on
     */
    public void listen(final Listener listener) {
        listeners.add(listener);
    }

    /** @return the record type */
    public RecordType<?> recordType() {
        return type;
    }

    /** @return the store that is read from; empty where there is none */
    public Optional<Store> store() {
        return store;
    }

    /**
     * Reads from a store from now on.
     *
     * @param other the store; null for none
     */
    public void setStore(final Store other) {
        if (store.orElse(null) != other) {
            unsubscribe.run();
            store = Optional.ofNullable(other);
            unsubscribe = other == null ? () -> { } : other.subscribe(commit -> foreground.execute(() -> committed(other, commit)));
            lookups = Lookups.NONE;
            selection.clear();
            rows.restart(query());
            readLookups();
        }
    }

    /**
     * Restricts the table for good, for example to the contacts of one account.
     *
     * @param filter a condition on all rows; empty for none
     */
    public void setBase(final Optional<Filter> filter) {
        base = filter;
        selection.clear();
        rows.restart(query());
    }

    /**
     * Offers filters beside those on columns.
     *
     * @param filters all there are; those for other record types are passed over
     */
    public void offer(final List<TableFilter> filters) {
        final var now = new OfferedFilters(type, filters);
        if (!now.equals(offered)) {
            offered = now;
            query().filter(asked -> !rows.query().map(read -> read.serves(asked)).orElse(false)).ifPresent(asked -> rows.restart(Optional.of(asked)));
            listeners.forEach(Listener::viewChanged);
        }
    }

    /** @return what is shown */
    public ListView view() {
        return view;
    }

    /** @return the columns from left to right; at least one */
    public List<RecordColumn> columns() {
        return columns;
    }

    /**
     * Shows other records, columns or another order.
     *
     * @param other what to show; columns that the record type does not have are left out
     */
    public void setView(final ListView other) {
        if (other.equals(view)) {
            return;
        }
        final var before = view;
        take(other);
        final var now = query();
        if (now.isPresent() && !rows.query().map(read -> read.serves(now.get())).orElse(false)) {
            rows.restart(now);
            readLookups();
        }
        if (before.mine() != view.mine() || !before.search().equals(view.search()) || !before.filters().equals(view.filters())) {
            selection.clear();
        }
        listeners.forEach(Listener::viewChanged);
    }

    private void take(final ListView other) {
        final var known = other.columns().stream().filter(column -> RecordColumn.exists(type, column.path())).toList();
        view = other.withColumns(known.isEmpty() ? List.of(new ListView.Column(RecordColumn.TITLE, 0)) : known);
        columns = view.columns().stream().map(column -> RecordColumn.of(type, column.path())).toList();
    }

    private Optional<RecordQuery> query() {
        return store.map(from -> {
            final var conditions = new Conditions(type, lookups, offered, LocalDate.now(format.zone()), format.zone());
            final var asked = conditions.of(view, columns, from.info().userId());
            final var both = base.map(fixed -> asked.<Filter>map(more -> new Filter.And(List.of(fixed, more))).orElse(fixed)).or(() -> asked);
            return new RecordQuery(new Reading(from), type, columns, view.sorts(), both);
        });
    }

    private record Reading(Store store) implements RecordQuery.Reading {
        @Override
        public <R> R read(final Function<Session, R> work) {
            return store.read(work);
        }
    }

    private void readLookups() {
        final var wanted = columns;
        store.filter(from -> wanted.stream().anyMatch(Lookups::isShort)).ifPresent(from -> background.execute(() -> {
            final var read = from.read(session -> Lookups.read(session, wanted));
            foreground.execute(() -> {
                if (store.orElse(null) == from) {
                    lookups = read;
                    if (!view.search().isBlank()) {
                        query().filter(now -> !rows.query().map(old -> old.serves(now)).orElse(false)).ifPresent(now -> rows.restart(Optional.of(now)));
                    }
                }
            });
        }));
    }

    private void committed(final Store from, final Commit commit) {
        if (store.orElse(null) != from) {
            return;
        }
        selection.forget(commit.changes().stream().filter(change -> change.kind() == RecordChange.Kind.DELETE && change.recordType().equals(type.name()))
                .map(RecordChange::id).toList());
        if (commit.recordTypes().stream().anyMatch(Lookups::isShort)) {
            readLookups();
        }
        if (commit.recordTypes().stream().anyMatch(typesRead()::contains)) {
            rows.refreshSoon();
        }
    }

    /** A commit on any record type that a column looks into can change what is shown. */
    private Set<String> typesRead() {
        return Stream.of(Stream.of(type.name()), columns.stream().flatMap(column -> column.typesRead().stream()), offered.typesRead(view).stream())
                .flatMap(names -> names).collect(Collectors.toSet());
    }

    /** @return how far the model is */
    public State state() {
        if (store.isEmpty()) {
            return State.WAITING;
        }
        if (rows.failure().isPresent()) {
            return State.FAILED;
        }
        return rows.isLoading() || rows.size() == 0 && !rows.isCounted() ? State.LOADING : State.READY;
    }

    /** @return why rows could not be read; empty where they could */
    public Optional<RuntimeException> failure() {
        return rows.failure();
    }

    /** Reads everything again. */
    public void reload() {
        rows.restart(query());
        readLookups();
    }

    /** @return how many rows there are as far as is known */
    public int rowCount() {
        return rows.size();
    }

    /** @return whether {@link #rowCount} is certain */
    public boolean isCounted() {
        return rows.isCounted();
    }

    /** @return whether something is being read */
    public boolean isBusy() {
        return rows.isBusy();
    }

    /**
     * The record of a row, if the row is in memory; else it is going to be read and listeners hear of it.
     *
     * @param index the row's number, from 0
     * @return the record; empty where it is not known yet
     */
    public Optional<RecordRef> record(final int index) {
        return Optional.ofNullable(rows.row(index)).map(row -> new RecordRef(type.name(), row.id()));
    }

    /**
     * The text of a cell, if the row is in memory; else it is going to be read and listeners hear of it.
     *
     * @param index  the row's number, from 0
     * @param column one of {@link #columns}
     * @return the text in the person's locale; empty where it is not known yet
     */
    public Optional<String> text(final int index, final RecordColumn column) {
        return Optional.ofNullable(rows.row(index)).map(row -> row.text(column, format));
    }

    /**
     * Tells which records are selected, as soon as that is known.
     *
     * @param most how many are wanted at most
     * @param then receives them, in the order in which they were chosen
     */
    public void selected(final int most, final Consumer<List<RecordRef>> then) {
        selection.ids(most, ids -> then.accept(ids.stream().map(id -> new RecordRef(type.name(), id)).toList()));
    }

    /**
     * Selects some records and no other.
     *
     * @param records identifiers; records that are not shown count too
     */
    public void select(final List<UUID> records) {
        selection.only(records);
    }

    /** @return how many records can be selected one by one */
    public static int mostSelected() {
        return RowSelection.MOST;
    }

    /** @return how many records are selected */
    public int selectionSize() {
        return selection.size();
    }

    /** @return how many pages of rows are in memory; at most 50 */
    public int pagesInMemory() {
        return rows.pagesInMemory();
    }

    /** @return the query behind the rows without its page; empty where there is no store */
    public Optional<Query<?>> storeQuery() {
        return rows.query().map(RecordQuery::query);
    }

    @Override
    public void close() {
        unsubscribe.run();
        unsubscribe = () -> { };
        listeners.clear();
        store = Optional.empty();
        rows.restart(Optional.empty());
    }

    RecordRows rows() {
        return rows;
    }

    RecordSelection selection() {
        return selection;
    }

    OfferedFilters offered() {
        return offered;
    }

    Lookups lookups() {
        return lookups;
    }

    CellFormat format() {
        return format;
    }
}
