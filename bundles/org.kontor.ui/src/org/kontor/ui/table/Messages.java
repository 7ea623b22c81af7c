// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.util.Locale;

import org.kontor.core.text.Texts;

/** The texts of this package. */
final class Messages {

    static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }

    /** The name of a kind of record within a sentence, where English writes it small. */
    static String inSentence(final String label) {
        return Locale.getDefault().getLanguage().equals("en") ? label.toLowerCase(Locale.ENGLISH) : label;
    }
}
