// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which records are selected, by identifier, so that a selection outlives sorting, filtering and reading again. Either some records or all
 * but some; a stretch of rows whose identifiers are not known yet counts as selected by its place until they are.
 */
public final class RowSelection {

    /** How many records can be selected one by one; all of them can always be selected together. */
    public static final int MOST = 10_000;

    private final Set<UUID> ids = new LinkedHashSet<>();
    private final Set<UUID> before = new LinkedHashSet<>();
    private boolean all;
    private int pendingFrom;
    private int pendingTo = -1;

    /** Selects nothing. */
    public void clear() {
        ids.clear();
        before.clear();
        all = false;
        pendingTo = -1;
        pendingFrom = 0;
    }

    /**
     * Selects one record and no other.
     *
     * @param id the record
     */
    public void only(final UUID id) {
        clear();
        ids.add(id);
    }

    /**
     * Selects some records and no other.
     *
     * @param records the records; at most {@link #MOST} are taken
     */
    public void only(final Collection<UUID> records) {
        clear();
        records.stream().limit(MOST).forEach(ids::add);
    }

    /**
     * Selects a record, or no longer.
     *
     * @param id the record
     */
    public void toggle(final UUID id) {
        pendingTo = -1;
        if (!ids.remove(id) && (all || ids.size() < MOST)) {
            ids.add(id);
        }
        before.clear();
        if (!all) {
            before.addAll(ids);
        }
    }

    /** Selects every record, known or not. */
    public void all() {
        clear();
        all = true;
    }

    /**
     * A stretch of rows is selected beside what was selected before the stretch began, in place of the stretch before.
     *
     * @param from the number of its first row
     * @param to   the number of its last row
     */
    public void stretch(final int from, final int to) {
        all = false;
        ids.clear();
        ids.addAll(before);
        pendingFrom = from;
        pendingTo = Math.min(to, from + MOST - 1);
    }

    /**
     * The identifiers of the stretch are known.
     *
     * @param records the records of the stretch
     */
    public void stretched(final List<UUID> records) {
        pendingTo = -1;
        records.stream().limit(Math.max(0, MOST - ids.size())).forEach(ids::add);
    }

    /** @return whether the identifiers of a stretch are missing */
    public boolean isPending() {
        return pendingTo >= 0;
    }

    /** @return the number of the first row of the stretch whose identifiers are missing */
    public int pendingFrom() {
        return pendingFrom;
    }

    /** @return the number of the last row of the stretch whose identifiers are missing */
    public int pendingTo() {
        return pendingTo;
    }

    /**
     * @param index the row's number
     * @param id    its record; null where not known
     * @return whether it is selected
     */
    public boolean contains(final int index, final UUID id) {
        if (all) {
            return id == null || !ids.contains(id);
        }
        return id != null && ids.contains(id) || isPending() && index >= pendingFrom && index <= pendingTo;
    }

    /** @return whether all records are selected but {@link #ids} */
    public boolean isAll() {
        return all;
    }

    /** @return the selected records, or where {@link #isAll} those that are not; in the order in which they were chosen */
    public List<UUID> ids() {
        return List.copyOf(ids);
    }

    /**
     * @param rows how many rows there are
     * @return how many records are selected
     */
    public int size(final int rows) {
        return all ? Math.max(0, rows - ids.size()) : ids.size() + (isPending() ? pendingTo - pendingFrom + 1 : 0);
    }

    /**
     * Forgets records that are gone.
     *
     * @param gone the records
     */
    public void forget(final Collection<UUID> gone) {
        ids.removeAll(gone);
        before.removeAll(gone);
    }
}
