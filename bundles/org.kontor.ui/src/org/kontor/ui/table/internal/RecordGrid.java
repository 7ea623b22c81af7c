// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.NoScalingDpiConverter;
import org.eclipse.nebula.widgets.nattable.layer.command.ConfigureScalingCommand;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.painter.layer.CellLayerPainter;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.reorder.event.ColumnReorderEvent;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordColumn;

/**
 * The grid of a table: header and rows, drawn from the rows in memory. Keeps widths and order of columns in step with the view, and says
 * which rows are on the screen.
 */
public final class RecordGrid {

    private static final int ROW_SPACE = 10;
    private static final int HEADER_SPACE = 14;

    private final TableParts parts;
    private final NatTable table;
    private final DataLayer bodyData;
    private final DataLayer headerData;
    private final ColumnReorderLayer reorder;
    private final ViewportLayer viewport;
    private final GridCursor cursor = new GridCursor();
    private final TextFitter fitter = new TextFitter();
    private final GridWidths widths;
    private final Runnable screenChanged;
    private Palette palette = Palette.current();
    private ListView shownView;
    private int hovered = -1;
    private int hoveredHeader = -1;
    private int shownRows;
    private int firstOnScreen = -1;
    private int lastOnScreen = -1;
    private boolean adjusting;

    /**
     * @param parent        the parent
     * @param parts         the model
     * @param actions       what keys and the mouse ask for
     * @param screenChanged runs when other rows are on the screen
     */
    public RecordGrid(final Composite parent, final TableParts parts, final GridActions actions, final Runnable screenChanged) {
        this.parts = parts;
        this.screenChanged = screenChanged;
        bodyData = new DataLayer(new Cells(false));
        bodyData.setLayerPainter(new CellLayerPainter());
        headerData = new DataLayer(new Cells(true));
        headerData.setLayerPainter(new CellLayerPainter());
        reorder = new ColumnReorderLayer(bodyData);
        viewport = new ViewportLayer(reorder);
        final var header = new ColumnHeaderLayer(headerData, viewport, (SelectionLayer) null, false);
        final var whole = new CompositeLayer(1, 2);
        whole.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
        whole.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        table = WidgetKeys.named(new NatTable(parent, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL,
                whole, false), "table.grid");
        table.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        widths = new GridWidths(parts, fitter);
        table.addConfiguration(new Painters());
        table.addConfiguration(new HeaderMouse(this, parts));
        table.configure();
        table.doCommand(new ConfigureScalingCommand(new NoScalingDpiConverter(), new NoScalingDpiConverter()));
        measure();
        reorder.addLayerListener(event -> {
            if (!adjusting && event instanceof ColumnReorderEvent) {
                table.getDisplay().asyncExec(this::takeOrder);
            }
        });
        bodyData.addLayerListener(event -> {
            if (!adjusting && event instanceof final ColumnResizeEvent resized) {
                resized.getColumnPositionRanges().forEach(range -> takeWidth(range.start));
            }
        });
        table.addListener(SWT.Resize, event -> fill());
        table.addPaintListener(event -> noticeScreen());
        followTheme();
        new GridSpeech(this, parts);
        new GridInput(this, parts, actions);
        shownView = parts.model().view();
        showColumns();
    }

    private void followTheme() {
        applyTheme();
        final IPropertyChangeListener listener = change -> {
            if (!table.isDisposed()) {
                table.getDisplay().asyncExec(this::applyTheme);
            }
        };
        JFaceResources.getColorRegistry().addListener(listener);
        JFaceResources.getFontRegistry().addListener(listener);
        table.addDisposeListener(gone -> {
            JFaceResources.getColorRegistry().removeListener(listener);
            JFaceResources.getFontRegistry().removeListener(listener);
        });
    }

    private void applyTheme() {
        if (!table.isDisposed()) {
            palette = Palette.current();
            table.setBackground(palette.ground());
            table.redraw();
        }
    }

