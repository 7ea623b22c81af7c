// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.text.Normalizer;
import java.util.Locale;

/** Takes away from a value what does not count when it is compared: case, accents, widths, blanks, signs between. */
final class Cleaner {

    /** Country and trunk codes stand before these digits. */
    private static final int PHONE_DIGITS = 9;
    private static final int YEAR_DIGITS = 4;
    private static final int LAST_ASCII = 127;

    private Cleaner() {
    }

    /** {@return the value as it is compared; empty where nothing is left of it} */
    static String clean(final String text, final Kind kind) {
        return switch (kind) {
            case NAME, CODE, POSTCODE -> letters(plain(text), false);
            case TEXT, CATEGORY -> letters(plain(text), true);
            case PHONE -> phone(text);
            case MAIL -> plain(text).strip();
            case DATE -> date(text);
            case NUMBER -> text;
        };
    }

    private static String plain(final String text) {
        boolean ascii = true;
        for (int i = 0; ascii && i < text.length(); i++) {
            ascii = text.charAt(i) <= LAST_ASCII;
        }
        if (ascii) {
            return text.toLowerCase(Locale.ROOT);
        }
        final var apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        final var kept = new StringBuilder(apart.length());
        apart.codePoints().filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK).forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static String letters(final String text, final boolean words) {
        final var kept = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            final char letter = text.charAt(i);
            if (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter)) {
                if (gap && words && !kept.isEmpty()) {
                    kept.append(' ');
                }
                gap = false;
                kept.append(letter);
            } else {
                gap = true;
            }
        }
        return kept.toString();
    }

    private static String digits(final String text) {
        final var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            final int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                kept.append((char) ('0' + digit));
            }
        }
        return kept.toString();
    }

    private static String phone(final String text) {
        final var digits = digits(text);
        return digits.length() <= PHONE_DIGITS ? digits : digits.substring(digits.length() - PHONE_DIGITS);
    }

    /** The digits of year, month and day in this order, where they can be told; else all digits. */
    private static String date(final String text) {
        int groups = 0;
        int at = 0;
        final var parts = new int[3];
        final var lengths = new int[3];
        while (at < text.length() && groups < parts.length) {
            while (at < text.length() && Character.digit(text.charAt(at), 10) < 0) {
                at++;
            }
            final int from = at;
            int value = 0;
            while (at < text.length() && at < from + YEAR_DIGITS && Character.digit(text.charAt(at), 10) >= 0) {
                value = value * 10 + Character.digit(text.charAt(at++), 10);
            }
            if (at > from) {
                parts[groups] = value;
                lengths[groups++] = at - from;
            }
        }
        final boolean apart = groups == parts.length && lengths[1] <= 2 && digits(text).length() != 2 * YEAR_DIGITS;
        if (groups == parts.length && lengths[0] == YEAR_DIGITS && lengths[1] <= 2 && lengths[2] <= 2) {
            return ymd(parts[0], parts[1], parts[2]);
        }
        if ((apart || groups == parts.length && lengths[0] <= 2) && lengths[2] == YEAR_DIGITS) {
            return parts[0] > 12 ? ymd(parts[2], parts[1], parts[0]) : ymd(parts[2], parts[0], parts[1]);
        }
        return digits(text);
    }

    private static String ymd(final int year, final int month, final int day) {
        final int all = (year * 100 + month) * 100 + day;
        final var text = Integer.toString(all);
        return "0".repeat(Math.max(0, 2 * YEAR_DIGITS - text.length())) + text;
    }

    /** {@return whether a cleaned date is one} */
    static boolean isDate(final String digits) {
        if (digits.length() != 2 * YEAR_DIGITS) {
            return false;
        }
        final int year = Integer.parseInt(digits.substring(0, YEAR_DIGITS));
        final int month = Integer.parseInt(digits.substring(YEAR_DIGITS, YEAR_DIGITS + 2));
        final int day = Integer.parseInt(digits.substring(YEAR_DIGITS + 2));
        return year >= 1800 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
