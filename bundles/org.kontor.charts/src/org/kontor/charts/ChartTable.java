// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The numbers behind a chart as a table, so that reports and exports show exactly what the picture shows.
 *
 * @param caption what the table is about; empty for none
 * @param columns the columns, the first one being the label of the row
 * @param rows    the rows, each with a cell for each column
 * @since 0.1
 */
public record ChartTable(String caption, List<Column> columns, List<List<Cell>> rows) {

    /**
     * @param title  the header
     * @param format how its numbers are written; null for a column of text
     */
    public record Column(String title, ValueFormat format) {

        public Column {
            title = Labels.clean(title);
        }

        /**
         * Whether it holds numbers, to be aligned to the right.
         *
         * @return false for text
         */
        public boolean isNumeric() {
            return format != null;
        }
    }

    /**
     * A text, a number, or nothing.
     *
     * @param text   the text; empty where there is a number or nothing
     * @param number the exact number; null where there is none
     */
    public record Cell(String text, BigDecimal number) {

        /** Nothing is known. */
        public static final Cell EMPTY = new Cell("", null);

        /**
         * A number or nothing.
         *
         * @param number the number; null for nothing
         * @return the cell
         */
        public static Cell of(final BigDecimal number) {
            return number == null ? EMPTY : new Cell("", number);
        }

        /**
         * A text.
         *
         * @param text the text
         * @return the cell
         */
        public static Cell of(final String text) {
            return new Cell(Labels.clean(text), null);
        }
    }

    public ChartTable {
        Objects.requireNonNull(caption);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (final var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    /**
     * The headers.
     *
     * @return a title for each column
     */
    public List<String> header() {
        return columns.stream().map(Column::title).toList();
    }

    /**
     * The cells as a person reads them: exact numbers in the format of their column, nothing as an empty text.
     *
     * @param locale whose separators and currency signs to use
     * @return the rows of texts, not escaped for any format
     */
    public List<List<String>> formatted(final Locale locale) {
        return rows.stream().map(row -> {
            final var texts = new ArrayList<String>(row.size());
            for (int column = 0; column < row.size(); column++) {
                final var cell = row.get(column);
                final var format = columns.get(column).format();
                texts.add(cell.number() == null || format == null ? cell.text() : format.exact(cell.number(), locale));
            }
            return List.copyOf(texts);
        }).toList();
    }
}
