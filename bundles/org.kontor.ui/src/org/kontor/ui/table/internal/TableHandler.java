// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.function.BooleanSupplier;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** What a table does on a command of the workbench. */
public final class TableHandler {

    private final Runnable action;
    private final BooleanSupplier enabled;

    /**
     * @param action  what to do
     * @param enabled whether it can be done now
     */
    public TableHandler(final Runnable action, final BooleanSupplier enabled) {
        this.action = action;
        this.enabled = enabled;
    }

    @CanExecute
    boolean canExecute() {
        return enabled.getAsBoolean();
    }

    @Execute
    void execute() {
        action.run();
    }
}
