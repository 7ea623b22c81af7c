// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.contexts.RunAndTrack;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

import org.kontor.store.ChangeSet;
import org.kontor.store.Store;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.internal.commands.UndoSteps;
import org.kontor.ui.work.Background;

/** The status line: which store this is, who works in it, what was stored last, and the last backup that could be restored. */
public final class StoreStatus extends WorkbenchWindowControlContribution {

    private static final int LONGEST = 30;
    private static final int SHORT = 12;

    /** What is shown, from all of it to the least that says something; what is left out stays in the tool tips. */
    private enum Amount { ALL, SHORT_CHANGE, NO_USER, ICON_OF_BACKUP, ICON_OF_CHANGE }

    private record Shown(String text, String brief, String tip) {
    }

    private static final String SHOWN = "org.kontor.shown";

    private final FieldFormat format = FieldFormat.current();
    private CLabel store;
    private CLabel user;
    private CLabel change;
    private CLabel backup;

    @Override
    protected Control createControl(final Composite parent) {
        final var row = new Composite(parent, SWT.NONE);
        final var layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.spacing = 12;
        layout.center = true;
        row.setLayout(layout);
        store = label(row, Icons.BACKUP, "status.store");
        user = label(row, Icons.USER, "status.user");
        change = label(row, Icons.DONE, "status.change");
        backup = label(row, Icons.LOCK, "status.backup");
        final var shell = parent.getShell();
        final Listener resized = event -> later(row, this::relayout);
        shell.addListener(SWT.Resize, resized);
        row.addDisposeListener(gone -> {
            if (!shell.isDisposed()) {
                shell.removeListener(SWT.Resize, resized);
            }
        });
        final var context = getWorkbenchWindow().getService(IEclipseContext.class);
        final var steps = context.get(UndoSteps.class);
        final var end = steps.onChange(() -> later(row, () -> show(context, steps)));
        row.addDisposeListener(gone -> end.run());
        context.runAndTrack(new RunAndTrack() {
            @Override
            public boolean changed(final IEclipseContext tracked) {
                tracked.get(Store.class);
                later(row, () -> show(context, steps));
                return !row.isDisposed();
            }
        });
        return row;
    }

    private static CLabel label(final Composite row, final Icons icon, final String key) {
        final var label = WidgetKeys.named(new CLabel(row, SWT.NONE), key);
        label.setImage(icon.image());
        label.setMargins(0, 0, 0, 0);
        label.setLayoutData(new RowData());
        return label;
    }

    private static void later(final Control control, final Runnable action) {
        if (!control.isDisposed()) {
            control.getDisplay().asyncExec(() -> {
                if (!control.isDisposed()) {
                    action.run();
                }
            });
        }
    }

    private void show(final IEclipseContext context, final UndoSteps steps) {
        final var open = context.get(Store.class);
        final boolean there = open != null;
        for (final var label : new CLabel[] {store, user, change, backup}) {
            label.setVisible(there);
        }
        if (!there) {
            return;
        }
        final var info = open.info();
        final var folder = info.folder();
        final var name = String.valueOf(folder.getFileName()) + (info.readOnly() ? Messages.TEXTS.get("readOnly") : "");
        set(store, name, name, folder.toString());
        set(user, info.userName(), info.userName(), Messages.TEXTS.get("user", info.userName()));
        final var last = steps.last();
        set(change, last.map(set -> described(set, LONGEST)).orElse(Messages.TEXTS.get("noChange")), last.map(set -> described(set, SHORT)).orElse(""), last.map(set -> Messages.TEXTS.get("change", set.description(), set.userName(), format.instant(set.at()))).orElse(""));
        Background.of(backup, Messages.TEXTS.get("backup.reading"), progress -> lastBackup(folder)).then(when -> {
            set(backup, when.map(at -> Messages.TEXTS.get("backup", format.instant(at))).orElse(Messages.TEXTS.get("noBackup")), "",
                    folder.resolve("backups").toString());
            relayout();
        }).quiet().start();
        relayout();
    }

    private String described(final ChangeSet set, final int longest) {
        return shortened(set.description(), longest) + ", " + format.instant(set.at());
    }

    /** A status line that has no room in its line would take a second one from the work. */
    private void relayout() {
        if (store.isDisposed()) {
            return;
        }
        for (final var amount : Amount.values()) {
            show(amount);
            if (fits(store.getParent())) {
                break;
            }
        }
    }

    /** Lays the window's lower edge out and says whether this part of it stays in the line of the others. */
    private static boolean fits(final Composite row) {
        row.layout(true, true);
        // a control in a trim tool bar keeps the width it had when the bar was filled
        final var inBar = inBar(row);
        if (!(inBar.getParent() instanceof final ToolBar bar)) {
            return true;
        }
        for (final var item : bar.getItems()) {
            if (item.getControl() == inBar) {
                item.setWidth(inBar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
            }
        }
        // the frame around the bar takes the bar's size as it is
        bar.pack();
        final var frame = bar.getParent();
        frame.pack();
        final var edge = frame.getParent();
        edge.layout(true);
        edge.getParent().layout(true);
        return Arrays.stream(edge.getChildren()).allMatch(each -> each.getLocation().y < frame.getLocation().y + frame.getSize().y)
                && frame.getLocation().y < frame.getSize().y;
    }

    private void show(final Amount amount) {
        put(store, Shown::text);
        put(user, Shown::text);
        ((RowData) user.getLayoutData()).exclude = amount.compareTo(Amount.NO_USER) >= 0;
        user.setVisible(store.getVisible() && amount.compareTo(Amount.NO_USER) < 0);
        put(change, amount == Amount.ALL ? Shown::text : amount == Amount.ICON_OF_CHANGE ? none -> "" : Shown::brief);
        put(backup, amount.compareTo(Amount.ICON_OF_BACKUP) >= 0 ? Shown::brief : Shown::text);
    }

    private static void put(final CLabel label, final Function<Shown, String> form) {
        if (label.getData(SHOWN) instanceof final Shown shown) {
            label.setText(form.apply(shown).replace("&", "&&"));
            label.setToolTipText(label.getText().equals(shown.text()) ? shown.tip() : shown.text() + "\n" + shown.tip());
        }
    }

    /** The control that is an item of the tool bar; the shell where there is no tool bar. */
    private static Control inBar(final Control row) {
        Control inBar = row;
        while (inBar.getParent() != null && !(inBar.getParent() instanceof ToolBar)) {
            inBar = inBar.getParent();
        }
        return inBar;
    }

    private static void set(final CLabel label, final String text, final String brief, final String tip) {
        label.setData(SHOWN, new Shown(text, brief, tip));
    }

    private static String shortened(final String text, final int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + '…' : text;
    }

    /** Only a finished and checked backup has its final name in the folder. */
    private static Optional<Instant> lastBackup(final Path folder) {
        final var backups = folder.resolve("backups");
        if (!Files.isDirectory(backups)) {
            return Optional.empty();
        }
        try (var files = Files.list(backups)) {
            return files.filter(Files::isRegularFile).map(StoreStatus::modified).max(Comparator.naturalOrder());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Instant modified(final Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
