// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts Chinese and English texts into sentences. */
final class Sentences {

    private static final String ENDS = "。！？!?…；\n";
    private static final String CLOSING = "\"'”’」』）)]》】";
    private static final Set<String> SHORT = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "inc", "ltd", "co", "corp", "jr", "sr", "e.g",
            "i.e", "etc", "approx", "dept", "est", "fig", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    private Sentences() {
    }

    /** {@return the sentences in their order, without blanks around them, none empty} */
    static List<String> of(final String text) {
        final var found = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            final char letter = text.charAt(i);
            if (ENDS.indexOf(letter) >= 0 || letter == '.' && isEnd(text, from, i)) {
                int to = i + 1;
                while (to < text.length() && (ENDS.indexOf(text.charAt(to)) >= 0 && text.charAt(to) != '\n' || CLOSING.indexOf(text.charAt(to)) >= 0
                        || text.charAt(to) == '.')) {
                    to++;
                }
                add(text.substring(from, to), found);
                from = to;
                i = to - 1;
            }
        }
        add(text.substring(from), found);
        return found;
    }

    private static void add(final String sentence, final List<String> found) {
        final var bare = sentence.strip();
        if (bare.codePoints().anyMatch(Character::isLetterOrDigit)) {
            found.add(bare);
        }
    }

    /** A point ends a sentence where a blank or a closing sign follows, and no abbreviation or single letter stands before it. */
    private static boolean isEnd(final String text, final int from, final int at) {
        int after = at + 1;
        while (after < text.length() && CLOSING.indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        if (after < text.length() && !Character.isWhitespace(text.charAt(after))) {
            // in Chinese texts a sentence may follow without a blank
            return Symbols.isIdeograph(text.codePointAt(after)) && at > 0 && Character.isLetter(text.charAt(at - 1));
        }
        int begin = at;
        while (begin > from && !Character.isWhitespace(text.charAt(begin - 1)) && text.charAt(begin - 1) != '(') {
            begin--;
        }
        final var word = text.substring(begin, at).toLowerCase(Locale.ROOT);
        final boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0)) && !word.equals("i");
        return !SHORT.contains(word) && !initial;
    }
}
