// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.kontor.analytics.result.MatrixPart;
import org.kontor.charts.Category;
import org.kontor.charts.ColourRole;
import org.kontor.charts.Heading;
import org.kontor.charts.MatrixChart;
import org.kontor.charts.Series;

/** Values of two groups against each other as coloured cells; keys are the numbers of row and column. */
final class MatrixRenderer {

    private MatrixRenderer() {
    }

    static MatrixChart chart(final MatrixPart part) {
        final var columns = IntStream.range(0, part.columns().size())
                .mapToObj(index -> new Category(Integer.toString(index), part.columns().get(index).text())).toList();
        final var rows = IntStream.range(0, part.rows().size()).mapToObj(index -> Series.of(Integer.toString(index), part.rows().get(index).text(),
                ColourRole.AUTOMATIC, Arrays.stream(part.values()[index]).boxed().toList())).toList();
        return new MatrixChart(Heading.of(part.title().text()),
                new MatrixChart.Titles(part.rowTitle().text(), part.columnTitle().text(), part.value().text()),
                Formats.of(part.meaning(), part.values()), part.signed(), columns, rows);
    }
}
