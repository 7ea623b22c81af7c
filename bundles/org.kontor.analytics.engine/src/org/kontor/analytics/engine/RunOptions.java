// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a plan is carried out. Nothing of this changes the result, but for the provider, which a run records.
 *
 * @param threads  how many threads at a time, 1 or more
 * @param provider the bundle that is to do it; empty for the active one
 * @param memory   bytes beside the data; 0 for what the Java machine has left
 * @param patience how long a provider may take to stop after somebody asked for it, before it is given up
 * @since 0.1
 */
public record RunOptions(int threads, Optional<String> provider, long memory, Duration patience) {

    public RunOptions {
        Objects.requireNonNull(provider);
        if (threads < 1 || memory < 0 || patience.isNegative()) {
            throw new IllegalArgumentException(threads + " threads, " + memory + " bytes, " + patience);
        }
    }

    /**
     * All processors but one, the active provider, all memory there is, two seconds to stop.
     *
     * @return the usual options
     */
    public static RunOptions usual() {
        return new RunOptions(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), Optional.empty(), 0, Duration.ofSeconds(2));
    }

    /**
     * The same by a given bundle.
     *
     * @param bundle the symbolic name; empty for the active one
     * @return the options
     */
    public RunOptions by(final Optional<String> bundle) {
        return new RunOptions(threads, bundle, memory, patience);
    }

    /**
     * The same on so many threads.
     *
     * @param count 1 or more
     * @return the options
     */
    public RunOptions on(final int count) {
        return new RunOptions(count, provider, memory, patience);
    }
}
