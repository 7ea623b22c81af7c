// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.TablePart;
import org.kontor.ui.WidgetKeys;

/**
 * A table of a result: rows are made when they come into sight, so that hundreds of thousands open at once. A click on a header sorts, its
 * tooltip says how the values come about; Enter or a double click opens what the row is about; Ctrl+C copies.
 */
final class PartTable {

    private static final int WIDEST = 420;
    private static final int SAMPLE = 200;
    private static final int AIR = 24;

    private final Table table;
    private final TablePart part;
    private final List<CellText> columns;
    /** What the texts of each column need; names of rows stay near what is said of them. */
    private final int[] needed;
    private int[] rows;
    private int sorted = -1;
    private boolean descending;

    PartTable(final Composite parent, final TablePart part, final UnaryOperator<String> names, final Consumer<List<String>> open) {
        this.part = part;
        this.columns = part.heads().stream().map(head -> new CellText(part.frame().column(head.column()), head, names)).toList();
        this.needed = new int[columns.size()];
        this.rows = IntStream.range(0, part.frame().rows()).toArray();
        table = WidgetKeys.named(new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER), "result.table." + part.name());
        table.setHeaderVisible(true);
        for (int index = 0; index < columns.size(); index++) {
            addColumn(index);
        }
        // the platform stretches the last column that has a width; numbers shall stay near their names
        new TableColumn(table, SWT.NONE).setWidth(1);
        table.addListener(SWT.Resize, event -> spread());
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.MouseDoubleClick, event -> open.accept(selected()));
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                open.accept(selected());
            } else if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
                copy();
            }
        });
        table.setItemCount(rows.length);
    }

    private void addColumn(final int index) {
        final var text = columns.get(index);
        final var column = new TableColumn(table, text.isNumber() ? SWT.RIGHT : SWT.LEFT);
        column.setText(text.title());
        column.setToolTipText(text.help().replace("&", "&&"));
        column.addListener(SWT.Selection, event -> sort(index));
        final var gc = new GC(table);
        try {
            gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            final int head = gc.textExtent(text.title()).x;
            gc.setFont(table.getFont());
            int width = Math.min(WIDEST - AIR, head + AIR / 2);
            for (int row = 0; row < Math.min(SAMPLE, rows.length); row++) {
                width = Math.max(width, gc.textExtent(text.of(row)).x);
            }
            needed[index] = part.heads().get(index).meaning() == Meaning.ID ? Math.min(WIDEST, width + AIR) : width + AIR;
            column.setWidth(Math.min(WIDEST, width + AIR));
        } finally {
            gc.dispose();
        }
    }

    /** Long texts take what the other columns leave; who made such a column narrower keeps it. */
    private void spread() {
        final int free = table.getClientArea().width - 1 - IntStream.of(needed).map(width -> Math.min(WIDEST, width)).sum();
        final int[] longer = IntStream.range(0, needed.length).filter(index -> needed[index] > WIDEST && table.getColumn(index).getWidth() >= WIDEST).toArray();
        for (final int index : longer) {
            table.getColumn(index).setWidth(Math.min(needed[index], WIDEST + Math.max(0, free) / longer.length));
        }
    }

    Table control() {
        return table;
    }

    private void fill(final Event event) {
        final var item = (TableItem) event.item;
        final int row = rows[table.indexOf(item)];
        for (int index = 0; index < columns.size(); index++) {
            item.setText(index, columns.get(index).of(row));
        }
    }

    private void sort(final int index) {
        descending = sorted == index && !descending;
        sorted = index;
        table.setSortColumn(table.getColumn(index));
        table.setSortDirection(descending ? SWT.DOWN : SWT.UP);
        arrange();
    }

    /** Shows some rows only. */
    void restrict(final Optional<int[]> wanted) {
        rows = wanted.orElseGet(() -> IntStream.range(0, part.frame().rows()).toArray());
        arrange();
    }

    private void arrange() {
        if (sorted >= 0) {
            final Comparator<Integer> order = columns.get(sorted)::compare;
            rows = Arrays.stream(rows).sorted().boxed().sorted(descending ? order.reversed() : order).mapToInt(Integer::intValue).toArray();
        }
        table.setItemCount(rows.length);
        table.clearAll();
        table.deselectAll();
    }

    /** What the selected rows are about; empty where the table does not say. */
    List<String> selected() {
        return ids(Arrays.stream(table.getSelectionIndices()).map(index -> rows[index]).toArray());
    }

    private List<String> ids(final int... wanted) {
        final Optional<Column> id = part.column(Meaning.ID);
        return id.map(column -> Arrays.stream(wanted).mapToObj(column::text).toList()).orElse(List.of());
    }

    private void copy() {
        final var text = Arrays.stream(table.getSelectionIndices()).mapToObj(index -> columns.stream().map(column -> column.of(rows[index]))
                .collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            final var clipboard = new Clipboard(table.getDisplay());
            try {
                clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            } finally {
                clipboard.dispose();
            }
        }
    }
}
