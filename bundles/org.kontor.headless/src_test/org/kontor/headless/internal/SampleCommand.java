// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.List;
import java.util.function.Function;

import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Option;
import org.kontor.headless.Section;

/** A command as a partner would write it, with one option of every kind. */
record SampleCommand(String name, Function<Invocation, Answer> work) implements Command {

    static SampleCommand copying() {
        return new SampleCommand("copy", invocation -> Answer.done().line("copied").build());
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of(name, Section.RECORDS, "Copies records.")
                .detail("What is there already stays.")
                .operand(Operand.required("KIND", "What to copy.").oneOf(List.of("accounts", "orders")))
                .operand(Operand.optional("FILE", "Where to."))
                .option(Option.path("store", "DIR", "The store.").needed())
                .option(Option.number("limit", "How many.", 1, 100))
                .option(Option.choice("order", "Which first.", List.of("newest", "oldest")))
                .option(Option.text("set", "NAME=VALUE", "Sets a value.").repeated())
                .option(Option.flag("dry-run", "Writes nothing."))
                .example("./kontor copy accounts --store company", "Copies all accounts.")
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        return work.apply(invocation);
    }
}
