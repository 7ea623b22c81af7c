// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.RecordTableHost;
import org.kontor.ui.table.TableAction;

/** The menu of the rows, made anew each time it opens. */
public final class RowMenu {

    private final RecordGrid grid;
    private final TableParts parts;
    private final RecordTableHost host;
    private final TableOutput output;
    private final Menu menu;

    private RowMenu(final RecordGrid grid, final TableParts parts, final RecordTableHost host, final TableOutput output) {
        this.grid = grid;
        this.parts = parts;
        this.host = host;
        this.output = output;
        menu = new Menu(grid.control());
    }

    /**
     * Gives the rows their menu.
     *
     * @param grid   the rows
     * @param parts  the table
     * @param host   what can be done with records
     * @param output copies
     */
    public static void attach(final RecordGrid grid, final TableParts parts, final RecordTableHost host, final TableOutput output) {
        final var made = new RowMenu(grid, parts, host, output);
        made.menu.addListener(SWT.Show, event -> made.fill());
        grid.control().setMenu(made.menu);
    }

    private void fill() {
        for (final var old : menu.getItems()) {
            old.dispose();
        }
        final int selected = parts.selection().size();
        final var row = Optional.ofNullable(parts.rows().peek(grid.cursor().row()));
        row.ifPresent(at -> {
            final var open = item("row.open", Icons.OPEN, () -> host.open(new RecordRef(parts.model().recordType().name(), at.id())));
            menu.setDefaultItem(open);
        });
        for (final var action : host.actions()) {
            if (selected > 0 && action.places().contains(TableAction.Place.ROWS) || selected == 1 && action.places().contains(TableAction.Place.ROW)) {
                final var item = WidgetKeys.named(new MenuItem(menu, SWT.PUSH), "row." + action.id());
                item.setText(action.label());
                item.setImage(action.icon().image());
                item.addListener(SWT.Selection, event -> action.run().run());
            }
        }
        new MenuItem(menu, SWT.SEPARATOR);
        row.flatMap(this::sameValue).ifPresent(filter -> item("row.filter", Icons.FILTER, () -> parts.model().setView(parts.model().view().with(filter))));
        item("row.copyCell", Icons.COPY, () -> output.copyCell(grid)).setEnabled(row.isPresent());
        item("row.copyRows", null, output::copyRows).setEnabled(selected > 0);
        new MenuItem(menu, SWT.SEPARATOR);
        item("row.selectAll", null, parts.selection()::all);
    }

    private MenuItem item(final String key, final Icons icon, final Runnable action) {
        final var item = WidgetKeys.named(new MenuItem(menu, SWT.PUSH), key);
        item.setText(Messages.TEXTS.get(key));
        if (icon != null) {
            item.setImage(icon.image());
        }
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    /** The filter that keeps the records with the same value as the cell of the cursor. */
    private Optional<ColumnFilter> sameValue(final Row row) {
        final var column = parts.model().columns().get(grid.cursor().column());
        final int offset = row.query().offset(column);
        if (offset < 0) {
            return Optional.empty();
        }
        final var value = row.values()[offset];
        if (value == null) {
            return column.field().isPresent() ? Optional.of(new ColumnFilter.Empty(column.path(), true)) : Optional.empty();
        }
        return switch (column.kind()) {
            case CHOICE -> Optional.of(new ColumnFilter.AnyOf(column.path(), Set.of(((Enum<?>) value).name()), false));
            case BOOLEAN -> Optional.of(new ColumnFilter.AnyOf(column.path(), Set.of(value.toString()), false));
            case REFERENCE -> Lookups.isShort(column) ? Optional.of(new ColumnFilter.AnyOf(column.path(), Set.of(value.toString()), false)) : words(row, column);
            case TEXT, EMAIL, PHONE, URL, CURRENCY -> words(row, column);
            default -> Optional.empty();
        };
    }

    private Optional<ColumnFilter> words(final Row row, final RecordColumn column) {
        return Optional.ofNullable(row.text(column, parts.format())).filter(text -> !text.isBlank())
                .map(text -> new ColumnFilter.Words(column.path(), text));
    }
}
