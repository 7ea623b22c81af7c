// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordColumn;

/** What can be done with a column. */
final class HeaderMenu {

    private HeaderMenu() {
    }

    static void open(final RecordGrid grid, final TableParts parts, final RecordColumn column, final Point at) {
        final var table = grid.control();
        final var menu = new Menu(table);
        final var model = parts.model();
        final var here = table.toControl(at);
        item(menu, "header.ascending", null, () -> model.setView(model.view().sortedBy(column.path(), true)));
        item(menu, "header.descending", null, () -> model.setView(model.view().sortedBy(column.path(), false)));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "header.filter", Icons.FILTER, () -> FilterPopup.open(table, parts, column, new Rectangle(here.x, here.y, 1, 1)))
                .setEnabled(HeaderMouse.canFilter(column));
        item(menu, "header.clearFilter", Icons.CLEAR, () -> model.setView(model.view().without(column.path())))
                .setEnabled(model.view().filters().stream().anyMatch(filter -> filter.path().equals(column.path())));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "header.fit", null, () -> grid.fit(model.columns().indexOf(column)));
        item(menu, "header.hide", null, () -> model.setView(model.view().withColumns(others(model.view(), column)))).setEnabled(model.columns().size() > 1);
        item(menu, "header.columns", Icons.COLUMNS, () -> ColumnsDialog.open(table.getShell(), model));
        menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(at);
        menu.setVisible(true);
    }

    private static List<ListView.Column> others(final ListView view, final RecordColumn column) {
        return view.columns().stream().filter(shown -> !shown.path().equals(column.path())).toList();
    }

    private static MenuItem item(final Menu menu, final String key, final Icons icon, final Runnable action) {
        final var item = WidgetKeys.named(new MenuItem(menu, SWT.PUSH), key);
        item.setText(Messages.TEXTS.get(key));
        if (icon != null) {
            item.setImage(icon.image());
        }
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }
}
