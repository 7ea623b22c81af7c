// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

import org.kontor.store.Cause;
import org.kontor.store.FieldChange;
import org.kontor.store.History;
import org.kontor.store.Intent;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordPatch;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.editor.RecordEditing;
import org.kontor.ui.editor.RecordPage;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.internal.record.ChangeLines;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.Commits;
import org.kontor.ui.work.Question;

/** The history page: who changed what when, each change with the values before and after, and a way to take it back. */
final class HistoryPage implements RecordPage {

    private static final int LIMIT = 200;
    private static final int[] WIDTHS = {180, 190, 260, 230, 230};

    private record Entry(History.TimelineEntry entry, String who, List<ChangeLines.Line> lines, long recordsOfOperation) {
    }

    private final FieldFormat format = FieldFormat.current();
    private RecordEditing editing;
    private Tree tree;
    private ToolItem takeBack;

    @Override
    public Control create(final Composite parent, final RecordEditing record) {
        editing = record;
        final var page = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().margins(12, 8).spacing(0, 4).applyTo(page);
        final var bar = new ToolBar(page, SWT.FLAT | SWT.RIGHT);
        takeBack = WidgetKeys.named(new ToolItem(bar, SWT.PUSH), "history.takeBack");
        takeBack.setText(Messages.TEXTS.get("history.takeBack"));
        takeBack.setImage(Icons.UNDO.image());
        takeBack.setDisabledImage(Icons.UNDO.disabledImage());
        takeBack.addListener(SWT.Selection, event -> takeBack());
        tree = WidgetKeys.named(new Tree(page, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER), "history.tree");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree);
        tree.setHeaderVisible(true);
        final var names = List.of("when", "who", "what", "before", "after");
        for (int column = 0; column < names.size(); column++) {
            final var header = new TreeColumn(tree, SWT.NONE);
            header.setText(Messages.TEXTS.get("history." + names.get(column)));
            header.setWidth(WIDTHS[column]);
        }
        final var menu = new Menu(tree);
        final var item = new MenuItem(menu, SWT.PUSH);
        item.setText(Messages.TEXTS.get("history.takeBack"));
        item.setImage(Icons.UNDO.image());
        item.addListener(SWT.Selection, event -> takeBack());
        tree.setMenu(menu);
        tree.addListener(SWT.Selection, event -> takeBack.setEnabled(selected() != null));
        takeBack.setEnabled(false);
        Commits.listen(page, editing.store(), Set.of(editing.type().name()), commit -> load());
        load();
        return page;
    }

    private void load() {
        final var store = editing.store();
        final var ref = editing.ref();
        Background.of(tree, Messages.TEXTS.get("history.reading"), progress -> {
            final var timeline = store.history().timeline(ref.javaType(), ref.id(), LIMIT);
            final var sizes = new HashMap<UUID, Long>();
            timeline.forEach(entry -> sizes.computeIfAbsent(entry.changeSet().operation(),
                    operation -> store.history().operation(operation).map(History.Operation::records).orElse(1L)));
            return store.read(session -> {
                final var lines = new ChangeLines(session, format);
                return timeline.stream().map(entry -> new Entry(entry,
                        ChangeLines.who(session, entry.changeSet().userId(), entry.changeSet().userName()), lines.of(entry.change()),
                        sizes.get(entry.changeSet().operation()))).toList();
            });
        }).then(this::show).quiet().start();
    }

    private void show(final List<Entry> entries) {
        tree.setRedraw(false);
        try {
            tree.removeAll();
            for (final var entry : entries) {
                final var item = new TreeItem(tree, SWT.NONE);
                final var set = entry.entry().changeSet();
                item.setData(entry);
                item.setText(new String[] {format.instant(set.at()), entry.who(), what(entry), "", ""});
                item.setImage(icon(entry).image());
                for (final var line : entry.lines()) {
                    final var detail = new TreeItem(item, SWT.NONE);
                    detail.setText(new String[] {"", "", line.field().label(), line.before(), line.after()});
                    detail.setData(entry);
                }
                item.setExpanded(entry.entry().change().kind() == RecordChange.Kind.UPDATE);
            }
        } finally {
            tree.setRedraw(true);
        }
        takeBack.setEnabled(false);
    }

    private static Icons icon(final Entry entry) {
        return switch (entry.entry().changeSet().cause()) {
            case UNDO -> Icons.UNDO;
            case REDO -> Icons.REDO;
            case IMPORT -> Icons.IMPORT;
            case MERGE -> Icons.MERGE;
            case CONVERSION -> Icons.CONVERT;
            default -> switch (entry.entry().change().kind()) {
                case CREATE -> Icons.NEW;
                case UPDATE -> Icons.HISTORY;
                case DELETE -> Icons.DELETE;
            };
        };
    }

    private static String what(final Entry entry) {
        return entry.entry().changeSet().description();
    }

    private Entry selected() {
        return tree.getSelectionCount() == 0 ? null : (Entry) tree.getSelection()[0].getData();
    }

    private void takeBack() {
        final var entry = selected();
        if (entry == null) {
            return;
        }
        if (entry.entry().change().kind() != RecordChange.Kind.UPDATE && entry.recordsOfOperation() > 1) {
            Question.warn(tree.getShell(), "history.whole", Messages.TEXTS.get("history.takeBack"),
                    Messages.TEXTS.get("history.wholeOperation", entry.recordsOfOperation()),
                    Messages.TEXTS.get("history.takeBack"), Messages.TEXTS.get("cancel"), () -> undo(entry));
        } else if (entry.recordsOfOperation() > 1) {
            takeBackFields(entry);
        } else {
            undo(entry);
        }
    }

    private void undo(final Entry entry) {
        final var operation = entry.entry().changeSet().operation();
        Background.of(tree, Messages.TEXTS.get("history.takingBack"),
                progress -> editing.store().history().undo(operation, History.Mode.ALL_OR_NOTHING, progress)).start();
    }

    /** Of an operation that touched other records too, only this record's part goes back. */
    private void takeBackFields(final Entry entry) {
        final Map<String, FieldChange> back = new LinkedHashMap<>();
        entry.lines().stream().filter(line -> !line.field().system()).forEach(line -> {
            final var change = entry.entry().change().fields().get(line.field().name());
            back.put(line.field().name(), new FieldChange(change.after(), change.before()));
        });
        final var patch = new RecordPatch(editing.type().name(), editing.ref().id(), back);
        final var intent = Intent.of(Cause.EDIT, Messages.TEXTS.get("history.tookBack", what(entry)));
        Background.of(tree, Messages.TEXTS.get("history.takingBack"),
                progress -> editing.store().write(intent, writer -> writer.apply(patch))).start();
    }

    @Override
    public void setFocus() {
        tree.setFocus();
    }
}
