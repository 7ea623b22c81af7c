// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How many values fall into each of several ranges that follow each other, for one group or several. The element of a range has the lower
 * limit as its key.
 *
 * @param heading   what stands over it
 * @param titles    what the axes measure
 * @param positions how the limits of the ranges are written
 * @param format    how the counts are written
 * @param edges     the limits, rising, one more than ranges; empty for no data
 * @param series    the counts of each group, one for each range, no two with one key
 * @since 0.1
 */
public record HistogramChart(Heading heading, AxisTitles titles, ValueFormat positions, ValueFormat format, List<Double> edges,
        List<Series> series) implements Chart {

    public HistogramChart {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(titles);
        Objects.requireNonNull(positions);
        Objects.requireNonNull(format);
        edges = List.copyOf(edges);
        series = List.copyOf(series);
        Labels.requireDistinct(series.stream().map(Series::key));
        for (int index = 0; index < edges.size(); index++) {
            if (!Double.isFinite(edges.get(index)) || index > 0 && edges.get(index) <= edges.get(index - 1)) {
                throw new IllegalArgumentException("limits " + edges);
            }
        }
        for (final var row : series) {
            if (row.values().size() != Math.max(0, edges.size() - 1)) {
                throw new IllegalArgumentException(row.key() + ": " + row.values().size() + " counts for " + edges.size() + " limits");
            }
        }
    }

    @Override
    public boolean isEmpty() {
        return series.stream().allMatch(row -> row.values().stream().allMatch(value -> value == null || value.signum() == 0));
    }

    /**
     * How many ranges there are.
     *
     * @return 0 or more
     */
    public int ranges() {
        return Math.max(0, edges.size() - 1);
    }

    /**
     * A range in words.
     *
     * @param range  from 0
     * @param locale whose formats to use
     * @return lower and upper limit
     */
    public String label(final int range, final Locale locale) {
        return Messages.TEXTS.get(locale, "histogram.range", positions.exact(BigDecimal.valueOf(edges.get(range)), locale),
                positions.exact(BigDecimal.valueOf(edges.get(range + 1)), locale));
    }

    @Override
    public ChartTable table(final Locale locale) {
        final var columns = new ArrayList<ChartTable.Column>();
        columns.add(new ChartTable.Column(Messages.TEXTS.get(locale, "histogram.from", titles.domain()).strip(), positions));
        columns.add(new ChartTable.Column(Messages.TEXTS.get(locale, "histogram.to", titles.domain()).strip(), positions));
        for (final var row : series) {
            columns.add(new ChartTable.Column(series.size() == 1 && !titles.value().isEmpty() ? titles.value() : row.label(), format));
        }
        final var rows = new ArrayList<List<ChartTable.Cell>>();
        for (int range = 0; range < ranges(); range++) {
            final var cells = new ArrayList<ChartTable.Cell>();
            cells.add(ChartTable.Cell.of(BigDecimal.valueOf(edges.get(range))));
            cells.add(ChartTable.Cell.of(BigDecimal.valueOf(edges.get(range + 1))));
            for (final var row : series) {
                cells.add(ChartTable.Cell.of(row.values().get(range)));
            }
            rows.add(cells);
        }
        return new ChartTable(heading.title(), columns, rows);
    }
}
