// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.activity;

import java.util.function.Consumer;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.kontor.ui.WidgetKeys;

/** Asks what came of an activity. Does not block. */
final class OutcomeDialog extends TitleAreaDialog {

    private static final int WIDTH = 420;
    private static final int LINES = 5;

    private final Consumer<String> then;
    private Text outcome;

    OutcomeDialog(final Shell parent, final Consumer<String> then) {
        super(parent);
        this.then = then;
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("outcome.window"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        setTitle(Messages.text("outcome.window"));
        setMessage(Messages.text("outcome.message"));
        final var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 14).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        outcome = WidgetKeys.named(new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL), "outcome.text");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, outcome.getLineHeight() * LINES).applyTo(outcome);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        WidgetKeys.named(createButton(parent, IDialogConstants.OK_ID, Messages.text("outcome.ok"), true), "outcome.ok");
        WidgetKeys.named(createButton(parent, IDialogConstants.CANCEL_ID, Messages.text("cancel"), false), "outcome.cancel");
    }

    @Override
    protected void okPressed() {
        final var text = outcome.getText().strip();
        super.okPressed();
        then.accept(text);
    }
}
