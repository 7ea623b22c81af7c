// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

import org.kontor.model.Field;
import org.kontor.ui.field.TextUndo;

/** Several lines of text; the tab key leaves it as it leaves every other field. */
final class LongTextEditor extends FieldEditor {

    private static final int LINES = 5;

    private Text text;
    private TextUndo undo;

    LongTextEditor(final FormContext context, final Field field) {
        super(context, field);
    }

    @Override
    public Control create(final Composite parent) {
        final var row = row(parent, 1);
        text = keyed(new Text(row, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL));
        GridDataFactory.fillDefaults().grab(true, true).hint(60, text.getLineHeight() * LINES).applyTo(text);
        undo = TextUndo.install(text);
        text.addModifyListener(event -> tell(text.getText().replace(Text.DELIMITER, "\n")));
        text.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                event.doit = true;
            }
        });
        return row;
    }

    @Override
    public Control focusControl() {
        return text;
    }

    @Override
    protected void showValue() {
        final var value = draft.value(field.name());
        final var wanted = value == null ? "" : value.toString().replace("\r\n", "\n").replace("\n", Text.DELIMITER);
        if (!wanted.equals(text.getText())) {
            text.setText(wanted);
            if (!text.isFocusControl()) {
                undo.reset();
            }
        }
    }

    @Override
    public void settled() {
        undo.reset();
    }
}
