// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.run;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.core.progress.Progress;

/**
 * A run on the threads of this process. The thread that runs takes part in parallel work itself; an executor lends further ones.
 *
 * @since 0.1
 */
public final class LocalRun implements RunContext {

    private final Progress progress;
    private final long seed;
    private final int threads;
    private final long memory;
    private final Executor helpers;
    private final VectorKernels kernels;

    /**
     * A run with plain kernels.
     *
     * @param progress reported to by the running thread, asked for cancellation by every thread
     * @param seed     where randomness starts
     * @param threads  how many threads at a time, 1 or more
     * @param memory   bytes beside the data
     * @param helpers  lends {@code threads - 1} threads at a time; what it cannot lend is done by those there are
     */
    public LocalRun(final Progress progress, final long seed, final int threads, final long memory, final Executor helpers) {
        this(progress, seed, threads, memory, helpers, VectorKernels.plain());
    }

    /**
     * A run.
     *
     * @param progress reported to by the running thread, asked for cancellation by every thread
     * @param seed     where randomness starts
     * @param threads  how many threads at a time, 1 or more
     * @param memory   bytes beside the data
     * @param helpers  lends {@code threads - 1} threads at a time; what it cannot lend is done by those there are
     * @param kernels  innermost loops
     */
    public LocalRun(final Progress progress, final long seed, final int threads, final long memory, final Executor helpers,
            final VectorKernels kernels) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        this.progress = Objects.requireNonNull(progress);
        this.seed = seed;
        this.threads = threads;
        this.memory = memory;
        this.helpers = Objects.requireNonNull(helpers);
        this.kernels = Objects.requireNonNull(kernels);
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public long memory() {
        return memory;
    }

    @Override
    public VectorKernels kernels() {
        return kernels;
    }

    @Override
    public void checkCancelled() {
        progress.checkCancelled();
    }

    @Override
    public void parallel(final int tasks, final IntConsumer task) {
        final var next = new AtomicInteger();
        final var stop = new AtomicBoolean();
        final Runnable work = () -> {
            for (int number = next.getAndIncrement(); number < tasks && !stop.get(); number = next.getAndIncrement()) {
                if (progress.isCancelled()) {
                    stop.set(true);
                    throw new CancellationException();
                }
                boolean done = false;
                try {
                    task.accept(number);
                    done = true;
                } finally {
                    if (!done) {
                        stop.set(true);
                    }
                }
            }
        };
        final int lent = Math.min(threads, tasks) - 1;
        final var others = new FutureTask<?>[Math.max(0, lent)];
        for (int i = 0; i < others.length; i++) {
            others[i] = new FutureTask<>(work, null);
            lend(others[i]);
        }
        Throwable failure = null;
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            // thrown again below: nobody may be at work on the caller's arrays any more when this returns
            failure = failed;
        }
        for (final var other : others) {
            final var before = failure;
            failure = await(other).filter(failed -> before == null).orElse(before);
        }
        if (failure != null) {
            throw unchecked(failure);
        }
    }

    private void lend(final FutureTask<?> other) {
        try {
            helpers.execute(other);
        } catch (RejectedExecutionException nobody) {
            // then it is done here
        }
    }

    /** A task that nobody began is not waited for; one that was begun ends before this returns, whatever happens. */
    private static Optional<Throwable> await(final FutureTask<?> other) {
        boolean interrupted = false;
        try {
            // all is taken already, so whoever has not begun would find nothing to do: do it here
            other.run();
            while (true) {
                try {
                    other.get();
                    return Optional.empty();
                } catch (InterruptedException asked) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    return Optional.of(failed.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(final Throwable cause) {
        if (cause instanceof final RuntimeException known) {
            return known;
        }
        if (cause instanceof final Error fatal) {
            throw fatal;
        }
        return new IllegalStateException(cause);
    }
}
