// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;

import org.kontor.ui.work.ProblemDialog;

/** Says why a store does not open and offers what can be done instead. */
final class StoreProblemDialog {

    /** Which store to try next. */
    record Answer(Path folder, boolean readOnly) {
    }

    private enum Choice { FRONT, AGAIN, READ_ONLY, OTHER, LEAVE }

    private final Shell parent;
    private final Path folder;
    private final RuntimeException failure;
    private final StoreStart start;

    StoreProblemDialog(final Shell parent, final Path folder, final RuntimeException failure, final StoreStart start) {
        this.parent = parent;
        this.folder = folder;
        this.failure = failure;
        this.start = start;
    }

    /** Empty where the person leaves, or where the window that holds the store came to the front. */
    Optional<Answer> ask() {
        final var problem = problem();
        final boolean held = problem.code().startsWith("store.held");
        final var choices = held ? new Choice[] {Choice.FRONT, Choice.READ_ONLY, Choice.OTHER, Choice.LEAVE}
                : new Choice[] {Choice.AGAIN, Choice.OTHER, Choice.LEAVE};
        final var labels = new String[choices.length];
        for (int i = 0; i < choices.length; i++) {
            labels[i] = Messages.text("store.choice." + choices[i].name().toLowerCase(java.util.Locale.ROOT));
        }
        final var text = problem.happened() + "\n\n" + problem.meaning() + "\n" + problem.nextStep();
        final int index = new MessageDialog(parent, Messages.text("store.problem.window"), null, text,
                held ? MessageDialog.INFORMATION : MessageDialog.ERROR, 0, labels).open();
        return switch (index < 0 || index >= choices.length ? Choice.LEAVE : choices[index]) {
            case FRONT -> start.bringToFront(folder) ? Optional.empty() : ask();
            case AGAIN -> Optional.of(new Answer(folder, false));
            case READ_ONLY -> Optional.of(new Answer(folder, true));
            case OTHER -> other();
            case LEAVE -> Optional.empty();
        };
    }

    private Optional<Answer> other() {
        final var dialog = new DirectoryDialog(parent);
        dialog.setText(Messages.text("store.other.window"));
        dialog.setMessage(Messages.text("store.other.message"));
        final var chosen = dialog.open();
        return chosen == null ? ask() : Optional.of(new Answer(Path.of(chosen), false));
    }

    private Problem problem() {
        return failure instanceof final ProblemException known ? known.problem() : Problem.of(Messages.TEXTS, "store.start");
    }

    /** For a refusal that comes while the window is open already. */
    static void openInWorkbench(final Display display, final RuntimeException failure) {
        final var shell = display.getActiveShell();
        ProblemDialog.open(shell == null ? new Shell(display) : shell, failure);
    }
}
