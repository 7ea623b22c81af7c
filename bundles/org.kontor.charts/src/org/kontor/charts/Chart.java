// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.util.Locale;

/**
 * What to show, typed and immutable, without a word about how it is painted. The same description gives the picture on the screen, in
 * a report and in a file, and the table of the numbers behind it.
 *
 * @since 0.1
 */
public sealed interface Chart
        permits FunnelChart, BarChart, LineChart, CurveChart, ScatterChart, MatrixChart, HistogramChart, TreeChart, GraphChart {

    /**
     * What stands over the chart.
     *
     * @return never null
     */
    Heading heading();

    /**
     * Whether there is nothing to paint.
     *
     * @return true where the picture shows {@link Heading#emptyText()} instead
     */
    boolean isEmpty();

    /**
     * The numbers behind the picture.
     *
     * @param locale whose names of periods to use
     * @return every number of the chart, exact; never null
     */
    ChartTable table(Locale locale);

    /**
     * The numbers behind the picture in the language of the moment.
     *
     * @return every number of the chart, exact; never null
     */
    default ChartTable table() {
        return table(Locale.getDefault());
    }
}
