// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * What stands between two values of a line.
 *
 * @since 0.1
 */
public enum Separator {
    /** A comma. */
    COMMA(','),
    /** A semicolon. */
    SEMICOLON(';'),
    /** A tabulator. */
    TAB('\t'),
    /** A vertical bar. */
    PIPE('|'),
    /** One or more blanks or tabulators; blanks at the start of a line do not count. Quotes have no meaning. */
    BLANKS(' ');

    private final char character;

    Separator(final char character) {
        this.character = character;
    }

    /** @return the character; for {@link #BLANKS} a blank */
    public char character() {
        return character;
    }
}
