// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.run.RunContext;

/** Numbers items by their names, and finds those that stand together in one text. */
final class ItemTexts {

    static final char NONE = 0;
    private static final int[] NOTHING = new int[0];
    private static final char[] LIKELY = {'\t', ';', '|', ','};
    private static final int LOOKED_AT = 2_000;

    /** The items by their hash codes, each one more than its number. */
    private int[] places = new int[1 << 8];
    private int[] hashes = new int[1 << 8];
    private final List<String> names = new ArrayList<>();
    private final char separator;

    ItemTexts(final char separator) {
        this.separator = separator;
    }

    List<String> names() {
        return names;
    }

    /** {@return what stands between the items of a text, as the parameter says; of several, the first that occurs in one of the first texts} */
    static char separator(final String choice, final List<Column> columns, final boolean wholeBaskets) {
        return switch (choice) {
            case "tab" -> '\t';
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "pipe" -> '|';
            case "automatic" -> wholeBaskets && columns.size() == 1 && columns.getFirst() instanceof final TextColumn texts ? guessed(texts) : NONE;
            default -> NONE;
        };
    }

    private static char guessed(final TextColumn texts) {
        for (final char candidate : LIKELY) {
            for (int row = 0; row < Math.min(texts.rows(), LOOKED_AT); row++) {
                if (texts.text(row).indexOf(candidate) >= 0) {
                    return candidate;
                }
            }
        }
        return NONE;
    }

    /** {@return how many items there can be in a text at most} */
    static int parts(final String text, final char separator) {
        int count = 1;
        for (int i = text.indexOf(separator); separator != NONE && i >= 0; i = text.indexOf(separator, i + 1)) {
            count++;
        }
        return count;
    }

    /** {@return the items of each code of a column} */
    int[][] of(final Column column, final int[] codes, final int count, final RunContext context) {
        final var items = new int[count][];
        for (int row = 0; row < codes.length; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int code = codes[row];
            if (code >= 0 && items[code] == null) {
                items[code] = items(column.text(row));
            }
        }
        return items;
    }

    private int[] items(final String text) {
        if (separator == NONE || text.indexOf(separator) < 0) {
            final int number = number(text, 0, text.length());
            return number < 0 ? NOTHING : new int[] {number};
        }
        final var found = new int[parts(text, separator)];
        int size = 0;
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf(separator, from);
            end = end < 0 ? text.length() : end;
            final int number = number(text, from, end);
            if (number >= 0) {
                found[size++] = number;
            }
            from = end + 1;
        }
        return size == found.length ? found : Arrays.copyOf(found, size);
    }

    /** The number of what stands between two places of a text, without white space around it; -1 for nothing. */
    private int number(final String text, final int first, final int behind) {
        int from = first;
        int to = behind;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (from < to && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from == to) {
            return -1;
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        hash ^= hash >>> 15;
        int at = hash & places.length - 1;
        while (places[at] != 0) {
            final int number = places[at] - 1;
            if (hashes[number] == hash && names.get(number).length() == to - from && text.startsWith(names.get(number), from)) {
                return number;
            }
            at = at + 1 & places.length - 1;
        }
        names.add(text.substring(from, to));
        places[at] = names.size();
        if (names.size() > hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * hashes.length);
        }
        hashes[names.size() - 1] = hash;
        if (2 * names.size() > places.length) {
            spread();
        }
        return names.size() - 1;
    }

    private void spread() {
        places = new int[2 * places.length];
        for (int number = 0; number < names.size(); number++) {
            int at = hashes[number] & places.length - 1;
            while (places[at] != 0) {
                at = at + 1 & places.length - 1;
            }
            places[at] = number + 1;
        }
    }
}
