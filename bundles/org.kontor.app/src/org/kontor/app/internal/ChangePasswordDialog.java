// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.nio.file.Path;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.Stores;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** Changes the password of an encrypted store; stays open until it is changed, and says what was wrong. Does not block. */
final class ChangePasswordDialog extends TitleAreaDialog {

    private final Stores stores;
    private final Path folder;
    private Text current;
    private NewPassword wanted;
    private boolean working;
    private boolean done;

    ChangePasswordDialog(final Shell parent, final Stores stores, final Path folder) {
        super(parent);
        this.stores = stores;
        this.folder = folder;
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("change.window"));
        WidgetKeys.named(shell, "change");
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        setTitle(Messages.text("change.title"));
        setMessage(Messages.text("change.message", folder.getFileName()));
        final var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).spacing(10, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.text("change.current"));
        current = WidgetKeys.named(new Text(area, SWT.BORDER | SWT.PASSWORD), "change.current");
        current.setMessage(Messages.text("change.current.hint"));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(current);
        current.addListener(SWT.Modify, event -> check());
        wanted = new NewPassword(area, "change", Messages.text("change.new"), 1, this::check);
        current.setFocus();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        WidgetKeys.named(createButton(parent, IDialogConstants.OK_ID, Messages.text("change.do"), true), "change.ok");
        WidgetKeys.named(createButton(parent, IDialogConstants.CANCEL_ID, Messages.text("button.cancel"), false), "change.cancel");
        check();
    }

    private void check() {
        if (getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        final var fault = wanted.fault();
        setErrorMessage(wanted.unfinished() ? null : fault.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(!working && current.getCharCount() > 0 && fault.isEmpty());
    }

    private void setWorking(final boolean now) {
        working = now;
        current.setEnabled(!now);
        wanted.setEnabled(!now);
        getButton(IDialogConstants.CANCEL_ID).setEnabled(!now || done);
        check();
    }

    @Override
    protected void okPressed() {
        if (done) {
            super.okPressed();
            return;
        }
        setWorking(true);
        setMessage(Messages.text("change.working"));
        final var before = current.getTextChars();
        final var after = wanted.take();
        Background.of(getShell(), Messages.text("change.working"), progress -> {
            stores.changePassword(folder, before, after);
            return folder;
        }).then(changed -> changed()).otherwise(this::refused).quiet().start();
    }

    private void changed() {
        done = true;
        setErrorMessage(null);
        setMessage(Messages.text("change.done"), IMessageProvider.INFORMATION);
        getButton(IDialogConstants.CANCEL_ID).setVisible(false);
        final var close = getButton(IDialogConstants.OK_ID);
        close.setText(Messages.text("change.close"));
        close.setEnabled(true);
        close.setFocus();
    }

    private boolean refused(final RuntimeException thrown) {
        setWorking(false);
        setMessage(Messages.text("change.message", folder.getFileName()));
        if (thrown instanceof final ProblemException known) {
            setErrorMessage(known.problem().happened() + ' ' + known.problem().nextStep());
            current.selectAll();
            current.setFocus();
            return true;
        }
        return false;
    }

    @Override
    protected boolean canHandleShellCloseEvent() {
        return !working || done;
    }
}
