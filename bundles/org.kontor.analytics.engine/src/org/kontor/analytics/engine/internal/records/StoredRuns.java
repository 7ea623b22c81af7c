// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Analyses;
import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.Comparison;
import org.kontor.analytics.engine.Completed;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SavedAnalysis;
import org.kontor.analytics.engine.StoredResult;
import org.kontor.analytics.engine.Tuning;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.engine.internal.run.ModelApplication;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.core.id.Ids;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.Analysis;
import org.kontor.model.AnalysisRun;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.AnalysisSchedule;
import org.kontor.model.Catalogue;
import org.kontor.model.RunPurpose;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.Writer;
import org.kontor.store.query.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saved analyses and their runs as records of a store. */
@Component(service = {AnalysisRuns.class, StoredRuns.class})
public final class StoredRuns implements AnalysisRuns {

    private static final System.Logger LOG = System.getLogger(StoredRuns.class.getName());
    private static final int LONGEST_CHANGES = 32_000;
    private static final int LOOK_BACK = 50;

    private final Algorithms algorithms;
    private final Analyses analyses;
    private final Scoring scoring;
    private final InstantSource clock;

    /**
     * @param algorithms the methods
     * @param analyses   carries out plans
     * @param models     applies what was learned
     */
    @Activate
    public StoredRuns(@Reference final Algorithms algorithms, @Reference final Analyses analyses, @Reference final ModelApplication models) {
        this(algorithms, analyses, models, InstantSource.system());
    }

    /** With a clock of its own. */
    public StoredRuns(final Algorithms algorithms, final Analyses analyses, final ModelApplication models, final InstantSource clock) {
        this.algorithms = algorithms;
        this.analyses = analyses;
        scoring = new Scoring(algorithms, models);
        this.clock = clock;
    }

