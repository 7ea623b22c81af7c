// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.List;
import java.util.Map;

import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Section;

/** Explains the commands; the one command that knows the others. */
final class HelpCommand implements Command {

    private static final String COMMAND = "COMMAND";

    private final Map<String, CommandDescription> others;
    private final int width;

    HelpCommand(final Map<String, CommandDescription> others, final int width) {
        this.others = others;
        this.width = width;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of(Parser.HELP, Section.MORE, Messages.TEXTS.get("help.summary"))
                .operand(Operand.optional(COMMAND, Messages.TEXTS.get("help.command")).oneOf(List.copyOf(others.keySet())))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        final var page = new HelpPage(width);
        return invocation.find(COMMAND).map(name -> page.of(others.get(name))).orElseGet(() -> page.all(others.values()));
    }
}
