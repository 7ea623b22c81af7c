// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.util.Arrays;

/**
 * How long a password resists guessing. Kontor slows each guess down, but nothing limits their number once somebody has the files; so what
 * counts is how many characters could not be foreseen.
 */
enum PasswordStrength {

    /** Refused. */
    SHORT,
    /** Somebody with time guesses it. */
    WEAK,
    /** Good enough where the machine is looked after. */
    FAIR,
    /** Out of reach. */
    STRONG;

    /** The fewest characters of a password. */
    static final int SHORTEST = 8;

    private static final double FAIR_BITS = 45;
    private static final double STRONG_BITS = 65;
    private static final double FORESEEN = 0.2;
    private static final String[] ROWS = {"qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"};
    private static final char[][] WORDS = {"password".toCharArray(), "passwort".toCharArray(), "kontor".toCharArray(), "welcome".toCharArray(),
        "admin".toCharArray(), "login".toCharArray(), "secret".toCharArray(), "密码".toCharArray()};

    /**
     * @param password a password; left as it is, and no copy stays
     * @return its strength
     */
    static PasswordStrength of(final char[] password) {
        if (password.length < SHORTEST) {
            return SHORT;
        }
        final char[] lower = new char[password.length];
        try {
            for (int i = 0; i < lower.length; i++) {
                lower[i] = Character.toLowerCase(password[i]);
            }
            final double bits = unforeseen(lower) * Math.log(alphabet(password)) / Math.log(2);
            return bits < FAIR_BITS ? WEAK : bits < STRONG_BITS ? FAIR : STRONG;
        } finally {
            Arrays.fill(lower, '\0');
        }
    }

    /** How many characters carry weight: what repeats, counts up or down, follows the keyboard or is a word that everybody tries hardly does. */
    private static double unforeseen(final char[] lower) {
        final var foreseen = new boolean[lower.length];
        for (final var word : WORDS) {
            for (int at = 0; at + word.length <= lower.length; at++) {
                if (Arrays.equals(lower, at, at + word.length, word, 0, word.length)) {
                    Arrays.fill(foreseen, at + 1, at + word.length, true);
                }
            }
        }
        double count = 0;
        for (int i = 0; i < lower.length; i++) {
            final boolean follows = foreseen[i] || i > 0 && (Math.abs(lower[i] - lower[i - 1]) <= 1 && lower[i] < 128 || beside(lower[i - 1], lower[i]))
                    || repeats(lower, i);
            count += follows ? FORESEEN : 1;
        }
        return count;
    }

    private static boolean beside(final char left, final char right) {
        return Arrays.stream(ROWS).anyMatch(row -> {
            final int at = row.indexOf(left);
            return at >= 0 && row.indexOf(right) >= 0 && Math.abs(row.indexOf(right) - at) == 1;
        });
    }

    /** Whether this character and the two before it stood there earlier in the same order. */
    private static boolean repeats(final char[] lower, final int at) {
        for (int earlier = 2; earlier < at; earlier++) {
            if (lower[earlier] == lower[at] && lower[earlier - 1] == lower[at - 1] && lower[earlier - 2] == lower[at - 2]) {
                return true;
            }
        }
        return false;
    }

    /** How many characters somebody has to try who knows which kinds occur. */
    private static int alphabet(final char[] password) {
        boolean lower = false;
        boolean upper = false;
        boolean digit = false;
        boolean sign = false;
        boolean wide = false;
        for (final char each : password) {
            lower |= each >= 'a' && each <= 'z';
            upper |= each >= 'A' && each <= 'Z';
            digit |= each >= '0' && each <= '9';
            wide |= each > 0x2E7F;
            sign |= !Character.isLetterOrDigit(each) || each >= 128 && each <= 0x2E7F;
        }
        return (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (sign ? 33 : 0) + (wide ? 3000 : 0);
    }
}
