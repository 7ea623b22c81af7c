// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal;

import org.kontor.core.text.Texts;

/** The texts of this package. */
final class Messages {

    static final Texts TEXTS = Texts.beside(Messages.class);

    private Messages() {
    }
}
