// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.util.HashSet;
import java.util.stream.Stream;

/** What charts demand of texts and keys: labels are typed by users or come out of dirty files. */
final class Labels {

    private static final char REPLACEMENT = '\uFFFD';

    private Labels() {
    }

    /**
     * One line without control characters, broken surrogates or other characters that XML 1.0 refuses.
     *
     * @param text the text; null counts as empty
     * @return the cleaned text, stripped at both ends; never null
     */
    static String clean(final String text) {
        if (text == null) {
            return "";
        }
        final var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
                clean.append(' ');
            } else if (point >= 0xD800 && point <= 0xDFFF || point == 0xFFFE || point == 0xFFFF) {
                clean.append(REPLACEMENT);
            } else {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString().strip();
    }

    /** Keys lead back to records, so no two elements of a chart may share one. */
    static void requireDistinct(final Stream<String> keys) {
        final var seen = new HashSet<String>();
        keys.forEach(key -> {
            if (!seen.add(key)) {
                throw new IllegalArgumentException("key twice: " + key);
            }
        });
    }
}
