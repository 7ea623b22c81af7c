// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

import org.kontor.ui.WidgetKeys;

/** Chooses the language of the workbench. */
public final class LanguageHandler {

    /** Keeps the choice for the next start and offers to start anew at once; does not wait for the answer. */
    @Execute
    public void execute(@Named("org.kontor.app.language.locale") final String locale,
            @Named(IServiceConstants.ACTIVE_SHELL) final Shell shell) {
        KontorHome.ofUser().rememberLanguage(locale);
        final var dialog = new RestartDialog(shell);
        dialog.setBlockOnOpen(false);
        dialog.open();
    }

    /** Asks whether to start anew now. */
    private static final class RestartDialog extends MessageDialog {

        RestartDialog(final Shell shell) {
            super(shell, Messages.text("language.window"), null, Messages.text("language.restart"), QUESTION, 0,
                    Messages.text("language.now"),
                    Messages.text("language.later"));
        }

        @Override
        protected void configureShell(final Shell window) {
            super.configureShell(window);
            WidgetKeys.named(window, "language");
        }

        @Override
        protected void createButtonsForButtonBar(final Composite parent) {
            super.createButtonsForButtonBar(parent);
            WidgetKeys.named(getButton(0), "language.now");
            WidgetKeys.named(getButton(1), "language.later");
        }

        @Override
        protected void buttonPressed(final int button) {
            super.buttonPressed(button);
            if (button == IDialogConstants.OK_ID) {
                PlatformUI.getWorkbench().restart();
            }
        }
    }
}
