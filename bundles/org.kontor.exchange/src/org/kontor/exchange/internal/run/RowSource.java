// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

import org.kontor.exchange.Severity;
import org.kontor.exchange.internal.FileProblems;
import org.kontor.exchange.internal.read.Tables;

/** Reads and plans the rows of a file on a thread of its own, a few batches ahead of the writing thread. */
final class RowSource implements Runnable {

    /** More than that on average make a batch smaller. */
    private static final int RECORDS_PER_ROW = 2;

    private static final int PATIENCE_MILLIS = 50;

    private final RunPlan plan;
    private final LongPredicate done;
    private final int batchSize;
    private final BlockingQueue<Batch> batches;
    private volatile boolean stopped;
    private volatile boolean ended;
    private volatile RuntimeException failure;

    RowSource(final RunPlan plan, final LongPredicate done, final int batchSize, final BlockingQueue<Batch> batches) {
        this.plan = plan;
        this.done = done;
        this.batchSize = batchSize;
        this.batches = batches;
    }

    @Override
    public void run() {
        try {
            plan.lookAhead(() -> stopped);
            read();
        } catch (RuntimeException failed) {
            failure = failed;
        } catch (OutOfMemoryError full) {
            failure = TooLarge.problem(plan.spec().file(), full);
        } finally {
            ended = true;
        }
    }

    private void read() {
        final var planner = new RowPlanner(plan);
        try (var reader = Tables.open(plan.spec().file(), plan.spec().read())) {
            if (plan.spec().read().header()) {
                reader.next();
            }
            var batch = new Batch();
            long bytes = 0;
            long row = 0;
            int planned = 0;
            while (!stopped && reader.next()) {
                row++;
                planner.plan(reader, row, done.test(row), batch);
                // rows that make several records fill a batch sooner, or a wish to stop would wait for them all
                if (++planned == batchSize || batch.records() + plan.scope().waiting() > RECORDS_PER_ROW * batchSize) {
                    batch.lastRow = row;
                    batch.bytes = reader.bytes() - bytes;
                    bytes = reader.bytes();
                    hand(batch);
                    batch = new Batch();
                    planned = 0;
                }
            }
            batch.lastRow = row;
            batch.bytes = plan.spec().file().size() - bytes;
            if (!stopped) {
                hand(batch);
                postponed(row);
            }
        } catch (IOException failed) {
            throw FileProblems.reading(plan.spec().file().path(), failed);
        }
    }

    private void postponed(final long lastRow) {
        var batch = new Batch();
        for (final var reference : plan.postponed()) {
            final var binding = reference.binding();
            final var found = binding.lookup().find(reference.text());
            if (found == null || found.equals(KeyIndex.AMBIGUOUS)) {
                plan.findings().add(batch.tally, reference.row(), reference.line(), Severity.WARNING, "reference.refused", binding,
                        reference.text(), "");
            } else {
                batch.updates.add(new Batch.Update(reference.row(), reference.line(), reference.record(),
                        Map.of(binding.target().name(), found), true));
            }
            if (batch.updates.size() == batchSize) {
                batch.lastRow = lastRow;
                hand(batch);
                batch = new Batch();
            }
        }
        batch.lastRow = lastRow;
        hand(batch);
    }

    private void hand(final Batch batch) {
        final var beside = plan.scope().takeAdded();
        beside.forEach(record -> batch.tally.record(record.getClass().getSimpleName()));
        batch.adds.addAll(0, beside);
        try {
            while (!stopped && !batches.offer(batch, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                continue;
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    void stop() {
        stopped = true;
    }

    /** The next batch; null where there is none at the moment. */
    Batch next() {
        try {
            return batches.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            stopped = true;
            return null;
        }
    }

    /** Whether there will be no further batch. */
    boolean exhausted() {
        return ended && batches.isEmpty();
    }

    /** What went wrong; null where nothing did. */
    RuntimeException failure() {
        return failure;
    }
}
