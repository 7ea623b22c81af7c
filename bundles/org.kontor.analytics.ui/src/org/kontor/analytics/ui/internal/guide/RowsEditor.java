// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swt.widgets.Text;

import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/**
 * A small table in which rows of texts or numbers are edited: a click, F2 or a key on a cell opens it, Tab goes to the next one. Rows can be
 * added, removed, moved, and all be set back to the preset.
 */
final class RowsEditor {

    private static final int LEAST = 3;
    private static final int MOST = 12;
    private static final int FIRST = 190;
    private static final int OTHER = 104;
    private static final int PADDING = 34;
    private static final String NO_NUMBER = "[^0-9eE+.\\-]";

    private final RowsFormat format;
    private final String key;
    private final Consumer<String> changed;
    private final Composite root;
    private final TableViewer viewer;
    private final List<String[]> rows = new ArrayList<>();
    private final Point natural;
    private final Composite bar;
    private final Button remove;
    private final Button up;
    private final Button down;
    private final Button reset;

    /**
     * @param parent  the parent
     * @param key     the key of the table; its buttons have keys that begin with it
     * @param format  what the rows are
     * @param text    the rows of the moment
     * @param changed hears every change
     */
    RowsEditor(final Composite parent, final String key, final RowsFormat format, final String text, final Consumer<String> changed) {
        this.format = format;
        this.key = key;
        this.changed = changed;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        root.setLayout(new AsWideAsNeeded());
        viewer = new TableViewer(root, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        final var table = WidgetKeys.named(viewer.getTable(), key);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        int width = 0;
        for (int index = 0; index < format.titles().size(); index++) {
            width += column(index);
        }
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        rows.addAll(format.rows(text));
        viewer.setInput(rows);
        editByKeyboard();
        final int shown = Math.clamp(rows.size() + 1, LEAST, MOST);
        natural = new Point(width + PADDING, table.getHeaderHeight() + shown * table.getItemHeight());
        bar = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(format.ordered() ? 5 : 3).spacing(4, 0).applyTo(bar);
        button(bar, "add", this::add);
        remove = button(bar, "remove", this::remove);
        up = format.ordered() ? button(bar, "up", () -> move(-1)) : null;
        down = format.ordered() ? button(bar, "down", () -> move(1)) : null;
        reset = button(bar, "reset", this::reset);
        viewer.addSelectionChangedListener(event -> enable());
        enable();
    }

    Composite control() {
        return root;
    }

    private int column(final int index) {
        final var column = new TableViewerColumn(viewer, format.numbers() ? SWT.RIGHT : SWT.LEFT);
        final var title = format.titles().get(index);
        column.getColumn().setText(title);
        final var gc = new GC(viewer.getTable());
        final int width;
        try {
            gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            width = Math.max(index == 0 && !format.numbers() ? FIRST : OTHER, gc.textExtent(title).x + PADDING);
        } finally {
            gc.dispose();
        }
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(final Object row) {
                return ((String[]) row)[index];
            }
        });
        column.setEditingSupport(new Editing(index));
        return width;
    }

    private void editByKeyboard() {
        final var cells = new TableViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer));
        TableViewerEditor.create(viewer, cells, new ColumnViewerEditorActivationStrategy(viewer) {
            @Override
            protected boolean isEditorActivationEvent(final ColumnViewerEditorActivationEvent event) {
                return super.isEditorActivationEvent(event)
                        || event.eventType == ColumnViewerEditorActivationEvent.KEY_PRESSED && (event.keyCode == SWT.F2 || event.keyCode == SWT.CR);
            }
        }, ColumnViewerEditor.TABBING_HORIZONTAL | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR | ColumnViewerEditor.KEYBOARD_ACTIVATION);
    }

    private Button button(final Composite bar, final String name, final Runnable action) {
        final var button = WidgetKeys.named(new Button(bar, SWT.PUSH | SWT.FLAT), key + '.' + name);
        button.setText(Messages.text("rows." + name));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private int selected() {
        return viewer.getTable().getSelectionIndex();
    }

    private void enable() {
        final int at = selected();
        Availability.set(remove, at >= 0);
        if (format.ordered()) {
            Availability.set(up, at > 0);
            Availability.set(down, at >= 0 && at < rows.size() - 1);
        }
        Availability.set(reset, !format.text(rows).equals(format.text(format.rows(format.preset()))));
    }

    private void add() {
        final var row = new String[format.titles().size()];
        Arrays.fill(row, "");
        final int at = selected() < 0 ? rows.size() : selected() + 1;
        rows.add(at, row);
        tell(at);
        viewer.editElement(row, 0);
    }

    private void remove() {
        final int at = selected();
        if (at >= 0) {
            rows.remove(at);
            tell(Math.min(at, rows.size() - 1));
        }
    }

    private void move(final int by) {
        final int from = selected();
        Collections.swap(rows, from, from + by);
        tell(from + by);
    }

    private void reset() {
        rows.clear();
        rows.addAll(format.rows(format.preset()));
        tell(-1);
    }

    private void tell(final int select) {
        viewer.refresh();
        if (select >= 0) {
            viewer.getTable().select(select);
            viewer.getTable().showSelection();
        } else {
            viewer.getTable().deselectAll();
        }
        enable();
        changed.accept(format.text(rows));
    }

    /** The table has the width of its columns where there is room, and scrolls where there is not; below it are the buttons. */
    private final class AsWideAsNeeded extends Layout {

        private static final int GAP = 4;

        @Override
        protected Point computeSize(final Composite composite, final int width, final int height, final boolean flush) {
            final var buttons = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT, flush);
            return new Point(width == SWT.DEFAULT ? Math.max(natural.x, buttons.x) : width, height == SWT.DEFAULT ? natural.y + GAP + buttons.y : height);
        }

        @Override
        protected void layout(final Composite composite, final boolean flush) {
            final var area = composite.getClientArea();
            final var buttons = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT, flush);
            viewer.getTable().setBounds(area.x, area.y, Math.min(natural.x, area.width), natural.y);
            bar.setBounds(area.x, area.y + natural.y + GAP, Math.min(buttons.x, area.width), buttons.y);
        }
    }

    /** The text of a cell is taken when the cell is left. */
    private final class Editing extends EditingSupport {

        private final int column;
        private final TextCellEditor editor;

        Editing(final int column) {
            super(RowsEditor.this.viewer);
            this.column = column;
            editor = new TextCellEditor(RowsEditor.this.viewer.getTable());
            final var text = WidgetKeys.named((Text) editor.getControl(), key + ".cell");
            if (format.numbers()) {
                text.addVerifyListener(event -> event.text = event.text.replaceAll(NO_NUMBER, ""));
            }
        }

        @Override
        protected CellEditor getCellEditor(final Object row) {
            return editor;
        }

        @Override
        protected boolean canEdit(final Object row) {
            return true;
        }

        @Override
        protected Object getValue(final Object row) {
            return ((String[]) row)[column];
        }

        @Override
        protected void setValue(final Object row, final Object value) {
            final var cells = (String[]) row;
            if (!cells[column].equals(value)) {
                cells[column] = String.valueOf(value);
                tell(rows.indexOf(cells));
            }
        }
    }
}
