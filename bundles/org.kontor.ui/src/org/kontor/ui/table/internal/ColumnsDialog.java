// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.ui.Availability;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.RecordTableModel;

/** Which columns are shown, in which order: the shown ones first, then all others, fields of related records included. Does not wait. */
public final class ColumnsDialog extends Dialog {

    private static final Set<String> RELATED = Set.of("Account", "Contact", "Opportunity", "Lead", "Product", "Order");

    private final RecordTableModel model;
    private final Map<String, RecordColumn> all = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private Table table;
    private Text search;
    private Button up;
    private Button down;

    private ColumnsDialog(final Shell parent, final RecordTableModel model) {
        super(parent);
        this.model = model;
        setBlockOnOpen(false);
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.APPLICATION_MODAL | getDefaultOrientation());
        choosable(model.recordType()).forEach(column -> all.put(column.path(), column));
        arrange(model.view());
    }

    /**
     * Opens the dialog.
     *
     * @param parent the window to show it in front of
     * @param model  the table
     */
    public static void open(final Shell parent, final RecordTableModel model) {
        new ColumnsDialog(parent, model).open();
    }

    /**
     * @param type a record type
     * @return every column that can be shown
     */
    static List<RecordColumn> choosable(final RecordType<?> type) {
        final var columns = new ArrayList<RecordColumn>();
        if (type.fields().stream().noneMatch(Field::title)) {
            columns.add(RecordColumn.of(type, RecordColumn.TITLE));
        }
        own(type).forEach(field -> columns.add(RecordColumn.of(type, field.name())));
        for (final var field : own(type)) {
            field.target().map(Catalogue.standard()::type).filter(target -> RELATED.contains(target.name()) && target != type)
                    .ifPresent(target -> own(target).stream().filter(part -> !part.title())
                            .forEach(part -> columns.add(RecordColumn.of(type, field.name() + '.' + part.name()))));
        }
        return columns;
    }

    private static List<Field> own(final RecordType<?> type) {
        return type.fields().stream().filter(field -> field.kind() != FieldKind.ID).toList();
    }

    private void arrange(final ListView view) {
        order.clear();
        shown.clear();
        view.columns().stream().map(ListView.Column::path).forEach(shown::add);
        order.addAll(shown);
        shown.forEach(path -> all.computeIfAbsent(path, absent -> RecordColumn.of(model.recordType(), absent)));
        all.keySet().stream().filter(path -> !shown.contains(path)).forEach(order::add);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.TEXTS.get("columns.title", Messages.inSentence(model.recordType().pluralLabel())));
        WidgetKeys.named(shell, "columns");
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final var area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 12).spacing(10, 8).applyTo(area);
        final var hint = new Label(area, SWT.NONE);
        hint.setText(Messages.TEXTS.get("columns.hint"));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(hint);
        search = WidgetKeys.named(new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "columns.search");
        search.setMessage(Messages.TEXTS.get("columns.search"));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(search);
        search.addListener(SWT.Modify, event -> fill(null));
        table = WidgetKeys.named(new Table(area, SWT.BORDER | SWT.CHECK | SWT.V_SCROLL | SWT.FULL_SELECTION), "columns.table");
        GridDataFactory.fillDefaults().grab(true, true).hint(340, 16 * (table.getItemHeight() + 2)).applyTo(table);
        table.addListener(SWT.Selection, this::selected);
        final var buttons = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        up = button(buttons, "columns.up", () -> move(-1));
        down = button(buttons, "columns.down", () -> move(1));
        button(buttons, "columns.reset", () -> {
            arrange(DefaultViews.all(model.recordType()));
            search.setText("");
            fill(null);
        });
        fill(null);
        return area;
    }

    private static Button button(final Composite parent, final String key, final Runnable action) {
        final var button = WidgetKeys.named(new Button(parent, SWT.PUSH), key);
        button.setText(Messages.TEXTS.get(key));
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(button);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void fill(final String selected) {
        table.setRedraw(false);
        table.removeAll();
        final var lower = search.getText().strip().toLowerCase(Locale.ROOT);
        for (final var path : order) {
            final var label = all.get(path).label();
            if (label.toLowerCase(Locale.ROOT).contains(lower)) {
                final var item = new TableItem(table, SWT.NONE);
                item.setText(label);
                item.setData(path);
                item.setChecked(shown.contains(path));
                if (path.equals(selected)) {
                    table.setSelection(item);
                }
            }
        }
        table.setRedraw(true);
        enable();
    }

    private void selected(final Event event) {
        if (event.detail == SWT.CHECK && event.item instanceof final TableItem item) {
            final var path = (String) item.getData();
            if (item.getChecked()) {
                // a new column stands behind the shown ones, where it can be seen and moved
                order.remove(path);
                order.add(shown.size(), path);
                shown.add(path);
            } else {
                shown.remove(path);
                order.remove(path);
                order.add(shown.size(), path);
            }
            fill(path);
        }
        enable();
    }

    private String selection() {
        return table.getSelectionCount() == 0 ? null : (String) table.getSelection()[0].getData();
    }

    private void move(final int by) {
        final var path = selection();
        final int from = shown.indexOf(path);
        final int to = from + by;
        if (from >= 0 && to >= 0 && to < shown.size()) {
            shown.remove(from);
            shown.add(to, path);
            order.remove(path);
            order.add(to, path);
            fill(path);
        }
    }

    private void enable() {
        final int place = shown.indexOf(selection());
        Availability.set(up, place > 0);
        Availability.set(down, place >= 0 && place < shown.size() - 1);
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(!shown.isEmpty());
        }
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        super.createButtonsForButtonBar(parent);
        WidgetKeys.named(getButton(IDialogConstants.OK_ID), "columns.ok");
        enable();
    }

    @Override
    protected void okPressed() {
        final var view = model.view();
        model.setView(view.withColumns(shown.stream()
                .map(path -> view.columns().stream().filter(column -> column.path().equals(path)).findFirst().orElse(new ListView.Column(path, 0))).toList()));
        super.okPressed();
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
