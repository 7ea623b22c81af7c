// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.work;

import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;

import org.kontor.store.Commit;
import org.kontor.store.Store;

/**
 * Lets a widget hear of what is stored, by whomever.
 *
 * @since 0.1
 */
public final class Commits {

    private Commits() {
    }

    /**
     * @param control     who listens; ends when it is disposed of
     * @param store       the store
     * @param recordTypes the names of the record types of interest; empty for all
     * @param listener    receives, on the user-interface thread, each commit that touched one of them
     */
    public static void listen(final Control control, final Store store, final Set<String> recordTypes, final Consumer<Commit> listener) {
        final var display = control.getDisplay();
        final var end = store.subscribe(commit -> {
            if (!display.isDisposed() && (recordTypes.isEmpty() || commit.recordTypes().stream().anyMatch(recordTypes::contains))) {
                display.asyncExec(() -> {
                    if (!control.isDisposed()) {
                        listener.accept(commit);
                    }
                });
            }
        });
        control.addDisposeListener(gone -> end.run());
    }
}
