// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import org.kontor.core.text.Texts;

/** The texts of the sample. */
final class Messages {

    static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }
}
