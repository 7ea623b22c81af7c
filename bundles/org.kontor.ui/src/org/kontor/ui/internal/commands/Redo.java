// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.commands;

import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

import org.kontor.store.Store;
import org.kontor.ui.field.TextUndo;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.TakeBack;

/** Does again what was taken back last, in a text field or in the store. */
public final class Redo implements IElementUpdater {

    private final UndoSteps steps;

    @Inject
    Redo(final UndoSteps steps, final Display display, final ICommandService commands) {
        this.steps = steps;
        steps.onChange(() -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    commands.refreshElements("org.kontor.ui.redo", null);
                    commands.refreshElements("org.eclipse.ui.edit.redo", null);
                });
            }
        });
    }

    @CanExecute
    boolean canExecute(final Display display) {
        return TextUndo.of(display.getFocusControl()).filter(TextUndo::canRedo).isPresent() || steps.isStale() || steps.redo().isPresent();
    }

    @Execute
    void execute(final IWorkbenchWindow window, @Optional final Store store) {
        final var typing = TextUndo.of(window.getShell().getDisplay().getFocusControl()).filter(TextUndo::canRedo);
        if (typing.isPresent()) {
            typing.get().redo();
        } else if (store != null) {
            run(window.getShell(), store);
        }
    }

    private static void run(final Shell shell, final Store store) {
        final var takeBack = new TakeBack(shell, store, outcome -> { });
        Background.of(shell, Messages.TEXTS.get("undo.reading"), progress -> store.history().redoable())
                .then(found -> found.ifPresent(operation -> takeBack.run(operation.id(), operation.first().description()))).quiet().start();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(final UIElement element, final Map parameters) {
        final var text = steps.redo().map(operation -> Messages.TEXTS.get("redo.named", operation.first().description()))
                .orElse(Messages.TEXTS.get("redo"));
        element.setText(text.replace("&", "&&"));
        element.setTooltip(text);
    }
}
