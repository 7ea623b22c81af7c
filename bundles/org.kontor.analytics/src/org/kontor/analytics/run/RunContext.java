// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.run;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

import org.kontor.analytics.internal.AnalyticsProblems;
import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/**
 * What a run gets beside its data and parameters. Nothing else may decide about its result: no clock, no locale, no number of processors.
 *
 * @since 0.1
 */
public interface RunContext {

    /**
     * Where the running thread says how far it is.
     *
     * @return never null; called by the thread alone that was asked to run
     */
    Progress progress();

    /**
     * Where randomness starts.
     *
     * @return the seed; the same seed gives the same result
     */
    long seed();

    /**
     * How many threads may be used at a time. The result must not depend on it.
     *
     * @return 1 or more
     */
    int threads();

    /**
     * How much memory the run may use beside its data.
     *
     * @return bytes
     */
    long memory();

    /**
     * Refuses to go on where a run would need more memory than there is for it.
     *
     * @param bytes how much it needs beside its data
     * @throws ProblemException where that is more than {@link #memory()} ({@code analytics.memory})
     */
    default void requireMemory(final long bytes) {
        if (bytes > memory()) {
            throw AnalyticsProblems.of("analytics.memory", Math.ceilDiv(bytes, 1L << 20), memory() >> 20).asException();
        }
    }

    /**
     * Runs tasks, several at a time, and waits for all. Each task takes a few milliseconds at most, because a wish to stop is looked at
     * between them. For results that do not depend on {@link #threads()}, cut the work into the same tasks always (such as blocks of
     * {@link org.kontor.analytics.frame.Frame#BLOCK} rows), keep what each gives, and put it together in the order of the tasks.
     *
     * @param tasks how many
     * @param task  called with 0 to {@code tasks - 1}, each once, in any order and on any thread
     * @throws CancellationException where somebody asked to stop
     */
    void parallel(int tasks, IntConsumer task);

    /**
     * Stops the run where somebody asked for it; to be called at least ten times a second outside of {@link #parallel}.
     *
     * @throws CancellationException where somebody asked to stop
     */
    void checkCancelled();

    /**
     * Random numbers of their own for a part of the work.
     *
     * @param stream the number of the part, such as that of a restart or a block
     * @return a generator that depends on {@link #seed()} and {@code stream} only
     */
    default Randomness randomness(final long stream) {
        return Randomness.of(seed(), stream);
    }

    /**
     * Innermost loops made for this machine. They give the same bits everywhere, so no result depends on them.
     *
     * @return those that are fastest here; never null
     */
    default VectorKernels kernels() {
        return VectorKernels.plain();
    }
}
