// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.progress;

import java.util.concurrent.CancellationException;

/**
 * How long work reports how far it is and learns that it should stop. Without a display and without a platform: a job, a command line
 * and a test each bring their own. Implementations need not be safe for several threads; one worker reports.
 *
 * @since 0.1
 */
public interface Progress {

    /** Says nothing and is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void begin(final String task, final long total) {
            // nobody listens
        }

        @Override
        public void worked(final long amount) {
            // nobody listens
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * A step of the work starts; called again, it starts the next step.
     *
     * @param task  what is being done, in the person's language
     * @param total how many units this step has; 0 or less where it is not known
     */
    void begin(String task, long total);

    /**
     * More units are done.
     *
     * @param amount how many since the last call
     */
    void worked(long amount);

    /**
     * @return whether somebody asked to stop; asked at least ten times a second by well-behaved work
     */
    boolean isCancelled();

    /**
     * Stops the work where somebody asked for it.
     *
     * @throws CancellationException where {@link #isCancelled()}
     */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }
}
