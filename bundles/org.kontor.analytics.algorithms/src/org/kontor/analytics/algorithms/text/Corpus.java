// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.run.RunContext;

/** The different texts of a column in the order of their first rows, and the text of each row. */
final class Corpus {

    /** The text of a row without one. */
    static final int NONE = -1;

    private static final int SAMPLE = 1_000;

    private final TextColumn column;
    private final int[] textOf;
    private final int[] codes;

    Corpus(final Column texts, final RunContext context) {
        column = (TextColumn) texts;
        final var known = new int[column.dictionary().size()];
        final var found = new int[Math.min(known.length, column.rows())];
        textOf = new int[column.rows()];
        int count = 0;
        for (int row = 0; row < textOf.length; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int code = column.code(row);
            textOf[row] = NONE;
            if (code >= 0) {
                if (known[code] == 0) {
                    found[count++] = code;
                    known[code] = count;
                }
                textOf[row] = known[code] - 1;
            }
        }
        codes = Arrays.copyOf(found, count);
    }

    /** {@return how many characters the texts of a column have, about} */
    static long characters(final Column texts) {
        if (!(texts instanceof final TextColumn column)) {
            return 0;
        }
        final int all = column.dictionary().size();
        final int step = Math.max(1, all / SAMPLE);
        long letters = 0;
        long seen = 0;
        for (int code = 0; code < all; code += step) {
            letters += column.dictionary().text(code).length();
            seen++;
        }
        return seen == 0 ? 0 : letters * Math.min(all, column.rows()) / seen;
    }

    /** {@return whether words stand without blanks between them in a good part of the texts} */
    boolean isIdeographic() {
        long letters = 0;
        long ideographs = 0;
        final int step = Math.max(1, codes.length / SAMPLE);
        for (int text = 0; text < codes.length; text += step) {
            final var content = text(text);
            for (int at = 0; at < Math.min(content.length(), SAMPLE);) {
                final int letter = content.codePointAt(at);
                at += Character.charCount(letter);
                letters += Character.isLetter(letter) ? 1 : 0;
                ideographs += Symbols.isIdeograph(letter) ? 1 : 0;
            }
        }
        return ideographs * 5 > letters;
    }

    int count() {
        return codes.length;
    }

    int rows() {
        return textOf.length;
    }

    String text(final int text) {
        return column.dictionary().text(codes[text]);
    }

    /** {@return the text of a row, or {@link #NONE}} */
    int of(final int row) {
        return textOf[row];
    }
}
