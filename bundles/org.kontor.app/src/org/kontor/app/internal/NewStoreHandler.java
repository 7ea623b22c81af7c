// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import org.kontor.store.Stores;
import org.kontor.ui.work.Background;

/** Makes a new store and restarts on it. */
public final class NewStoreHandler {

    /** Asks where, makes it in the background, shows the recovery code of an encrypted one, and restarts. */
    @Execute
    public void execute(final IWorkbenchWindow window, final Stores stores) {
        final var shell = window.getShell();
        final var home = KontorHome.ofUser();
        final var dialog = new NewStoreDialog(shell, home.stores().resolve("company"));
        if (dialog.open() != Window.OK) {
            return;
        }
        final var folder = dialog.folder();
        final Optional<char[]> password = dialog.password();
        Background.of(shell, Messages.text("new.job", folder), progress -> {
            final List<String> codes = new ArrayList<>();
            final var request = new Stores.Request(folder, true, false, password, code -> codes.add(new String(code)),
                    System.getProperty("user.name", "?"), "Kontor");
            stores.open(request, progress).close();
            return codes;
        }).then(codes -> {
            if (!codes.isEmpty()) {
                new RecoveryCodeDialog(shell, codes.getFirst()).open();
            }
            home.rememberStore(folder);
            PlatformUI.getWorkbench().restart();
        }).start();
    }
}
