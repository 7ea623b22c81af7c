// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.util.stream.Collectors;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;

import org.kontor.store.Finding;
import org.kontor.store.Store;
import org.kontor.ui.work.Background;

/** Checks the open store. */
public final class VerifyHandler {

    private static final int SHOWN = 20;

    /** @return whether a store is open */
    @CanExecute
    public boolean canExecute(@Optional final Store store) {
        return store != null;
    }

    /** Checks in the background and tells what was found. */
    @Execute
    public void execute(final IWorkbenchWindow window, final Store store) {
        final var shell = window.getShell();
        Background.of(shell, Messages.text("verify.job"), store::verify).then(findings -> {
            if (findings.isEmpty()) {
                MessageDialog.openInformation(shell, Messages.text("verify.window"), Messages.text("verify.well"));
            } else {
                final var lines = findings.stream().limit(SHOWN).map(Finding::text).collect(Collectors.joining("\n"));
                MessageDialog.openError(shell, Messages.text("verify.window"), Messages.text("verify.found", findings.size()) + "\n\n" + lines);
            }
        }).start();
    }
}
