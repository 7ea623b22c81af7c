// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.UUID;

/** Which cell the keyboard is at, and from which row a stretch of selected rows extends. Positions are from 0; -1 for none. */
final class GridCursor {

    private int row = -1;
    private int column;
    private int anchor = -1;
    private UUID record;

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    int anchor() {
        return anchor < 0 ? Math.max(0, row) : anchor;
    }

    UUID record() {
        return record;
    }

    void moveTo(final int newRow, final int newColumn, final UUID newRecord) {
        row = newRow;
        column = newColumn;
        record = newRecord;
    }

    void column(final int newColumn) {
        column = newColumn;
    }

    void anchorHere() {
        anchor = row;
    }

    /** Follows the record that the cursor is at to another row. */
    void follow(final int newRow) {
        anchor = anchor == row ? newRow : anchor + newRow - row;
        row = newRow;
    }

    void know(final UUID newRecord) {
        record = newRecord;
    }

    void clear() {
        row = -1;
        anchor = -1;
        record = null;
    }
}
