// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Analyses;
import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.Completed;
import org.kontor.analytics.engine.ResultFiles;
import org.kontor.analytics.engine.SavedAnalysis;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.result.Message;
import org.kontor.core.problem.ProblemException;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Option;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.headless.internal.Usage;
import org.kontor.model.AnalysisSchedule;
import org.kontor.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs a method and writes what came out. */
@Component
public final class AnalyzeCommand implements Command {

    private static final String NAME = "analyze";
    private static final String SAVE = "save";

    private final AnalysisOptions options;
    private final Analyses analyses;
    private final AnalysisRuns runs;

    @Activate
    public AnalyzeCommand(@Reference final StoreAccess access, @Reference final Algorithms algorithms, @Reference final Sources sources,
            @Reference final Analyses analyses, @Reference final AnalysisRuns runs) {
        this.options = new AnalysisOptions(access, algorithms, sources, analyses);
        this.analyses = analyses;
        this.runs = runs;
    }

    @Override
    public CommandDescription description() {
        return options.describe(CommandDescription.of(NAME, Section.ANALYSIS, Messages.text("analyze.summary")).detail(Messages.text("analyze.detail"))
                .detail(Messages.text("analyze.detail.roles"))).option(Option.text(SAVE, "NAME", Messages.text("analyze.save")))
                .example("./kontor analyze kmeans --input iris.csv --features @1-@4 -p k=3 --out iris", Messages.text("analyze.example"))
                .example("./kontor analyze rfm --store company --query orders --save Segments --out segments", Messages.text("analyze.example.store"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        if (invocation.has(SAVE) && !invocation.has("store")) {
            throw Usage.wrong(NAME, "missingOption", NAME + " --save", "--store DIR", Messages.text("analyze.save"));
        }
        final var store = options.open(NAME, invocation, invocation.has(SAVE) ? StoreAccess.Purpose.WRITE : StoreAccess.Purpose.READ);
        try {
            return analyze(invocation, store);
        } catch (ProblemException refused) {
            return Refusals.data(refused).orElseThrow(() -> refused);
        } finally {
            store.ifPresent(Store::close);
        }
    }

    private Answer analyze(final Invocation invocation, final Optional<Store> store) {
        final var typed = options.read(NAME, invocation, store);
        final var completed = Refusals.usage(() -> analyses.run(store, typed.plan(), typed.options(), invocation.progress()));
        final var folder = invocation.path(AnalysisOptions.OUT);
        final var tables = ResultFiles.write(completed.result(), folder);
        final var values = values(completed, tables);
        ResultFiles.write(ResultJson.text(values) + '\n', folder.resolve("result.json"));
        final var answer = Answer.done();
        invocation.find(SAVE).ifPresent(name -> save(store.orElseThrow(), name, completed, answer));
        if (!typed.chosen().isEmpty()) {
            answer.say(Messages.text("chosen", AnalysisOptions.shown(typed.chosen())));
        }
        completed.result().summary().forEach(sentence -> answer.say(sentence.text()));
        completed.warnings().forEach(warning -> answer.say(warning.text().text()));
        final var metrics = new LinkedHashMap<String, String>();
        completed.result().metrics().forEach(metric -> metrics.put(metric.name(), Double.toString(metric.value())));
        if (!metrics.isEmpty()) {
            answer.facts(metrics);
        }
        return answer.say(Messages.text("analyze.done", completed.rows(), completed.milliseconds(),
                completed.provider().bundle())).line(folder.toString()).value("out", folder.toString()).values(values).build();
    }

    /** An analysis of this name that is there already gets another plan, and keeps when it runs by itself. */
    private void save(final Store store, final String name, final Completed completed, final Answer.Builder answer) {
        final var known = runs.saved(store).stream().filter(each -> each.name().equals(name)).findFirst();
        final var saved = runs.save(store, known.map(SavedAnalysis::id), name, completed.plan(), known.map(SavedAnalysis::schedule).orElse(AnalysisSchedule.NONE),
                known.flatMap(SavedAnalysis::scheme));
        final var run = runs.record(store, Optional.of(saved.id()), completed);
        answer.say(Messages.text("analyze.saved", name)).value("analysis", saved.id().toString()).value("run", run.id().toString());
    }

    private static Map<String, Object> values(final Completed completed, final List<String> tables) {
        final var values = ResultJson.head(completed.provider(), completed.parameters(), completed.plan(), completed.fingerprint(), completed.rows(),
                completed.columns(), completed.milliseconds());
        final var metrics = new LinkedHashMap<String, Object>();
        completed.result().metrics().forEach(metric -> metrics.put(metric.name(), ResultJson.number(metric.value())));
        values.put("metrics", metrics);
        values.put("warnings", completed.warnings().stream().map(ResultJson::warning).toList());
        values.put("summary", completed.result().summary().stream().map(Message::text).toList());
        values.put("tables", tables);
        return values;
    }
}
