// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

import org.kontor.analytics.internal.AnalyticsProblems;

/**
 * Texts: categories, names, identifiers, or whole documents. Each row has the code of its text in a dictionary, -1 where it is missing.
 *
 * @since 0.1
 */
public final class TextColumn implements Column {

    /** The code of a missing text. */
    public static final int ABSENT = -1;

    private final String name;
    private final int[] codes;
    private final Dictionary dictionary;
    private final int missing;

    private TextColumn(final String name, final int[] codes, final Dictionary dictionary, final int missing) {
        this.name = Frame.checkedName(name);
        this.codes = codes;
        this.dictionary = dictionary;
        this.missing = missing;
    }

    /**
     * A column of coded texts.
     *
     * @param name       its name, not blank
     * @param codes      one for each row: a code of the dictionary, or {@link #ABSENT}; the array is given away
     * @param dictionary the texts
     * @return the column
     */
    public static TextColumn of(final String name, final int[] codes, final Dictionary dictionary) {
        int missing = 0;
        for (final int code : codes) {
            if (code == ABSENT) {
                missing++;
            } else {
                Objects.checkIndex(code, dictionary.size());
            }
        }
        return new TextColumn(name, codes, dictionary, missing);
    }

    /**
     * A column of texts; they are coded in the order in which they first appear.
     *
     * @param name  its name, not blank
     * @param texts one for each row, null where it is missing
     * @return the column
     */
    public static TextColumn of(final String name, final List<String> texts) {
        final var known = new HashMap<String, Integer>();
        final var codes = new int[texts.size()];
        int row = 0;
        for (final var text : texts) {
            codes[row++] = text == null ? ABSENT : known.computeIfAbsent(text, unseen -> known.size());
        }
        final var ordered = new String[known.size()];
        known.forEach((text, code) -> ordered[code] = text);
        return of(name, codes, Dictionary.of(ordered));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    @Override
    public int rows() {
        return codes.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return codes[row] == ABSENT;
    }

    @Override
    public int missing() {
        return missing;
    }

    /**
     * The code of a row's text.
     *
     * @param row 0 to {@link #rows()} - 1
     * @return a code of {@link #dictionary()}, or {@link #ABSENT}
     */
    public int code(final int row) {
        return codes[row];
    }

    /**
     * The texts. A column that was taken from another shares its dictionary, so not every text needs to occur.
     *
     * @return the dictionary; never null
     */
    public Dictionary dictionary() {
        return dictionary;
    }

    @Override
    public double number(final int row) {
        throw AnalyticsProblems.of("analytics.not-a-number", name).asException();
    }

    @Override
    public String text(final int row) {
        return codes[row] == ABSENT ? "" : dictionary.text(codes[row]);
    }

    @Override
    public TextColumn take(final int[] rows) {
        final var taken = new int[rows.length];
        Arrays.setAll(taken, i -> codes[rows[i]]);
        return of(name, taken, dictionary);
    }

    @Override
    public TextColumn named(final String other) {
        return new TextColumn(other, codes, dictionary, missing);
    }
}
