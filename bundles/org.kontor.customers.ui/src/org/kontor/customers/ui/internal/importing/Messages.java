// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.text.NumberFormat;

import org.kontor.core.text.Texts;

/** The texts of this package. */
final class Messages {

    static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }

    static String text(final String key, final Object... values) {
        return TEXTS.get(key, values);
    }

    static String number(final long value) {
        return NumberFormat.getIntegerInstance().format(value);
    }
}
