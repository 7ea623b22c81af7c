// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.contexts.RunAndTrack;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

import org.kontor.store.Store;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.internal.commands.UndoSteps;
import org.kontor.ui.work.Background;

/** The status line: which store this is, who works in it, what was stored last, and the last backup that could be restored. */
public final class StoreStatus extends WorkbenchWindowControlContribution {

    private static final int LONGEST = 30;

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
        set(store, String.valueOf(folder.getFileName()) + (info.readOnly() ? Messages.TEXTS.get("readOnly") : ""), folder.toString());
        set(user, info.userName(), Messages.TEXTS.get("user", info.userName()));
        final var last = steps.last();
        set(change, last.map(set -> shortened(set.description()) + ", " + format.instant(set.at())).orElse(Messages.TEXTS.get("noChange")),
                last.map(set -> Messages.TEXTS.get("change", set.description(), set.userName(), format.instant(set.at()))).orElse(""));
        Background.of(backup, Messages.TEXTS.get("backup.reading"), progress -> lastBackup(folder)).then(when -> {
            set(backup, when.map(at -> Messages.TEXTS.get("backup", format.instant(at))).orElse(Messages.TEXTS.get("noBackup")),
                    folder.resolve("backups").toString());
            relayout();
        }).quiet().start();
        relayout();
    }

    private void relayout() {
        final var row = store.getParent();
        row.layout(true, true);
        // a control in a trim tool bar keeps the width it had when the bar was filled
        Control inBar = row;
        while (inBar.getParent() != null && !(inBar.getParent() instanceof ToolBar)) {
            inBar = inBar.getParent();
        }
        if (inBar.getParent() instanceof final ToolBar bar) {
            for (final var item : bar.getItems()) {
                if (item.getControl() == inBar) {
                    item.setWidth(inBar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
                }
            }
            // the frame around the bar takes the bar's size as it is
            bar.pack();
            bar.getParent().pack();
            bar.getParent().getParent().layout(true);
        }
    }

    private static void set(final CLabel label, final String text, final String tip) {
        label.setText(text.replace("&", "&&"));
        label.setToolTipText(tip);
    }

    private static String shortened(final String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + '…' : text;
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
