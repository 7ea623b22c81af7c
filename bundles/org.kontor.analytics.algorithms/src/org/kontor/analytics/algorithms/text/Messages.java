// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import org.kontor.analytics.result.Message;
import org.kontor.core.problem.Problem;
import org.kontor.core.text.Texts;

/** The texts of this package. */
final class Messages {

    static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }

    static Message of(final String key, final Object... args) {
        return Message.of(TEXTS, key, args);
    }

    static Problem problem(final String code, final Object... args) {
        return Problem.of(TEXTS, code, args);
    }
}
