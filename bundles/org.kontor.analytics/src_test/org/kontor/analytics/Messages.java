// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics;

import org.kontor.core.text.Texts;

/** The texts of a method that tests have. */
public final class Messages {

    /** The texts. */
    public static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }
}
