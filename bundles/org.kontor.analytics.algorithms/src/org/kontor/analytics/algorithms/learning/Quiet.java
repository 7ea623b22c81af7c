// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.progress.Progress;

/** A run for a moment's work, such as the reasons of one row. */
final class Quiet {

    static final RunContext RUN = new LocalRun(Progress.NONE, 0, 1, Long.MAX_VALUE, Runnable::run);

    private Quiet() {
    }
}
