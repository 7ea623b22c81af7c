// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.value;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number as people write it: digits with blanks, hyphens, dots, slashes, brackets, an optional leading plus and an optional
 * extension. It holds 3 to 20 digits.
 *
 * @param value the number as written, without surrounding blanks
 * @since 0.1
 */
public record PhoneNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\+?[\\d\\s()./\\-\u2010-\u2013]+(?:(?:ext\\.?|x|#|转)\\s*\\d{1,6})?");

    public PhoneNumber {
        final long digits = value.chars().filter(Character::isDigit).count();
        if (digits < 3 || digits > 20 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a telephone number");
        }
    }

    /**
     * Reads a number as people type it.
     *
     * @param text any text; null allowed
     * @return the number, or empty where the text is none
     */
    public static Optional<PhoneNumber> parse(final String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PhoneNumber(text.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * The form under which two spellings of one number compare equal.
     *
     * @return the digits, with a leading plus where the number has one (or starts with the prefix 00)
     */
    public String normalized() {
        final var digits = value.replaceAll("\\D", "");
        if (value.startsWith("+")) {
            return '+' + digits;
        }
        return digits.startsWith("00") ? '+' + digits.substring(2) : digits;
    }
}
