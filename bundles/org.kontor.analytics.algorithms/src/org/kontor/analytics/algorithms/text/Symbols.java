// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts texts into what grams are made of: characters, of any plane of Unicode, or words. Upper and lower case are the same. */
final class Symbols {

    /** A word without a number. */
    static final int UNKNOWN = -1;

    /** More different words cannot be numbered within a gram. */
    private static final int MOST = 2_000_000;
    private static final int REPLACEMENT = 0xFFFD;

    private final boolean words;
    private final Map<String, Integer> known = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    Symbols(final boolean words) {
        this.words = words;
    }

    boolean words() {
        return words;
    }

    /** {@return the characters; several blanks are one} */
    static int[] characters(final String text) {
        final var lower = text.toLowerCase(Locale.ROOT);
        final var symbols = new int[lower.length()];
        int count = 0;
        int blanks = 0;
        int at = 0;
        while (at < lower.length()) {
            int letter = lower.codePointAt(at);
            at += Character.charCount(letter);
            if (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE) {
                // half a character cannot be written to a file
                letter = REPLACEMENT;
            }
            blanks = isBlank(letter) ? blanks + 1 : 0;
            if (blanks == 2) {
                symbols[count - 1] = ' ';
            }
            if (blanks < 2) {
                symbols[count++] = letter;
            }
        }
        return Arrays.copyOf(symbols, count);
    }

    static boolean isBlank(final int letter) {
        return letter <= ' ' ? letter == ' ' || letter >= '\t' && letter <= '\r' || letter >= 0x1C : Character.isSpaceChar(letter) || letter == 0x85;
    }

    /** {@return the words of two letters and more; of scripts without blanks between words, each character} */
    static List<String> words(final String text) {
        final var lower = text.toLowerCase(Locale.ROOT);
        final var found = new ArrayList<String>();
        int from = -1;
        for (int at = 0; at <= lower.length();) {
            final int letter = at < lower.length() ? lower.codePointAt(at) : ' ';
            final boolean alone = isIdeograph(letter);
            final boolean part = !alone && (Character.isLetterOrDigit(letter) || letter == '_' || Character.getType(letter) == Character.NON_SPACING_MARK);
            if (from >= 0 && !part) {
                if (at - from > 1) {
                    found.add(lower.substring(from, at));
                }
                from = -1;
            }
            if (alone) {
                found.add(Character.toString(letter));
            } else if (part && from < 0) {
                from = at;
            }
            at += at < lower.length() ? Character.charCount(letter) : 1;
        }
        return found;
    }

    /** {@return whether a character is a word, or a part of one, without blanks around it} */
    static boolean isIdeograph(final int letter) {
        if (letter < 0x2E80) {
            return false;
        }
        final var script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }

    /** {@return the symbols of a text, new ones included; by one thread at a time for words} */
    int[] learn(final String text) {
        if (!words) {
            return characters(text);
        }
        return words(text).stream().mapToInt(this::number).toArray();
    }

    private int number(final String word) {
        final var found = known.get(word);
        if (found != null) {
            return found;
        }
        if (names.size() == MOST) {
            return UNKNOWN;
        }
        known.put(word, names.size());
        names.add(word);
        return names.size() - 1;
    }

    String text(final int[] symbols) {
        final var text = new StringBuilder();
        for (final int symbol : symbols) {
            if (words) {
                text.append(text.isEmpty() ? "" : " ").append(names.get(symbol));
            } else {
                text.appendCodePoint(symbol);
            }
        }
        return text.toString();
    }
}
