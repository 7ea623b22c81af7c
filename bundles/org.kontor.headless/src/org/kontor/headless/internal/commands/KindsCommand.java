// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportOption;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.Imports;
import org.kontor.exchange.MatchingKey;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Section;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Explains what can be imported. */
@Component
public final class KindsCommand implements Command {

    private static final String KIND = "KIND";

    private final Imports imports;

    @Activate
    public KindsCommand(@Reference final Imports imports) {
        this.imports = imports;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of("kinds", Section.RECORDS, Messages.text("kinds.summary"))
                .operand(Operand.optional(KIND, Messages.text("kinds.kind")).oneOf(imports.kinds().stream().map(ImportKind::key).toList()))
                .example("./kontor kinds orders", Messages.text("kinds.example"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        return invocation.find(KIND).map(key -> one(imports.kind(key))).orElseGet(this::all);
    }

    private Answer all() {
        final var labels = new LinkedHashMap<String, String>();
        imports.kinds().forEach(kind -> labels.put(kind.key(), kind.label()));
        return Answer.done().facts(labels).value("kinds", imports.kinds().stream().map(KindsCommand::values).toList()).build();
    }

    private static Answer one(final ImportKind kind) {
        final var answer = Answer.done().table(
                List.of(Messages.text("import.field"), Messages.text("kinds.label"), Messages.text("kinds.required"),
                Messages.text("kinds.headers")),
                kind.targets().stream().map(target -> List.of(target.name(), target.label(), target.required() ? Messages.text("yes") : "",
                        String.join(", ", target.synonyms()))).toList());
        if (!kind.matchingKeys().isEmpty()) {
            answer.say(Messages.text("kinds.keys", String.join(", ", kind.matchingKeys().stream().map(MatchingKey::name).toList())));
        }
        if (!kind.options().isEmpty()) {
            answer.table(List.of("--set", Messages.text("kinds.choices"), Messages.text("kinds.help")),
                    kind.options().stream().map(option -> List.of(option.key(), String.join("|", option.values()),
                    option.help())).toList());
        }
        return answer.values(values(kind)).build();
    }

    private static Map<String, Object> values(final ImportKind kind) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("kind", kind.key());
        values.put("label", kind.label());
        values.put("recordType", kind.recordType().name());
        values.put("fields", kind.targets().stream().map(KindsCommand::values).toList());
        values.put("keys", kind.matchingKeys().stream().map(MatchingKey::name).toList());
        values.put("options", kind.options().stream().map(KindsCommand::values).toList());
        return values;
    }

    private static Map<String, Object> values(final ImportTarget target) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("name", target.name());
        values.put("label", target.label());
        values.put("kind", target.kind().name());
        values.put("required", target.required());
        values.put("reference", target.reference().map(rule -> rule.type().getSimpleName()).orElse(null));
        values.put("headers", target.synonyms());
        return values;
    }

    private static Map<String, Object> values(final ImportOption option) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("name", option.key());
        values.put("label", option.label());
        values.put("choices", option.values());
        values.put("standard", option.standard());
        return values;
    }
}
