// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.widgets.Event;

import org.kontor.model.RecordType;
import org.kontor.ui.RecordRef;

/**
 * Keys and mouse in the rows: moving, selecting as in other lists (Shift for a stretch, Ctrl for one more), opening, and typing, which
 * filters.
 */
final class GridInput {

    private final RecordGrid grid;
    private final TableParts parts;
    private final NatTable table;
    private final GridActions actions;
    private boolean dragging;

    GridInput(final RecordGrid grid, final TableParts parts, final GridActions actions) {
        this.grid = grid;
        this.parts = parts;
        this.actions = actions;
        table = grid.control();
        table.addMouseListener(MouseListener.mouseDownAdapter(this::pressed));
        table.addMouseListener(MouseListener.mouseUpAdapter(event -> dragging = false));
        table.addMouseListener(MouseListener.mouseDoubleClickAdapter(this::doubleClicked));
        table.addMouseMoveListener(this::mouseMoved);
        table.addListener(SWT.MouseExit, event -> grid.hover(-1, -1));
        table.addKeyListener(KeyListener.keyPressedAdapter(this::keyPressed));
        table.addListener(SWT.Traverse, this::traverse);
        table.addListener(SWT.FocusIn, event -> focused());
        table.addListener(SWT.FocusOut, event -> table.redraw());
        table.addListener(SWT.MenuDetect, this::menuDetected);
    }

    private boolean isBody(final int x, final int y) {
        final var labels = table.getRegionLabelsByXY(x, y);
        return labels != null && labels.hasLabel(GridRegion.BODY);
    }

    private int rowAt(final int x, final int y) {
        final int position = isBody(x, y) ? table.getRowPositionByY(y) : -1;
        return position < 0 ? -1 : table.getRowIndexByPosition(position);
    }

    private int columnAt(final int x) {
        final int position = table.getColumnPositionByX(x);
        return position < 0 ? -1 : table.getColumnIndexByPosition(position);
    }

    private void pressed(final MouseEvent event) {
        table.setFocus();
        final int row = rowAt(event.x, event.y);
        if (row < 0 || row >= parts.rows().size()) {
            return;
        }
        if (event.button == 1) {
            goTo(row, columnAt(event.x), (event.stateMask & SWT.MOD2) != 0, (event.stateMask & SWT.MOD1) != 0);
            dragging = true;
        } else if (event.button == 3 && !parts.selection().contains(row)) {
            goTo(row, columnAt(event.x), false, false);
        } else if (event.button == 3) {
            cursorTo(row, columnAt(event.x));
        }
    }

    private void doubleClicked(final MouseEvent event) {
        final int row = rowAt(event.x, event.y);
        if (event.button == 1 && row >= 0 && (event.stateMask & (SWT.MOD1 | SWT.MOD2)) == 0) {
            open(row);
        }
    }

    private void mouseMoved(final MouseEvent event) {
        final int row = rowAt(event.x, event.y);
        final var labels = table.getRegionLabelsByXY(event.x, event.y);
        grid.hover(row, labels != null && labels.hasLabel(GridRegion.COLUMN_HEADER) ? columnAt(event.x) : -1);
        if (dragging && (event.stateMask & SWT.BUTTON1) != 0 && row >= 0 && row < parts.rows().size() && row != grid.cursor().row()) {
            goTo(row, -1, true, false);
        }
    }

    private void menuDetected(final Event event) {
        final var at = table.toControl(event.x, event.y);
        if (event.detail == SWT.MENU_KEYBOARD) {
            final var cell = grid.cellBounds(grid.cursor().row(), grid.cursor().column());
            final var below = table.toDisplay(cell.x + cell.width / 3, cell.y + cell.height);
            event.x = below.x;
            event.y = below.y;
        } else if (!isBody(at.x, at.y)) {
            event.doit = false;
            final int column = columnAt(at.x);
            if (column >= 0) {
                HeaderMenu.open(grid, parts, parts.model().columns().get(column), table.toDisplay(at));
            }
        }
    }

    private void traverse(final Event event) {
        // Tab leaves the table, as in every other list; Enter, the arrows, and Escape while something is selected are the table's
        event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS || event.detail == SWT.TRAVERSE_MNEMONIC
                || event.detail == SWT.TRAVERSE_ESCAPE && parts.selection().size() == 0;
    }

