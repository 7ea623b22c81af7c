// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.kontor.ui.WidgetKeys;

/** Shows the recovery code of a new encrypted store, once. */
final class RecoveryCodeDialog extends TitleAreaDialog {

    private final String code;

    RecoveryCodeDialog(final Shell parent, final String code) {
        super(parent);
        this.code = code;
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("recovery.window"));
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        setTitle(Messages.text("recovery.title"));
        setMessage(Messages.text("recovery.message"));
        final var area = (Composite) super.createDialogArea(parent);
        final var text = WidgetKeys.named(new Text(area, SWT.READ_ONLY | SWT.CENTER | SWT.BORDER), "recovery.code");
        text.setFont(JFaceResources.getTextFont());
        text.setText(code);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).indent(16, 16).applyTo(text);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        createButton(parent, IDialogConstants.CLIENT_ID, Messages.text("recovery.copy"), false);
        createButton(parent, IDialogConstants.OK_ID, Messages.text("recovery.done"), true);
    }

    @Override
    protected void buttonPressed(final int id) {
        if (id == IDialogConstants.CLIENT_ID) {
            final var clipboard = new Clipboard(getShell().getDisplay());
            clipboard.setContents(new Object[] {code}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        } else {
            super.buttonPressed(id);
        }
    }
}
