// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.kontor.store.RecordChange;
import org.kontor.store.internal.changes.ChangeLog;
import org.kontor.store.internal.changes.ChangeLog.Part;

/**
 * Encodes the changes of a large change set for the audit log on a thread of its own, while the writing thread applies them. What is applied
 * decides: where it is not exactly what was expected, it is encoded again. For whoever holds the store's write lock.
 */
final class AheadEncoding implements AutoCloseable {

    private static final int WORTH_A_THREAD = 500;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("kontor-audit-", 0).factory());
    private List<RecordChange> expected = List.of();
    private CompletableFuture<List<Part>> ahead = CompletableFuture.completedFuture(List.of());

    /** These changes are about to be applied. */
    void expect(final List<RecordChange> changes) {
        ahead.cancel(false);
        expected = List.of();
        if (changes.size() >= WORTH_A_THREAD) {
            expected = List.copyOf(changes);
            final var wanted = expected;
            ahead = CompletableFuture.supplyAsync(() -> ChangeLog.encode(wanted), thread);
        }
    }

    /** The parts of the changes that were applied. */
    List<Part> of(final List<RecordChange> applied) {
        final var awaited = ahead;
        final boolean same = isExpected(applied);
        expected = List.of();
        ahead = CompletableFuture.completedFuture(List.of());
        if (!same) {
            awaited.cancel(false);
            return ChangeLog.encode(applied);
        }
        try {
            return awaited.join();
        } catch (CompletionException | CancellationException failed) {
            return ChangeLog.encode(applied); // fails again, for the right reason and on the right thread
        }
    }

    /** The same changes in the same order; creations are the very same objects, and a change is never altered. */
    private boolean isExpected(final List<RecordChange> applied) {
        if (applied.isEmpty() || applied.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < applied.size(); i++) {
            if (applied.get(i) != expected.get(i) && !applied.get(i).equals(expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
