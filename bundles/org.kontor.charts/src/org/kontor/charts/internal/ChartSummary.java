// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.kontor.charts.BarChart;
import org.kontor.charts.Chart;
import org.kontor.charts.CurveChart;
import org.kontor.charts.FunnelChart;
import org.kontor.charts.GraphChart;
import org.kontor.charts.HistogramChart;
import org.kontor.charts.LineChart;
import org.kontor.charts.MatrixChart;
import org.kontor.charts.ScatterChart;
import org.kontor.charts.TreeChart;
import org.kontor.charts.ValueFormat;

/** Says in words what a chart shows, for those who do not see it. */
public final class ChartSummary {

    /** Longer lists help nobody who listens; the table has them all. */
    private static final int MOST_ROWS = 24;

    private ChartSummary() {
    }

    /**
     * The description of the heading or a summary of the numbers.
     *
     * @param chart  the chart
     * @param locale the language
     * @return some sentences
     */
    public static String of(final Chart chart, final Locale locale) {
        final var words = new Words(locale);
        if (!chart.heading().description().isEmpty()) {
            return chart.heading().description();
        }
        if (chart.isEmpty()) {
            return chart.heading().emptyText().isEmpty() ? words.text("empty") : chart.heading().emptyText();
        }
        final var rows = rows(chart, words);
        final var items = new ArrayList<String>();
        for (final var row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            items.add(words.text("summary.item", row.getFirst(), values(row.subList(1, row.size()), words)));
        }
        if (rows.size() > MOST_ROWS) {
            items.add(words.text("summary.more", rows.size() - MOST_ROWS));
        }
        final var kind = switch (chart) {
            case FunnelChart funnel -> words.text("summary.funnel", funnel.stages().size());
            case BarChart bars -> words.text("summary.bars", rows.size());
            case LineChart lines -> words.text("summary.lines", rows.size());
            case CurveChart curves -> words.text("summary.lines", rows.size());
            case ScatterChart points -> words.text("summary.points", points.size());
            case MatrixChart matrix -> words.text("summary.matrix", matrix.rows().size(), matrix.columns().size());
            case HistogramChart histogram -> words.text("summary.histogram", histogram.ranges());
            case TreeChart tree -> words.text("summary.tree", tree.leaves());
            case GraphChart graph -> words.text("summary.graph", graph.links().size());
        };
        return kind + ' ' + String.join(words.text("summary.item.separator"), items) + words.text("summary.end");
    }

    /** The numbers; of points only the groups, because nobody listens to thousands. */
    private static List<List<String>> rows(final Chart chart, final Words words) {
        if (chart instanceof ScatterChart points) {
            return points.groups().stream().map(group -> List.of(group.label(),
                    words.exact(ValueFormat.count(), BigDecimal.valueOf(group.points().size())))).toList();
        }
        return chart.table(words.locale()).formatted(words.locale());
    }

    private static String values(final List<String> texts, final Words words) {
        return String.join(words.text("summary.value.separator"), texts.stream().filter(text -> !text.isEmpty()).toList());
    }
}
