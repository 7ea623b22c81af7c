// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.work;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Shell;

import org.kontor.store.ConflictException;
import org.kontor.store.History;
import org.kontor.store.Store;

/**
 * Takes an operation back; where later changes stand in the way, asks whether to take back what they leave. User-interface thread; does not wait.
 *
 * @since 0.1
 */
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
        Question.warn(shell, "undo.conflict", Messages.TEXTS.get("undo.conflict.title"),
                Messages.TEXTS.get("undo.conflict.text", description, conflict.conflicts().size(), titles(conflict)),
                Messages.TEXTS.get("undo.conflict.yes"), Messages.TEXTS.get("undo.cancel"),
                () -> run(operation, description, History.Mode.SAFE_PART));
        return true;
    }

    private static String titles(final ConflictException conflict) {
        final List<String> titles = conflict.conflicts().stream().map(ConflictException.Conflict::title).distinct().toList();
        return String.join(", ", titles.subList(0, Math.min(SHOWN, titles.size()))) + (titles.size() > SHOWN ? ", …" : "");
    }
}
