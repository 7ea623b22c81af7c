// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Analyses;
import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.Evaluation;
import org.kontor.analytics.engine.ResultFiles;
import org.kontor.analytics.engine.SavedAnalysis;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.engine.Tuning;
import org.kontor.analytics.parameter.SearchRange;
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

/** Says how good a method is on rows that it did not learn from. */
@Component
public final class EvaluateCommand implements Command {

    private static final String NAME = "evaluate";
    private static final String FOLDS = "folds";
    private static final String TEST = "test";
    private static final String TUNE = "tune";
    private static final String HALVING = "halving";
    private static final String MEASURE = "measure";
    private static final String RANGE = "range";
    private static final String SAVE = "save";
    private static final int USUAL_FOLDS = 5;
    private static final Pattern RANGE_WORDS = Pattern.compile("([^=]+)=(-?[0-9.eE+-]+?)\\.\\.(-?[0-9.eE+-]+?)(:log)?");

    private final AnalysisOptions options;
    private final Analyses analyses;
    private final AnalysisRuns runs;

    @Activate
    public EvaluateCommand(@Reference final StoreAccess access, @Reference final Algorithms algorithms, @Reference final Sources sources,
            @Reference final Analyses analyses, @Reference final AnalysisRuns runs) {
        this.runs = runs;
        this.options = new AnalysisOptions(access, algorithms, sources, analyses);
        this.analyses = analyses;
    }

