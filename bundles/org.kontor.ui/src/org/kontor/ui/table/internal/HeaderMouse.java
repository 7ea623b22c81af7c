// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.resize.action.ColumnResizeCursorAction;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEventMatcher;
import org.eclipse.nebula.widgets.nattable.resize.mode.ColumnResizeDragMode;
import org.eclipse.nebula.widgets.nattable.sort.event.ColumnHeaderClickEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.action.ClearCursorAction;
import org.eclipse.nebula.widgets.nattable.ui.action.NoOpMouseAction;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;

import org.kontor.model.FieldKind;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordColumn;

/** What the mouse does above the columns: sorting, filtering, making them wider. Dragging them elsewhere is the reorder layer's. */
final class HeaderMouse extends AbstractUiBindingConfiguration {

    private final RecordGrid grid;
    private final TableParts parts;

    HeaderMouse(final RecordGrid grid, final TableParts parts) {
        this.grid = grid;
        this.parts = parts;
    }

    /** @return whether there is a filter for such a column */
    static boolean canFilter(final RecordColumn column) {
        return column.kind() != FieldKind.ID;
    }

    @Override
    public void configureUiBindings(final UiBindingRegistry registry) {
        final var edge = new ColumnResizeEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, 1);
        registry.registerFirstMouseMoveBinding(new ColumnResizeEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, 0), new ColumnResizeCursorAction(),
                new ClearCursorAction());
        registry.registerFirstMouseDragMode(edge, new ColumnResizeDragMode());
        registry.registerDoubleClickBinding(edge, (table, event) -> resizeAt(table, event));
        registry.registerSingleClickBinding(edge, new NoOpMouseAction());
        registry.registerSingleClickBinding(new ColumnHeaderClickEventMatcher(SWT.NONE, 1), (table, event) -> clicked(table, event, false));
        registry.registerSingleClickBinding(new ColumnHeaderClickEventMatcher(SWT.MOD1, 1), (table, event) -> clicked(table, event, true));
        registry.registerSingleClickBinding(new ColumnHeaderClickEventMatcher(SWT.MOD2, 1), (table, event) -> clicked(table, event, true));
    }

    private void resizeAt(final NatTable table, final MouseEvent event) {
        // the edge belongs to the column at its left
        final int position = table.getColumnPositionByX(event.x - 4);
        if (position >= 0) {
            grid.fit(table.getColumnIndexByPosition(position));
        }
    }

    private void clicked(final NatTable table, final MouseEvent event, final boolean more) {
        final int position = table.getColumnPositionByX(event.x);
        if (position < 0) {
            return;
        }
        final int index = table.getColumnIndexByPosition(position);
        final var column = parts.model().columns().get(index);
        final var bounds = table.getBoundsByPosition(position, 0);
        if (canFilter(column) && event.x >= bounds.x + bounds.width - HeaderPainter.FILTER_WIDTH && bounds.width > 2 * HeaderPainter.FILTER_WIDTH) {
            FilterPopup.open(table, parts, column, bounds);
        } else {
            sort(parts, column, more);
        }
    }

    /**
     * Sorts by a column, or the other way round where it is sorted by already.
     *
     * @param more whether the columns that are sorted by stay more significant
     */
    static void sort(final TableParts parts, final RecordColumn column, final boolean more) {
        final var view = parts.model().view();
        final var sorts = new ArrayList<>(view.sorts());
        int place = -1;
        for (int index = 0; index < sorts.size(); index++) {
            place = sorts.get(index).path().equals(column.path()) ? index : place;
        }
        final var sort = new ListView.Sort(column.path(), place < 0 || !sorts.get(place).ascending());
        if (!more) {
            parts.model().setView(view.withSorts(List.of(sort)));
        } else if (place < 0) {
            sorts.add(sort);
            parts.model().setView(view.withSorts(sorts));
        } else {
            sorts.set(place, sort);
            parts.model().setView(view.withSorts(sorts));
        }
    }
}
