// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless;

import java.util.Objects;

import org.kontor.core.problem.Problem;

/**
 * The words make no sense together. Nothing was done; the process ends with {@link ExitCode#WRONG_USAGE}.
 *
 * @since 0.1
 */
public final class WrongUsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * @param problem which word is wrong and what would be right
     */
    public WrongUsageException(final Problem problem) {
        super(Objects.requireNonNull(problem).code() + ": " + problem.sentence());
        this.problem = problem;
    }

    /**
     * @return which word is wrong and what would be right
     */
    public Problem problem() {
        return problem;
    }
}
