// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import org.kontor.ui.work.Question;

/** Chooses the language of the workbench. */
public final class LanguageHandler {

    /** Keeps the choice for the next start and offers to start anew at once; does not wait for the answer. */
    @Execute
    public void execute(@Named("org.kontor.app.language.locale") final String locale,
            final IWorkbenchWindow window) {
        final var shell = window.getShell();
        KontorHome.ofUser().rememberLanguage(locale);
        Question.ask(shell, "language", Messages.text("language.window"), Messages.text("language.restart"), Messages.text("language.yes"),
                Messages.text("language.no"), PlatformUI.getWorkbench()::restart);
    }
}
