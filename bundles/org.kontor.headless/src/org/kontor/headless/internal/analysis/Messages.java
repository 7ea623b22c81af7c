// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import org.kontor.core.problem.Problem;
import org.kontor.core.text.Texts;

/** The texts of this package. */
final class Messages {

    private static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }

    static String text(final String key, final Object... args) {
        return TEXTS.get(key, args);
    }

    static Problem problem(final String code, final Object... args) {
        return Problem.of(TEXTS, code, args);
    }
}
