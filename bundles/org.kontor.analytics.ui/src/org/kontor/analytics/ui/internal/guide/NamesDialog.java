// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.kontor.ui.WidgetKeys;

/** Asks what the groups of a result are to be called at customers. Does not wait. */
final class NamesDialog extends Dialog {

    private static final int LONGEST = 255;
    private static final int WIDTH = 300;
    private static final int TALLEST = 420;

    private final List<String> labels;
    private final Map<String, String> before;
    private final Consumer<Map<String, String>> named;
    private final Map<String, Text> fields = new LinkedHashMap<>();

    private NamesDialog(final Shell parent, final List<String> labels, final Map<String, String> before, final Consumer<Map<String, String>> named) {
        super(parent);
        this.labels = labels;
        this.before = before;
        this.named = named;
        setBlockOnOpen(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /**
     * Opens the dialog.
     *
     * @param parent in front of what
     * @param labels the labels of the result
     * @param before the names given so far
     * @param named  receives the names, without those that say the same as their label
     */
    static void open(final Shell parent, final List<String> labels, final Map<String, String> before, final Consumer<Map<String, String>> named) {
        new NamesDialog(parent, labels, before, named).open();
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("names.title"));
        WidgetKeys.named(shell, "names");
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final var area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(14, 12).spacing(0, 8).applyTo(area);
        final var hint = new Label(area, SWT.WRAP);
        hint.setText(Messages.text("names.hint"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(hint);
        final var frame = new ScrolledComposite(area, SWT.V_SCROLL);
        frame.setExpandHorizontal(true);
        frame.setExpandVertical(true);
        frame.setShowFocusedControl(true);
        final var rows = new Composite(frame, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(2, 2).spacing(12, 6).applyTo(rows);
        labels.forEach(label -> row(rows, label));
        frame.setContent(rows);
        final var size = rows.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        frame.setMinSize(size);
        GridDataFactory.fillDefaults().grab(true, true).hint(size.x, Math.min(TALLEST, size.y)).applyTo(frame);
        return area;
    }

    private void row(final Composite rows, final String label) {
        final var words = new Label(rows, SWT.NONE);
        words.setText(label.replace("&", "&&"));
        final var field = WidgetKeys.named(new Text(rows, SWT.BORDER), "names." + label);
        field.setTextLimit(LONGEST);
        field.setMessage(label);
        field.setText(before.getOrDefault(label, ""));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH / 2, SWT.DEFAULT).applyTo(field);
        fields.put(label, field);
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        super.createButtonsForButtonBar(parent);
        WidgetKeys.named(getButton(IDialogConstants.OK_ID), "names.ok");
    }

    @Override
    protected void okPressed() {
        final var names = new LinkedHashMap<String, String>();
        fields.forEach((label, field) -> {
            final var name = field.getText().strip();
            if (!name.isEmpty() && !name.equals(label)) {
                names.put(label, name);
            }
        });
        super.okPressed();
        named.accept(names);
    }
}
