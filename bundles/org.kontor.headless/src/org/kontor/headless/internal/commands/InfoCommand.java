// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.util.LinkedHashMap;
import java.util.Map;

import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.model.Catalogue;
import org.kontor.store.Session;
import org.kontor.store.query.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells what a store is and holds. */
@Component
public final class InfoCommand implements Command {

    private final StoreAccess access;

    @Activate
    public InfoCommand(@Reference final StoreAccess access) {
        this.access = access;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of("info", Section.MORE, Messages.text("info.summary"))
                .options(access.options())
                .example("./kontor info --store company", Messages.text("info.example"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        try (var store = access.open(invocation, StoreAccess.Purpose.READ)) {
            final var info = store.info();
            final var counts = store.read(InfoCommand::counts);
            final var last = store.history().operations(0, 1).stream().findFirst();
            final var facts = new LinkedHashMap<String, String>();
            facts.put(Messages.text("fact.store"), info.folder().toString());
            facts.put(Messages.text("info.id"), info.id().toString());
            facts.put(Messages.text("info.engine"), info.engine());
            facts.put(Messages.text("info.schema"), Integer.toString(info.schemaVersion()));
            facts.put(Messages.text("info.encrypted"), Messages.text(info.encrypted() ? "yes" : "no"));
            last.ifPresent(operation -> facts.put(Messages.text("info.last"),
                    Plain.moment(operation.first().at()) + "  " + operation.first().description()));
            final var answer = Answer.done().facts(facts);
            final var labelled = Plain.counts(counts);
            if (!labelled.isEmpty()) {
                answer.facts(labelled);
            }
            return answer.value("store", info.folder().toString()).value("id", info.id().toString()).value("engine", info.engine())
                    .value("schemaVersion", info.schemaVersion()).value("encrypted", info.encrypted()).value("readOnly", info.readOnly())
                    .value("records", counts).value("lastOperation", last.map(Operations::values).orElse(null)).build();
        }
    }

    private static Map<String, Long> counts(final Session session) {
        final var counts = new LinkedHashMap<String, Long>();
        Catalogue.standard().types().forEach(type -> counts.put(type.name(), session.count(Query.of(type.javaType()))));
        return counts;
    }
}
