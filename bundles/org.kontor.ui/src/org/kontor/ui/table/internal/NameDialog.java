// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.function.Consumer;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.kontor.ui.WidgetKeys;

/** Asks for the name of a view. Does not wait. */
final class NameDialog extends Dialog {

    private static final int LONGEST = 80;

    private final String key;
    private final String before;
    private final Consumer<String> named;
    private Text name;

    private NameDialog(final Shell parent, final String key, final String before, final Consumer<String> named) {
        super(parent);
        this.key = key;
        this.before = before;
        this.named = named;
        setBlockOnOpen(false);
    }

    static void open(final Shell parent, final String key, final String before, final Consumer<String> named) {
        new NameDialog(parent, key, before, named).open();
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.TEXTS.get(key + ".title"));
        WidgetKeys.named(shell, "name");
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final var area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(14, 12).applyTo(area);
        final var label = new Label(area, SWT.NONE);
        label.setText(Messages.TEXTS.get("view.name"));
        name = WidgetKeys.named(new Text(area, SWT.BORDER | SWT.SINGLE), "name.text");
        name.setTextLimit(LONGEST);
        name.setText(before);
        name.selectAll();
        name.addListener(SWT.Modify, event -> enable());
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(name);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        super.createButtonsForButtonBar(parent);
        WidgetKeys.named(getButton(IDialogConstants.OK_ID), "name.ok");
        enable();
    }

    private void enable() {
        getButton(IDialogConstants.OK_ID).setEnabled(!name.getText().isBlank());
    }

    @Override
    protected void okPressed() {
        final var chosen = name.getText().strip();
        super.okPressed();
        named.accept(chosen);
    }
}
