// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.ui.table.RecordColumn;

/** The selected records of a table. Finds out in the background which records stand in rows that are not in memory. */
public final class RecordSelection {

    private static final int CHUNK = 400;

    private final RowSelection selected = new RowSelection();
    private final RecordRows rows;
    private final Executor background;
    private final Executor foreground;
    private final Runnable changed;
    private final List<Waiting> waiting = new ArrayList<>();
    private int version;

    /** Somebody who asked before the answer was known. */
    private record Waiting(int most, Consumer<List<UUID>> then) {
    }

    /**
     * @param rows       the rows
     * @param background reads from the store
     * @param foreground the thread that owns the rows and this selection
     * @param changed    hears when other records are selected
     */
    public RecordSelection(final RecordRows rows, final Executor background, final Executor foreground, final Runnable changed) {
        this.rows = rows;
        this.background = background;
        this.foreground = foreground;
        this.changed = changed;
    }

    /** Selects nothing. */
    public void clear() {
        selected.clear();
        announce();
    }

    /**
     * Selects one row and no other.
     *
     * @param index the row's number
     */
    public void only(final int index) {
        final var row = rows.peek(index);
        if (row == null) {
            selected.clear();
            stretch(index, index);
        } else {
            selected.only(row.id());
            announce();
        }
    }

    /**
     * Selects some records and no other.
     *
     * @param records the records
     */
    public void only(final Collection<UUID> records) {
        selected.only(records);
        announce();
    }

    /**
     * Selects a row beside the others, or no longer; a row that is not in memory stays as it is.
     *
     * @param index the row's number
     */
    public void toggle(final int index) {
        final var row = rows.peek(index);
        if (row != null) {
            selected.toggle(row.id());
            announce();
        }
    }

    /**
     * Selects all rows between two, in place of the stretch that was selected before.
     *
     * @param one     the number of a row
     * @param another the number of a row
     */
    public void stretch(final int one, final int another) {
        selected.stretch(Math.min(one, another), Math.max(one, another));
        final var ids = new ArrayList<UUID>();
        for (int index = selected.pendingFrom(); index <= selected.pendingTo(); index++) {
            final var row = rows.peek(index);
            if (row == null) {
                announce();
                resolve(selected.pendingFrom(), selected.pendingTo());
                return;
            }
            ids.add(row.id());
        }
        selected.stretched(ids);
        announce();
    }

    private void resolve(final int from, final int to) {
        final int of = version;
        rows.query().ifPresent(query -> background.execute(() -> {
            final var ids = query.reading().read(session -> session.rows(query.query().page(from, to - from + 1), List.of("id"))).stream()
                    .map(values -> (UUID) values[0]).toList();
            foreground.execute(() -> {
                if (of == version) {
                    selected.stretched(ids);
                    final var asked = List.copyOf(waiting);
                    announce();
                    asked.forEach(one -> ids(one.most, one.then));
                }
            });
        }));
    }

    /** Selects every record of the query. */
    public void all() {
        selected.all();
        announce();
    }

    /**
     * Forgets records that are gone.
     *
     * @param gone the records
     */
    public void forget(final Collection<UUID> gone) {
        final int before = size();
        selected.forget(gone);
        if (before != size()) {
            announce();
        }
    }

    private void announce() {
        version++;
        waiting.clear();
        changed.run();
    }

    /**
     * @param index a row's number
     * @return whether the row is selected
     */
    public boolean contains(final int index) {
        final var row = rows.peek(index);
        return selected.contains(index, row == null ? null : row.id());
    }

    /** @return how many records are selected */
    public int size() {
        return selected.size(rows.size());
    }

    /**
     * Tells which records are selected, once that is known, unless other ones are selected by then.
     *
     * @param most how many are wanted at most
     * @param then receives them on the foreground, in the order in which they were chosen
     */
    public void ids(final int most, final Consumer<List<UUID>> then) {
        if (!selected.isAll()) {
            if (selected.isPending()) {
                waiting.add(new Waiting(most, then));
            } else {
                then.accept(selected.ids().stream().limit(most).toList());
            }
            return;
        }
        final int of = version;
        final var but = selected.ids();
        rows.query().ifPresent(query -> background.execute(() -> {
            final var ids = new ArrayList<UUID>();
            query.reading().read(session -> {
                session.each(query.query(), List.of("id"), values -> {
                    if (!but.contains(values[0])) {
                        ids.add((UUID) values[0]);
                    }
                    return ids.size() < most;
                });
                return ids;
            });
            foreground.execute(() -> {
                if (of == version) {
                    then.accept(ids);
                }
            });
        }));
    }

    /**
     * Adds up a column over the selected records, unless other ones are selected by then.
     *
     * @param column a column of amounts
     * @param then   receives the sum of each currency on the foreground, sorted by the currency's code; an empty code stands for amounts
     *               without one
     */
    public void sums(final RecordColumn column, final Consumer<Map<String, BigDecimal>> then) {
        if (rows.query().isEmpty() || selected.isPending()) {
            return;
        }
        final int of = version;
        final var query = rows.query().get();
        final var all = selected.isAll();
        final var ids = selected.ids();
        background.execute(() -> {
            final var sums = new TreeMap<String, BigDecimal>();
            if (all) {
                add(sums, query, Optional.empty(), column, 1);
            }
            for (int from = 0; from < ids.size(); from += CHUNK) {
                add(sums, query, Optional.of(ids.subList(from, Math.min(ids.size(), from + CHUNK))), column, all ? -1 : 1);
            }
            foreground.execute(() -> {
                if (of == version) {
                    then.accept(sums);
                }
            });
        });
    }

    private static void add(final Map<String, BigDecimal> sums, final RecordQuery query, final Optional<List<UUID>> ids, final RecordColumn column,
            final int sign) {
        final Query<?> of = ids.isEmpty() ? query.query() : query.query().where(new Filter.In("id", ids.get()));
        final var currency = column.paths().stream().skip(1).toList();
        for (final var group : query.reading().read(session -> session.groups(of, currency, List.of(Aggregate.sum(column.path()))))) {
            final var amount = (BigDecimal) group[group.length - 1];
            if (amount != null) {
                final var code = group.length == 1 || group[0] == null ? "" : (String) group[0];
                sums.merge(code, sign < 0 ? amount.negate() : amount, BigDecimal::add);
            }
        }
    }
}
