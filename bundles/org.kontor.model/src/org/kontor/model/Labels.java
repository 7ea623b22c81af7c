// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import org.kontor.core.text.Texts;

/**
 * Labels of list values: those that came with the product show in the person's language, those that people added or renamed show as they
 * wrote them.
 *
 * @since 0.1
 */
public final class Labels {

    private static final Texts TEXTS = Texts.beside(Labels.class);

    private Labels() {
    }

    /**
     * The label of a value.
     *
     * @param list {@code stage}, {@code status} or {@code pipeline}
     * @param code the language-free name of a value that came with the product; null for others
     * @param name the stored name
     * @return the translated label of the code where there is one, else the name
     */
    public static String of(final String list, final String code, final String name) {
        final var key = list + '.' + code;
        return code != null && TEXTS.has(key) ? TEXTS.get(key) : name;
    }
}
