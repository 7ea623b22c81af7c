// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.util.Arrays;

/**
 * The code that opens a store whose password is lost, printed once: 27 random characters (135 bits) and a check character, in seven groups
 * of four, in the letters of Crockford's Base 32 (digits and capitals without I, L, O, U). The check character is a weighted sum over
 * GF(32) with weights that all differ, so that every single wrong character and every swap of two is noticed before the slow unwrapping.
 */
final class RecoveryCode {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;
    private static final int LENGTH = 28;

    private RecoveryCode() {
    }

    /**
     * @return a new random code, as it is to be shown; the caller wipes it
     */
    static char[] random() {
        final byte[] random = KeyWrap.random(LENGTH - 1);
        final char[] code = new char[LENGTH];
        for (int i = 0; i < random.length; i++) {
            code[i] = LETTERS.charAt(random[i] & 31);
        }
        Arrays.fill(random, (byte) 0);
        code[LENGTH - 1] = LETTERS.charAt(check(code));
        final char[] grouped = group(code);
        Arrays.fill(code, '\0');
        return grouped;
    }

    /**
     * Reads a code as a person types it: small letters, spaces or dashes anywhere, O for 0, I and L for 1.
     *
     * @param typed what was typed; left as it is
     * @return the 28 characters, which the caller wipes; of length 0 where it is no code
     */
    static char[] parse(final char[] typed) {
        final char[] code = new char[LENGTH];
        int length = 0;
        for (final char character : typed) {
            if (character == '-' || Character.isWhitespace(character)) {
                continue;
            }
            final char letter = letter(character);
            if (letter == 0 || length == LENGTH) {
                Arrays.fill(code, '\0');
                return new char[0];
            }
            code[length++] = letter;
        }
        if (length < LENGTH || LETTERS.charAt(check(code)) != code[LENGTH - 1]) {
            Arrays.fill(code, '\0');
            return new char[0];
        }
        return code;
    }

    private static char letter(final char typed) {
        final char upper = Character.toUpperCase(typed);
        final char meant = switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
        return LETTERS.indexOf(meant) < 0 ? 0 : meant;
    }

    private static int check(final char[] code) {
        int sum = 0;
        int weight = 2;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum ^= times(LETTERS.indexOf(code[i]), weight);
            weight = times(weight, 2);
        }
        return sum;
    }

    /** The product in GF(32) modulo x^5 + x^2 + 1, of which x is a generator: its first 31 powers all differ. */
    private static int times(final int left, final int right) {
        int product = 0;
        int shifted = left;
        for (int bits = right; bits != 0; bits >>= 1) {
            if ((bits & 1) != 0) {
                product ^= shifted;
            }
            shifted <<= 1;
            if ((shifted & 32) != 0) {
                shifted ^= 0b100101;
            }
        }
        return product;
    }

    private static char[] group(final char[] code) {
        final char[] grouped = new char[LENGTH + LENGTH / GROUP - 1];
        int at = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                grouped[at++] = '-';
            }
            grouped[at++] = code[i];
        }
        return grouped;
    }
}
