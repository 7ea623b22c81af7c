// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.kontor.headless.Answer;
import org.kontor.headless.Invocation;
import org.kontor.headless.Option;
import org.kontor.store.ConflictException.Conflict;
import org.kontor.store.History;
import org.kontor.store.History.Operation;

/** What undo and redo have in common. */
final class Undoing {

    private static final String SAFE_PART = "safe-part";

    private Undoing() {
    }

    static Option safePart() {
        return Option.flag(SAFE_PART, Messages.text("undo.safePart"));
    }

    static Answer takeBack(final History history, final Operation operation, final Invocation invocation, final String said) {
        final var mode = invocation.has(SAFE_PART) ? History.Mode.SAFE_PART : History.Mode.ALL_OR_NOTHING;
        final var outcome = history.undo(operation.id(), mode, invocation.progress());
        final var facts = new LinkedHashMap<String, String>();
        facts.put(Messages.text("log.number"), Long.toString(operation.first().sequence()));
        facts.put(Messages.text("log.what"), operation.first().description());
        facts.put(Messages.text("log.when"), Plain.moment(operation.first().at()));
        facts.put(Messages.text("log.records"), Long.toString(outcome.records()));
        final var answer = Answer.done().say(said).facts(facts)
                .value("undone", Operations.values(operation))
                .value("operation", outcome.operation().toString())
                .value("changeSets", outcome.changeSets())
                .value("records", outcome.records())
                .value("leftOut", outcome.leftOut().stream().map(Undoing::values).toList());
        if (!outcome.leftOut().isEmpty()) {
            answer.say(Messages.text("undo.leftOut", outcome.leftOut().size())).table(
                    List.of(Messages.text("undo.record"), Messages.text("undo.field"), Messages.text("undo.stays")),
                    outcome.leftOut().stream().map(conflict -> List.of(conflict.title(), conflict.field(),
                    Objects.toString(conflict.theirs(), ""))).toList());
        }
        return answer.build();
    }

    private static Map<String, Object> values(final Conflict conflict) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("recordType", conflict.recordType());
        values.put("id", conflict.id().toString());
        values.put("title", conflict.title());
        values.put("field", conflict.field());
        values.put("stays", Objects.toString(conflict.theirs(), null));
        return values;
    }
}
