// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.ArrayList;
import java.util.List;

/** Sets text in columns of a terminal, where a Chinese character takes two. */
final class Layout {

    private Layout() {
    }

    /**
     * One line that a terminal shows as text: what would move the cursor, change colours or turn the reading direction is replaced.
     *
     * @param text any text
     * @return printable text
     */
    static String clean(final String text) {
        final var line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\r' || point == '\t') {
                line.append(' ');
            } else if (Character.isISOControl(point) || isDirectionMark(point) || Character.getType(point) == Character.SURROGATE) {
                line.append('\uFFFD');
            } else {
                line.appendCodePoint(point);
            }
        });
        return line.toString();
    }

    private static boolean isDirectionMark(final int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }

    /**
     * @param text printable text
     * @return the columns it takes
     */
    static int width(final String text) {
        return text.codePoints().map(Layout::width).sum();
    }

    private static int width(final int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    /** East Asian wide and full-width blocks (Unicode Standard Annex 11), as far as names and texts use them. */
    private static boolean isWide(final int point) {
        return point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0x303E
                || point >= 0x3041 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F300 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD;
    }

    /**
     * @param text    printable text
     * @param columns the columns to fill
     * @param right   whether the text stands at the right end
     * @return the text with blanks; longer text as it is
     */
    static String pad(final String text, final int columns, final boolean right) {
        final var blanks = " ".repeat(Math.max(0, columns - width(text)));
        return right ? blanks + text : text + blanks;
    }

    /**
     * Breaks a text into lines: at blanks, and between Chinese characters. A word that is too long stands alone.
     *
     * @param text    printable text
     * @param columns the columns of a line
     * @return the lines; never empty
     */
    static List<String> wrap(final String text, final int columns) {
        final var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int used = 0;
        for (final var piece : pieces(text)) {
            final int length = width(piece.stripTrailing());
            if (used > 0 && used + length > columns) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder();
                used = 0;
            }
            line.append(piece);
            used += width(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /**
     * @param text printable text
     * @return the columns of its longest part that {@link #wrap} does not break
     */
    static int least(final String text) {
        return pieces(text).stream().mapToInt(piece -> width(piece.stripTrailing())).max().orElse(0);
    }

    /** The parts between which a line may end; each keeps the blanks that follow it. */
    private static List<String> pieces(final String text) {
        final var pieces = new ArrayList<String>();
        int start = 0;
        for (int index = 0; index < text.length();) {
            final int point = text.codePointAt(index);
            final int next = index + Character.charCount(point);
            if (next < text.length() && mayBreak(point, text.codePointAt(next))) {
                pieces.add(text.substring(start, next));
                start = next;
            }
            index = next;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static boolean mayBreak(final int before, final int after) {
        if (after == ' ') {
            return false;
        }
        if (before == ' ') {
            return true;
        }
        return (isIdeograph(before) || isClosing(before)) && isIdeograph(after) || isIdeograph(before) && after == '\u201C';
    }

    private static boolean isIdeograph(final int point) {
        return Character.isIdeographic(point);
    }

    /** Punctuation that ends a clause: a line may end after it, never before it. */
    private static boolean isClosing(final int point) {
        return "\u3002\uFF0C\u3001\uFF1B\uFF1A\uFF01\uFF1F\uFF09\u201D\u300B".indexOf(point) >= 0;
    }
}
