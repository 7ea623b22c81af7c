// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.List;

/**
 * Values of two groups of categories against each other: a heat map, a confusion matrix, correlations, a cohort triangle.
 *
 * @param name        the stable name
 * @param title       what it is called
 * @param rowTitle    what the rows are
 * @param columnTitle what the columns are
 * @param rows        the names of the rows
 * @param columns     the names of the columns
 * @param value       what the values are
 * @param values      {@code values[row][column]}, {@code NaN} where there is none
 * @param signed      whether zero is the middle and the sign matters, as for correlations
 * @param meaning     what the values say, by which they are shown: a {@link Meaning#SHARE} as percent
 * @since 0.1
 */
public record MatrixPart(String name, Message title, Message rowTitle, Message columnTitle, List<Message> rows, List<Message> columns, Message value,
        double[][] values, boolean signed, Meaning meaning) implements Part {

    public MatrixPart {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /**
     * Values that mean nothing more.
     *
     * @param name        the stable name
     * @param title       what it is called
     * @param rowTitle    what the rows are
     * @param columnTitle what the columns are
     * @param rows        the names of the rows
     * @param columns     the names of the columns
     * @param value       what the values are
     * @param values      {@code values[row][column]}, {@code NaN} where there is none
     * @param signed      whether zero is the middle and the sign matters
     */
    public MatrixPart(final String name, final Message title, final Message rowTitle, final Message columnTitle, final List<Message> rows,
            final List<Message> columns, final Message value, final double[][] values, final boolean signed) {
        this(name, title, rowTitle, columnTitle, rows, columns, value, values, signed, Meaning.PLAIN);
    }
}
