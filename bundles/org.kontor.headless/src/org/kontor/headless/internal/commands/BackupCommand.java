// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;

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

/** Copies a whole store into one file. */
@Component
public final class BackupCommand implements Command {

    private static final String OUT = "out";

    private final StoreAccess access;

    @Activate
    public BackupCommand(@Reference final StoreAccess access) {
        this.access = access;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of("backup", Section.SAFETY, Messages.text("backup.summary"))
                .detail(Messages.text("backup.detail"))
                .options(access.options())
                .option(Option.path(OUT, "FILE", Messages.text("backup.out")).needed())
                .example("./kontor backup --store company --out company.kontor-backup", Messages.text("backup.example"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        final var file = invocation.path(OUT);
        try (var store = access.open(invocation, StoreAccess.Purpose.READ)) {
            store.backup(file, invocation.progress());
            final long bytes = Files.size(file);
            final var facts = new LinkedHashMap<String, String>();
            facts.put(Messages.text("fact.store"), store.info().folder().toString());
            facts.put(Messages.text("fact.file"), file.toString());
            facts.put(Messages.text("fact.bytes"), Long.toString(bytes));
            return Answer.done().say(Messages.text("backup.done")).facts(facts)
                    .value("store", store.info().folder().toString()).value("file", file.toString()).value("bytes", bytes).build();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
