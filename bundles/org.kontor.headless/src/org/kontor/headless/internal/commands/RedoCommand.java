// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Does again what was just taken back. */
@Component
public final class RedoCommand implements Command {

    private final StoreAccess access;

    @Activate
    public RedoCommand(@Reference final StoreAccess access) {
        this.access = access;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of("redo", Section.HISTORY, Messages.text("redo.summary"))
                .options(access.options())
                .option(Undoing.safePart())
                .example("./kontor redo --store company", Messages.text("redo.example"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        try (var store = access.open(invocation, StoreAccess.Purpose.WRITE)) {
            final var history = store.history();
            final var undo = history.redoable().orElseThrow(() -> Messages.problem("redo.nothing").asException());
            return Undoing.takeBack(history, undo, invocation, Messages.text("redo.done"));
        }
    }
}
