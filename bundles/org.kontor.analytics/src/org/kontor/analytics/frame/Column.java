// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import org.kontor.core.problem.ProblemException;

/**
 * One named column of a {@link Frame}: values of one type in primitive arrays, some of which may be missing. Immutable and safe for any
 * thread. Rows are counted from 0.
 * <p>
 * Code that works on many rows reads blocks with {@link #numbers}; single values are for the edges.
 *
 * @since 0.1
 */
public sealed interface Column permits NumberColumn, IntegerColumn, FlagColumn, DateColumn, InstantColumn, TextColumn {

    /**
     * The name, unique within its frame.
     *
     * @return never blank
     */
    String name();

    /**
     * What the values are.
     *
     * @return the type; never null
     */
    ColumnType type();

    /**
     * How many values there are, missing ones included.
     *
     * @return 0 or more
     */
    int rows();

    /**
     * Whether a row has no value.
     *
     * @param row 0 to {@link #rows()} - 1
     * @return true where the value is missing
     */
    boolean isMissing(int row);

    /**
     * How many rows have no value.
     *
     * @return 0 to {@link #rows()}
     */
    int missing();

    /**
     * A value as a number: an integer as the nearest {@code double}, a flag as 1 or 0, a date as days, an instant as microseconds.
     *
     * @param row 0 to {@link #rows()} - 1
     * @return the number, {@code NaN} where it is missing
     * @throws ProblemException for a column of texts ({@code analytics.not-a-number})
     */
    double number(int row);

    /**
     * Copies consecutive values as numbers, {@code NaN} where they are missing.
     *
     * @param from   the first row
     * @param count  how many rows
     * @param into   where to
     * @param offset where the first goes
     * @throws ProblemException for a column of texts ({@code analytics.not-a-number})
     */
    default void numbers(final int from, final int count, final double[] into, final int offset) {
        for (int i = 0; i < count; i++) {
            into[offset + i] = number(from + i);
        }
    }

    /**
     * The day of a value: a date as it is, an instant by its day in UTC, a number as the number of a day.
     *
     * @param row 0 to {@link #rows()} - 1
     * @return days since 1970-01-01; undefined where it is missing
     * @throws ProblemException for a column of texts ({@code analytics.not-a-number})
     */
    default int day(final int row) {
        return (int) number(row);
    }

    /**
     * A value as it is written to a file: numbers with a point and all digits that tell them apart, dates and instants as ISO 8601, flags
     * as {@code true} and {@code false}.
     *
     * @param row 0 to {@link #rows()} - 1
     * @return the text, empty where the value is missing
     */
    String text(int row);

    /**
     * Some rows of this column.
     *
     * @param rows which, in the order wanted; one may occur several times
     * @return a column of {@code rows.length} values and the same name
     */
    Column take(int[] rows);

    /**
     * The same values under another name.
     *
     * @param name the name, not blank
     * @return the column; its values are shared
     */
    Column named(String name);
}
