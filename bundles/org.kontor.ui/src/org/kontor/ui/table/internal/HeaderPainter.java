// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import org.kontor.ui.Icons;

/** Draws what stands above a column: its label, how it sorts, and whether it is filtered. */
final class HeaderPainter extends AbstractCellPainter {

    /** How wide the place at the right edge is that opens the filter. */
    static final int FILTER_WIDTH = 26;

    private static final int ICON = 16;

    private final RecordGrid grid;
    private final TableParts parts;

    HeaderPainter(final RecordGrid grid, final TableParts parts) {
        this.grid = grid;
        this.parts = parts;
    }

    @Override
    public void paintCell(final ILayerCell cell, final GC gc, final Rectangle bounds, final IConfigRegistry registry) {
        final var column = parts.model().columns().get(cell.getColumnIndex());
        final var palette = grid.palette();
        final boolean hovered = grid.hoveredHeader() == cell.getColumnIndex();
        gc.setBackground(palette.header());
        gc.fillRectangle(bounds);
        gc.setForeground(palette.line());
        gc.drawLine(bounds.x, bounds.y + bounds.height - 1, bounds.x + bounds.width, bounds.y + bounds.height - 1);
        gc.drawLine(bounds.x + bounds.width - 1, bounds.y + 6, bounds.x + bounds.width - 1, bounds.y + bounds.height - 7);
        final var view = parts.model().view();
        final boolean filtered = view.filters().stream().anyMatch(filter -> filter.path().equals(column.path()));
        final boolean icon = (filtered || hovered) && HeaderMouse.canFilter(column);
        if (icon) {
            gc.drawImage(Icons.FILTER.image(), bounds.x + bounds.width - FILTER_WIDTH + 4, bounds.y + (bounds.height - ICON) / 2);
        }
        final int sort = sortPlace(column.path());
        final boolean right = CellPainter.isRight(column);
        final int arrow = sort < 0 ? 0 : 14 + (view.sorts().size() > 1 ? gc.textExtent(String.valueOf(sort + 1)).x : 0);
        final int edge = icon ? FILTER_WIDTH : GridWidths.PADDING;
        final int room = bounds.width - GridWidths.PADDING - edge - arrow;
        final var label = grid.fitter().fit(gc, column.label(), room);
        final int width = grid.fitter().width(gc, label);
        final int x = right ? bounds.x + bounds.width - edge - arrow - width : bounds.x + GridWidths.PADDING;
        final int y = CellPainter.top(bounds, grid.fitter().height(gc, label));
        gc.setForeground(filtered ? palette.accent() : sort < 0 ? palette.muted() : palette.text());
        gc.drawText(label, x, y, SWT.DRAW_TRANSPARENT);
        if (sort >= 0) {
            arrow(gc, x + width + 6, bounds.y + bounds.height / 2, view.sorts().get(sort).ascending());
            if (view.sorts().size() > 1) {
                gc.drawText(String.valueOf(sort + 1), x + width + 16, y, SWT.DRAW_TRANSPARENT);
            }
        }
    }

    private int sortPlace(final String path) {
        final var sorts = parts.model().view().sorts();
        for (int place = 0; place < sorts.size(); place++) {
            if (sorts.get(place).path().equals(path)) {
                return place;
            }
        }
        return -1;
    }

    private void arrow(final GC gc, final int x, final int middle, final boolean ascending) {
        final int tip = ascending ? middle - 3 : middle + 3;
        final int base = ascending ? middle + 2 : middle - 2;
        gc.setAntialias(SWT.ON);
        gc.setBackground(grid.palette().accent());
        gc.fillPolygon(new int[] {x, base, x + 4, tip, x + 8, base});
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
