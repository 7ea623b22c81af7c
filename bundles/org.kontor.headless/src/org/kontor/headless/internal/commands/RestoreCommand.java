// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.util.LinkedHashMap;

import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Option;
import org.kontor.headless.Section;
import org.kontor.store.Stores;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a store from a backup. */
@Component
public final class RestoreCommand implements Command {

    private static final String FILE = "FILE";

    private final Stores stores;

    @Activate
    public RestoreCommand(@Reference final Stores stores) {
        this.stores = stores;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of("restore", Section.SAFETY, Messages.text("restore.summary"))
                .detail(Messages.text("restore.detail"))
                .operand(Operand.required(FILE, Messages.text("restore.file")))
                .option(Option.path(NamedStore.STORE, "DIR", Messages.text("restore.store")).needed())
                .example("./kontor restore company.kontor-backup --store restored", Messages.text("restore.example"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        final var file = invocation.path(FILE);
        final var folder = invocation.path(NamedStore.STORE);
        stores.restore(file, folder, invocation.progress());
        final var facts = new LinkedHashMap<String, String>();
        facts.put(Messages.text("fact.file"), file.toString());
        facts.put(Messages.text("fact.store"), folder.toString());
        return Answer.done().say(Messages.text("restore.done")).facts(facts)
                .value("file", file.toString()).value("store", folder.toString()).build();
    }
}
