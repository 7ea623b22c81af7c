// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.text.Texts;

/** The texts of this package. */
final class Messages {

    static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }

    static String get(final String key, final Object... args) {
        return TEXTS.get(key, args);
    }

    static ProblemException problem(final String code, final Object... args) {
        return Problem.of(TEXTS, code, args).asException();
    }
}
