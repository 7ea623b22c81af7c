// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.models;

import org.kontor.core.text.Texts;

/** The texts of this package. */
final class Messages {

    private static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }

    static String text(final String key, final Object... args) {
        return TEXTS.get(key, args);
    }
}
