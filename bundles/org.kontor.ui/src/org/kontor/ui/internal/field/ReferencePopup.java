// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.kontor.model.RecordType;
import org.kontor.store.Store;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.internal.record.ReferenceSearch;
import org.kontor.ui.work.Background;

/** The list below a reference field: what fits the text typed so far. The focus stays in the text. */
final class ReferencePopup {

    private static final int LIMIT = 30;
    private static final int VISIBLE = 10;
    private static final int PAUSE_MILLIS = 120;
    private static final int LEAST_WIDTH = 460;

    private final Text text;
    private final Store store;
    private final RecordType<?> type;
    private final Consumer<ReferenceSearch.Hit> chosen;
    private int wanted;
    private Job search;
    private Shell shell;
    private Table table;
    private List<ReferenceSearch.Hit> hits = List.of();

    ReferencePopup(final Text text, final Store store, final RecordType<?> type, final Consumer<ReferenceSearch.Hit> chosen) {
        this.text = text;
        this.store = store;
        this.type = type;
        this.chosen = chosen;
        text.addDisposeListener(gone -> close());
    }

    /** Looks for records after a short pause in typing; an earlier search is given up. */
    void search(final String words) {
        if (search != null) {
            search.cancel();
        }
        final int mine = ++wanted;
        search = Background.of(text, Messages.TEXTS.get("searching", type.pluralLabel()),
                progress -> store.read(session -> ReferenceSearch.find(session, type, words, LIMIT)))
                .then(found -> {
                    // an answer that comes after the list was closed, or after more was typed, is of no use
                    if (mine == wanted) {
                        show(found);
                    }
                }).quiet().start(PAUSE_MILLIS);
    }

    private void show(final List<ReferenceSearch.Hit> found) {
        if (!text.isFocusControl()) {
            return;
        }
        hits = found;
        if (shell == null) {
            createShell();
        }
        table.removeAll();
        for (final var hit : hits) {
            final var item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {hit.title(), hit.detail()});
            item.setImage(Icons.of(type.name()).image());
        }
        if (hits.isEmpty()) {
            new TableItem(table, SWT.NONE).setText(Messages.TEXTS.get("noneFound"));
            table.deselectAll();
        } else {
            table.select(0);
            table.showSelection();
        }
        place();
    }

    private void createShell() {
        shell = WidgetKeys.named(new Shell(text.getShell(), SWT.ON_TOP | SWT.NO_FOCUS | SWT.NO_TRIM | SWT.BORDER), "popup.references");
        shell.setLayout(new FillLayout());
        final var body = new Composite(shell, SWT.NONE);
        final var columns = new TableColumnLayout();
        body.setLayout(columns);
        table = WidgetKeys.named(new Table(body, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL), "popup.references.list");
        columns.setColumnData(new TableColumn(table, SWT.NONE), new ColumnWeightData(3));
        columns.setColumnData(new TableColumn(table, SWT.NONE), new ColumnWeightData(2));
        table.addListener(SWT.MouseUp, event -> chooseSelected());
        table.addListener(SWT.DefaultSelection, event -> chooseSelected());
    }

    private void place() {
        final int rows = Math.clamp(hits.size(), 1, VISIBLE);
        final int width = Math.max(LEAST_WIDTH, text.getSize().x);
        final var size = shell.computeSize(width, rows * table.getItemHeight() + table.getItemHeight() / 2);
        final var origin = text.getDisplay().map(text.getParent(), null, text.getLocation());
        final var below = new Point(origin.x, origin.y + text.getSize().y);
        final var screen = text.getMonitor().getClientArea();
        final int top = below.y + size.y > screen.y + screen.height ? below.y - text.getSize().y - size.y : below.y;
        shell.setBounds(below.x, top, width, size.y);
        shell.setVisible(true);
    }

    boolean isOpen() {
        return shell != null && shell.isVisible();
    }

    boolean hasFocus() {
        return table != null && !table.isDisposed() && table.isFocusControl();
    }

    void move(final int steps) {
        if (isOpen() && !hits.isEmpty()) {
            table.setSelection(Math.floorMod(table.getSelectionIndex() + steps, hits.size()));
        }
    }

    void chooseSelected() {
        final int index = isOpen() ? table.getSelectionIndex() : -1;
        close();
        if (index >= 0 && index < hits.size()) {
            chosen.accept(hits.get(index));
        }
    }

    void close() {
        wanted++;
        if (search != null) {
            search.cancel();
        }
        if (shell != null) {
            shell.dispose();
            shell = null;
            table = null;
        }
    }
}
