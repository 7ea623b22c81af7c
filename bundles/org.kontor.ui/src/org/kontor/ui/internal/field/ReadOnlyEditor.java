// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import java.util.UUID;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.ui.RecordRef;

/** What only Kontor itself fills: shown, never typed. */
final class ReadOnlyEditor extends FieldEditor {

    private Control shown;

    ReadOnlyEditor(final FormContext context, final Field field) {
        super(context, field);
    }

    @Override
    public Control create(final Composite parent) {
        final var row = row(parent, 1);
        if (field.kind() == FieldKind.REFERENCE) {
            final var link = new Link(row, SWT.NONE);
            link.addListener(SWT.Selection, event -> open());
            shown = keyed(link);
        } else {
            shown = keyed(new Label(row, SWT.WRAP));
        }
        fill(shown);
        return row;
    }

    private void open() {
        if (draft.value(field.name()) instanceof final UUID id) {
            context.opener().accept(RecordRef.of(field.target().orElseThrow(), id));
        }
    }

    @Override
    public Control focusControl() {
        return shown;
    }

    @Override
    protected void showValue() {
        final var value = draft.value(field.name());
        final var title = draft.titleOf(value);
        final var currency = field.currencyPath().isEmpty() || field.currencyPath().contains(".") ? null
                : (String) draft.value(field.currencyPath());
        final var text = title.orElseGet(() -> context.format().text(field, value, currency));
        switch (shown) {
            case final Link link ->
                    link.setText(text.isEmpty() ? "–" : "<a>" + text.replace("&", "&&").replace("<", "‹").replace(">", "›") + "</a>");
            case final Label label -> label.setText(text.isEmpty() ? "–" : text.replace("&", "&&"));
            default -> throw new IllegalStateException(shown.toString());
        }
    }
}
