// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.engine.internal.run.ModelApplication;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.core.progress.Progress;
import org.kontor.model.Analysis;
import org.kontor.model.AnalysisRun;
import org.kontor.model.AnalysisSchedule;
import org.kontor.model.Catalogue;
import org.kontor.model.ModelDeployment;
import org.kontor.model.ModelRole;
import org.kontor.model.ModelVerdict;
import org.kontor.model.RunPurpose;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.Writer;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deployments as records of a store: a saved analysis, and a dated record for each model that was chosen for it. */
@Component(service = {ModelDeployments.class, StoredDeployments.class})
public final class StoredDeployments implements ModelDeployments {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_FIGURES = 32_000;
    private static final int MOST_RUNS = 10_000;

    private final StoredRuns runs;
    private final ModelApplication models;

    /**
     * @param runs   carries out and records
     * @param models reads the rows of a store
     */
    @Activate
    public StoredDeployments(@Reference final StoredRuns runs, @Reference final ModelApplication models) {
        this.runs = runs;
        this.models = models;
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
            writer.add(term(store, analysis.getId(), learned.id(), ModelRole.CHAMPION, quality, choice.reason(), List.of()));
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

    private ModelDeployment term(final Store store, final UUID analysis, final UUID run, final ModelRole role, final ModelQuality quality,
            final String reason, final List<Message> more) {
        final var term = new ModelDeployment();
        term.setAnalysis(Catalogue.standard().type(Analysis.class).reference(analysis));
        term.setRun(Catalogue.standard().type(AnalysisRun.class).reference(run));
        term.setRole(role);
        term.setVerdict(quality.verdict());
        term.setValidFrom(runs.now());
        term.setDecidedBy(store.info().userName());
        term.setReason(cut(reason, LONGEST));
        term.setFigures(cut(Stream.of(Stream.of(quality.sentence()), quality.figures().stream(), more.stream()).flatMap(lines -> lines).map(Message::text)
                .collect(Collectors.joining("\n")), LONGEST_FIGURES));
        return term;
    }

    private static String cut(final String text, final int longest) {
        return text.isBlank() ? null : text.substring(0, Math.min(longest, text.length()));
    }

    private void end(final Store store, final Writer writer, final UUID id, final String reason) {
        final var term = writer.find(ModelDeployment.class, id).orElseThrow(() -> EngineProblems.of("analytics.no-deployment").asException());
        term.setValidTo(runs.now());
        term.setEndedBy(store.info().userName());
        term.setEndReason(cut(reason, LONGEST));
    }

    @Override
    public List<Deployment> all(final Store store) {
        return store.read(session -> {
            final Map<UUID, List<Deployment.Term>> terms = new LinkedHashMap<>();
            session.list(Query.of(ModelDeployment.class).orderBy("validFrom", false)).forEach(term -> terms.computeIfAbsent(term.getAnalysis().getId(),
                    unseen -> new ArrayList<>()).add(term(term)));
            return session.list(Query.of(Analysis.class).orderBy("name", true)).stream().filter(analysis -> terms.containsKey(analysis.getId()))
                    .map(analysis -> deployment(analysis, terms.get(analysis.getId()))).toList();
        });
    }

    @Override
    public Deployment find(final Store store, final UUID id) {
        return store.read(session -> {
            final var terms = terms(session, id);
            return session.find(Analysis.class, id).filter(analysis -> !terms.isEmpty()).map(analysis -> deployment(analysis, terms))
                    .orElseThrow(() -> EngineProblems.of("analytics.no-deployment").asException());
        });
    }

    private static List<Deployment.Term> terms(final Session session, final UUID analysis) {
        return session.list(Query.of(ModelDeployment.class).where(Filter.equal("analysis", analysis)).orderBy("validFrom", false)).stream()
                .map(StoredDeployments::term).toList();
    }

    private static Deployment.Term term(final ModelDeployment term) {
        return new Deployment.Term(term.getId(), term.getRun().getId(), term.getRole(), term.getVerdict(), term.getValidFrom(),
                Optional.ofNullable(term.getValidTo()), term.getDecidedBy(), text(term.getReason()), text(term.getFigures()), text(term.getEndedBy()),
                text(term.getEndReason()));
    }

    private static String text(final String value) {
        return value == null ? "" : value;
    }

    private static Deployment deployment(final Analysis analysis, final List<Deployment.Term> terms) {
        return new Deployment(analysis.getId(), analysis.getName(), Plan.parse(analysis.getPlan()), analysis.getSchedule(), text(analysis.getScheme()),
                valid(terms, ModelRole.CHAMPION), valid(terms, ModelRole.CHALLENGER), terms);
    }

    private static Optional<Deployment.Term> valid(final List<Deployment.Term> terms, final ModelRole role) {
        return terms.stream().filter(term -> term.role() == role && term.to().isEmpty()).findFirst();
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
            found.challenger().ifPresent(before -> end(store, writer, before.id(), reason));
            writer.add(term(store, deployment, run, ModelRole.CHALLENGER, quality(store, learned), reason, List.of()));
        });
        return find(store, deployment);
    }

    /** What two models must have in common to be compared: whom they are about, and what they predict. */
    private static Map<Role, List<String>> roles(final Plan plan) {
        final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
        List.of(Role.ID, Role.TARGET).forEach(role -> roles.put(role, plan.roles().getOrDefault(role, List.of())));
        return roles;
    }

    @Override
    public ModelComparison compare(final Store store, final UUID deployment, final int days, final Progress progress) {
        final var found = find(store, deployment);
        final var champion = champion(found);
        final var challenger = challenger(found);
        final var outcomes = new Outcomes();
        final var until = runs.now().minus(Duration.ofDays(days));
        final var scored = runs.runs(store, Optional.of(deployment), MOST_RUNS).reversed().stream()
                .filter(run -> run.purpose() == RunPurpose.SCORING && run.succeeded() && !run.startedAt().isAfter(until)).toList();
        Optional<RecordedRun> ours = Optional.empty();
        for (final var run : scored) {
            progress.checkCancelled();
            if (run.model().filter(champion.run()::equals).isPresent()) {
                ours = Optional.of(run);
            } else if (run.model().filter(challenger.run()::equals).isPresent() && ours.isPresent()) {
                outcomes.add(runs.result(store, ours.get().id()).result().table(SCORES).orElseThrow(),
                        runs.result(store, run.id()).result().table(SCORES).orElseThrow());
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
        wanted.putAll(roles(plan));
        final var known = new HashSet<>(models.columns(store, plan));
        if (wanted.get(Role.TARGET).isEmpty() || !known.containsAll(wanted.get(Role.TARGET))) {
            throw EngineProblems.of("analytics.no-outcome", String.join(", ", wanted.get(Role.TARGET))).asException();
        }
        return models.read(store, new Plan(plan.source(), plan.sourceOptions(), List.of(), wanted, List.of(), plan.algorithm(), Map.of(), 0), progress);
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
            end(store, writer, champion.id(), reason);
            end(store, writer, challenger.id(), reason);
            writer.add(term(store, deployment, learned.id(), ModelRole.CHAMPION, quality, reason, compared));
            final var analysis = analysis(writer, deployment);
            analysis.setAlgorithm(rows.algorithm());
            analysis.setPlan(rows.json());
        });
        return find(store, deployment);
    }

    private static Analysis analysis(final Writer writer, final UUID id) {
        return writer.find(Analysis.class, id).orElseThrow(() -> EngineProblems.of("analytics.no-deployment").asException());
    }

    @Override
    public Deployment dismiss(final Store store, final UUID deployment, final String reason) {
        final var found = find(store, deployment);
        final var challenger = challenger(found);
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.dismiss", found.name())), writer -> end(store, writer, challenger.id(), reason));
        return find(store, deployment);
    }

    @Override
    public Deployment end(final Store store, final UUID deployment, final String reason) {
        final var found = find(store, deployment);
        champion(found);
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.undeploy", found.name())), writer -> {
            found.terms().stream().filter(term -> term.to().isEmpty()).forEach(term -> end(store, writer, term.id(), reason));
            analysis(writer, deployment).setSchedule(AnalysisSchedule.NONE);
        });
        return find(store, deployment);
    }
}
