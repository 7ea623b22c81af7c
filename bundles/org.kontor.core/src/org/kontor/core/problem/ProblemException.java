// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.problem;

import java.util.Objects;

/**
 * Carries a {@link Problem} to whoever talks to the person: a dialog, the command line, a log of an import.
 *
 * @since 0.1
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * @param problem what to tell the person
     * @param cause   the technical cause for the log; null where there is none
     */
    public ProblemException(final Problem problem, final Throwable cause) {
        super(Objects.requireNonNull(problem).code() + ": " + problem.sentence(), cause);
        this.problem = problem;
    }

    /**
     * @return what to tell the person; never null
     */
    public Problem problem() {
        return problem;
    }
}
