// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.ModelComparison;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.ModelReview;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.engine.internal.run.ModelApplication;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Warning;
import org.kontor.core.progress.Progress;
import org.kontor.model.RunPurpose;
import org.kontor.store.Store;

/** Judges models in use by what became of the records that they scored. */
final class Judging {

    private static final int MOST_RUNS = 10_000;

    private final StoredRuns runs;
    private final ModelApplication models;

    Judging(final StoredRuns runs, final ModelApplication models) {
        this.runs = runs;
        this.models = models;
    }

    /** {@return what a model said, beside what came true} */
    ModelReview review(final Store store, final Deployment found, final Deployment.Term champion, final int days, final Progress progress) {
        return review(store, found, champion, by(champion, scored(store, found.id(), Duration.ofDays(days))), days, progress);
    }

    private ModelReview review(final Store store, final Deployment found, final Deployment.Term champion, final List<RecordedRun> scored, final int days,
            final Progress progress) {
        final var outcomes = new Outcomes();
        for (final var run : scored) {
            progress.checkCancelled();
            final var scores = runs.result(store, run.id()).result().table(ModelDeployments.SCORES).orElseThrow();
            outcomes.add(scores, scores);
        }
        final var now = outcome(store, found, progress);
        final var newest = by(champion, scored(store, found.id(), Duration.ZERO));
        final boolean drifted = !newest.isEmpty() && runs.result(store, newest.getLast().id()).result().warnings().stream()
                .anyMatch(warning -> warning.code().equals(Scoring.DRIFTED));
        return Reviewing.of(outcomes.judge(now.column(Role.ID), now.column(Role.TARGET)), runs.find(store, champion.run()).metrics(), days, drifted);
    }

    private static List<RecordedRun> by(final Deployment.Term term, final List<RecordedRun> scored) {
        return scored.stream().filter(run -> run.model().filter(term.run()::equals).isPresent()).toList();
    }

    /** What a schedule finds out by itself: a run that scored says whether the scores of that time ago came true. */
    void afterScoring(final Store store, final Deployment found, final Deployment.Term champion, final RecordedRun run, final Progress progress) {
        final var plan = found.rows();
        final var outcome = plan.roles().getOrDefault(Role.TARGET, List.of());
        final var scored = by(champion, scored(store, found.id(), Duration.ofDays(ModelDeployments.REVIEW_DAYS)));
        if (outcome.isEmpty() || scored.isEmpty() || !models.columns(store, plan).containsAll(outcome)) {
            return;
        }
        final var review = review(store, found, champion, List.of(scored.getLast()), ModelDeployments.REVIEW_DAYS, progress);
        if (review.records() > 0) {
            final var warning = new Warning("analytics.learn-again", Message.of(Messages.TEXTS, "warning.learn-again"));
            runs.note(store, run, review.summary(), review.learnAgain() ? Optional.of(warning) : Optional.empty());
        }
    }

    /** The runs that scored so long ago, the earliest first. */
    private List<RecordedRun> scored(final Store store, final UUID deployment, final Duration ago) {
        final var until = runs.now().minus(ago);
        return runs.runs(store, Optional.of(deployment), MOST_RUNS).reversed().stream()
                .filter(run -> run.purpose() == RunPurpose.SCORING && run.succeeded() && !run.startedAt().isAfter(until)).toList();
    }

    /** {@return how good a model and its challenger were for the same records} */
    ModelComparison compare(final Store store, final Deployment found, final Deployment.Term champion, final Deployment.Term challenger, final int days,
            final Progress progress) {
        final var outcomes = new Outcomes();
        final var scored = scored(store, found.id(), Duration.ofDays(days));
        Optional<RecordedRun> ours = Optional.empty();
        for (final var run : scored) {
            progress.checkCancelled();
            if (run.model().filter(champion.run()::equals).isPresent()) {
                ours = Optional.of(run);
            } else if (run.model().filter(challenger.run()::equals).isPresent() && ours.isPresent()) {
                outcomes.add(runs.result(store, ours.get().id()).result().table(ModelDeployments.SCORES).orElseThrow(),
                        runs.result(store, run.id()).result().table(ModelDeployments.SCORES).orElseThrow());
                ours = Optional.empty();
            }
        }
        final var now = outcome(store, found, progress);
        return outcomes.compare(now.column(Role.ID), now.column(Role.TARGET));
    }

    /** The records as they are now, those too that the filter left out since, with their outcome. */
    private Dataset outcome(final Store store, final Deployment found, final Progress progress) {
        final var plan = found.rows();
        final var wanted = new EnumMap<Role, List<String>>(Role.class);
        wanted.putAll(StoredDeployments.roles(plan));
        final var known = new HashSet<>(models.columns(store, plan));
        if (wanted.get(Role.TARGET).isEmpty() || !known.containsAll(wanted.get(Role.TARGET))) {
            throw EngineProblems.of("analytics.no-outcome", String.join(", ", wanted.get(Role.TARGET))).asException();
        }
        return models.read(store, new Plan(plan.source(), plan.sourceOptions(), List.of(), wanted, List.of(), plan.algorithm(), Map.of(), 0), progress);
    }
}
