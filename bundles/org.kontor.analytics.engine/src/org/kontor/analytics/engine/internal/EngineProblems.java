// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal;

import org.kontor.core.problem.Problem;

/** What can go wrong on the way to a result. */
public final class EngineProblems {

    private EngineProblems() {
    }

    /** {@return the problem with this code; its arguments go into the texts} */
    public static Problem of(final String code, final Object... args) {
        return Problem.of(Messages.TEXTS, code, args);
    }
}
