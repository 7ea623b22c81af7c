// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SavedAnalysis;
import org.kontor.core.progress.Progress;
import org.kontor.model.AnalysisSchedule;
import org.kontor.store.Cause;
import org.kontor.store.Commit;
import org.kontor.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Runs saved analyses when they are due, while a store is open, and keeps what changed since the run before. */
@Component(service = Scheduler.class, immediate = true)
public final class Scheduler {

    private static final System.Logger LOG = System.getLogger(Scheduler.class.getName());
    private static final long LOOK_SECONDS = 60;
    /** An import comes in batches: it is over when none follows for so long. */
    private static final long QUIET_SECONDS = 5;

    private final StoredRuns runs;
    private final StoredDeployments deployments;
    private final InstantSource clock;
    private final ScheduledExecutorService worker;
    private final Map<Store, Watch> watches = new ConcurrentHashMap<>();

    /**
     * @param runs        carries out and records
     * @param deployments scores by what was learned before
     */
    @Activate
    public Scheduler(@Reference final StoredRuns runs, @Reference final StoredDeployments deployments) {
        this(runs, deployments, InstantSource.system());
    }

    /** With a clock of its own. */
    public Scheduler(final StoredRuns runs, final StoredDeployments deployments, final InstantSource clock) {
        this.runs = runs;
        this.deployments = deployments;
        this.clock = clock;
        worker = Executors.newSingleThreadScheduledExecutor(task -> {
            final var thread = new Thread(task, "scheduled analyses");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** An open store that is looked after. */
    private final class Watch implements Progress {

        private final Store store;
        private final Runnable subscription;
        private final ScheduledFuture<?> look;
        private volatile boolean closed;
        private Optional<ScheduledFuture<?>> afterImport = Optional.empty();

        private Watch(final Store store) {
            this.store = store;
            subscription = store.subscribe(this::committed);
            worker.execute(() -> safely(() -> runs.interrupted(store)));
            look = worker.scheduleWithFixedDelay(() -> safely(() -> runDue(store, this)), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }

        private synchronized void committed(final Commit commit) {
            if (commit.changeSet().cause() == Cause.IMPORT && !closed) {
                afterImport.ifPresent(waiting -> waiting.cancel(false));
                afterImport = Optional.of(worker.schedule(() -> safely(() -> runAfterImport(store, this)), QUIET_SECONDS, TimeUnit.SECONDS));
            }
        }

        private synchronized void close() {
            closed = true;
            subscription.run();
            look.cancel(false);
            afterImport.ifPresent(waiting -> waiting.cancel(false));
        }

        @Override
        public void begin(final String task, final long total) {
            // nobody looks
        }

        @Override
        public void worked(final long amount) {
            // nobody looks
        }

        @Override
        public boolean isCancelled() {
            return closed;
        }

        private void safely(final Runnable work) {
            try {
                if (!closed) {
                    work.run();
                }
            } catch (RuntimeException failed) {
                LOG.log(closed ? Level.DEBUG : Level.WARNING, "a scheduled analysis", failed);
            }
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "remove")
    void add(final Store store) {
        if (!store.info().readOnly()) {
            watches.put(store, new Watch(store));
        }
    }

    void remove(final Store store) {
        Optional.ofNullable(watches.remove(store)).ifPresent(Watch::close);
    }

    @Deactivate
    void stop() {
        watches.values().forEach(Watch::close);
        watches.clear();
        worker.shutdown();
    }

    /** {@return whether a daily or weekly analysis is due} */
    static boolean due(final AnalysisSchedule schedule, final Optional<Instant> last, final Instant now, final ZoneId zone) {
        final var today = LocalDate.ofInstant(now, zone);
        final var before = last.map(at -> LocalDate.ofInstant(at, zone));
        return switch (schedule) {
            case DAILY -> before.filter(day -> !day.isBefore(today)).isEmpty();
            case WEEKLY -> before.filter(day -> day.isAfter(today.minusDays(7))).isEmpty();
            case NONE, AFTER_IMPORT -> false;
        };
    }

    /** Runs what is due now; {@return how many were run} */
    public int runDue(final Store store, final Progress progress) {
        return runAll(store, analysis -> due(analysis.schedule(), analysis.lastRunAt(), clock.instant(), ZoneId.systemDefault()), progress);
    }

    /** Runs what waits for imports; {@return how many were run} */
    public int runAfterImport(final Store store, final Progress progress) {
        return runAll(store, analysis -> analysis.schedule() == AnalysisSchedule.AFTER_IMPORT, progress);
    }

    /** One that cannot be run does not keep the others from running. */
    private int runAll(final Store store, final Predicate<SavedAnalysis> wanted, final Progress progress) {
        int count = 0;
        for (final var analysis : runs.saved(store)) {
            if (wanted.test(analysis)) {
                progress.checkCancelled();
                count++;
                try {
                    run(store, analysis, progress);
                } catch (CancellationException stopped) {
                    throw stopped;
                } catch (RuntimeException failed) {
                    LOG.log(progress.isCancelled() ? Level.DEBUG : Level.WARNING, analysis.name(), failed);
                }
            }
        }
        return count;
    }

    private void run(final Store store, final SavedAnalysis analysis, final Progress progress) {
        SavedAnalyses.ran(store, analysis.id(), clock.instant());
        if (RunRecords.scores(store, analysis.id())) {
            deployments.score(store, analysis.id(), RunOptions.usual(), Cause.RULE, progress);
            return;
        }
        final var run = runs.run(store, Optional.of(analysis.id()), analysis.plan(), RunOptions.usual(), progress);
        if (!run.succeeded()) {
            return;
        }
        runs.previous(store, analysis.id(), run.id()).ifPresent(before -> runs.note(store, run, runs.compare(store, before.id(), run.id())));
        analysis.scheme().ifPresent(scheme -> runs.writeBack(store, analysis.id(), run.id(), scheme, progress));
    }
}