    private void measure() {
        final var gc = new GC(table);
        try {
            final int height = gc.getFontMetrics().getHeight();
            bodyData.setDefaultRowHeight(height + ROW_SPACE);
            headerData.setDefaultRowHeight(height + HEADER_SPACE);
        } finally {
            gc.dispose();
        }
        fitter.clear();
    }

    /** @return the widget */
    public NatTable control() {
        return table;
    }

    GridCursor cursor() {
        return cursor;
    }

    Palette palette() {
        return palette;
    }

    TextFitter fitter() {
        return fitter;
    }

    int hovered() {
        return hovered;
    }

    int hoveredHeader() {
        return hoveredHeader;
    }

    void hover(final int row, final int header) {
        if (row != hovered || header != hoveredHeader) {
            hovered = row;
            hoveredHeader = header;
            table.redraw();
        }
    }

    /** Takes over the columns of the view: which, in which order, how wide. */
    public void showColumns() {
        adjusting = true;
        try {
            reorder.resetReorder();
            widths.apply(table, bodyData);
            cursor.column(Math.min(cursor.column(), parts.model().columns().size() - 1));
            table.refresh();
        } finally {
            adjusting = false;
        }
        fill();
    }

    /** Takes over another view: its columns, and its first row where it shows other records or another order. */
    public void showView() {
        final var view = parts.model().view();
        final boolean sameRows = view.withColumns(shownView.columns()).named(shownView.id(), shownView.name()).equals(shownView);
        final boolean sameColumns = view.columns().equals(shownView.columns());
        shownView = view;
        if (!sameColumns) {
            showColumns();
        }
        if (!sameRows) {
            toTop();
        }
        table.redraw();
    }

    /** Takes over the rows: how many there are and what they hold. */
    public void showRows() {
        final int count = parts.rows().size();
        if (widths.sample()) {
            showColumns();
        }
        if (count != shownRows) {
            shownRows = count;
            bodyData.fireLayerEvent(new RowStructuralRefreshEvent(bodyData));
        }
        followCursor();
        table.redraw();
    }

    private void followCursor() {
        final int row = cursor.row();
        if (row < 0 && shownRows > 0 && table.isFocusControl()) {
            cursor.moveTo(0, cursor.column(), null);
        } else if (row >= 0 && shownRows == 0) {
            cursor.clear();
        } else if (row >= shownRows) {
            cursor.moveTo(shownRows - 1, cursor.column(), null);
        } else if (row >= 0) {
            final var there = parts.rows().peek(row);
            if (there != null && cursor.record() == null) {
                cursor.know(there.id());
            } else if (there != null && !there.id().equals(cursor.record())) {
                final int now = parts.rows().find(cursor.record(), row);
                if (now >= 0) {
                    cursor.follow(now);
                }
            }
        }
    }

    private void toTop() {
        viewport.setOriginY(0);
        cursor.clear();
    }

    /**
     * Keeps the same records on the screen after others came or went above them.
     *
     * @param by by how many rows they moved down
     */
    public void moved(final int by) {
        viewport.setOriginY(viewport.getOrigin().getY() + by * rowHeight());
    }

    private int rowHeight() {
        return bodyData.getDefaultRowHeight();
    }

    /** @return how many rows fit on the screen as a whole; at least one */
    int rowsOnScreen() {
        return Math.max(1, viewport.getClientAreaHeight() / rowHeight());
    }

    /** Scrolls as little as is needed to see a cell; -1 for a position that does not matter. */
    void reveal(final int row, final int column) {
        // the viewport's own way keeps the row in sight for seconds, against whatever scrolls next
        final int top = row * rowHeight();
        final int height = viewport.getClientAreaHeight();
        if (row >= 0 && top < viewport.getOrigin().getY()) {
            viewport.setOriginY(top);
        } else if (row >= 0 && top + rowHeight() > viewport.getOrigin().getY() + height) {
            viewport.setOriginY(top + rowHeight() - height);
        }
        if (column >= 0) {
            viewport.moveColumnPositionIntoViewport(column);
        }
    }

