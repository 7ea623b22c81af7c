// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.FollowUps;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.headless.Answer;
import org.kontor.headless.Invocation;
import org.kontor.headless.Option;
import org.kontor.model.RunPurpose;
import org.kontor.store.Store;

/** Plans tasks from the newest scores of a model in use. */
final class ScoreTasks {

    static final String TASKS = "tasks";
    private static final String TOP = "top";
    private static final String SUBJECT = "subject";
    private static final String DUE = "due";
    private static final int MOST_RUNS = 1_000;

    private ScoreTasks() {
    }

    static List<Option> options() {
        return List.of(Option.flag(TASKS, Messages.text("models.tasks")),
                Option.number(TOP, Messages.text("models.tasks.top"), 1, FollowUps.MOST),
                Option.text(SUBJECT, "TEXT", Messages.text("models.tasks.subject")),
                Option.number(DUE, Messages.text("models.tasks.due"), 0, FollowUps.MOST_DAYS));
    }

    static Answer plan(final Invocation invocation, final Store store, final Deployment model, final AnalysisRuns runs, final FollowUps followUps) {
        final var run = newest(runs, store, model).orElseThrow(() -> Messages.problem("analytics.never-scored", model.name()).asException());
        final var choice = new FollowUps.Choice(invocation.find(SUBJECT).orElseGet(followUps::usualSubject),
                (int) invocation.number(TOP).orElse(FollowUps.MOST), (int) invocation.number(DUE).orElse(FollowUps.USUAL_DAYS));
        final var planned = Refusals.usage(() -> followUps.plan(store, followUps.listed(store, run.id()), choice));
        final var answer = Answer.done().say(Messages.text("models.tasks.planned", planned.tasks(), choice.subject().strip()));
        if (planned.tasks() > 0) {
            answer.table(List.of(Messages.text("models.tasks.owner"), Messages.text("models.tasks.count")), planned.shares().stream()
                    .map(share -> List.of(share.owner().isEmpty() ? Messages.text("models.tasks.nobody") : share.name(), Integer.toString(share.tasks())))
                    .toList(), 1);
        }
        if (planned.doubled() > 0) {
            answer.say(Messages.text("models.tasks.doubled", planned.doubled()));
        }
        if (planned.gone() > 0) {
            answer.say(Messages.text("models.tasks.gone", planned.gone()));
        }
        return answer.value("run", run.id().toString()).value("tasks", planned.tasks()).value("doubled", planned.doubled()).value("gone", planned.gone())
                .value("operation", planned.operation().map(Object::toString).orElse(null))
                .value("owners", planned.shares().stream().map(ScoreTasks::values).toList()).build();
    }

    private static Optional<RecordedRun> newest(final AnalysisRuns runs, final Store store, final Deployment model) {
        return runs.runs(store, Optional.of(model.id()), MOST_RUNS).stream().filter(run -> run.purpose() == RunPurpose.SCORING && run.succeeded()
                && run.model().isPresent() && run.model().equals(model.champion().map(Deployment.Term::run))).findFirst();
    }

    private static Map<String, Object> values(final FollowUps.Share share) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("owner", share.owner().map(Object::toString).orElse(null));
        values.put("name", share.name());
        values.put("tasks", share.tasks());
        return values;
    }
}
