// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.problem;

import java.util.Objects;

import org.kontor.core.text.Texts;

/**
 * Something went wrong that a person can understand and act on. The three texts are in the language of the moment and hold no class
 * names and no stack.
 *
 * @param code     stable, language-free name such as {@code store.locked}; what tests, scripts and support refer to
 * @param happened what happened, one sentence
 * @param meaning  what it means for the person's data or work, one sentence
 * @param nextStep what to do now, one sentence
 * @since 0.1
 */
public record Problem(String code, String happened, String meaning, String nextStep) {

    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(happened);
        Objects.requireNonNull(meaning);
        Objects.requireNonNull(nextStep);
    }

    /**
     * A problem whose texts stand in a package's messages under {@code problem.CODE.happened}, {@code .meaning} and {@code .next}.
     *
     * @param texts the package's texts
     * @param code  the code
     * @param args  the values of {0}, {1}, ... in all three texts
     * @return the problem
     */
    public static Problem of(final Texts texts, final String code, final Object... args) {
        final var key = "problem." + code;
        return new Problem(code, texts.get(key + ".happened", args), texts.get(key + ".meaning", args), texts.get(key + ".next", args));
    }

    /**
     * This problem as something to throw.
     *
     * @return an exception without a cause
     */
    public ProblemException asException() {
        return new ProblemException(this, null);
    }

    /**
     * This problem as something to throw, with the technical cause for the log.
     *
     * @param cause the cause, for the log only
     * @return the exception
     */
    public ProblemException asException(final Throwable cause) {
        return new ProblemException(this, cause);
    }

    /**
     * The three sentences in one line.
     *
     * @return what happened, what it means, what to do
     */
    public String sentence() {
        return happened + ' ' + meaning + ' ' + nextStep;
    }
}
