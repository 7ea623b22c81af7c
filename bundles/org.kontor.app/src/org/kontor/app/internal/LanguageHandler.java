// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Chooses the language of the workbench. */
public final class LanguageHandler {

    /** Keeps the choice for the next start and offers to start anew at once. */
    @Execute
    public void execute(@Named("org.kontor.app.language.locale") final String locale, @Named(IServiceConstants.ACTIVE_SHELL) final Shell shell) {
        KontorHome.ofUser().rememberLanguage(locale);
        final var dialog = new MessageDialog(shell, Messages.text("language.window"), null, Messages.text("language.restart"), MessageDialog.QUESTION, 0,
                Messages.text("language.now"), Messages.text("language.later"));
        dialog.setBlockOnOpen(true);
        if (dialog.open() == 0) {
            PlatformUI.getWorkbench().restart();
        }
    }
}