    @Override
    public SavedAnalysis save(final Store store, final Optional<UUID> id, final String name, final Plan plan, final AnalysisSchedule schedule,
            final Optional<String> scheme) {
        final var saved = new UUID[1];
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.save", name)), writer -> {
            final var analysis = id.map(known -> existing(writer, known)).orElseGet(Analysis::new);
            analysis.setName(name);
            analysis.setAlgorithm(plan.algorithm());
            analysis.setPlan(plan.json());
            analysis.setSchedule(schedule);
            analysis.setScheme(scheme.orElse(null));
            if (id.isEmpty()) {
                writer.add(analysis);
            }
            saved[0] = analysis.getId();
        });
        return analysis(store, saved[0]);
    }

    private static Analysis existing(final Session session, final UUID id) {
        return session.find(Analysis.class, id).orElseThrow(() -> EngineProblems.of("analytics.no-analysis").asException());
    }

    private static SavedAnalysis saved(final Analysis analysis) {
        return new SavedAnalysis(analysis.getId(), analysis.getName(), Plan.parse(analysis.getPlan()), analysis.getSchedule(),
                Optional.ofNullable(analysis.getScheme()), Optional.ofNullable(analysis.getLastRunAt()));
    }

    @Override
    public List<SavedAnalysis> saved(final Store store) {
        return store.read(session -> session.list(Query.of(Analysis.class).orderBy("name", true)).stream().map(StoredRuns::saved).toList());
    }

    @Override
    public SavedAnalysis analysis(final Store store, final UUID id) {
        return store.read(session -> saved(existing(session, id)));
    }

    /**
     * What is recorded when a run begins.
     *
     * @param analysis the saved analysis that it is a run of
     * @param plan     what is run
     * @param purpose  what for
     * @param model    the run that learned what this one scores by
     */
    record Start(Optional<UUID> analysis, Plan plan, RunPurpose purpose, Optional<UUID> model) {
    }

    @Override
    public RecordedRun run(final Store store, final Optional<UUID> analysis, final Plan plan, final RunOptions options, final Progress progress) {
        if (analysis.filter(id -> RunRecords.scores(store, id)).isPresent()) {
            throw EngineProblems.of("analytics.repeat").asException();
        }
        return carryOut(store, new Start(analysis, plan, RunPurpose.ANALYSIS, Optional.empty()), options,
                () -> analyses.run(Optional.of(store), plan, options, progress));
    }

    @Override
    public RecordedRun tune(final Store store, final Optional<UUID> analysis, final Plan plan, final Tuning.Search search, final RunOptions options,
            final Progress progress) {
        return carryOut(store, new Start(analysis, plan, RunPurpose.TUNING, Optional.empty()), options,
                () -> analyses.tune(Optional.of(store), plan, search, options, progress).completed());
    }

    /** Records that a run began, works, and records what became of it. */
    RecordedRun carryOut(final Store store, final Start start, final RunOptions options, final Supplier<Completed> work) {
        final var intent = intent(start.plan());
        final var run = begin(store, intent, start);
        outcome(store, intent, run, start.plan(), options, work);
        return find(store, run);
    }

    private static Intent intent(final Plan plan) {
        return new Intent(Cause.EDIT, Messages.TEXTS.get("intent.run", plan.algorithm()), Ids.next());
    }

    private UUID begin(final Store store, final Intent intent, final Start start) {
        final var run = new AnalysisRun();
        final var plan = start.plan();
        run.setAlgorithm(plan.algorithm());
        run.setPlan(plan.json());
        run.setState(AnalysisRunState.RUNNING);
        run.setPurpose(start.purpose());
        run.setStartedAt(now());
        start.analysis().ifPresent(id -> run.setAnalysis(Catalogue.standard().type(Analysis.class).reference(id)));
        start.model().ifPresent(id -> run.setModel(Catalogue.standard().type(AnalysisRun.class).reference(id)));
        algorithms.find(plan.algorithm()).ifPresent(method -> {
            run.setProvider(method.active().bundle());
            run.setProviderVersion(method.active().bundleVersion());
        });
        store.write(intent, writer -> writer.add(run));
        return run.getId();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void outcome(final Store store, final Intent intent, final UUID run, final Plan plan, final RunOptions options,
            final Supplier<Completed> work) {
        try {
            final var completed = work.get();
            end(store, intent, run, (writer, record) -> RunRecords.complete(writer, record, completed, options.threads()));
        } catch (ProblemException failed) {
            if (failed.getCause() != null) {
                LOG.log(Level.WARNING, failed.problem().code(), failed);
            }
            end(store, intent, run, (writer, record) -> {
                options.provider().ifPresent(record::setProvider);
                RunRecords.fail(record, failed.problem());
            });
        } catch (CancellationException stopped) {
            end(store, intent, run, (writer, record) -> record.setState(AnalysisRunState.CANCELLED));
        } catch (RuntimeException | OutOfMemoryError defect) {
            LOG.log(Level.ERROR, plan.json(), defect);
            end(store, intent, run, (writer, record) -> RunRecords.fail(record, EngineProblems.of("analytics.unexpected", plan.algorithm())));
        }
    }

    private static void end(final Store store, final Intent intent, final UUID run, final BiConsumer<Writer, AnalysisRun> work) {
        store.write(intent, writer -> work.accept(writer, RunRecords.find(writer, run)));
    }

    @Override
    public RecordedRun record(final Store store, final Optional<UUID> analysis, final Completed completed) {
        return record(store, analysis, completed, RunPurpose.ANALYSIS);
    }

    @Override
    public RecordedRun record(final Store store, final Optional<UUID> analysis, final Tuning tuning) {
        return record(store, analysis, tuning.completed(), RunPurpose.TUNING);
    }

    private RecordedRun record(final Store store, final Optional<UUID> analysis, final Completed completed, final RunPurpose purpose) {
        final var intent = intent(completed.plan());
        final var run = begin(store, intent, new Start(analysis, completed.plan(), purpose, Optional.empty()));
        end(store, intent, run, (writer, record) -> {
            record.setStartedAt(completed.started().truncatedTo(ChronoUnit.MICROS));
            RunRecords.complete(writer, record, completed, RunOptions.usual().threads());
        });
        return find(store, run);
    }

    @Override
    public List<RecordedRun> runs(final Store store, final Optional<UUID> analysis, final int limit) {
        return RunRecords.list(store, analysis, limit, this::there);
    }

    @Override
    public RecordedRun find(final Store store, final UUID run) {
        return store.read(session -> RunRecords.of(RunRecords.find(session, run), this::there));
    }

    private boolean there(final String algorithm, final String bundle) {
        return algorithms.find(algorithm).stream().flatMap(method -> method.providers().stream()).anyMatch(provider -> provider.bundle().equals(bundle));
    }

    @Override
    public StoredResult result(final Store store, final UUID run) {
        return RunRecords.result(store, run);
    }

    @Override
    public Repetition repeat(final Store store, final UUID run, final RunOptions options, final Progress progress) {
        final var before = find(store, run);
        if (before.purpose() != RunPurpose.ANALYSIS) {
            throw EngineProblems.of("analytics.repeat").asException();
        }
        final var same = options.provider().isPresent() ? options : options.by(before.provider().filter(bundle -> !before.providerMissing()));
        final var after = run(store, before.analysis(), before.plan(), same, progress);
        if (!before.succeeded() || !after.succeeded()) {
            return new Repetition(after, Optional.empty());
        }
        final var comparison = compare(store, run, after.id());
        note(store, after, comparison);
        return new Repetition(find(store, after.id()), Optional.of(comparison));
    }

    /** Keeps in words what is different from the run before. */
    void note(final Store store, final RecordedRun run, final Comparison comparison) {
        final var words = comparison.summary().stream().map(Message::text).collect(Collectors.joining("\n"));
        end(store, intent(run.plan()), run.id(), (writer, record) -> record.setChanges(
                words.length() > LONGEST_CHANGES ? words.substring(0, LONGEST_CHANGES) : words));
    }

    @Override
    public Comparison compare(final Store store, final UUID before, final UUID after) {
        final var first = find(store, before);
        final var second = find(store, after);
        return Comparing.of(first, result(store, before).result(), second, result(store, after).result());
    }

    @Override
    public TablePart apply(final Store store, final UUID run, final Plan rows, final RunOptions options, final Progress progress) {
        return scoring.apply(store, find(store, run), rows, options, progress).answers();
    }

    /** Scores rows by the model of a run, and records that. */
    RecordedRun score(final Store store, final UUID analysis, final RecordedRun learned, final Plan rows, final RunOptions options, final Progress progress) {
        return carryOut(store, new Start(Optional.of(analysis), rows, RunPurpose.SCORING, Optional.of(learned.id())), options,
                () -> scoring.score(store, learned, rows, options, progress));
    }

    @Override
    public WrittenBack writeBack(final Store store, final UUID run, final String scheme, final Map<String, String> names, final Progress progress) {
        return new WriteBack(store, run, scheme, names, Cause.EDIT, now()).write(result(store, run).result(), progress);
    }

    @Override
    public void name(final Store store, final UUID analysis, final UUID run, final Map<String, String> names) {
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.names")), writer -> {
            RunRecords.find(writer, run).setAnalysis(existing(writer, analysis));
            RunRecords.keepNames(writer, run, names);
        });
    }

    /** Writes the scores of a run. */
    WrittenBack writeBack(final Store store, final UUID run, final String scheme, final Cause cause, final Progress progress) {
        return new WriteBack(store, run, scheme, Map.of(), cause, now()).write(result(store, run).result(), progress);
    }

    /** Writes the labels of a run that nobody asked for; groups that people named are called so again. */
    WrittenBack writeBack(final Store store, final UUID analysis, final UUID run, final String scheme, final Progress progress) {
        final var result = result(store, run).result();
        return new WriteBack(store, run, scheme, named(store, analysis, run, result), Cause.RULE, now()).write(result, progress);
    }

    private Map<String, String> named(final Store store, final UUID analysis, final UUID run, final Result result) {
        for (final var earlier : runs(store, Optional.of(analysis), LOOK_BACK)) {
            final var names = earlier.id().equals(run) || !earlier.succeeded() ? Map.<String, String>of() : RunRecords.names(store, earlier.id());
            if (!names.isEmpty()) {
                return GroupNames.carried(names, result(store, earlier.id()).result(), result);
            }
        }
        return Map.of();
    }

    /** Remembers that an analysis ran by itself. */
    void ran(final Store store, final UUID analysis, final Instant at) {
        store.write(Intent.of(Cause.RULE, Messages.TEXTS.get("intent.scheduled")), writer -> existing(writer, analysis)
                .setLastRunAt(at.truncatedTo(ChronoUnit.MICROS)));
    }

    /** {@return the newest run of an analysis that has a result, other than a given one} */
    Optional<RecordedRun> previous(final Store store, final UUID analysis, final UUID than) {
        return runs(store, Optional.of(analysis), LOOK_BACK).stream()
                .filter(run -> run.succeeded() && run.purpose() == RunPurpose.ANALYSIS && !run.id().equals(than)).findFirst();
    }
}
