// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.store.History;
import org.kontor.store.History.Operation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes something back. */
@Component
public final class UndoCommand implements Command {

    private static final String CHANGE = "CHANGE";

    private final StoreAccess access;

    @Activate
    public UndoCommand(@Reference final StoreAccess access) {
        this.access = access;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of("undo", Section.HISTORY, Messages.text("undo.summary"))
                .detail(Messages.text("undo.detail"))
                .operand(Operand.optional(CHANGE, Messages.text("undo.change")))
                .options(access.options())
                .option(Undoing.safePart())
                .example("./kontor undo --store company", Messages.text("undo.example.last"))
                .example("./kontor undo 12 --store company", Messages.text("undo.example.number"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        try (var store = access.open(invocation, StoreAccess.Purpose.WRITE)) {
            final var history = store.history();
            final var operation = invocation.find(CHANGE).map(name -> named(history, name)).orElseGet(() -> last(history));
            return Undoing.takeBack(history, operation, invocation, Messages.text("undo.done"));
        }
    }

    private static Operation named(final History history, final String name) {
        return Operations.find(history, name).orElseThrow(() -> Messages.problem("undo.unknown", name).asException());
    }

    private static Operation last(final History history) {
        return history.undoable().orElseThrow(() -> Messages.problem("undo.nothing").asException());
    }
}
