// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;

import org.kontor.core.progress.Progress;
import org.kontor.store.Writer;

/** The batches of a large import, handed to the store one by one until one comes that changes what was stored before. */
final class ImportSeries implements Predicate<Writer> {

    private final ImportSpec spec;
    private final Job job;
    private final RowSource source;
    private final BatchWriter writer;
    private final byte[] fingerprint;
    private final Instant started;
    private final Progress progress;
    private final Tally total = new Tally();
    private Tally unwritten = new Tally();
    private Optional<Batch> left = Optional.empty();
    private long bytes;
    private boolean made;
    private boolean finished;

    ImportSeries(final ImportSpec spec, final Job job, final RowSource source, final BatchWriter writer, final byte[] fingerprint,
            final Instant started, final Progress progress) {
        this.spec = spec;
        this.job = job;
        this.source = source;
        this.writer = writer;
        this.fingerprint = fingerprint;
        this.started = started;
        this.progress = progress;
    }

    @Override
    public boolean test(final Writer session) {
        while (!source.exhausted()) {
            progress.checkCancelled();
            final var batch = source.next();
            if (batch == null) {
                continue;
            }
            if (!batch.updates.isEmpty() || !batch.changes.isEmpty()) {
                left = Optional.of(batch);
                return false;
            }
            take(batch);
            if (!batch.writesNothing()) {
                write(session, batch);
                return true;
            }
            unwritten.add(batch.tally);
        }
        if (source.failure() != null || !made || finished) {
            return false;
        }
        finished = true;
        job.write(session, spec, fingerprint, unwritten, total.rows(), started, true, Instant.now().truncatedTo(ChronoUnit.MICROS));
        unwritten = new Tally();
        return true;
    }

    private void take(final Batch batch) {
        batch.refused.forEach(job.refused()::add);
        total.add(batch.tally);
        bytes += batch.bytes;
        progress.worked(batch.bytes);
    }

    private void write(final Writer session, final Batch batch) {
        writer.write(session, batch);
        final var counted = new Tally();
        counted.add(unwritten);
        counted.add(batch.tally);
        job.write(session, spec, fingerprint, counted, batch.lastRow, started, made, null);
        made = true;
        unwritten = new Tally();
    }

    /** Whether anything was written. */
    boolean made() {
        return made;
    }

    /** Whether the file was read to its end, and the job says so. */
    boolean finished() {
        return finished;
    }

    /** What was taken. */
    Tally total() {
        return total;
    }

    /** What was taken and is not in the job yet. */
    Tally unwritten() {
        return unwritten;
    }

    /** The batch that was not taken. */
    Optional<Batch> left() {
        return left;
    }

    /** How much of the file was taken. */
    long bytes() {
        return bytes;
    }
}
