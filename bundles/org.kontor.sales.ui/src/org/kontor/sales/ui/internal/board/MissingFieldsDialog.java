// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.board;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.Opportunity;
import org.kontor.model.Validation;
import org.kontor.sales.MissingField;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.field.ValueParser;

/** Asks for the values that a stage requires, so that a card need not be opened to be moved. Does not block. */
final class MissingFieldsDialog extends TitleAreaDialog {

    private static final int FIELD_WIDTH = 260;

    private final String opportunity;
    private final String stage;
    private final List<Field> fields;
    private final Consumer<Map<String, Object>> then;
    private final ValueParser parser = new ValueParser(FieldFormat.current(), LocalDate.now());
    private final Map<Field, Text> texts = new LinkedHashMap<>();

    MissingFieldsDialog(final Shell parent, final String opportunity, final String stage, final List<MissingField> missing,
            final Consumer<Map<String, Object>> then) {
        super(parent);
        this.opportunity = opportunity;
        this.stage = stage;
        this.then = then;
        final var type = Catalogue.standard().type(Opportunity.class);
        fields = missing.stream().map(field -> type.field(field.name())).toList();
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("move.window", stage));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        setTitle(Messages.text("move.title", opportunity));
        setMessage(Messages.text("move.message", stage));
        final var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).spacing(12, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        for (final var field : fields) {
            final var label = new Label(area, SWT.NONE);
            label.setText(field.label() + ':');
            GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
            final var text = WidgetKeys.named(new Text(area, SWT.BORDER), "move." + field.name());
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(text);
            text.addListener(SWT.Modify, event -> check());
            texts.put(field, text);
        }
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        WidgetKeys.named(createButton(parent, IDialogConstants.OK_ID, Messages.text("move.ok"), true), "move.ok");
        WidgetKeys.named(createButton(parent, IDialogConstants.CANCEL_ID, Messages.text("move.cancel"), false), "move.cancel");
        check();
    }

    private void check() {
        if (getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        String fault = null;
        boolean complete = true;
        for (final var entry : texts.entrySet()) {
            complete &= !entry.getValue().getText().isBlank();
            if (fault == null && !entry.getValue().getText().isBlank()) {
                fault = fault(entry.getKey(), entry.getValue().getText());
            }
        }
        setErrorMessage(fault);
        getButton(IDialogConstants.OK_ID).setEnabled(fault == null && complete);
    }

    private String fault(final Field field, final String typed) {
        try {
            return Validation.check(field, parser.parse(field, typed)).orElse(null);
        } catch (IllegalArgumentException unreadable) {
            return parser.unreadable(field);
        }
    }

    @Override
    protected void okPressed() {
        final var values = new HashMap<String, Object>();
        texts.forEach((field, text) -> values.put(field.name(), parser.parse(field, text.getText())));
        super.okPressed();
        then.accept(values);
    }
}
