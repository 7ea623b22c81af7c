// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.exchange.DryRun;
import org.kontor.exchange.ImportDraft;
import org.kontor.ui.work.Background;

/**
 * Checks an import again and again while a person decides about what it finds. The choices of the import are only changed while no check
 * runs: one that runs is stopped, and the next one starts with all changes.
 */
final class CheckRun {

    private static final int DECIDING_MILLIS = 250;

    /** Hears how the checks go. All calls are on the user-interface thread. */
    interface Listener {

        void started(ShownProgress progress);

        void checked(DryRun run);

        void stopped();

        void failed(Problem problem);
    }

    private final Control control;
    private final ImportSession session;
    private final Listener listener;
    private final List<Consumer<ImportDraft>> changes = new ArrayList<>();
    private final Runnable start = this::start;
    private ShownProgress running;
    private boolean again;

    CheckRun(final Control control, final ImportSession session, final Listener listener) {
        this.control = control;
        this.session = session;
        this.listener = listener;
        control.addDisposeListener(gone -> stop());
    }

    boolean running() {
        return running != null;
    }

    /** Changes the import as soon as no check runs, and checks it then. */
    void change(final List<? extends Consumer<ImportDraft>> wanted) {
        changes.addAll(wanted);
        session.changed();
        control.getDisplay().timerExec(-1, start);
        control.getDisplay().timerExec(DECIDING_MILLIS, start);
    }

    /** Stops a check without starting another one. */
    void stop() {
        again = false;
        if (running != null) {
            running.stop();
        }
    }

    /** Checks now. */
    void start() {
        if (control.isDisposed()) {
            return;
        }
        if (running != null) {
            again = true;
            running.stop();
            return;
        }
        final var draft = session.draft().orElseThrow();
        changes.forEach(change -> change.accept(draft));
        changes.clear();
        again = false;
        final var store = session.store();
        final var progress = new ShownProgress(Progress.NONE);
        running = progress;
        listener.started(progress);
        Background.of(control, Messages.text("check.job", draft.file().getFileName().toString()), job -> draft.check(store, progress))
                .then(run -> ended(() -> {
                    if (progress.stopped()) {
                        listener.stopped();
                    } else {
                        session.checked(run);
                        listener.checked(run);
                    }
                }))
                .otherwise(thrown -> {
                    final var problem = Background.problem(thrown);
                    ended(() -> listener.failed(problem));
                    return true;
                }).last(() -> {
                    if (running == progress) {
                        ended(listener::stopped);
                    }
                }).quiet().start();
    }

    private void ended(final Runnable outcome) {
        running = null;
        if (again && !control.isDisposed()) {
            start();
        } else {
            outcome.run();
        }
    }
}
