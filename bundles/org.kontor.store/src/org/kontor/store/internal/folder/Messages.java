// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import org.kontor.core.problem.Problem;
import org.kontor.core.text.Texts;

/** The texts of this package. */
final class Messages {

    static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }

    static Problem problem(final String code, final Object... arguments) {
        return Problem.of(TEXTS, code, arguments);
    }
}
