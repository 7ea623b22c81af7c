// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import java.util.ArrayList;
import java.util.List;

import org.kontor.model.Field;

/** One of the fixed choices of the model. */
final class ChoiceEditor extends ListEditor {

    ChoiceEditor(final FormContext context, final Field field) {
        super(context, field);
    }

    @Override
    protected List<Line> lines() {
        final var lines = new ArrayList<Line>();
        if (!field.required()) {
            lines.add(new Line(null, ""));
        }
        field.choices().forEach(choice -> lines.add(new Line(choice.name(), Field.label(choice))));
        return lines;
    }
}
