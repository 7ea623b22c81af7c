// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.util.List;

import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Option;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists what was done in a store. */
@Component
public final class LogCommand implements Command {

    private static final String LIMIT = "limit";
    private static final int USUAL_LIMIT = 20;

    private final StoreAccess access;

    @Activate
    public LogCommand(@Reference final StoreAccess access) {
        this.access = access;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of("log", Section.HISTORY, Messages.text("log.summary"))
                .detail(Messages.text("log.detail"))
                .options(access.options())
                .option(Option.number(LIMIT, Messages.text("log.limit", Integer.toString(USUAL_LIMIT)), 1, 1_000_000))
                .example("./kontor log --store company --limit 5", Messages.text("log.example"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        final int limit = (int) invocation.number(LIMIT).orElse(USUAL_LIMIT);
        try (var store = access.open(invocation, StoreAccess.Purpose.READ)) {
            final var operations = store.history().operations(0, limit);
            final var answer = Answer.done().value("store", store.info().folder().toString())
                    .value("operations", operations.stream().map(Operations::values).toList());
            return operations.isEmpty() ? answer.say(Messages.text("log.empty")).build()
                    : answer.blocks(List.of(Operations.table(operations))).build();
        }
    }
}
