// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.ModelQuality;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RecordedRun;
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
import org.kontor.model.AnalysisSchedule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts the model of a run to use. */
@Component
public final class DeployCommand implements Command {

    private static final String NAME = "deploy";
    private static final String RUN = "RUN";
    private static final String CALLED = "name";
    private static final String SCHEME = "scheme";
    private static final String SCHEDULE = "schedule";
    private static final String QUERY = "query";
    private static final String WHERE = "where";
    private static final String ALL = "all";

    private final StoreAccess access;
    private final AnalysisRuns runs;
    private final ModelDeployments models;

    @Activate
    public DeployCommand(@Reference final StoreAccess access, @Reference final AnalysisRuns runs, @Reference final ModelDeployments models) {
        this.access = access;
        this.runs = runs;
        this.models = models;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of(NAME, Section.ANALYSIS, Messages.text("deploy.summary")).detail(Messages.text("deploy.detail"))
                .operand(Operand.required(RUN, Messages.text("deploy.run")))
                .options(access.options())
                .option(Option.text(CALLED, "NAME", Messages.text("deploy.name")))
                .option(Option.text(SCHEME, "NAME", Messages.text("deploy.scheme")))
                .option(Option.choice(SCHEDULE, Messages.text("deploy.schedule"),
                        Arrays.stream(AnalysisSchedule.values()).map(each -> Refusals.word(each.name())).toList()))
                .option(Option.text(QUERY, "NAME", Messages.text("deploy.query")))
                .option(Option.text(WHERE, "CONDITION", Messages.text("deploy.where")).repeated())
                .option(Option.flag(ALL, Messages.text("deploy.all")))
                .option(Option.flag(ModelWords.ANYWAY, Messages.text("deploy.anyway")))
                .option(Option.text(ModelWords.REASON, "TEXT", Messages.text("deploy.reason")))
                .example("./kontor deploy Churn --store company --where \"industry absent\" --schedule daily", Messages.text("deploy.example"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        try (var store = access.open(invocation, StoreAccess.Purpose.WRITE)) {
            final var learned = ModelWords.run(runs, store, invocation.text(RUN));
            final var name = invocation.find(CALLED).orElseGet(() -> Messages.text("deploy.called", called(invocation, learned)));
            final var schedule = invocation.find(SCHEDULE).map(word -> AnalysisSchedule.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                    .orElse(AnalysisSchedule.NONE);
            final var choice = new ModelDeployments.Choice(name, rows(invocation, learned.plan()), schedule,
                    invocation.find(SCHEME).orElse(name.substring(0, Math.min(60, name.length()))), invocation.has(ModelWords.ANYWAY),
                    invocation.find(ModelWords.REASON).orElse(""));
            final var quality = ModelQuality.of(learned, runs.result(store, learned.id()).result());
            final var deployment = Refusals.usage(() -> models.deploy(store, learned.id(), choice));
            final var answer = Answer.done().say(quality.sentence().text());
            quality.figures().stream().map(Message::text).forEach(answer::line);
            return answer.say(Messages.text("deploy.done", deployment.name(), deployment.scheme())).value("deployment", ModelWords.values(deployment)).build();
        } catch (ProblemException refused) {
            return Refusals.data(refused).orElseThrow(() -> refused);
        }
    }

    private static String called(final Invocation invocation, final RecordedRun learned) {
        return learned.id().toString().equals(invocation.text(RUN)) ? learned.plan().algorithm() : invocation.text(RUN);
    }

    private static Plan rows(final Invocation invocation, final Plan plan) {
        final List<Condition> filter = invocation.has(WHERE) || invocation.has(ALL)
                ? Refusals.usage(() -> invocation.all(WHERE).stream().map(Condition::parse).toList()) : plan.filter();
        return plan.from(invocation.find(QUERY).orElse(plan.source()), invocation.has(QUERY) ? Map.of() : plan.sourceOptions(), filter);
    }
}
