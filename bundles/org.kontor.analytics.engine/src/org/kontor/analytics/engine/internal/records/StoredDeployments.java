// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.analytics.engine.AnalysisRuns.WrittenBack;
import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.ModelComparison;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.ModelQuality;
import org.kontor.analytics.engine.ModelReview;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.engine.internal.run.ModelApplication;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.core.progress.Progress;
import org.kontor.model.Analysis;
import org.kontor.model.AnalysisSchedule;
import org.kontor.model.ModelRole;
import org.kontor.model.ModelVerdict;
import org.kontor.model.RunPurpose;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deployments as records of a store: a saved analysis, and a dated record for each model that was chosen for it. */
@Component(service = {ModelDeployments.class, StoredDeployments.class})
public final class StoredDeployments implements ModelDeployments {

    private final StoredRuns runs;
    private final ModelApplication models;
    private final Judging judging;

    /**
     * @param runs   carries out and records
     * @param models reads the rows of a store
     */
    @Activate
    public StoredDeployments(@Reference final StoredRuns runs, @Reference final ModelApplication models) {
        this.runs = runs;
        this.models = models;
        judging = new Judging(runs, models);
    }

    @Override
    public Deployment deploy(final Store store, final UUID run, final Choice choice) {
        final var learned = learned(store, run);
        final var rows = learned.plan().from(choice.rows().source(), choice.rows().sourceOptions(), choice.rows().filter());
        requireRecords(store, rows);
        final var quality = quality(store, learned);
        admit(quality, choice.anyway(), choice.reason());
        final var analysis = new Analysis();
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.deploy", choice.name())), writer -> {
            analysis.setName(choice.name());
            analysis.setAlgorithm(rows.algorithm());
            analysis.setPlan(rows.json());
            analysis.setSchedule(choice.schedule());
            analysis.setScheme(choice.scheme());
            writer.add(analysis);
            decision(store, choice.reason()).begin(writer, analysis.getId(), learned.id(), ModelRole.CHAMPION, quality, List.of());
        });
        return find(store, analysis.getId());
    }

    private RecordedRun learned(final Store store, final UUID run) {
        final var learned = runs.find(store, run);
        if (!learned.succeeded() || learned.purpose() != RunPurpose.ANALYSIS || RunRecords.result(store, run).model().isEmpty()) {
            throw EngineProblems.of("analytics.no-model").asException();
        }
        return learned;
    }

    private static ModelQuality quality(final Store store, final RecordedRun learned) {
        return ModelQuality.of(learned, RunRecords.result(store, learned.id()).result());
    }

    private void requireRecords(final Store store, final Plan rows) {
        if (!rows.roles().containsKey(Role.ID)) {
            throw EngineProblems.of("analytics.deploy-no-id").asException();
        }
        if (!models.fromStore(rows)) {
            throw EngineProblems.of("analytics.deploy-source", rows.source()).asException();
        }
        final var known = models.columns(store, rows);
        Stream.concat(rows.roles().getOrDefault(Role.FEATURES, List.of()).stream(), rows.roles().get(Role.ID).stream())
                .filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
                    throw EngineProblems.of("analytics.no-column", name, String.join(", ", known)).asException();
                });
    }

    /** Refuses a model that nobody showed to be good, unless somebody says why it is used all the same. */
    private static void admit(final ModelQuality quality, final boolean anyway, final String reason) {
        if (!quality.needsOverride()) {
            return;
        }
        if (!anyway) {
            throw EngineProblems.of(quality.verdict() == ModelVerdict.NO_BETTER ? "analytics.deploy-no-better" : "analytics.deploy-untested",
                    quality.figures().stream().map(Message::text).collect(Collectors.joining("; "))).asException();
        }
        requireReason(reason);
    }

    private static void requireReason(final String reason) {
        if (reason.isBlank()) {
            throw EngineProblems.of("analytics.deploy-reason").asException();
        }
    }

    private Terms.Decision decision(final Store store, final String reason) {
        return new Terms.Decision(runs.now(), store.info().userName(), reason);
    }

    @Override
    public List<Deployment> all(final Store store) {
        return store.read(Terms::all);
    }

    @Override
    public Deployment find(final Store store, final UUID id) {
        return store.read(session -> Terms.find(session, id));
    }

    private static Deployment.Term champion(final Deployment deployment) {
        return deployment.champion().orElseThrow(() -> EngineProblems.of("analytics.no-champion", deployment.name()).asException());
    }

    private static Deployment.Term challenger(final Deployment deployment) {
        return deployment.challenger().orElseThrow(() -> EngineProblems.of("analytics.no-challenger", deployment.name()).asException());
    }

    @Override
    public Scored score(final Store store, final UUID deployment, final RunOptions options, final Progress progress) {
        return score(store, deployment, options, Cause.EDIT, progress);
    }

    Scored score(final Store store, final UUID deployment, final RunOptions options, final Cause cause, final Progress progress) {
        final var found = find(store, deployment);
        final var run = score(store, found, champion(found), options, progress);
        final var shadow = found.challenger().filter(term -> run.succeeded()).map(term -> score(store, found, term, options, progress));
        final var written = run.succeeded() ? Optional.of(runs.writeBack(store, run.id(), found.scheme(), cause, progress)) : Optional.<WrittenBack>empty();
        if (run.succeeded() && cause == Cause.RULE) {
            judging.afterScoring(store, found, champion(found), run, progress);
        }
        return new Scored(runs.find(store, run.id()), written, shadow);
    }

    private RecordedRun score(final Store store, final Deployment deployment, final Deployment.Term term, final RunOptions options, final Progress progress) {
        final var learned = runs.find(store, term.run());
        final var where = deployment.rows();
        return runs.score(store, deployment.id(), learned, learned.plan().from(where.source(), where.sourceOptions(), where.filter()), options, progress);
    }

    @Override
    public Deployment challenge(final Store store, final UUID deployment, final UUID run, final String reason) {
        final var found = find(store, deployment);
        final var champion = runs.find(store, champion(found).run());
        final var learned = learned(store, run);
        final var rows = learned.plan().from(found.rows().source(), found.rows().sourceOptions(), found.rows().filter());
        requireRecords(store, rows);
        if (run.equals(champion.id()) || !roles(learned.plan()).equals(roles(champion.plan()))) {
            throw EngineProblems.of("analytics.challenger").asException();
        }
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.challenge", found.name())), writer -> {
            Terms.unchanged(writer, found);
            found.challenger().ifPresent(before -> decision(store, reason).end(writer, before));
            decision(store, reason).begin(writer, deployment, run, ModelRole.CHALLENGER, quality(store, learned), List.of());
        });
        return find(store, deployment);
    }

    /** What two models must have in common to be compared: whom they are about, and what they predict. */
    static Map<Role, List<String>> roles(final Plan plan) {
        final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
        List.of(Role.ID, Role.TARGET).forEach(role -> roles.put(role, plan.roles().getOrDefault(role, List.of())));
        return roles;
    }

    @Override
    public ModelReview review(final Store store, final UUID deployment, final int days, final Progress progress) {
        final var found = find(store, deployment);
        return judging.review(store, found, champion(found), days, progress);
    }

    @Override
    public ModelComparison compare(final Store store, final UUID deployment, final int days, final Progress progress) {
        final var found = find(store, deployment);
        return judging.compare(store, found, champion(found), challenger(found), days, progress);
    }

    @Override
    public Deployment promote(final Store store, final UUID deployment, final int days, final boolean anyway, final String reason, final Progress progress) {
        final var found = find(store, deployment);
        final var champion = champion(found);
        final var challenger = challenger(found);
        requireReason(reason);
        final var learned = runs.find(store, challenger.run());
        final var quality = quality(store, learned);
        admit(quality, anyway, reason);
        final var compared = compare(store, deployment, days, progress).summary();
        final var rows = learned.plan().from(found.rows().source(), found.rows().sourceOptions(), found.rows().filter());
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.promote", found.name())), writer -> {
            final var analysis = Terms.unchanged(writer, found);
            decision(store, reason).end(writer, champion);
            decision(store, reason).end(writer, challenger);
            decision(store, reason).begin(writer, deployment, learned.id(), ModelRole.CHAMPION, quality, compared);
            analysis.setAlgorithm(rows.algorithm());
            analysis.setPlan(rows.json());
        });
        return find(store, deployment);
    }

    @Override
    public Deployment dismiss(final Store store, final UUID deployment, final String reason) {
        final var found = find(store, deployment);
        final var challenger = challenger(found);
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.dismiss", found.name())), writer -> {
            Terms.unchanged(writer, found);
            decision(store, reason).end(writer, challenger);
        });
        return find(store, deployment);
    }

    @Override
    public Deployment end(final Store store, final UUID deployment, final String reason) {
        final var found = find(store, deployment);
        champion(found);
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.undeploy", found.name())), writer -> {
            Terms.unchanged(writer, found).setSchedule(AnalysisSchedule.NONE);
            found.terms().stream().filter(term -> term.to().isEmpty()).forEach(term -> decision(store, reason).end(writer, term));
        });
        return find(store, deployment);
    }
}
