// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.exchange.DryRun;
import org.kontor.exchange.ImportMode;
import org.kontor.exchange.ImportReport;
import org.kontor.exchange.ImportResult;
import org.kontor.exchange.ImportState;
import org.kontor.exchange.ValueFinding;
import org.kontor.exchange.internal.Messages;
import org.kontor.store.Cause;
import org.kontor.store.ConflictException;
import org.kontor.store.Intent;
import org.kontor.store.Store;

/** Runs an import, or the same without writing. One thread plans rows a few batches ahead, the calling thread writes them. */
public final class ImportRun {

    private static final int BATCH = 5_000;
    private static final int BATCHES_AHEAD = 1;

    private final ImportSpec spec;
    private final Store store;
    private final Progress progress;
    private final boolean writing;
    private final Tally total = new Tally();
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private byte[] fingerprint;
    private Job job;
    private boolean made;
    private boolean wrote;
    private BatchWriter writer;
    private RunPlan plan;
    private Optional<Problem> stop = Optional.empty();
    private Throwable cause;
    /** Counts of batches in which nothing was to be written; the job learns them with the next one. */
    private Tally unwritten = new Tally();

    private ImportRun(final ImportSpec spec, final Store store, final Progress progress, final boolean writing) {
        this.spec = spec;
        this.store = store;
        this.progress = progress;
        this.writing = writing;
    }

    /**
     * @param spec     everything that was decided
     * @param store    where to
     * @param progress reported to in bytes and asked for cancellation
     * @return what the import would do
     */
    public static DryRun check(final ImportSpec spec, final Store store, final Progress progress) {
        final var run = new ImportRun(spec, store, progress, false);
        final var state = run.execute();
        if (run.stop.isPresent() && state == ImportState.STOPPED) {
            throw new ProblemException(run.stop.get(), run.cause);
        }
        return new DryRun(state, run.report());
    }

    /**
     * @param spec     everything that was decided
     * @param store    where to
     * @param progress reported to in bytes and asked for cancellation
     * @return what was imported
     */
    public static ImportResult run(final ImportSpec spec, final Store store, final Progress progress) {
        final var run = new ImportRun(spec, store, progress, true);
        final var state = run.execute();
        if (state == ImportState.STOPPED && !run.wrote) {
            throw new ProblemException(run.stop.get(), run.cause);
        }
        final var operation = run.made || run.job != null && run.job.finished() ? Optional.of(run.job.operation())
                : Optional.<java.util.UUID>empty();
        return new ImportResult(state, operation, run.report(), run.stop);
    }

    private ImportReport report() {
        final List<ValueFinding> values = plan == null ? List.of() : store.read(plan::values);
        return total.report(values);
    }

    private ImportState execute() {
        try {
            progress.begin(Messages.TEXTS.get("progress.fingerprint"), 0);
            fingerprint = spec.file().fingerprint(progress);
            job = Job.of(store, spec, fingerprint);
        } catch (CancellationException asked) {
            return ImportState.CANCELLED;
        }
        if (job.finished()) {
            stop = Optional.of(Problem.of(Messages.TEXTS, "import.already", spec.file().path().getFileName().toString(),
                    shown(job.before().get().finished())));
            return ImportState.ALREADY_IMPORTED;
        }
        made = job.before().isPresent();
        final var scope = new RunScope(store, spec, job, started);
        final var handler = spec.kind().open(scope);
        plan = new RunPlan(spec, scope, handler);
        writer = new BatchWriter(spec.kind().recordType(), handler);
        progress.begin(Messages.TEXTS.get("progress.existing"), 0);
        store.read(session -> {
            plan.load(session, () -> !progress.isCancelled());
            return null;
        });
        return progress.isCancelled() ? ImportState.CANCELLED : rows();
    }

    private static String shown(final Instant moment) {
        return java.time.format.DateTimeFormatter.ofLocalizedDateTime(java.time.format.FormatStyle.MEDIUM,
                java.time.format.FormatStyle.SHORT)
                .withZone(java.time.ZoneId.systemDefault()).format(moment);
    }

    private ImportState rows() {
        progress.begin(task(), spec.file().size());
        final var source = new RowSource(plan, job::took, BATCH, new ArrayBlockingQueue<>(BATCHES_AHEAD));
        final var thread = new Thread(source, "kontor-import-rows");
        thread.setDaemon(true);
        thread.start();
        try {
            boolean finished = false;
            if (writing && !made && spec.choices().mode != ImportMode.UPDATE_ONLY) {
                finished = load(source);
            }
            while (!source.exhausted()) {
                if (progress.isCancelled()) {
                    return ImportState.CANCELLED;
                }
                final var batch = source.next();
                if (batch != null) {
                    take(batch);
                    progress.worked(batch.bytes);
                }
            }
            if (source.failure() != null) {
                return stopped(source.failure());
            }
            if (!finished) {
                finish();
            }
            return ImportState.DONE;
        } catch (CancellationException asked) {
            return ImportState.CANCELLED;
        } catch (ProblemException | ConflictException refused) {
            return stopped(refused);
        } finally {
            source.stop();
            await(thread);
        }
    }

    /** Begins a large file as one series, which leaves all or nothing; the batches go on where it ended. */
    private boolean load(final RowSource source) {
        final var series = new ImportSeries(spec, job, source, writer, fingerprint, started, progress);
        if (!store.load(intent(), spec.kind().recordType().javaType(), spec.profile().rowsOf(spec.file().size()), series, progress)) {
            return false;
        }
        made = series.made();
        wrote = made;
        total.add(series.total());
        unwritten = series.unwritten();
        if (series.left().isPresent()) {
            progress.begin(task(), spec.file().size());
            progress.worked(series.bytes());
            take(series.left().get());
            progress.worked(series.left().get().bytes);
        }
        return series.finished();
    }

    private String task() {
        return Messages.TEXTS.get(writing ? "progress.import" : "progress.check", spec.file().path().getFileName().toString());
    }

    /** The plan is read after the run, so its thread must have ended. */
    private static void await(final Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException asked) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private ImportState stopped(final RuntimeException failure) {
        cause = failure;
        if (failure instanceof final ProblemException known) {
            stop = Optional.of(known.problem());
        } else if (failure instanceof final ConflictException conflict) {
            stop = Optional.of(conflict.problem());
        } else {
            throw failure;
        }
        return ImportState.STOPPED;
    }

    private void take(final Batch batch) {
        batch.refused.forEach(job.refused()::add);
        if (!writing) {
            if (!batch.updates.isEmpty()) {
                total.add(store.read(session -> writer.compare(session, batch)));
            }
        } else if (!batch.writesNothing()) {
            final var more = new Tally[1];
            store.write(intent(), session -> {
                more[0] = writer.write(session, batch);
                batch.refused.forEach(job.refused()::add);
                final var counted = new Tally();
                counted.add(unwritten);
                counted.add(batch.tally);
                counted.add(more[0]);
                job.write(session, spec, fingerprint, counted, batch.lastRow, started, made, null);
            });
            made = true;
            wrote = true;
            unwritten = new Tally();
            total.add(more[0]);
        } else {
            unwritten.add(batch.tally);
        }
        total.add(batch.tally);
    }

    private void finish() {
        if (writing && made) {
            final var rows = total.rows();
            store.write(intent(), session -> job.write(session, spec, fingerprint, unwritten, rows, started, true,
                    Instant.now().truncatedTo(ChronoUnit.MICROS)));
        }
    }

    private Intent intent() {
        return new Intent(Cause.IMPORT, Messages.TEXTS.get("intent", spec.kind().label(), spec.file().path().getFileName().toString()),
                job.operation());
    }
}
