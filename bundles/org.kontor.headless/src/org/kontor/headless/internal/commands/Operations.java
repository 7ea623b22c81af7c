// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.headless.Answer;
import org.kontor.store.Cause;
import org.kontor.store.History;
import org.kontor.store.History.Operation;

/** Operations as the log shows them and as people name them: by number, by identifier, or by the identifier of a change set. */
final class Operations {

    private static final int PAGE = 200;

    private Operations() {
    }

    /**
     * @param history the history of a store
     * @param name    the number in the log, an operation's identifier or that of its first change set
     * @return the operation, or empty where there is none
     */
    static Optional<Operation> find(final History history, final String name) {
        final var number = number(name);
        final var id = id(name);
        if (number.isEmpty() && id.isEmpty()) {
            return Optional.empty();
        }
        final var direct = id.flatMap(history::operation);
        if (direct.isPresent()) {
            return direct;
        }
        for (int offset = 0;; offset += PAGE) {
            final var page = history.operations(offset, PAGE);
            for (final var operation : page) {
                if (number.isPresent() && number.get() == operation.first().sequence()
                        || id.isPresent() && id.get().equals(operation.first().id())) {
                    return Optional.of(operation);
                }
            }
            if (page.size() < PAGE) {
                return Optional.empty();
            }
        }
    }

    private static Optional<Long> number(final String name) {
        return name.matches("\\d{1,18}") ? Optional.of(Long.valueOf(name)) : Optional.empty();
    }

    private static Optional<UUID> id(final String name) {
        try {
            return Optional.of(UUID.fromString(name));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static Answer.Table table(final List<Operation> operations) {
        return new Answer.Table(
                List.of(Messages.text("log.number"), Messages.text("log.when"), Messages.text("log.who"), Messages.text("log.cause"),
                        Messages.text("log.records"), Messages.text("log.undone"), Messages.text("log.what")),
                operations.stream().map(operation -> List.of(Long.toString(operation.first().sequence()),
                Plain.moment(operation.first().at()),
                        operation.first().userName(), label(operation.first().cause()), Long.toString(operation.records()),
                        operation.undone() ? Messages.text("yes") : "", operation.first().description())).toList(),
                List.of(0, 4));
    }

    static Map<String, Object> values(final Operation operation) {
        final var first = operation.first();
        final var values = new LinkedHashMap<String, Object>();
        values.put("number", first.sequence());
        values.put("operation", operation.id().toString());
        values.put("changeSet", first.id().toString());
        values.put("changeSets", operation.changeSets());
        values.put("at", first.at().toString());
        values.put("user", first.userName());
        values.put("client", first.client());
        values.put("cause", first.cause().name());
        values.put("description", first.description());
        values.put("records", operation.records());
        values.put("undone", operation.undone());
        values.put("hash", first.hash());
        return values;
    }

    static String label(final Cause cause) {
        return Messages.text("cause." + cause.name());
    }
}
