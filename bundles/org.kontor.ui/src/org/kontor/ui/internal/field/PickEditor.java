// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import java.util.ArrayList;
import java.util.List;

import org.kontor.model.Field;
import org.kontor.ui.internal.record.Pick;

/** A status or stage out of the list that fits the record. */
final class PickEditor extends ListEditor {

    PickEditor(final FormContext context, final Field field) {
        super(context, field);
    }

    @Override
    protected List<Line> lines() {
        final var lines = new ArrayList<Line>();
        if (!field.required()) {
            lines.add(new Line(null, ""));
        }
        picks().forEach(pick -> lines.add(new Line(pick.id(), pick.title())));
        final var value = draft.value(field.name());
        if (value != null && lines.stream().noneMatch(line -> value.equals(line.value()))) {
            // a status that is no longer offered stays readable
            lines.add(new Line(value, draft.titleOf(value).orElse("")));
        }
        return lines;
    }

    private List<Pick> picks() {
        return Pick.of(field.name(), draft, context.picks());
    }

    @Override
    public void otherChanged(final String other) {
        if ("kind".equals(other)) {
            final var picks = picks();
            if (picks.stream().noneMatch(pick -> pick.id().equals(draft.value(field.name())))) {
                picks.stream().filter(Pick::initial).findFirst().ifPresent(pick -> draft.set(field.name(), pick.id()));
            }
            show();
        }
    }
}
