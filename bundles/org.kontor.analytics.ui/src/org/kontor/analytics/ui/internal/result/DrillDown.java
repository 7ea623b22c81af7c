// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.charts.ChartElement;

/**
 * Finds the rows that a cell or bar counts in the tables of the same result, without knowing the method: columns whose values are what the
 * cell's row and column are called, and which give exactly as many rows as the cell says. Where none do, the number counts no rows.
 */
final class DrillDown {

    private DrillDown() {
    }

    /**
     * The rows behind an element of a chart.
     *
     * @param result  the result
     * @param part    the part that the chart shows
     * @param element the element
     * @return identifiers of rows; empty where the element counts none
     */
    static List<String> rows(final Result result, final Part part, final ChartElement element) {
        return switch (part) {
            case MatrixPart matrix -> rows(result, matrix.rows().get(Integer.parseInt(element.series())).text(),
                    matrix.columns().get(Integer.parseInt(element.key())).text(),
                    matrix.values()[Integer.parseInt(element.series())][Integer.parseInt(element.key())]);
            case BarsPart bars -> rows(result, bars.categories().get(Integer.parseInt(element.key())).text(), null,
                    bars.values()[Integer.parseInt(element.series())][Integer.parseInt(element.key())]);
            default -> List.of();
        };
    }

    private static List<String> rows(final Result result, final String first, final String second, final double count) {
        for (final var part : result.parts()) {
            if (part instanceof final TablePart table && table.column(Meaning.ID).isPresent()) {
                final var found = rows(table, first, second, count);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static List<String> rows(final TablePart table, final String first, final String second, final double count) {
        final var id = table.column(Meaning.ID).orElseThrow();
        final var columns = table.frame().columns().stream().filter(column -> column != id).toList();
        final var firsts = columns.stream().map(column -> matching(column, first)).toList();
        final var seconds = second == null ? List.<BitSet>of() : columns.stream().map(column -> matching(column, second)).toList();
        for (int one = 0; one < columns.size(); one++) {
            for (int other = 0; other < Math.max(1, seconds.size()); other++) {
                final var rows = (BitSet) firsts.get(one).clone();
                if (second != null) {
                    if (other == one) {
                        continue;
                    }
                    rows.and(seconds.get(other));
                }
                if (rows.cardinality() > 0 && rows.cardinality() == count) {
                    final var ids = new ArrayList<String>(rows.cardinality());
                    rows.stream().forEach(row -> ids.add(id.text(row)));
                    return ids;
                }
            }
        }
        return List.of();
    }

    private static BitSet matching(final Column column, final String label) {
        final var digits = label.replaceAll("\\D+", "");
        final var rows = new BitSet(column.rows());
        for (int row = 0; row < column.rows(); row++) {
            final var text = column.text(row);
            if (!text.isEmpty() && (text.equals(label) || text.equals(digits))) {
                rows.set(row);
            }
        }
        return rows;
    }
}