    @Override
    public CommandDescription description() {
        return options.describe(CommandDescription.of(NAME, Section.ANALYSIS, Messages.text("evaluate.summary")).detail(Messages.text("evaluate.detail")))
                .option(Option.number(FOLDS, Messages.text("evaluate.folds"), 2, 1_000))
                .option(Option.path(TEST, "FILE", Messages.text("evaluate.test")))
                .option(Option.number(TUNE, Messages.text("evaluate.tune"), 1, 100_000))
                .option(Option.flag(HALVING, Messages.text("evaluate.halving")))
                .option(Option.text(MEASURE, "NAME", Messages.text("evaluate.measure")))
                .option(Option.text(RANGE, "NAME=FROM..TO", Messages.text("evaluate.range")).repeated())
                .option(Option.text(SAVE, "NAME", Messages.text("evaluate.save")))
                .example("./kontor evaluate kmeans --input iris.csv --features @1-@4 -p k=3 --folds 5 --out iris", Messages.text("evaluate.example"))
                .example("./kontor evaluate random-forest --input churn.csv --target left --tune 30 --seed 7 --out tuned",
                        Messages.text("evaluate.example.tune"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        if (invocation.has(TUNE) ? invocation.has(TEST) : invocation.has(FOLDS) == invocation.has(TEST)) {
            throw Usage.wrong(NAME, "oneOf", invocation.has(TUNE) ? "--tune N" : "--folds N", "--test FILE");
        }
        for (final var name : List.of(HALVING, MEASURE, RANGE, SAVE)) {
            if (invocation.has(name) && !invocation.has(TUNE)) {
                throw Usage.wrong(NAME, "missingOption", NAME + " --" + name, "--tune N", Messages.text("evaluate.tune"));
            }
        }
        if (invocation.has(SAVE) && !invocation.has("store")) {
            throw Usage.wrong(NAME, "missingOption", NAME + " --save", "--store DIR", Messages.text("evaluate.save"));
        }
        final var store = options.open(NAME, invocation, invocation.has(SAVE) ? StoreAccess.Purpose.WRITE : StoreAccess.Purpose.READ);
        try {
            return invocation.has(TUNE) ? tune(invocation, store) : evaluate(invocation, store);
        } catch (ProblemException refused) {
            return Refusals.data(refused).orElseThrow(() -> refused);
        } finally {
            store.ifPresent(Store::close);
        }
    }

    private Answer evaluate(final Invocation invocation, final Optional<Store> store) {
        final var typed = options.read(NAME, invocation, store);
        final Evaluation.Trial trial = invocation.has(FOLDS) ? new Evaluation.Folds((int) invocation.number(FOLDS).getAsLong())
                : new Evaluation.Other("csv", AnalysisOptions.sourceOptions(invocation, Optional.of(invocation.path(TEST).toString())));
        final var evaluation = Refusals.usage(() -> analyses.evaluate(store, typed.plan(), trial, typed.options(), invocation.progress()));
        final var folder = invocation.path(AnalysisOptions.OUT);
        final var values = ResultJson.head(evaluation.provider(), evaluation.parameters(), typed.plan(), evaluation.fingerprint(), evaluation.rows(),
                evaluation.columns(), evaluation.milliseconds());
        values.put("metrics", numbers(evaluation.metrics()));
        values.put(FOLDS, evaluation.folds().stream().map(EvaluateCommand::numbers).toList());
        values.put("warnings", evaluation.warnings().stream().map(ResultJson::warning).toList());
        values.put("tables", List.of());
        ResultFiles.write(ResultJson.text(values) + '\n', folder.resolve("result.json"));
        final var answer = Answer.done();
        if (!typed.chosen().isEmpty()) {
            answer.say(Messages.text("chosen", AnalysisOptions.shown(typed.chosen())));
        }
        evaluation.warnings().forEach(warning -> answer.say(warning.text().text()));
        final var facts = new LinkedHashMap<String, String>();
        evaluation.metrics().forEach((name, value) -> facts.put(name, Double.toString(value)));
        return answer.facts(facts).line(folder.toString()).value("out", folder.toString()).values(values).build();
    }

    private Answer tune(final Invocation invocation, final Optional<Store> store) {
        final var typed = options.read(NAME, invocation, store);
        final var search = new Tuning.Search((int) invocation.number(TUNE).getAsLong(), (int) invocation.number(FOLDS).orElse(USUAL_FOLDS),
                typed.plan().seed(), invocation.has(HALVING), invocation.find(MEASURE), invocation.all(RANGE).stream().map(EvaluateCommand::range).toList());
        final var tuning = Refusals.usage(() -> analyses.tune(store, typed.plan(), search, typed.options(), invocation.progress()));
        final var completed = tuning.completed();
        final var folder = invocation.path(AnalysisOptions.OUT);
        final var values = ResultJson.head(completed.provider(), completed.parameters(), typed.plan(), completed.fingerprint(), completed.rows(),
                completed.columns(), completed.milliseconds());
        values.put("measure", tuning.measure());
        values.put("best", tuning.best().parameters());
        final var metrics = new LinkedHashMap<String, Double>();
        completed.result().metrics().forEach(metric -> metrics.put(metric.name(), metric.value()));
        values.put("metrics", numbers(metrics));
        values.put("trials", tuning.trials().stream().map(EvaluateCommand::trial).toList());
        values.put("warnings", completed.warnings().stream().map(ResultJson::warning).toList());
        values.put("summary", completed.result().summary().stream().map(Message::text).toList());
        values.put("tables", ResultFiles.write(completed.result(), folder));
        ResultFiles.write(ResultJson.text(values) + '\n', folder.resolve("result.json"));
        final var answer = Answer.done();
        if (!typed.chosen().isEmpty()) {
            answer.say(Messages.text("chosen", AnalysisOptions.shown(typed.chosen())));
        }
        completed.result().summary().forEach(sentence -> answer.say(sentence.text()));
        completed.warnings().forEach(warning -> answer.say(warning.text().text()));
        invocation.find(SAVE).ifPresent(name -> save(store.orElseThrow(), name, tuning, answer));
        return answer.facts(tuning.best().parameters()).line(folder.toString()).value("out", folder.toString()).values(values).build();
    }

    /** The search is kept with all its trials, the analysis with the best settings. */
    private void save(final Store store, final String name, final Tuning tuning, final Answer.Builder answer) {
        final var known = runs.saved(store).stream().filter(each -> each.name().equals(name)).findFirst();
        final var saved = runs.save(store, known.map(SavedAnalysis::id), name, tuning.best(), known.map(SavedAnalysis::schedule).orElse(AnalysisSchedule.NONE),
                known.flatMap(SavedAnalysis::scheme));
        final var run = runs.record(store, Optional.of(saved.id()), tuning);
        answer.say(Messages.text("evaluate.saved", name)).value("analysis", saved.id().toString()).value("run", run.id().toString());
    }

    private static Map<String, Object> trial(final Tuning.Trial trial) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("trial", trial.number());
        values.put("score", ResultJson.number(trial.score()));
        values.put("deviation", ResultJson.number(trial.deviation()));
        values.put("folds", trial.folds());
        values.put("settings", trial.settings());
        return values;
    }

    /** {@code NAME=FROM..TO}, with {@code :log} at the end where factors count. */
    private static SearchRange range(final String typed) {
        final var found = RANGE_WORDS.matcher(typed);
        try {
            if (found.matches()) {
                return new SearchRange(found.group(1), Double.parseDouble(found.group(2)), Double.parseDouble(found.group(3)), found.group(4) != null);
            }
        } catch (IllegalArgumentException unfit) {
            throw Usage.wrong(NAME, "badPair", "--" + RANGE, "NAME=FROM..TO", typed);
        }
        throw Usage.wrong(NAME, "badPair", "--" + RANGE, "NAME=FROM..TO", typed);
    }

    private static Map<String, Object> numbers(final Map<String, Double> metrics) {
        final var values = new LinkedHashMap<String, Object>();
        metrics.forEach((name, value) -> values.put(name, ResultJson.number(value)));
        return values;
    }
}
