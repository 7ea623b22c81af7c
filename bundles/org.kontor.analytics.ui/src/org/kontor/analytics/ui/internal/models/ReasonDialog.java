// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.models;

import java.util.function.Consumer;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.kontor.ui.WidgetKeys;

/** Asks why something is decided about a model; the words are kept with the decision. Does not wait. */
final class ReasonDialog extends Dialog {

    private static final int WIDTH = 440;
    private static final int LINES = 70;
    private static final int LONGEST = 4_000;

    /**
     * What was said.
     *
     * @param reason the words; may be empty where none are needed
     * @param anyway whether the decision stands although the model was not shown to be good
     */
    record Said(String reason, boolean anyway) {
    }

    private final String words;
    private final boolean needed;
    private final boolean override;
    private final Consumer<Said> said;
    private Text reason;
    private Button anyway;

    /**
     * Asks.
     *
     * @param words    what is decided, with the figures that matter
     * @param needed   whether a reason is needed
     * @param override whether a person has to say that it is done anyway
     */
    ReasonDialog(final Shell parent, final String words, final boolean needed, final boolean override, final Consumer<Said> said) {
        super(parent);
        this.words = words;
        this.needed = needed || override;
        this.override = override;
        this.said = said;
        setBlockOnOpen(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("reason.title"));
        WidgetKeys.named(shell, "reason");
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final var area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(14, 12).spacing(0, 8).applyTo(area);
        final var hint = WidgetKeys.named(new Label(area, SWT.WRAP), "reason.words");
        hint.setText(words.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(hint);
        anyway = WidgetKeys.named(new Button(area, SWT.CHECK), "reason.anyway");
        anyway.setText(Messages.text("use.anyway"));
        anyway.setVisible(override);
        GridDataFactory.fillDefaults().exclude(!override).applyTo(anyway);
        anyway.addListener(SWT.Selection, event -> check());
        reason = WidgetKeys.named(new Text(area, SWT.MULTI | SWT.BORDER | SWT.WRAP | SWT.V_SCROLL), "reason.text");
        reason.setTextLimit(LONGEST);
        reason.setMessage(Messages.text("use.reason"));
        reason.addListener(SWT.Modify, event -> check());
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, LINES).applyTo(reason);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        super.createButtonsForButtonBar(parent);
        WidgetKeys.named(getButton(IDialogConstants.OK_ID), "reason.ok");
        check();
    }

    private void check() {
        final var ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled((!needed || !reason.getText().isBlank()) && (!override || anyway.getSelection()));
        }
    }

    @Override
    protected void okPressed() {
        final var given = new Said(reason.getText().strip(), anyway.getSelection());
        super.okPressed();
        said.accept(given);
    }
}
