// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.ResultFiles;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SavedAnalysis;
import org.kontor.analytics.result.Message;
import org.kontor.core.problem.ProblemException;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Option;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.headless.WrongUsageException;
import org.kontor.headless.internal.Usage;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.Field;
import org.kontor.model.RunPurpose;
import org.kontor.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists the recorded runs of a store, carries out a saved analysis again, and writes the result of its newest run. */
@Component
public final class RunsCommand implements Command {

    private static final String NAME = "runs";
    private static final String ANALYSIS = "ANALYSIS";
    private static final String AGAIN = "again";
    private static final String LIMIT = "limit";
    private static final int USUAL_LIMIT = 20;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final StoreAccess access;
    private final Algorithms algorithms;
    private final AnalysisRuns runs;

    @Activate
    public RunsCommand(@Reference final StoreAccess access, @Reference final Algorithms algorithms, @Reference final AnalysisRuns runs) {
        this.access = access;
        this.algorithms = algorithms;
        this.runs = runs;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of(NAME, Section.ANALYSIS, Messages.text("runs.summary")).detail(Messages.text("runs.detail"))
                .operand(Operand.optional(ANALYSIS, Messages.text("runs.analysis")))
                .options(access.options())
                .option(Option.flag(AGAIN, Messages.text("runs.again")))
                .option(Option.text(AnalysisOptions.PROVIDER, "BUNDLE", Messages.text("option.provider")))
                .option(Option.number(AnalysisOptions.THREADS, Messages.text("option.threads"), 1, 1_024))
                .option(Option.path(AnalysisOptions.OUT, "DIR", Messages.text("runs.out")))
                .option(Option.number(LIMIT, Messages.text("runs.limit", Integer.toString(USUAL_LIMIT)), 1, 1_000_000))
                .example("./kontor runs --store company", Messages.text("runs.example"))
                .example("./kontor runs Segments --store company --again --out segments", Messages.text("runs.example.again"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        if (!invocation.has(ANALYSIS) && (invocation.has(AGAIN) || invocation.has(AnalysisOptions.OUT))) {
            throw Usage.wrong(NAME, "missingOperand", NAME, ANALYSIS, Messages.text("runs.analysis"));
        }
        try (var store = access.open(invocation, invocation.has(AGAIN) ? StoreAccess.Purpose.WRITE : StoreAccess.Purpose.READ)) {
            final var saved = invocation.find(ANALYSIS).map(name -> find(store, name));
            return invocation.has(AGAIN) ? again(invocation, store, saved.orElseThrow()) : list(invocation, store, saved);
        } catch (ProblemException refused) {
            return Refusals.data(refused).orElseThrow(() -> refused);
        }
    }

    /** {@return the saved analysis that a person means by its name or its identifier} */
    private SavedAnalysis find(final Store store, final String name) {
        final var all = runs.saved(store);
        final var found = all.stream().filter(each -> each.name().equals(name) || each.id().toString().equals(name)).toList();
        if (found.size() > 1) {
            throw new WrongUsageException(Messages.problem("runs.several", name, found.stream().map(each -> each.id().toString()).collect(Collectors.joining(", "))));
        }
        return found.stream().findFirst().orElseThrow(() -> new WrongUsageException(Messages.problem("runs.no-analysis", name,
                all.isEmpty() ? "-" : all.stream().map(SavedAnalysis::name).collect(Collectors.joining(", ")))));
    }

    private Answer again(final Invocation invocation, final Store store, final SavedAnalysis saved) {
        if (invocation.has(AnalysisOptions.PROVIDER)) {
            Refusals.usage(() -> algorithms.provider(saved.plan().algorithm(), invocation.find(AnalysisOptions.PROVIDER)));
        }
        final var before = newest(store, saved);
        final var usual = RunOptions.usual().by(invocation.find(AnalysisOptions.PROVIDER));
        final var threads = invocation.number(AnalysisOptions.THREADS);
        final var run = runs.run(store, Optional.of(saved.id()), saved.plan(), threads.isPresent() ? usual.on((int) threads.getAsLong()) : usual,
                invocation.progress());
        if (run.state() == AnalysisRunState.CANCELLED) {
            throw new CancellationException(saved.name());
        }
        run.problem().ifPresent(problem -> {
            throw problem.asException();
        });
        final var answer = Answer.done();
        runs.result(store, run.id()).result().summary().forEach(sentence -> answer.say(sentence.text()));
        run.warnings().forEach(warning -> answer.say(warning.text()));
        final var changes = new ArrayList<String>();
        before.ifPresent(earlier -> runs.compare(store, earlier.id(), run.id()).summary().stream().map(Message::text).forEach(changes::add));
        changes.forEach(answer::say);
        answer.say(Messages.text("runs.done", run.rows(), run.milliseconds(), run.provider().orElse("?")));
        write(invocation, store, run, answer);
        return answer.value("run", values(run, saved.name())).value("changes", changes).build();
    }

    private Optional<RecordedRun> newest(final Store store, final SavedAnalysis saved) {
        return runs.runs(store, Optional.of(saved.id()), USUAL_LIMIT).stream()
                .filter(run -> run.succeeded() && run.purpose() == RunPurpose.ANALYSIS).findFirst();
    }

    private Answer list(final Invocation invocation, final Store store, final Optional<SavedAnalysis> saved) {
        final Map<UUID, String> names = new LinkedHashMap<>();
        runs.saved(store).forEach(each -> names.put(each.id(), each.name()));
        final var found = runs.runs(store, saved.map(SavedAnalysis::id), (int) invocation.number(LIMIT).orElse(USUAL_LIMIT));
        final var answer = Answer.done();
        if (found.isEmpty()) {
            answer.say(Messages.text("runs.none"));
        } else {
            answer.table(List.of(Messages.text("runs.started"), Messages.text("runs.name"), Messages.text("runs.method"), Messages.text("provider"),
                    Messages.text("runs.state"), ""), found.stream().map(run -> row(run, name(run, names))).toList());
        }
        if (invocation.has(AnalysisOptions.OUT)) {
            final var run = newest(store, saved.orElseThrow()).orElseThrow(() -> Messages.problem("runs.no-result", saved.orElseThrow().name()).asException());
            runs.result(store, run.id()).result().summary().forEach(sentence -> answer.say(sentence.text()));
            write(invocation, store, run, answer);
        }
        return answer.value("analyses", names.values().stream().toList())
                .value("runs", found.stream().map(run -> values(run, name(run, names))).toList()).build();
    }

    private static String name(final RecordedRun run, final Map<UUID, String> names) {
        return run.analysis().map(names::get).orElse("");
    }

    private static List<String> row(final RecordedRun run, final String name) {
        return List.of(MOMENT.format(run.startedAt().atZone(ZoneId.systemDefault())), name, run.plan().algorithm(), run.provider().orElse(""),
                Field.label(run.state()), run.providerMissing() ? Messages.text("runs.missing") : "");
    }

    private void write(final Invocation invocation, final Store store, final RecordedRun run, final Answer.Builder answer) {
        invocation.findPath(AnalysisOptions.OUT).ifPresent(folder -> {
            final var result = runs.result(store, run.id()).result();
            final var values = values(run, "");
            values.put("summary", result.summary().stream().map(Message::text).toList());
            values.put("tables", ResultFiles.write(result, folder));
            ResultFiles.write(ResultJson.text(values) + '\n', folder.resolve("result.json"));
            answer.line(folder.toString()).value("out", folder.toString());
        });
    }

    private static Map<String, Object> values(final RecordedRun run, final String name) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("id", run.id().toString());
        values.put("analysis", name);
        values.put("algorithm", run.plan().algorithm());
        values.put("provider", run.provider().orElse(null));
        values.put("providerVersion", run.providerVersion().orElse(null));
        values.put("providerMissing", run.providerMissing());
        values.put("state", Refusals.word(run.state().name()));
        values.put("purpose", Refusals.word(run.purpose().name()));
        values.put("started", run.startedAt().toString());
        values.put("parameters", run.parameters());
        values.put("seed", run.plan().seed());
        values.put("fingerprint", run.dataFingerprint());
        values.put("resultFingerprint", run.resultFingerprint());
        values.put("rows", run.rows());
        values.put("algorithmMilliseconds", run.milliseconds());
        final var metrics = new LinkedHashMap<String, Object>();
        run.metrics().forEach((metric, value) -> metrics.put(metric, ResultJson.number(value)));
        values.put("metrics", metrics);
        values.put("warnings", run.warnings().stream().map(Message::text).toList());
        values.put("problem", run.problem().map(problem -> problem.code()).orElse(null));
        return values;
    }
}
