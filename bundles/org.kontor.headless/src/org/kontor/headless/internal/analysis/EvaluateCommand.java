// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Analyses;
import org.kontor.analytics.engine.Evaluation;
import org.kontor.analytics.engine.ResultFiles;
import org.kontor.analytics.engine.Sources;
import org.kontor.core.problem.ProblemException;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Option;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.headless.internal.Usage;
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

    private final AnalysisOptions options;
    private final Analyses analyses;

    @Activate
    public EvaluateCommand(@Reference final StoreAccess access, @Reference final Algorithms algorithms, @Reference final Sources sources,
            @Reference final Analyses analyses) {
        this.options = new AnalysisOptions(access, algorithms, sources, analyses);
        this.analyses = analyses;
    }

    @Override
    public CommandDescription description() {
        return options.describe(CommandDescription.of(NAME, Section.ANALYSIS, Messages.text("evaluate.summary")).detail(Messages.text("evaluate.detail")))
                .option(Option.number(FOLDS, Messages.text("evaluate.folds"), 2, 1_000))
                .option(Option.path(TEST, "FILE", Messages.text("evaluate.test")))
                .example("./kontor evaluate kmeans --input iris.csv --features @1-@4 -p k=3 --folds 5 --out iris", Messages.text("evaluate.example"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        if (invocation.has(FOLDS) == invocation.has(TEST)) {
            throw Usage.wrong(NAME, "oneOf", "--folds N", "--test FILE");
        }
        final var store = options.open(NAME, invocation, StoreAccess.Purpose.READ);
        try {
            return evaluate(invocation, store);
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

    private static Map<String, Object> numbers(final Map<String, Double> metrics) {
        final var values = new LinkedHashMap<String, Object>();
        metrics.forEach((name, value) -> values.put(name, ResultJson.number(value)));
        return values;
    }
}
