// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import org.kontor.core.text.Texts;

/** The texts of the method that these tests provide. */
final class Messages {

    static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }
}
