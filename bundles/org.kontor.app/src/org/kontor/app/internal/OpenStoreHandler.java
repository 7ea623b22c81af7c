// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.nio.file.Path;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.Stores;
import org.kontor.ui.work.ProblemDialog;

/** Restarts on another store. */
public final class OpenStoreHandler {

    /** Asks which; a folder that holds no store is refused before anything closes. */
    @Execute
    public void execute(final IWorkbenchWindow window, final Stores stores) {
        final var shell = window.getShell();
        final var home = KontorHome.ofUser();
        final var dialog = new DirectoryDialog(shell);
        dialog.setText(Messages.text("store.other.window"));
        dialog.setMessage(Messages.text("store.other.message"));
        dialog.setFilterPath(home.stores().toString());
        final var chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        try {
            if (stores.isEncrypted(Path.of(chosen)).isEmpty()) {
                throw org.kontor.core.problem.Problem.of(Messages.TEXTS, "store.none", chosen).asException();
            }
            home.rememberStore(Path.of(chosen));
            PlatformUI.getWorkbench().restart();
        } catch (ProblemException refused) {
            ProblemDialog.open(shell, refused);
        }
    }
}