    private void focused() {
        if (grid.cursor().row() < 0 && parts.rows().size() > 0) {
            cursorTo(Math.max(0, grid.firstOnScreen()), grid.cursor().column());
        }
        table.redraw();
    }

    private void keyPressed(final KeyEvent event) {
        final boolean control = (event.stateMask & SWT.MOD1) != 0;
        final boolean shift = (event.stateMask & SWT.MOD2) != 0;
        final int row = Math.max(0, grid.cursor().row());
        final int last = parts.rows().size() - 1;
        final int page = Math.max(1, grid.rowsOnScreen() - 1);
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> move(row + (grid.cursor().row() < 0 ? 0 : 1), shift, control);
            case SWT.ARROW_UP -> move(row - 1, shift, control);
            case SWT.PAGE_DOWN -> move(row + page, shift, control);
            case SWT.PAGE_UP -> move(row - page, shift, control);
            case SWT.HOME -> move(0, shift, false);
            case SWT.END -> move(last, shift, false);
            case SWT.ARROW_RIGHT -> sideways(1);
            case SWT.ARROW_LEFT -> sideways(-1);
            case SWT.CR, SWT.KEYPAD_CR -> open(row);
            case SWT.DEL -> actions.delete();
            case SWT.F3 -> HeaderMouse.sort(parts, parts.model().columns().get(grid.cursor().column()), shift);
            case SWT.F4 -> filter();
            case SWT.ESC -> parts.selection().clear();
            default -> typed(event, control);
        }
    }

    private void typed(final KeyEvent event, final boolean control) {
        if (control && event.keyCode == 'a') {
            parts.selection().all();
        } else if (control && event.keyCode == 'c') {
            actions.copy();
        } else if (control && event.keyCode == 'f') {
            actions.find();
        } else if (event.keyCode == SWT.SPACE) {
            if (grid.cursor().row() >= 0) {
                parts.selection().toggle(grid.cursor().row());
                grid.cursor().anchorHere();
            }
        } else if (!control && (event.stateMask & SWT.MOD3) == 0 && Character.isLetterOrDigit(event.character)) {
            actions.type(event.character);
        }
    }

    private void filter() {
        final var column = parts.model().columns().get(grid.cursor().column());
        if (HeaderMouse.canFilter(column)) {
            grid.reveal(-1, grid.cursor().column());
            FilterPopup.open(table, parts, column, grid.cellBounds(-1, grid.cursor().column()));
        }
    }

    private void sideways(final int by) {
        final int column = Math.max(0, Math.min(parts.model().columns().size() - 1, grid.cursor().column() + by));
        grid.cursor().column(column);
        grid.reveal(-1, column);
        grid.announceCursor();
        table.redraw();
    }

    private void move(final int wanted, final boolean extend, final boolean only) {
        final int row = Math.max(0, Math.min(parts.rows().size() - 1, wanted));
        if (parts.rows().size() == 0) {
            return;
        }
        if (only && !extend) {
            cursorTo(row, grid.cursor().column());
            grid.reveal(row, -1);
        } else {
            goTo(row, -1, extend, false);
        }
    }

    private void goTo(final int row, final int column, final boolean extend, final boolean toggle) {
        cursorTo(row, column < 0 ? grid.cursor().column() : column);
        if (extend) {
            parts.selection().stretch(grid.cursor().anchor(), row);
        } else {
            grid.cursor().anchorHere();
            if (toggle) {
                parts.selection().toggle(row);
            } else {
                parts.selection().only(row);
            }
        }
        grid.reveal(row, column < 0 ? -1 : column);
    }

    private void cursorTo(final int row, final int column) {
        final var there = parts.rows().peek(row);
        grid.cursor().moveTo(row, column, there == null ? null : there.id());
        grid.announceCursor();
        table.redraw();
    }

    private void open(final int row) {
        final var there = parts.rows().peek(row);
        if (there != null) {
            final RecordType<?> type = parts.model().recordType();
            actions.open(new RecordRef(type.name(), there.id()));
        }
    }
}
