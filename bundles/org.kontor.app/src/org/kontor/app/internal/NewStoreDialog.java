// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.kontor.ui.WidgetKeys;

/** Asks where a new store shall be and whether it is encrypted. */
final class NewStoreDialog extends TitleAreaDialog {

    private static final int FIELD_WIDTH = 360;

    private final Path proposed;
    private Text folder;
    private Button encrypt;
    private NewPassword password;
    private Path chosenFolder;
    private Optional<char[]> chosenPassword = Optional.empty();

    NewStoreDialog(final Shell parent, final Path proposed) {
        super(parent);
        this.proposed = proposed;
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("new.window"));
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        setTitle(Messages.text("new.title"));
        setMessage(Messages.text("new.message"));
        final var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(16, 16).spacing(10, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.text("new.folder"));
        folder = WidgetKeys.named(new Text(area, SWT.BORDER), "store.folder");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(folder);
        folder.addListener(SWT.Modify, event -> check());
        folder.setText(proposed.toString());
        final var browse = new Button(area, SWT.PUSH);
        browse.setText(Messages.text("new.browse"));
        browse.addListener(SWT.Selection, event -> browse());
        new Label(area, SWT.NONE);
        encrypt = WidgetKeys.named(new Button(area, SWT.CHECK), "store.encrypt");
        encrypt.setText(Messages.text("new.encrypt"));
        encrypt.setSelection(true);
        encrypt.addListener(SWT.Selection, event -> check());
        GridDataFactory.fillDefaults().span(2, 1).applyTo(encrypt);
        password = new NewPassword(area, "store", Messages.text("password.label"), 2, this::check);
        return area;
    }

    private void browse() {
        final var chosen = new DirectoryDialog(getShell()).open();
        if (chosen != null) {
            folder.setText(chosen);
        }
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.text("new.create"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.text("button.cancel"), false);
        check();
    }

    private void check() {
        if (getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        password.setEnabled(encrypt.getSelection());
        final Optional<String> fault = folder.getText().isBlank() ? Optional.of(Messages.text("new.missing"))
                : encrypt.getSelection() ? password.fault() : Optional.empty();
        setErrorMessage(password.unfinished() && !folder.getText().isBlank() ? null : fault.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(fault.isEmpty());
    }

    @Override
    protected void okPressed() {
        chosenFolder = Path.of(folder.getText().strip()).toAbsolutePath();
        chosenPassword = encrypt.getSelection() ? Optional.of(password.take()) : Optional.empty();
        super.okPressed();
    }

    Path folder() {
        return chosenFolder;
    }

    /** Whoever takes it wipes it. */
    Optional<char[]> password() {
        return chosenPassword;
    }
}
