// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.kontor.model.Catalogue;
import org.kontor.store.History;
import org.kontor.store.Store;
import org.kontor.ui.Colours;
import org.kontor.ui.HelpContext;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.field.TextUndo;
import org.kontor.ui.internal.record.ChangeLines;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.TakeBack;

/** The change log: every operation of everybody, newest first, what it did to which record, and a way to take it back. */
public final class ChangeLogView {

    private static final int PAGE = 200;
    private static final int DETAILS = 200;
    private static final int[] WIDTHS = {140, 190, 330, 80, 110};
    private static final int[] DETAIL_WIDTHS = {110, 200, 160, 200, 200};

    private record Row(History.Operation operation, String who) {
    }

    private record Detail(String type, String title, String field, String before, String after) {
    }

    private final FieldFormat format = FieldFormat.current();
    private Store store;
    private Runnable end = () -> { };
    private Text filter;
    private Table table;
    private Table details;
    private ToolItem undo;
    private ToolItem more;
    private List<Row> rows = List.of();
    private int limit = PAGE;

    @PostConstruct
    void create(final Composite parent) {
        final var area = HelpContext.of(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE), HelpContext.HISTORY);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).spacing(8, 4).applyTo(area);
        filter = WidgetKeys.named(new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "log.filter");
        filter.setMessage(Messages.TEXTS.get("log.filter"));
        TextUndo.install(filter);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(filter);
        filter.addModifyListener(event -> show());
        final var bar = new ToolBar(area, SWT.FLAT | SWT.RIGHT);
        undo = item(bar, Icons.UNDO, "undo", this::takeBack);
        more = item(bar, Icons.HISTORY, "more", () -> {
            limit += PAGE;
            read();
        });
        final var sash = new SashForm(area, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(sash);
        table = table(sash, "log.table", List.of("when", "who", "what", "records", "state"), WIDTHS);
        details = table(sash, "log.details", List.of("type", "record", "field", "before", "after"), DETAIL_WIDTHS);
        sash.setWeights(3, 2);
        table.addListener(SWT.Selection, event -> select());
        undo.setEnabled(false);
        read();
    }

    private static ToolItem item(final ToolBar bar, final Icons icon, final String key, final Runnable action) {
        final var item = WidgetKeys.named(new ToolItem(bar, SWT.PUSH), "log." + key);
        item.setText(Messages.TEXTS.get("log." + key));
        item.setImage(icon.image());
        item.setDisabledImage(icon.disabledImage());
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private static Table table(final Composite parent, final String key, final List<String> columns, final int[] widths) {
        final var table = WidgetKeys.named(new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER), key);
        table.setHeaderVisible(true);
        for (int column = 0; column < columns.size(); column++) {
            final var header = new TableColumn(table, "records".equals(columns.get(column)) ? SWT.RIGHT : SWT.LEFT);
            header.setText(Messages.TEXTS.get("log." + columns.get(column)));
            header.setWidth(widths[column]);
            header.setMoveable(true);
        }
        return table;
    }

    @Inject
    void setStore(@Optional final Store opened) {
        end.run();
        end = () -> { };
        store = opened;
        if (opened != null) {
            end = opened.subscribe(commit -> {
                final var now = table;
                if (now != null && !now.isDisposed()) {
                    now.getDisplay().asyncExec(this::read);
                }
            });
            read();
        }
    }

    private void read() {
        if (store == null || table == null || table.isDisposed()) {
            return;
        }
        final var open = store;
        final int count = limit;
        Background.of(table, Messages.TEXTS.get("log.reading"), progress -> {
            final var operations = open.history().operations(0, count);
            return open.read(session -> operations.stream()
                    .map(operation -> new Row(operation,
                    ChangeLines.who(session, operation.first().userId(), operation.first().userName()))).toList());
        }).then(found -> {
            rows = found;
            more.setEnabled(found.size() == count);
            show();
        }).quiet().start();
    }

    private void show() {
        final var selected = selected();
        final var words = filter.getText().strip().toLowerCase(Locale.getDefault());
        table.setRedraw(false);
        try {
            table.removeAll();
            for (final var row : rows) {
                final var first = row.operation().first();
                if (words.isEmpty() || (first.description() + ' ' + row.who()).toLowerCase(Locale.getDefault()).contains(words)) {
                    final var item = new TableItem(table, SWT.NONE);
                    item.setData(row);
                    final var state = row.operation().undone() ? Messages.TEXTS.get("log.undone")
                            : Messages.TEXTS.get("cause." + first.cause().name());
                    item.setText(new String[] {format.instant(first.at()), row.who(), first.description(),
                            Long.toString(row.operation().records()), state});
                    if (row.operation().undone()) {
                        item.setForeground(Colours.TEXT_MUTED.color());
                    }
                    if (selected != null && selected.operation().id().equals(row.operation().id())) {
                        table.setSelection(item);
                    }
                }
            }
        } finally {
            table.setRedraw(true);
        }
        select();
    }

    private Row selected() {
        return table.getSelectionCount() == 0 ? null : (Row) table.getSelection()[0].getData();
    }

    private void select() {
        final var row = selected();
        undo.setEnabled(row != null && !row.operation().undone());
        if (row == null) {
            details.removeAll();
            return;
        }
        final var open = store;
        Background.of(details, Messages.TEXTS.get("log.reading"), progress -> {
            final var changes = open.history().changes(row.operation().first().id());
            return open.read(session -> {
                final var lines = new ChangeLines(session, format);
                final var found = new ArrayList<Detail>();
                for (final var change : changes.subList(0, Math.min(DETAILS, changes.size()))) {
                    final var type = Catalogue.standard().find(change.recordType()).map(known -> known.label()).orElse(change.recordType());
                    final var title = lines.title(change);
                    lines.of(change).forEach(line -> found.add(new Detail(type, title, line.field().label(), line.before(), line.after())));
                }
                return List.copyOf(found);
            });
        }).then(found -> {
            details.removeAll();
            for (final var detail : found) {
                new TableItem(details, SWT.NONE)
                        .setText(new String[] {detail.type(), detail.title(), detail.field(), detail.before(), detail.after()});
            }
        }).quiet().start();
    }

    private void takeBack() {
        final var row = selected();
        if (row != null) {
            new TakeBack(table.getShell(), store, outcome -> { }).run(row.operation().id(), row.operation().first().description());
        }
    }

    @Focus
    void focus() {
        table.setFocus();
    }

    @PreDestroy
    void close() {
        end.run();
    }
}
