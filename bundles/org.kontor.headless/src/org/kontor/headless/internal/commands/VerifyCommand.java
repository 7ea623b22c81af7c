// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.ExitCode;
import org.kontor.headless.Invocation;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.store.Finding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks a store. */
@Component
public final class VerifyCommand implements Command {

    private final StoreAccess access;

    @Activate
    public VerifyCommand(@Reference final StoreAccess access) {
        this.access = access;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of("verify", Section.SAFETY, Messages.text("verify.summary"))
                .detail(Messages.text("verify.detail"))
                .options(access.options())
                .example("./kontor verify --store company", Messages.text("verify.example"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        try (var store = access.open(invocation, StoreAccess.Purpose.CHECK)) {
            final var findings = store.verify(invocation.progress());
            final var folder = store.info().folder();
            if (!findings.isEmpty()) {
                return Answer.problem(ExitCode.FAILED, Messages.problem("verify", folder, findings.size()))
                        .table(List.of(Messages.text("verify.check"), Messages.text("verify.where"), Messages.text("verify.text")),
                                findings.stream().map(finding -> List.of(finding.check(), finding.where(), finding.text())).toList())
                        .value("store", folder.toString())
                        .value("findings", findings.stream().map(VerifyCommand::values).toList())
                        .build();
            }
            final var hash = store.contentHash(invocation.progress());
            final var facts = new LinkedHashMap<String, String>();
            facts.put(Messages.text("fact.store"), folder.toString());
            facts.put(Messages.text("fact.contentHash"), hash);
            return Answer.done().say(Messages.text("verify.done")).facts(facts)
                    .value("store", folder.toString()).value("contentHash", hash).value("findings", List.of()).build();
        }
    }

    private static Map<String, Object> values(final Finding finding) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("check", finding.check());
        values.put("where", finding.where());
        values.put("text", finding.text());
        return values;
    }
}
