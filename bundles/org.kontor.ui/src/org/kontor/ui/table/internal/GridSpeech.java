// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;

import org.kontor.ui.table.RecordColumn;

/** Says what stands in the cell that the keyboard is at, for screen readers, to which a painted grid is one blank area. */
final class GridSpeech extends AccessibleAdapter {

    private final RecordGrid grid;
    private final TableParts parts;

    GridSpeech(final RecordGrid grid, final TableParts parts) {
        this.grid = grid;
        this.parts = parts;
        grid.control().getAccessible().addAccessibleListener(this);
    }

    @Override
    public void getName(final AccessibleEvent event) {
        final var there = parts.rows().peek(grid.cursor().row());
        if (there == null) {
            event.result = parts.model().view().name();
            return;
        }
        final var columns = grid.columns();
        final var column = columns.get(grid.cursor().column());
        final var title = columns.stream().filter(RecordColumn::isTitle).findFirst().map(first -> there.text(first, parts.format())).orElse("");
        event.result = Messages.TEXTS.get("grid.spoken", column.label(), there.text(column, parts.format()), title,
                parts.format().count(grid.cursor().row() + 1L), parts.format().count(parts.rows().size()));
    }
}
