// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.util.ArrayList;
import java.util.List;

/** The table behind the charts that have series: a row for each category, a column for each series. */
final class SeriesTable {

    private SeriesTable() {
    }

    static ChartTable of(final Heading heading, final AxisTitles titles, final ValueFormat format, final List<String> labels,
            final List<Series> series) {
        final var columns = new ArrayList<ChartTable.Column>();
        columns.add(new ChartTable.Column(titles.domain(), null));
        for (final var row : series) {
            final boolean lonely = series.size() == 1 && !titles.value().isEmpty();
            columns.add(new ChartTable.Column(lonely ? titles.value() : row.label(), format));
        }
        final var rows = new ArrayList<List<ChartTable.Cell>>();
        for (int index = 0; index < labels.size(); index++) {
            final var cells = new ArrayList<ChartTable.Cell>();
            cells.add(ChartTable.Cell.of(labels.get(index)));
            for (final var row : series) {
                cells.add(ChartTable.Cell.of(row.values().get(index)));
            }
            rows.add(cells);
        }
        return new ChartTable(heading.title(), columns, rows);
    }
}
