// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.util.Objects;
import java.util.Set;

import org.kontor.ui.Icons;

/**
 * Something that can be done from a table.
 *
 * @param id     a name unique within the table, such as {@code new}; the key of its widgets is {@code action.ID}
 * @param label  what it is called, in the person's language
 * @param icon   its icon
 * @param places where it is offered
 * @param run    does it; on the user-interface thread
 * @since 0.1
 */
public record TableAction(String id, String label, Icons icon, Set<Place> places, Runnable run) {

    /** Where an action is offered. */
    public enum Place {
        /** In the bar above the rows, with its label. */
        BAR,
        /** In the bar above the rows, as an icon. */
        BAR_ICON,
        /** In the menu of the rows, where at least one is selected. */
        ROWS,
        /** In the menu of the rows, where exactly one is selected. */
        ROW,
        /** Where there are no records at all, as what to do about it. */
        EMPTY
    }

    public TableAction {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
        Objects.requireNonNull(icon);
        Objects.requireNonNull(run);
        places = Set.copyOf(places);
    }
}
