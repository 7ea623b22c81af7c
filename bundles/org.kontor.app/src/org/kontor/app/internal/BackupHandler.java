// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;

import org.kontor.store.Store;
import org.kontor.ui.work.Background;

/** Writes the open store into one file. */
public final class BackupHandler {

    private static final String ENDING = ".kontor-backup";

    /** @return whether a store is open */
    @CanExecute
    public boolean canExecute(@Optional final Store store) {
        return store != null;
    }

    /** Asks where, proposing the store's own folder of backups. */
    @Execute
    public void execute(final IWorkbenchWindow window, final Store store) {
        final var shell = window.getShell();
        final var dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Messages.text("backup.window"));
        dialog.setFilterExtensions(new String[] {'*' + ENDING});
        dialog.setFilterNames(new String[] {Messages.text("backup.filter")});
        final var own = store.info().folder().resolve("backups");
        dialog.setFilterPath((Files.isDirectory(own) ? own : store.info().folder()).toString());
        dialog.setFileName(store.info().folder().getFileName() + "-" + LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmm")) + ENDING);
        final var chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        final var file = Path.of(chosen.endsWith(ENDING) ? chosen : chosen + ENDING);
        Background.of(shell, Messages.text("backup.job", file), progress -> {
            store.backup(file, progress);
            return file;
        }).then(written -> MessageDialog.openInformation(shell, Messages.text("backup.window"), Messages.text("backup.done", written))).start();
    }
}
