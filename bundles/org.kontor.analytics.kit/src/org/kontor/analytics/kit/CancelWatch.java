// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

import org.kontor.core.progress.Progress;

/** Asks for a stop after so many questions, and measures the processor time of its thread between them. */
final class CancelWatch implements Progress {

    /** Milliseconds after which a run has to have stopped. */
    static final long MOST = 200;
    private static final long MILLISECOND = 1_000_000;
    /** A method that waits too long does so each time; a page fault or a compiler in the way does not. */
    private static final int ATTEMPTS = 6;

    private long wish;
    private long asked;
    private long began;
    private long last;
    private long longest;
    private long wished;
    private long spent;

    void start(final long wishAfter) {
        wish = wishAfter;
        asked = 0;
        longest = 0;
        wished = -1;
        began = now();
        last = began;
    }

    /** The least of a measured time and of further ones, which are taken only while the least is too long. */
    static long least(final long measured, final LongSupplier again) {
        long least = measured;
        for (int attempt = 0; attempt < ATTEMPTS && least > MOST; attempt++) {
            least = Math.min(least, again.getAsLong());
        }
        return least;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    void end() {
        final long now = now();
        longest = Math.max(longest, now - last);
        spent = now - began;
        last = now;
    }

    long longest() {
        return longest / MILLISECOND;
    }

    long spent() {
        return spent / MILLISECOND;
    }

    long asked() {
        return asked;
    }

    long sinceWish() {
        return wished < 0 ? 0 : (last - wished) / MILLISECOND;
    }

    @Override
    public void begin(final String task, final long total) {
        // only the end counts
    }

    @Override
    public void worked(final long amount) {
        // only the end counts
    }

    @Override
    public boolean isCancelled() {
        final long now = now();
        longest = Math.max(longest, now - last);
        last = now;
        if (asked++ >= wish && wished < 0) {
            wished = now;
        }
        return wished >= 0;
    }
}
