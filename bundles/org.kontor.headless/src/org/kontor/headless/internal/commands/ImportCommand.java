// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportState;
import org.kontor.exchange.Imports;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.ExitCode;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.store.History;
import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads records from a file. */
@Component
public final class ImportCommand implements Command {

    private static final String KIND = "KIND";
    private static final String FILE = "FILE";

    private final StoreAccess access;
    private final Stores stores;
    private final Imports imports;

    @Activate
    public ImportCommand(@Reference final StoreAccess access, @Reference final Stores stores, @Reference final Imports imports) {
        this.access = access;
        this.stores = stores;
        this.imports = imports;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of(ImportOptions.COMMAND, Section.RECORDS, Messages.text("import.summary"))
                .detail(Messages.text("import.detail"))
                .operand(Operand.required(KIND, Messages.text("import.kind")).oneOf(imports.kinds().stream().map(ImportKind::key).toList()))
                .operand(Operand.required(FILE, Messages.text("import.file")))
                .options(access.options())
                .options(ImportOptions.options())
                .example("./kontor import accounts accounts.csv --store company --dry-run", Messages.text("import.example.check"))
                .example("./kontor import opportunities deals.csv --store company --unknown product=create --json",
                        Messages.text("import.example.json"))
                .example("./kontor import accounts accounts.csv --store company --write-mapping accounts.json",
                Messages.text("import.example.mapping"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        final ImportDraft draft;
        try {
            draft = imports.inspect(invocation.path(FILE), invocation.text(KIND));
            ImportOptions.apply(invocation, draft);
        } catch (ProblemException refused) {
            return ImportAnswer.refused(refused);
        }
        final var obstacles = draft.obstacles();
        if (!obstacles.isEmpty()) {
            return obstructed(draft, obstacles);
        }
        final boolean dryRun = invocation.has(ImportOptions.DRY_RUN);
        final var answer = dryRun ? check(invocation, draft) : write(invocation, draft);
        invocation.findPath(ImportOptions.WRITE_MAPPING).ifPresent(file -> ImportOptions.writeMapping(draft, file));
        return answer;
    }

    private static Answer obstructed(final ImportDraft draft, final List<Problem> obstacles) {
        final var answer = Answer.problem(ExitCode.DATA_REFUSED, obstacles.getFirst());
        obstacles.stream().skip(1).forEach(problem -> answer.say(problem.sentence()));
        return answer.blocks(List.of(ImportAnswer.columns(draft)))
                .value("columns", ImportAnswer.columnValues(draft))
                .value("obstacles", obstacles.stream().map(ImportCommand::values).toList()).build();
    }

    private static Map<String, Object> values(final Problem problem) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("code", problem.code());
        values.put("happened", problem.happened());
        values.put("meaning", problem.meaning());
        values.put("nextStep", problem.nextStep());
        return values;
    }

    private Answer check(final Invocation invocation, final ImportDraft draft) {
        final Path folder = invocation.path(NamedStore.STORE);
        if (stores.isEncrypted(folder).isPresent()) {
            try (var store = access.open(invocation, StoreAccess.Purpose.READ)) {
                return check(invocation, draft, store);
            }
        }
        // a store that does not exist yet is empty: the dry run asks an empty one that nobody keeps
        try (var passing = PassingStore.make(stores, invocation.progress())) {
            return check(invocation, draft, passing.store());
        }
    }

    private static Answer check(final Invocation invocation, final ImportDraft draft, final Store store) {
        try {
            acceptSuggestions(invocation, draft, store);
            final var dryRun = draft.check(store, invocation.progress());
            return new ImportAnswer(draft, dryRun.report(), dryRun.state()).dryRun();
        } catch (ProblemException refused) {
            return ImportAnswer.refused(refused);
        }
    }

    private Answer write(final Invocation invocation, final ImportDraft draft) {
        final boolean fresh = stores.isEncrypted(invocation.path(NamedStore.STORE)).isEmpty();
        try (var store = access.open(invocation, StoreAccess.Purpose.CREATE)) {
            acceptSuggestions(invocation, draft, store);
            final var result = draft.run(store, invocation.progress());
            if (ImportAnswer.brokeOff(result)) {
                result.operation().ifPresent(operation -> store.history().undo(operation, History.Mode.ALL_OR_NOTHING,
                        invocation.progress()));
                return new ImportAnswer(draft, result.report(), result.state()).takenBack(result);
            }
            final var number = result.operation().flatMap(operation -> store.history().operation(operation))
                    .map(operation -> operation.first().sequence());
            return new ImportAnswer(draft, result.report(), result.state()).written(result, number, store.info().folder(), fresh);
        } catch (ProblemException refused) {
            return ImportAnswer.refused(refused);
        }
    }

    private static void acceptSuggestions(final Invocation invocation, final ImportDraft draft, final Store store) {
        if (invocation.has(ImportOptions.ACCEPT_SUGGESTIONS)) {
            Optional.of(draft.check(store, invocation.progress())).filter(dryRun -> dryRun.state() == ImportState.DONE)
                    .ifPresent(dryRun -> draft.choices().acceptSuggestions(dryRun.report()));
        }
    }
}