    /** Where a cell is within the widget; row -1 is the header. */
    Rectangle cellBounds(final int row, final int column) {
        final int x = reorder.getStartXOfColumnPosition(column) - viewport.getOrigin().getX();
        final int width = bodyData.getColumnWidthByPosition(column);
        final int header = headerData.getDefaultRowHeight();
        return row < 0 ? new Rectangle(x, 0, width, header)
                : new Rectangle(x, Math.max(header, header + row * rowHeight() - viewport.getOrigin().getY()), width, rowHeight());
    }

    /** Tells whoever cannot see the table which cell the keyboard is at. */
    void announceCursor() {
        table.getAccessible().setFocus(ACC.CHILDID_SELF);
    }

    private void noticeScreen() {
        final int top = viewport.getOrigin().getY();
        final int rows = parts.rows().size();
        final int first = rows == 0 ? -1 : Math.min(rows - 1, (top + rowHeight() - 1) / rowHeight());
        final int last = rows == 0 ? -1 : Math.max(first, Math.min(rows, (top + viewport.getClientAreaHeight()) / rowHeight()) - 1);
        if (first != firstOnScreen || last != lastOnScreen) {
            firstOnScreen = first;
            lastOnScreen = last;
            table.getDisplay().asyncExec(() -> {
                if (!table.isDisposed()) {
                    screenChanged.run();
                }
            });
        }
        if (first >= 0) {
            parts.rows().onScreen(first, last);
        }
    }

    /** @return the number of the first row on the screen; -1 where there is none */
    public int firstOnScreen() {
        return firstOnScreen;
    }

    /** @return the number of the last row that is on the screen as a whole; -1 where there is none */
    public int lastOnScreen() {
        return lastOnScreen;
    }

    private void fill() {
        adjusting = true;
        try {
            widths.fill(bodyData, table.getClientArea().width);
        } finally {
            adjusting = false;
        }
    }

    private void takeOrder() {
        if (table.isDisposed()) {
            return;
        }
        final var view = parts.model().view();
        final var columns = new ArrayList<ListView.Column>();
        for (final int index : reorder.getColumnIndexOrderArray()) {
            columns.add(view.columns().get(index));
        }
        parts.model().setView(view.withColumns(columns));
    }

    private void takeWidth(final int column) {
        final var view = parts.model().view();
        final var columns = new ArrayList<>(view.columns());
        columns.set(column, new ListView.Column(columns.get(column).path(), bodyData.getColumnWidthByPosition(column)));
        parts.model().setView(view.withColumns(columns));
    }

    /**
     * Makes a column as wide as what it shows.
     *
     * @param column the column's position
     */
    void fit(final int column) {
        final var view = parts.model().view();
        final var columns = new ArrayList<>(view.columns());
        columns.set(column, new ListView.Column(columns.get(column).path(), widths.fitting(table, column, firstOnScreen, lastOnScreen)));
        parts.model().setView(view.withColumns(columns));
    }

    List<RecordColumn> columns() {
        return parts.model().columns();
    }

    /** What the layers ask for values: texts of cells or labels of columns. */
    private final class Cells implements IDataProvider {

        private final boolean header;

        Cells(final boolean header) {
            this.header = header;
        }

        @Override
        public Object getDataValue(final int column, final int row) {
            if (header) {
                return columns().get(column).label();
            }
            final var there = parts.rows().row(row);
            return there == null ? null : there.text(columns().get(column), parts.format());
        }

        @Override
        public void setDataValue(final int column, final int row, final Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getColumnCount() {
            return columns().size();
        }

        @Override
        public int getRowCount() {
            return header ? 1 : parts.rows().size();
        }
    }

    /** Who paints what. */
    private final class Painters extends AbstractRegistryConfiguration {
        @Override
        public void configureRegistry(final IConfigRegistry registry) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new CellPainter(RecordGrid.this, parts), DisplayMode.NORMAL, GridRegion.BODY);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new HeaderPainter(RecordGrid.this, parts), DisplayMode.NORMAL,
                    GridRegion.COLUMN_HEADER);
        }
    }
}
