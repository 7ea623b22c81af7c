// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.nio.file.Path;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.kontor.ui.WidgetKeys;

/** Asks for the password of an encrypted store. */
final class PasswordDialog extends TitleAreaDialog {

    private final Path folder;
    private Text field;
    private char[] password = new char[0];

    PasswordDialog(final Shell parent, final Path folder) {
        super(parent);
        this.folder = folder;
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("password.window"));
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        setTitle(Messages.text("password.title"));
        setMessage(Messages.text("password.message", folder));
        final var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.text("password.label"));
        field = WidgetKeys.named(new Text(area, SWT.BORDER | SWT.PASSWORD), "password");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(field);
        field.setFocus();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.text("password.open"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.text("button.cancel"), false);
    }

    @Override
    protected void okPressed() {
        password = field.getTextChars();
        super.okPressed();
    }

    /** What was typed; whoever takes it wipes it. */
    char[] password() {
        return password;
    }
}
