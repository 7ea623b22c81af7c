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
import org.kontor.ui.work.Question;
import org.kontor.ui.work.TakeBack;

/** Takes back the last typing in a text field or, where there is none, the last change in the store. */
public final class Undo implements IElementUpdater {

    /** One slip of the finger must not take a whole import away unasked. */
    private static final long MANY = 1000;

    private final UndoSteps steps;

    @Inject
    Undo(final UndoSteps steps, final Display display, final ICommandService commands) {
        this.steps = steps;
        steps.onChange(() -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    commands.refreshElements("org.kontor.ui.undo", null);
                    commands.refreshElements("org.eclipse.ui.edit.undo", null);
                });
            }
        });
    }

    @CanExecute
    boolean canExecute(final Display display) {
        return TextUndo.of(display.getFocusControl()).filter(TextUndo::canUndo).isPresent() || steps.isStale() || steps.undo().isPresent();
    }

    @Execute
    void execute(final IWorkbenchWindow window, @Optional final Store store) {
        final var typing = TextUndo.of(window.getShell().getDisplay().getFocusControl()).filter(TextUndo::canUndo);
        if (typing.isPresent()) {
            typing.get().undo();
        } else if (store != null) {
            run(window.getShell(), store);
        }
    }

    private static void run(final Shell shell, final Store store) {
        final var takeBack = new TakeBack(shell, store, outcome -> { });
        Background.of(shell, Messages.TEXTS.get("undo.reading"), progress -> store.history().undoable())
                .then(found -> found.ifPresent(operation -> {
                    final var what = operation.first().description();
                    if (operation.records() > MANY) {
                        Question.ask(shell, "undo.many", Messages.TEXTS.get("undo"), Messages.TEXTS.get("undo.many", what, operation.records()),
                                Messages.TEXTS.get("undo.many.yes"), Messages.TEXTS.get("cancel"), () -> takeBack.run(operation.id(), what));
                    } else {
                        takeBack.run(operation.id(), what);
                    }
                })).quiet().start();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(final UIElement element, final Map parameters) {
        final var text = steps.undo().map(operation -> Messages.TEXTS.get("undo.named", operation.first().description()))
                .orElse(Messages.TEXTS.get("undo"));
        element.setText(text.replace("&", "&&"));
        element.setTooltip(text);
    }
}
