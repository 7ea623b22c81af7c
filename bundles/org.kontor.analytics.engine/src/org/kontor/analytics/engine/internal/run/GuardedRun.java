// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/**
 * Lets a provider work on threads of its own, so that one that throws, hangs or fills the memory costs its run and nothing else. Who asked
 * waits, passes on how far it is, and gives a provider up that does not stop in time.
 */
public final class GuardedRun {

    private static final System.Logger LOG = System.getLogger(GuardedRun.class.getName());
    private static final int LOOK_MILLIS = 20;

    private final Provider provider;
    private final RunOptions options;
    private final Progress progress;
    private final VectorKernels kernels;

    GuardedRun(final Provider provider, final RunOptions options, final Progress progress, final VectorKernels kernels) {
        this.provider = provider;
        this.options = options;
        this.progress = progress;
        this.kernels = kernels;
    }

    /** What the working thread says, for the waiting thread to pass on: only this one may talk to the person. */
    private static final class Relay implements Progress {

        private final ArrayDeque<Step> steps = new ArrayDeque<>();
        private long waiting;
        private volatile boolean cancelled;

        private record Step(String task, long total) {
        }

        @Override
        public synchronized void begin(final String task, final long total) {
            steps.add(new Step(task, total));
            waiting = 0;
        }

        @Override
        public synchronized void worked(final long amount) {
            waiting += amount;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        private synchronized void passOn(final Progress to) {
            for (Step step = steps.poll(); step != null; step = steps.poll()) {
                to.begin(step.task(), step.total());
            }
            if (waiting != 0) {
                to.worked(waiting);
                waiting = 0;
            }
        }
    }

    /** Does work of the provider; what it throws becomes a problem that names it. */
    public <T> T call(final long seed, final long memory, final Function<RunContext, T> work) {
        progress.checkCancelled();
        final var relay = new Relay();
        final ThreadFactory threads = task -> {
            final var thread = new Thread(task, "analysis " + provider.id());
            thread.setDaemon(true);
            return thread;
        };
        final var helpers = Executors.newFixedThreadPool(Math.max(1, options.threads() - 1), threads);
        try {
            final var context = new LocalRun(relay, seed, options.threads(), memory, helpers, kernels);
            final Callable<T> call = () -> work.apply(context);
            final var task = new FutureTask<>(call);
            final var worker = threads.newThread(task);
            worker.start();
            return await(task, worker, relay);
        } finally {
            helpers.shutdownNow();
        }
    }

    private <T> T await(final FutureTask<T> task, final Thread worker, final Relay relay) {
        long deadline = Long.MAX_VALUE;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    final var given = task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    relay.passOn(progress);
                    progress.checkCancelled();
                    return given;
                } catch (TimeoutException working) {
                    relay.passOn(progress);
                } catch (InterruptedException asked) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    throw failure(failed.getCause(), relay.cancelled);
                }
                if (!relay.cancelled && (interrupted || progress.isCancelled())) {
                    relay.cancelled = true;
                    deadline = System.nanoTime() + options.patience().toNanos();
                }
                if (relay.cancelled && System.nanoTime() - deadline > 0) {
                    worker.interrupt();
                    LOG.log(Level.WARNING, provider.bundle() + ' ' + provider.id() + " did not stop within " + options.patience());
                    throw EngineProblems.of("analytics.provider-hangs", provider.bundle(), provider.id(), seconds(options.patience())).asException();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String seconds(final Duration patience) {
        return Long.toString(Math.max(1, patience.toSeconds()));
    }

    private RuntimeException failure(final Throwable cause, final boolean cancelled) {
        return switch (cause) {
            case final CancellationException stopped when cancelled -> stopped;
            case final ProblemException problem -> problem;
            case final OutOfMemoryError full -> EngineProblems.of("analytics.memory-full", provider.id(),
                    Rows.megabytes(Runtime.getRuntime().maxMemory())).asException(full);
            default -> EngineProblems.of("analytics.provider-fails", provider.bundle(), provider.bundleVersion(), provider.id()).asException(cause);
        };
    }
}
