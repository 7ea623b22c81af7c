// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.kontor.model.Field;

/** Yes or no. */
final class CheckEditor extends FieldEditor {

    private Button check;

    CheckEditor(final FormContext context, final Field field) {
        super(context, field);
    }

    @Override
    public Control create(final Composite parent) {
        check = keyed(new Button(parent, SWT.CHECK));
        check.addListener(SWT.Selection, event -> tell(check.getSelection()));
        return check;
    }

    @Override
    public Control focusControl() {
        return check;
    }

    @Override
    protected void showValue() {
        check.setSelection(Boolean.TRUE.equals(draft.value(field.name())));
    }
}
