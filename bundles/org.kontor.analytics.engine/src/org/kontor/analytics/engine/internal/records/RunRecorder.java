// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Completed;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.core.id.Ids;
import org.kontor.core.problem.ProblemException;
import org.kontor.model.Analysis;
import org.kontor.model.AnalysisRun;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.Catalogue;
import org.kontor.model.RunPurpose;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.kontor.store.Writer;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Records that runs begin, and what becomes of them, whatever that is. */
final class RunRecorder {

    private static final System.Logger LOG = System.getLogger(RunRecorder.class.getName());

    private final Algorithms algorithms;
    private final InstantSource clock;
    /** Runs that this process is at work on. */
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();

    RunRecorder(final Algorithms algorithms, final InstantSource clock) {
        this.algorithms = algorithms;
        this.clock = clock;
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

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static Intent intent(final Plan plan) {
        return new Intent(Cause.EDIT, Messages.TEXTS.get("intent.run", plan.algorithm()), Ids.next());
    }

    /** Records that a run began, works, and records what became of it; {@return the run} */
    UUID carryOut(final Store store, final Start start, final RunOptions options, final Supplier<Completed> work) {
        final var intent = intent(start.plan());
        final var run = record(start);
        working.add(run.getId());
        try {
            store.write(intent, writer -> writer.add(run));
            outcome(store, intent, run.getId(), start.plan(), options, work);
        } finally {
            working.remove(run.getId());
        }
        return run.getId();
    }

    private AnalysisRun record(final Start start) {
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
        return run;
    }

    private void outcome(final Store store, final Intent intent, final UUID run, final Plan plan, final RunOptions options,
            final Supplier<Completed> work) {
        try {
            final var completed = work.get();
            change(store, intent, run, (writer, record) -> RunRecords.complete(writer, record, completed, options.threads()));
        } catch (ProblemException failed) {
            if (failed.getCause() != null) {
                LOG.log(Level.WARNING, failed.problem().code(), failed);
            }
            change(store, intent, run, (writer, record) -> {
                options.provider().ifPresent(record::setProvider);
                RunRecords.fail(record, failed.problem());
            });
        } catch (CancellationException stopped) {
            change(store, intent, run, (writer, record) -> record.setState(AnalysisRunState.CANCELLED));
        } catch (RuntimeException | OutOfMemoryError defect) {
            LOG.log(Level.ERROR, plan.json(), defect);
            change(store, intent, run, (writer, record) -> RunRecords.fail(record, EngineProblems.of("analytics.unexpected", plan.algorithm())));
        }
    }

    /** Changes the record of a run. */
    static void change(final Store store, final Intent intent, final UUID run, final BiConsumer<Writer, AnalysisRun> work) {
        store.write(intent, writer -> work.accept(writer, RunRecords.find(writer, run)));
    }

    /** Records a run that was carried out before; {@return the run} */
    UUID record(final Store store, final Optional<UUID> analysis, final Completed completed, final RunPurpose purpose) {
        final var run = record(new Start(analysis, completed.plan(), purpose, Optional.empty()));
        run.setStartedAt(completed.started().truncatedTo(ChronoUnit.MICROS));
        store.write(intent(completed.plan()), writer -> {
            writer.add(run);
            RunRecords.complete(writer, run, completed, RunOptions.usual().threads());
        });
        return run.getId();
    }

    /**
     * Ends runs that a process began and did not live to end. A store is written by one process at a time, so a run that is at work and not
     * this one's is nobody's.
     *
     * @return how many there were
     */
    int interrupted(final Store store) {
        final var left = Query.of(AnalysisRun.class).where(Filter.equal("state", AnalysisRunState.RUNNING));
        if (store.read(session -> session.list(left)).stream().allMatch(run -> working.contains(run.getId()))) {
            return 0;
        }
        final var ended = new int[1];
        store.write(Intent.of(Cause.RULE, Messages.TEXTS.get("intent.interrupted")), writer -> writer.list(left).stream()
                .filter(run -> !working.contains(run.getId())).forEach(run -> {
                    RunRecords.fail(run, EngineProblems.of("analytics.run-interrupted", run.getAlgorithm()));
                    ended[0]++;
                }));
        return ended[0];
    }
}
