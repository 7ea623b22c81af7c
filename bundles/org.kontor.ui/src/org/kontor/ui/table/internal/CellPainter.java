// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import org.kontor.model.FieldKind;
import org.kontor.ui.table.RecordColumn;

/** Draws a cell: numbers to the right, a thin line below, the row of the selection, the mouse and the keyboard in their colours. */
final class CellPainter extends AbstractCellPainter {

    private static final String UNKNOWN = "\u2026";

    private final RecordGrid grid;
    private final TableParts parts;
    private final TextFitter bold = new TextFitter();
    private LocalResourceManager resources;
    private Font titleFont;
    private Font titleFontOf;

    CellPainter(final RecordGrid grid, final TableParts parts) {
        this.grid = grid;
        this.parts = parts;
    }

    /** @return whether values of a column stand at its right edge, so that their digits are below each other */
    static boolean isRight(final RecordColumn column) {
        return switch (column.kind()) {
            case MONEY, DECIMAL, PERCENT, INTEGER -> true;
            default -> false;
        };
    }

    @Override
    public void paintCell(final ILayerCell cell, final GC gc, final Rectangle bounds, final IConfigRegistry registry) {
        final int row = cell.getRowIndex();
        final var column = parts.model().columns().get(cell.getColumnIndex());
        final var palette = grid.palette();
        gc.setBackground(ground(palette, row));
        gc.fillRectangle(bounds);
        gc.setForeground(palette.line());
        gc.drawLine(bounds.x, bounds.y + bounds.height - 1, bounds.x + bounds.width, bounds.y + bounds.height - 1);
        final var value = (String) cell.getDataValue();
        final int room = bounds.width - 2 * GridWidths.PADDING;
        if (value == null) {
            gc.setForeground(palette.muted());
            gc.drawText(UNKNOWN, bounds.x + GridWidths.PADDING, top(bounds, grid.fitter().height(gc, UNKNOWN)), SWT.DRAW_TRANSPARENT);
        } else if (!value.isEmpty()) {
            text(gc, bounds, column, value, room);
        }
        if (grid.control().isFocusControl() && row == grid.cursor().row() && cell.getColumnPosition() >= 0
                && cell.getColumnIndex() == grid.cursor().column()) {
            gc.setForeground(palette.accent());
            gc.drawRectangle(bounds.x, bounds.y, bounds.width - 1, bounds.height - 2);
        }
    }

    private void text(final GC gc, final Rectangle bounds, final RecordColumn column, final String value, final int room) {
        final var plain = gc.getFont();
        final var fitter = column.isTitle() ? bold : grid.fitter();
        if (column.isTitle()) {
            gc.setFont(titleFont(plain));
        }
        gc.setForeground(column.kind() == FieldKind.BOOLEAN ? grid.palette().accent() : grid.palette().text());
        final var shown = fitter.fit(gc, value, room);
        final int x = isRight(column) ? bounds.x + bounds.width - GridWidths.PADDING - fitter.width(gc, shown) : bounds.x + GridWidths.PADDING;
        gc.drawText(shown, x, top(bounds, fitter.height(gc, shown)), SWT.DRAW_TRANSPARENT);
        gc.setFont(plain);
    }

    private Font titleFont(final Font plain) {
        if (!plain.equals(titleFontOf)) {
            if (resources == null) {
                resources = new LocalResourceManager(JFaceResources.getResources(), grid.control());
            }
            titleFontOf = plain;
            titleFont = resources.create(FontDescriptor.createFrom(plain).setStyle(SWT.BOLD));
            bold.clear();
        }
        return titleFont;
    }

    /** Where a text of some height starts that stands in the middle above the line. */
    static int top(final Rectangle bounds, final int height) {
        return bounds.y + (bounds.height - height) / 2;
    }

    private Color ground(final Palette palette, final int row) {
        if (parts.selection().contains(row)) {
            return grid.control().isFocusControl() ? palette.selected() : palette.selectedIdle();
        }
        return row == grid.hovered() ? palette.hover() : palette.ground();
    }

    @Override
    public int getPreferredWidth(final ILayerCell cell, final GC gc, final IConfigRegistry registry) {
        return cell.getBounds().width;
    }

    @Override
    public int getPreferredHeight(final ILayerCell cell, final GC gc, final IConfigRegistry registry) {
        return cell.getBounds().height;
    }
}
