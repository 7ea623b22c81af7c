// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.kontor.headless.Answer;
import org.kontor.headless.ExitCode;
import org.kontor.model.Catalogue;
import org.kontor.store.ConflictException;
import org.kontor.store.ConflictException.Conflict;

/** Lists what stands in the way of a change. */
final class Conflicts {

    private Conflicts() {
    }

    static Answer answer(final ConflictException exception) {
        return Answer.problem(ExitCode.FAILED, exception.problem())
                .blocks(List.of(table(exception.conflicts())))
                .value("conflicts", values(exception.conflicts())).build();
    }

    static Answer.Table table(final List<Conflict> conflicts) {
        final var texts = Messages.TEXTS;
        return new Answer.Table(
                List.of(texts.get("conflict.record"), texts.get("conflict.field"), texts.get("conflict.wanted"), texts.get("conflict.now")),
                conflicts.stream().map(conflict -> List.of(conflict.title(), fieldLabel(conflict), Objects.toString(conflict.mine(), ""),
                        Objects.toString(conflict.theirs(), ""))).toList(),
                List.of());
    }

    static List<Map<String, Object>> values(final List<Conflict> conflicts) {
        return conflicts.stream().map(conflict -> {
            final Map<String, Object> values = new LinkedHashMap<>();
            values.put("recordType", conflict.recordType());
            values.put("id", conflict.id().toString());
            values.put("title", conflict.title());
            values.put("field", conflict.field());
            values.put("wanted", Objects.toString(conflict.mine(), null));
            values.put("now", Objects.toString(conflict.theirs(), null));
            return values;
        }).toList();
    }

    private static String fieldLabel(final Conflict conflict) {
        return Catalogue.standard().find(conflict.recordType()).filter(type -> type.hasField(conflict.field()))
                .map(type -> type.field(conflict.field()).label()).orElse(conflict.field());
    }
}
