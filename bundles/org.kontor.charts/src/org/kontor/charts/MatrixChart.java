// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Numbers of two groups of categories against each other, as cells whose colour says how large they are: a heat map, correlations, a
 * cohort triangle. The element of a cell has the key of its column and, as the series, the key of its row.
 *
 * @param heading what stands over it
 * @param titles  what rows, columns and cells are
 * @param format  how the numbers are written
 * @param signed  whether zero is the middle and the sign has a colour of its own
 * @param columns the columns in their order, no two with one key
 * @param rows    the rows from above in their order, each as long as the columns, no two with one key
 * @since 0.1
 */
public record MatrixChart(Heading heading, Titles titles, ValueFormat format, boolean signed, List<Category> columns, List<Series> rows)
        implements Chart {

    /**
     * What a matrix shows.
     *
     * @param rows    what the rows are; may be empty
     * @param columns what the columns are; may be empty
     * @param value   what the cells are; may be empty
     */
    public record Titles(String rows, String columns, String value) {

        public Titles {
            rows = Labels.clean(rows);
            columns = Labels.clean(columns);
            value = Labels.clean(value);
        }
    }

    public MatrixChart {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(titles);
        Objects.requireNonNull(format);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        Labels.requireDistinct(columns.stream().map(Category::key));
        Labels.requireDistinct(rows.stream().map(Series::key));
        for (final var row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException(row.key() + ": " + row.values().size() + " values for " + columns.size());
            }
        }
    }

    @Override
    public boolean isEmpty() {
        return rows.stream().allMatch(row -> row.values().stream().allMatch(Objects::isNull));
    }

    /**
     * The largest distance from zero, or the extremes, that the colours span.
     *
     * @param smallest whether the smallest is wanted
     * @return an extreme of the known values; zero where there is none
     */
    public BigDecimal extreme(final boolean smallest) {
        final var known = rows.stream().flatMap(row -> row.values().stream()).filter(Objects::nonNull);
        return (smallest ? known.min(BigDecimal::compareTo) : known.max(BigDecimal::compareTo)).orElse(BigDecimal.ZERO);
    }

    @Override
    public ChartTable table(final Locale locale) {
        final var heads = new ArrayList<ChartTable.Column>();
        heads.add(new ChartTable.Column(titles.rows(), null));
        columns.forEach(column -> heads.add(new ChartTable.Column(column.label(), format)));
        final var lines = new ArrayList<List<ChartTable.Cell>>();
        for (final var row : rows) {
            final var cells = new ArrayList<ChartTable.Cell>();
            cells.add(ChartTable.Cell.of(row.label()));
            row.values().forEach(value -> cells.add(ChartTable.Cell.of(value)));
            lines.add(cells);
        }
        return new ChartTable(heading.title(), heads, lines);
    }
}
