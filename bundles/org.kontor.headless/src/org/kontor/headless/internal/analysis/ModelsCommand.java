// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.FollowUps;
import org.kontor.analytics.engine.ModelComparison;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.ModelReview;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.ResultFiles;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.core.problem.ProblemException;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Option;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.headless.internal.Usage;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.Field;
import org.kontor.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists the models in use, scores records by them, plans tasks, checks what came true, and sets, compares, promotes and ends challengers. */
@Component
public final class ModelsCommand implements Command {

    private static final String NAME = "models";
    private static final String MODEL = "MODEL";
    private static final String SCORE = "score";
    private static final String CHALLENGER = "challenger";
    private static final String REVIEW = "review";
    private static final String COMPARE = "compare";
    private static final String PROMOTE = "promote";
    private static final String DISMISS = "dismiss";
    private static final String END = "end";
    private static final String DAYS = "days";
    private static final List<String> ACTIONS = List.of(SCORE, REVIEW, CHALLENGER, COMPARE, PROMOTE, DISMISS, END, ScoreTasks.TASKS);

    private final StoreAccess access;
    private final AnalysisRuns runs;
    private final ModelDeployments models;
    private final FollowUps followUps;

    @Activate
    public ModelsCommand(@Reference final StoreAccess access, @Reference final AnalysisRuns runs, @Reference final ModelDeployments models,
            @Reference final FollowUps followUps) {
        this.followUps = followUps;
        this.access = access;
        this.runs = runs;
        this.models = models;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of(NAME, Section.ANALYSIS, Messages.text("models.summary")).detail(Messages.text("models.detail"))
                .operand(Operand.optional(MODEL, Messages.text("models.model")))
                .options(access.options())
                .option(Option.flag(SCORE, Messages.text("models.score")))
                .option(Option.flag(REVIEW, Messages.text("models.review")))
                .option(Option.text(CHALLENGER, "RUN", Messages.text("models.challenger")))
                .option(Option.flag(COMPARE, Messages.text("models.compare")))
                .option(Option.flag(PROMOTE, Messages.text("models.promote")))
                .option(Option.flag(DISMISS, Messages.text("models.dismiss")))
                .option(Option.flag(END, Messages.text("models.end")))
                .options(ScoreTasks.options())
                .option(Option.number(DAYS, Messages.text("models.days"), 0, 100_000))
                .option(Option.flag(ModelWords.ANYWAY, Messages.text("deploy.anyway")))
                .option(Option.text(ModelWords.REASON, "TEXT", Messages.text("deploy.reason")))
                .option(Option.number(AnalysisOptions.THREADS, Messages.text("option.threads"), 1, 1_024))
                .option(Option.path(AnalysisOptions.OUT, "DIR", Messages.text("models.out")))
                .example("./kontor models --store company", Messages.text("models.example"))
                .example("./kontor models Churn --store company --score --out scores", Messages.text("models.example.score"))
                .example("./kontor models Churn --store company --tasks --top 20 --due 14", Messages.text("models.example.tasks"))
                .example("./kontor models Churn --store company --promote --reason \"Surely better since May\"", Messages.text("models.example.promote"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        final var actions = ACTIONS.stream().filter(invocation::has).toList();
        if (actions.size() > 1) {
            throw Usage.wrong(NAME, "oneOf", "--" + actions.get(0), "--" + actions.get(1));
        }
        if (!invocation.has(MODEL) && !actions.isEmpty()) {
            throw Usage.wrong(NAME, "missingOperand", NAME, MODEL, Messages.text("models.model"));
        }
        final var action = actions.stream().findFirst().orElse("");
        final boolean reads = action.isEmpty() || action.equals(COMPARE) || action.equals(REVIEW);
        try (var store = access.open(invocation, reads ? StoreAccess.Purpose.READ : StoreAccess.Purpose.WRITE)) {
            if (!invocation.has(MODEL)) {
                return list(models.all(store));
            }
            final var model = ModelWords.deployment(models, store, invocation.text(MODEL));
            return act(invocation, store, model, action);
        } catch (ProblemException refused) {
            return Refusals.data(refused).orElseThrow(() -> refused);
        }
    }

    private Answer act(final Invocation invocation, final Store store, final Deployment model, final String action) {
        final var reason = invocation.find(ModelWords.REASON).orElse("");
        final int days = (int) invocation.number(DAYS).orElse(0);
        return switch (action) {
            case SCORE -> score(invocation, store, model);
            case REVIEW -> reviewed(invocation, models.review(store, model.id(), days, invocation.progress()));
            case COMPARE -> compared(invocation, models.compare(store, model.id(), days, invocation.progress()));
            case CHALLENGER -> changed(models.challenge(store, model.id(), ModelWords.run(runs, store, invocation.text(CHALLENGER)).id(), reason));
            case PROMOTE -> changed(models.promote(store, model.id(), days, invocation.has(ModelWords.ANYWAY), reason, invocation.progress()));
            case DISMISS -> changed(models.dismiss(store, model.id(), reason));
            case ScoreTasks.TASKS -> ScoreTasks.plan(invocation, store, model, runs, followUps);
            case END -> changed(models.end(store, model.id(), reason));
            default -> changed(model);
        };
    }

    private static Answer list(final List<Deployment> all) {
        final var answer = Answer.done();
        if (all.isEmpty()) {
            answer.say(Messages.text("models.none"));
        } else {
            answer.table(List.of(Messages.text("models.name"), Messages.text("runs.method"), Messages.text("models.scheme"), Messages.text("models.in-use"),
                    Messages.text("models.beside")), all.stream().map(model -> List.of(model.name(), model.rows().algorithm(), model.scheme(),
                            model.champion().map(term -> Field.label(term.verdict())).orElse(Messages.text("models.ended")),
                            model.challenger().map(term -> Field.label(term.verdict())).orElse(""))).toList());
        }
        return answer.value("models", all.stream().map(ModelWords::values).toList()).build();
    }

    /** The history of a model: who decided what, when and why. */
    private static Answer changed(final Deployment model) {
        final var rows = new ArrayList<List<String>>();
        for (final var term : model.terms()) {
            rows.add(List.of(term.from().toString().substring(0, 10), term.to().map(moment -> moment.toString().substring(0, 10)).orElse(""),
                    Field.label(term.role()), Field.label(term.verdict()), term.decidedBy(), term.reason(), term.endReason()));
        }
        return Answer.done().say(model.name()).table(List.of(Messages.text("models.from"), Messages.text("models.to"), Messages.text("models.role"),
                Messages.text("models.verdict"), Messages.text("models.by"), Messages.text("models.why"), Messages.text("models.ended-why")), rows)
                .value("deployment", ModelWords.values(model)).build();
    }

    private Answer score(final Invocation invocation, final Store store, final Deployment model) {
        final var threads = invocation.number(AnalysisOptions.THREADS);
        final var usual = RunOptions.usual();
        final var scored = models.score(store, model.id(), threads.isPresent() ? usual.on((int) threads.getAsLong()) : usual, invocation.progress());
        if (scored.run().state() == AnalysisRunState.CANCELLED) {
            throw new CancellationException(model.name());
        }
        scored.run().problem().ifPresent(problem -> {
            throw problem.asException();
        });
        final var result = runs.result(store, scored.run().id()).result();
        final var answer = Answer.done();
        result.summary().forEach(sentence -> answer.say(sentence.text()));
        scored.run().warnings().forEach(warning -> answer.say(warning.text()));
        scored.written().ifPresent(back -> answer.say(Messages.text("models.written", back.classified(), model.scheme(),
                back.closed(), back.unknown())).value("classified", back.classified()).value("closed", back.closed())
                .value("unknown", back.unknown()).value("operation", back.operation().toString()));
        scored.challenger().flatMap(RecordedRun::problem).ifPresent(problem -> answer.say(problem.sentence()));
        write(invocation, result, answer);
        return answer.value("run", scored.run().id().toString()).value("challenger", scored.challenger().map(run -> run.id().toString()).orElse(null))
                .value("metrics", numbers(scored.run().metrics())).value("warnings", scored.run().warnings().stream().map(Message::text).toList()).build();
    }

    private static Map<String, Object> numbers(final Map<String, Double> metrics) {
        final var values = new LinkedHashMap<String, Object>();
        metrics.forEach((name, value) -> values.put(name, ResultJson.number(value)));
        return values;
    }

    private static Answer reviewed(final Invocation invocation, final ModelReview review) {
        final var answer = Answer.done();
        review.summary().stream().map(Message::text).forEach(answer::say);
        final var values = new ArrayList<Map<String, Object>>();
        for (final var figure : review.figures()) {
            final var value = new LinkedHashMap<String, Object>();
            value.put("measure", figure.name());
            value.put("expected", ResultJson.number(figure.expected()));
            value.put("actual", ResultJson.number(figure.actual()));
            value.put("lower", ResultJson.number(figure.lower()));
            value.put("upper", ResultJson.number(figure.upper()));
            value.put("worse", figure.worse());
            values.add(value);
        }
        write(invocation, review.result(), answer);
        return answer.value("records", review.records()).value("learnAgain", review.learnAgain()).value("measures", values).build();
    }

    private static Answer compared(final Invocation invocation, final ModelComparison comparison) {
        final var answer = Answer.done();
        comparison.summary().stream().map(Message::text).forEach(answer::say);
        final var values = new ArrayList<Map<String, Object>>();
        for (final var measure : comparison.measures()) {
            final var value = new LinkedHashMap<String, Object>();
            value.put("measure", measure.name());
            value.put("champion", ResultJson.number(measure.champion()));
            value.put("challenger", ResultJson.number(measure.challenger()));
            value.put("difference", ResultJson.number(measure.difference()));
            value.put("lower", ResultJson.number(measure.lower()));
            value.put("upper", ResultJson.number(measure.upper()));
            value.put("better", measure.better());
            values.add(value);
        }
        write(invocation, comparison.result(), answer);
        return answer.value("records", comparison.records()).value("measures", values).build();
    }

    private static void write(final Invocation invocation, final Result result, final Answer.Builder answer) {
        invocation.findPath(AnalysisOptions.OUT).ifPresent(folder -> answer.line(folder.toString()).value("out", folder.toString())
                .value("tables", ResultFiles.write(result, folder)));
    }
}
