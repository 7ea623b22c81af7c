// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.ui.IWorkbenchWindow;

import org.kontor.store.Store;
import org.kontor.store.Stores;

/** Changes the password of the open store, which stays open. */
public final class ChangePasswordHandler {

    /** @return whether a store is open that has a password and may be written to */
    @CanExecute
    public boolean canExecute(@Optional final Store store) {
        return store != null && store.info().encrypted() && !store.info().readOnly();
    }

    /** Asks for the old and the new one. */
    @Execute
    public void execute(final IWorkbenchWindow window, final Store store, final Stores stores) {
        final var shell = window.getShell();
        new ChangePasswordDialog(shell, stores, store.info().folder()).open();
    }
}
