// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import java.math.BigDecimal;

import org.kontor.exchange.NumberStyle;

/** Reads numbers of one style, with currency signs, percent signs and brackets for negative amounts. Not safe for several threads. */
public final class NumberParser {

    /** No field holds more digits than that; longer ones are no numbers but identifiers. */
    private static final int MAX_DIGITS = 30;

    private final char point;
    private final StringBuilder plain = new StringBuilder();
    private String currency;

    /**
     * @param style how the numbers are written
     */
    public NumberParser(final NumberStyle style) {
        point = style == NumberStyle.POINT ? '.' : ',';
    }

    /**
     * @param cell a text without blanks at the edges
     * @return the number; null where it is none
     */
    public BigDecimal parse(final String cell) {
        currency = null;
        final int length = cell.length();
        if (length > 0 && length <= 18) {
            long value = 0;
            int scale = -1;
            int i = cell.charAt(0) == '-' || cell.charAt(0) == '+' ? 1 : 0;
            final int start = i;
            for (; i < length; i++) {
                final char character = cell.charAt(i);
                if (character >= '0' && character <= '9') {
                    value = value * 10 + character - '0';
                    scale += scale >= 0 ? 1 : 0;
                } else if (character == point && scale < 0 && i > start && i < length - 1) {
                    scale = 0;
                } else {
                    break;
                }
            }
            if (i == length && i > start) {
                return BigDecimal.valueOf(cell.charAt(0) == '-' ? -value : value, Math.max(0, scale));
            }
        }
        return length > 60 ? null : decorated(cell);
    }

    /** @return the ISO 4217 code or sign that stood beside the number read last; null where none did */
    public String currency() {
        return currency;
    }

    private BigDecimal decorated(final String cell) {
        var text = cell;
        boolean negative = false;
        if (text.startsWith("(") && text.endsWith(")")) {
            negative = true;
            text = text.substring(1, text.length() - 1).strip();
        }
        final int from = edge(text, true);
        final int until = edge(text, false);
        if (from >= until) {
            return null;
        }
        var sign = (text.substring(0, from) + text.substring(until)).strip();
        if (sign.endsWith("-") || sign.startsWith("-") || sign.startsWith("\u2212")) {
            negative = !negative;
            sign = sign.replaceFirst("[-\u2212]", "").strip();
        } else if (sign.startsWith("+")) {
            sign = sign.substring(1).strip();
        }
        if (!sign.isEmpty() && !sign.equals("%") && !known(sign)) {
            return null;
        }
        currency = sign.isEmpty() || sign.equals("%") ? null : sign;
        return number(text.substring(from, until), negative);
    }

    private static int edge(final String text, final boolean front) {
        int i = front ? 0 : text.length();
        while (front ? i < text.length() && !digit(text.charAt(i)) : i > 0 && !digit(text.charAt(i - 1))) {
            i += front ? 1 : -1;
        }
        return i;
    }

    private static boolean digit(final char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean known(final String sign) {
        return CurrencySigns.code(sign) != null;
    }

    /** Groups must be of three digits, so that a point that means something else is not silently dropped. */
    private BigDecimal number(final String digits, final boolean negative) {
        plain.setLength(0);
        if (negative) {
            plain.append('-');
        }
        final char group = point == '.' ? ',' : '.';
        final int decimal = digits.lastIndexOf(point);
        final int whole = decimal < 0 ? digits.length() : decimal;
        int sinceGroup = -1;
        int count = 0;
        for (int i = 0; i < whole; i++) {
            final char character = digits.charAt(i);
            if (digit(character)) {
                plain.append(character);
                count++;
                sinceGroup += sinceGroup >= 0 ? 1 : 0;
            } else if ((character == group || character == ' ' || character == '\u00A0' || character == '\u202F' || character == '\'')
                    && (sinceGroup < 0 && count <= 3 || sinceGroup == 3)) {
                sinceGroup = 0;
            } else {
                return null;
            }
        }
        if (sinceGroup >= 0 && sinceGroup != 3) {
            return null;
        }
        if (decimal >= 0) {
            plain.append('.');
            for (int i = decimal + 1; i < digits.length(); i++) {
                if (!digit(digits.charAt(i))) {
                    return null;
                }
                plain.append(digits.charAt(i));
                count++;
            }
        }
        return count > MAX_DIGITS ? null : new BigDecimal(plain.toString());
    }
}
