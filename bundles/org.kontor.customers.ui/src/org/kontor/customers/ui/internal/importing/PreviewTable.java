// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.exchange.ImportDraft;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/** The first rows of a file as the import reads them. */
final class PreviewTable {

    private static final int MOST_ROWS = 50;
    private static final int MOST_COLUMNS = 100;
    private static final int NARROW = 7;
    private static final int WIDE = 34;
    private static final int LONGEST = 200;
    /** Headings may be bold. */
    private static final int HEADER = 3;

    private final Table table;
    private final int character;

    PreviewTable(final Composite parent) {
        table = WidgetKeys.named(new Table(parent, SWT.BORDER | SWT.FULL_SELECTION), "import.preview");
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        character = new PixelConverter(table).convertWidthInCharsToPixels(1);
    }

    Table control() {
        return table;
    }

    void clear() {
        table.removeAll();
        for (final var column : table.getColumns()) {
            column.dispose();
        }
    }

    void show(final ImportDraft draft) {
        table.setRedraw(false);
        try {
            clear();
            final var rows = draft.preview();
            final var shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
            final var columns = draft.columns().subList(0, Math.min(MOST_COLUMNS, draft.columns().size()));
            final var number = new TableColumn(table, SWT.RIGHT);
            number.setWidth(character * 5);
            for (final var column : columns) {
                int characters = column.name().length() + HEADER;
                for (final var row : shown) {
                    characters = Math.max(characters, column.index() < row.size() ? row.get(column.index()).length() : 0);
                }
                final var header = new TableColumn(table, SWT.LEFT);
                header.setText(column.name().replace("&", "&&"));
                header.setToolTipText(column.name().replace("&", "&&"));
                header.setWidth(character * (2 + Math.clamp(characters, NARROW, WIDE)));
            }
            int count = 0;
            for (final var row : shown) {
                final var item = new TableItem(table, SWT.NONE);
                item.setText(0, Messages.number(++count));
                item.setForeground(0, Colours.TEXT_MUTED.color());
                for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
                    item.setText(i + 1, oneLine(row.get(i)));
                }
            }
        } finally {
            table.setRedraw(true);
        }
    }

    /** A long text, or one of several lines, would make rows of different heights. */
    static String oneLine(final String text) {
        final var line = text.replaceAll("\\s*[\\r\\n]+\\s*", " \u21b5 ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + '\u2026';
    }
}
