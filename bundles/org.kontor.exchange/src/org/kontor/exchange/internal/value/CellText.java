// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The text of one cell: how values are written, and what keeps a spreadsheet from running a text as a formula. */
public final class CellText {

    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern NUMBER_OR_PHONE =
            Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*%?|\\+[\\d\\s()./-]{3,}(?:(?:ext\\.?|x|#|转)\\s*\\d{1,6})?");

    private CellText() {
    }

    /**
     * @param character any character
     * @return whether it is a blank at the edge of a value: white space of any kind, no-break space and byte order mark included
     */
    public static boolean isSpace(final char character) {
        return character <= ' ' || character >= '\u007F' && (Character.isWhitespace(character) || character == '\u00A0'
                || character == '\uFEFF');
    }

    /**
     * @param text any text
     * @return it without blanks at the edges
     */
    public static String trim(final String text) {
        int from = 0;
        int until = text.length();
        while (from < until && isSpace(text.charAt(from))) {
            from++;
        }
        while (until > from && isSpace(text.charAt(until - 1))) {
            until--;
        }
        return text.substring(from, until);
    }

    /**
     * @param value a value of a record; null allowed
     * @return the text of its cell; null where there is no value
     */
    public static String of(final Object value) {
        if (value == null) {
            return null;
        } else if (value instanceof final String text) {
            return guard(text);
        } else if (value instanceof final BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } else if (value instanceof final Enum<?> choice) {
            return choice.name();
        }
        return value.toString();
    }

    /**
     * Puts an apostrophe before a text that begins like a formula. Plain numbers and telephone numbers stay as they are.
     *
     * @param text any text
     * @return a text that no spreadsheet runs
     */
    public static String guard(final String text) {
        return looksGuarded(text, 0) && !NUMBER_OR_PHONE.matcher(text).matches() ? '\'' + text : text;
    }

    /**
     * Takes back what {@link #guard} did.
     *
     * @param text a cell
     * @return the text without exactly one guard, where it has one
     */
    public static String unguard(final String text) {
        return !text.isEmpty() && text.charAt(0) == '\'' && looksGuarded(text, 1) ? text.substring(1) : text;
    }

    /**
     * Whether a formula start follows after any apostrophes: texts that look guarded already are guarded once more, so that one comes off
     * again.
     */
    private static boolean looksGuarded(final String text, final int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && FORMULA_STARTS.indexOf(text.charAt(i)) >= 0;
    }
}
