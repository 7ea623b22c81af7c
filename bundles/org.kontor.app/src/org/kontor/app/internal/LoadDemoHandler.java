// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.ui.IWorkbenchWindow;

import org.kontor.store.Sample;
import org.kontor.store.Store;
import org.kontor.ui.work.Background;

/** Fills the open store with the demo company. */
public final class LoadDemoHandler {

    /** @return whether there is a store to write to and a demo company to write */
    @CanExecute
    public boolean canExecute(@Optional final Store store, @Optional final Sample sample) {
        return store != null && sample != null && !store.info().readOnly();
    }

    /** Loads it in the background; a store that holds accounts refuses. */
    @Execute
    public void execute(final IWorkbenchWindow window, final Store store, final Sample sample) {
        final var shell = window.getShell();
        Background.of(shell, Messages.text("demo.job"), progress -> {
            sample.write(store, progress);
            return null;
        }).start();
    }
}
