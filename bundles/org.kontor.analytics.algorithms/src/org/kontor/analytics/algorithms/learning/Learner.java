// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import org.kontor.analytics.run.RunContext;

/** Learns from some rows. */
interface Learner {

    /**
     * Learns.
     *
     * @param examples all rows
     * @param rows     which of them to learn from, at least one; nothing about the others may be looked at. A class may be missing among them
     * @param context  who runs it
     * @return what was learned
     */
    Predictor learn(Examples examples, int[] rows, RunContext context);

    /**
     * What was worked out anyway.
     *
     * @return the scores of the rows that were learned from last, as {@link Predictor#score} gives them; null where they are not known
     */
    default double[] fitted() {
        return null;
    }
}
