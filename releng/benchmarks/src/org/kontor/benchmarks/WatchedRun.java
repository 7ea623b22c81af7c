// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.util.function.IntConsumer;

import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.progress.Progress;

/** A run that notes whether anybody asks for kernels: a method that does not is not measured with others. */
final class WatchedRun implements RunContext {

    private final RunContext run;
    private volatile boolean asked;

    WatchedRun(final RunContext run) {
        this.run = run;
    }

    boolean isAsked() {
        return asked;
    }

    @Override
    public VectorKernels kernels() {
        asked = true;
        return run.kernels();
    }

    @Override
    public Progress progress() {
        return run.progress();
    }

    @Override
    public long seed() {
        return run.seed();
    }

    @Override
    public int threads() {
        return run.threads();
    }

    @Override
    public long memory() {
        return run.memory();
    }

    @Override
    public void parallel(final int tasks, final IntConsumer task) {
        run.parallel(tasks, task);
    }

    @Override
    public void checkCancelled() {
        run.checkCancelled();
    }
}
