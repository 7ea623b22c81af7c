// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.commands;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import org.kontor.store.ConflictException;
import org.kontor.store.History;
import org.kontor.store.Store;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** Takes an operation back; where later changes stand in the way, asks whether to take back what they leave. */
public final class TakeBack {

    private static final int SHOWN = 8;

    private final Shell shell;
    private final Store store;
    private final Consumer<History.Outcome> done;

    /**
     * @param shell the window
     * @param store the store
     * @param done  receives what was done
     */
    public TakeBack(final Shell shell, final Store store, final Consumer<History.Outcome> done) {
        this.shell = shell;
        this.store = store;
        this.done = done;
    }

    /**
     * @param operation   the operation
     * @param description what it did, in words
     */
    public void run(final UUID operation, final String description) {
        run(operation, description, History.Mode.ALL_OR_NOTHING);
    }

    private void run(final UUID operation, final String description, final History.Mode mode) {
        Background.of(shell, Messages.TEXTS.get("undo.running", description), progress -> store.history().undo(operation, mode, progress))
                .then(done)
                .otherwise(thrown -> thrown instanceof final ConflictException conflict && offer(operation, description, conflict))
                .start();
    }

    private boolean offer(final UUID operation, final String description, final ConflictException conflict) {
        final var dialog = new MessageDialog(shell, Messages.TEXTS.get("undo.conflict.title"), null,
                Messages.TEXTS.get("undo.conflict.text", description, conflict.conflicts().size(), titles(conflict)),
                MessageDialog.WARNING, 1,
                Messages.TEXTS.get("undo.conflict.safe"), Messages.TEXTS.get("cancel")) {
            @Override
            protected void configureShell(final Shell window) {
                super.configureShell(window);
                WidgetKeys.named(window, "undo.conflict");
            }

            @Override
            protected void createButtonsForButtonBar(final Composite parent) {
                super.createButtonsForButtonBar(parent);
                WidgetKeys.named(getButton(0), "undo.conflict.safe");
                WidgetKeys.named(getButton(1), "undo.conflict.cancel");
            }

            @Override
            protected void buttonPressed(final int button) {
                super.buttonPressed(button);
                if (button == IDialogConstants.OK_ID) {
                    TakeBack.this.run(operation, description, History.Mode.SAFE_PART);
                }
            }
        };
        dialog.setBlockOnOpen(false);
        dialog.open();
        return true;
    }

    private static String titles(final ConflictException conflict) {
        final List<String> titles = conflict.conflicts().stream().map(ConflictException.Conflict::title).distinct().toList();
        return String.join(", ", titles.subList(0, Math.min(SHOWN, titles.size()))) + (titles.size() > SHOWN ? ", …" : "");
    }
}
