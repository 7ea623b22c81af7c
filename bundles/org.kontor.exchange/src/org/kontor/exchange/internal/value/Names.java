// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import java.text.Normalizer;
import java.util.Locale;

/** The forms under which two spellings of one name compare equal, and how far apart two spellings are. */
public final class Names {

    private Names() {
    }

    /**
     * @param name a name
     * @return it in lower case, full-width letters as plain ones, blanks run together: what identifies a record
     */
    public static String same(final String name) {
        boolean plain = true;
        for (int i = 0; i < name.length() && plain; i++) {
            final char character = name.charAt(i);
            plain = character < 0x80 && character > ' ' && (character < 'A' || character > 'Z')
                    || character == ' ' && i > 0 && i < name.length() - 1 && name.charAt(i - 1) != ' ' || character >= 0x4E00
                            && character < 0xA000;
        }
        if (plain) {
            return name;
        }
        final var folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        final var out = new StringBuilder(folded.length());
        boolean blank = false;
        for (int i = 0; i < folded.length(); i++) {
            final char character = folded.charAt(i);
            if (CellText.isSpace(character)) {
                blank = !out.isEmpty();
            } else {
                if (blank) {
                    out.append(' ');
                    blank = false;
                }
                out.append(character);
            }
        }
        return out.toString();
    }

    /**
     * @param name a name
     * @return its letters and digits alone, in lower case: what a header or a near-miss is compared by
     */
    public static String letters(final String name) {
        final var same = same(name);
        final var out = new StringBuilder(same.length());
        same.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }

    /**
     * The distance of Damerau and Levenshtein (optimal string alignment): how many letters must be added, left out, replaced, or swapped
     * with their neighbour.
     *
     * @param one     a text
     * @param another a text
     * @param most    where more are needed, that is all one wants to know
     * @return how many, or {@code most + 1}
     */
    public static int distance(final String one, final String another, final int most) {
        final int rows = one.length();
        final int columns = another.length();
        if (Math.abs(rows - columns) > most) {
            return most + 1;
        }
        int[] before = new int[columns + 1];
        int[] last = new int[columns + 1];
        int[] current = new int[columns + 1];
        for (int j = 0; j <= columns; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= rows; i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= columns; j++) {
                final int change = one.charAt(i - 1) == another.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(Math.min(last[j], current[j - 1]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && one.charAt(i - 1) == another.charAt(j - 2) && one.charAt(i - 2) == another.charAt(j - 1)) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                current[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return most + 1;
            }
            final int[] spare = before;
            before = last;
            last = current;
            current = spare;
        }
        return Math.min(last[columns], most + 1);
    }
}
