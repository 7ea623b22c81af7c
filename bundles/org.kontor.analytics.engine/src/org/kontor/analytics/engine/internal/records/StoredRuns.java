// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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
import org.kontor.analytics.engine.internal.records.RunRecorder.Start;
import org.kontor.analytics.engine.internal.run.ModelApplication;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Warning;
import org.kontor.core.progress.Progress;
import org.kontor.model.AnalysisSchedule;
import org.kontor.model.RunPurpose;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saved analyses and their runs as records of a store. */
@Component(service = {AnalysisRuns.class, StoredRuns.class})
public final class StoredRuns implements AnalysisRuns {

    private static final int LONGEST_CHANGES = 32_000;
    private static final int LOOK_BACK = 50;
    private static final long LOOK_MILLIS = 50;

    private final Algorithms algorithms;
    private final Analyses analyses;
    private final Scoring scoring;
    private final RunRecorder recorder;
    /** Labels of one scheme end and begin in several change sets, between which nobody else may do the same. */
    private final ReentrantLock writingBack = new ReentrantLock(true);

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
        recorder = new RunRecorder(algorithms, clock);
    }

    @Override
    public SavedAnalysis save(final Store store, final Optional<UUID> id, final String name, final Plan plan, final AnalysisSchedule schedule,
            final Optional<String> scheme) {
        return analysis(store, SavedAnalyses.save(store, id, name, plan, schedule, scheme));
    }

    @Override
    public List<SavedAnalysis> saved(final Store store) {
        return SavedAnalyses.all(store);
    }

    @Override
    public SavedAnalysis analysis(final Store store, final UUID id) {
        return SavedAnalyses.find(store, id);
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

    private RecordedRun carryOut(final Store store, final Start start, final RunOptions options, final Supplier<Completed> work) {
        return find(store, recorder.carryOut(store, start, options, work));
    }

    Instant now() {
        return recorder.now();
    }

    @Override
    public RecordedRun record(final Store store, final Optional<UUID> analysis, final Completed completed) {
        return find(store, recorder.record(store, analysis, completed, RunPurpose.ANALYSIS));
    }

    @Override
    public RecordedRun record(final Store store, final Optional<UUID> analysis, final Tuning tuning) {
        return find(store, recorder.record(store, analysis, tuning.completed(), RunPurpose.TUNING));
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
        note(store, run, comparison.summary(), Optional.empty());
    }

    /** Keeps sentences with a run, and a warning beside those that it has. */
    void note(final Store store, final RecordedRun run, final List<Message> sentences, final Optional<Warning> warning) {
        final var words = sentences.stream().map(Message::text).collect(Collectors.joining("\n"));
        RunRecorder.change(store, RunRecorder.intent(run.plan()), run.id(), (writer, record) -> {
            record.setChanges(words.length() > LONGEST_CHANGES ? words.substring(0, LONGEST_CHANGES) : words);
            warning.ifPresent(added -> record.setWarnings(RunJson.with(record.getWarnings(), added)));
        });
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
        return write(new WriteBack(store, run, scheme, names, Cause.EDIT, now()), result(store, run).result(), progress);
    }

    @Override
    public void name(final Store store, final UUID analysis, final UUID run, final Map<String, String> names) {
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.names")), writer -> {
            RunRecords.find(writer, run).setAnalysis(SavedAnalyses.existing(writer, analysis));
            RunRecords.keepNames(writer, run, names);
        });
    }

    /** Writes the scores of a run. */
    WrittenBack writeBack(final Store store, final UUID run, final String scheme, final Cause cause, final Progress progress) {
        return write(new WriteBack(store, run, scheme, Map.of(), cause, now()), result(store, run).result(), progress);
    }

    /** Writes the labels of a run that nobody asked for; groups that people named are called so again. */
    WrittenBack writeBack(final Store store, final UUID analysis, final UUID run, final String scheme, final Progress progress) {
        final var result = result(store, run).result();
        return write(new WriteBack(store, run, scheme, named(store, analysis, run, result), Cause.RULE, now()), result, progress);
    }

    private WrittenBack write(final WriteBack labels, final Result result, final Progress progress) {
        try {
            while (!writingBack.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.checkCancelled();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        try {
            return labels.write(result, progress);
        } finally {
            writingBack.unlock();
        }
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

    /** Ends runs that no process is at work on any more; {@return how many} */
    public int interrupted(final Store store) {
        return recorder.interrupted(store);
    }

    /** {@return the newest run of an analysis that has a result, other than a given one} */
    Optional<RecordedRun> previous(final Store store, final UUID analysis, final UUID than) {
        return runs(store, Optional.of(analysis), LOOK_BACK).stream()
                .filter(run -> run.succeeded() && run.purpose() == RunPurpose.ANALYSIS && !run.id().equals(than)).findFirst();
    }
}
