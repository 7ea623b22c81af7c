// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import java.util.List;
import java.util.Objects;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.kontor.model.Field;

/** One of a short list; the first line is empty where the field may be. */
abstract class ListEditor extends FieldEditor {

    /** A line of the list; its value is null for the empty one. */
    record Line(Object value, String text) {
    }

    private Combo combo;
    private List<Line> lines = List.of();

    ListEditor(final FormContext context, final Field field) {
        super(context, field);
    }

    /** @return what may be chosen now, in order */
    protected abstract List<Line> lines();

    @Override
    public Control create(final Composite parent) {
        final var row = row(parent, 1);
        combo = keyed(new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN));
        fill(combo);
        combo.setVisibleItemCount(15);
        combo.addListener(SWT.Selection, event -> {
            final int chosen = combo.getSelectionIndex();
            if (chosen >= 0) {
                tell(lines.get(chosen).value());
            }
        });
        return row;
    }

    @Override
    public Control focusControl() {
        return combo;
    }

    @Override
    protected void showValue() {
        final var now = lines();
        if (!now.equals(lines)) {
            lines = now;
            combo.setItems(lines.stream().map(Line::text).toArray(String[]::new));
        }
        final var value = draft.value(field.name());
        int index = -1;
        for (int line = 0; line < lines.size() && index < 0; line++) {
            index = Objects.equals(lines.get(line).value(), value) ? line : -1;
        }
        if (index < 0) {
            combo.deselectAll();
        } else if (combo.getSelectionIndex() != index) {
            combo.select(index);
        }
    }
}
