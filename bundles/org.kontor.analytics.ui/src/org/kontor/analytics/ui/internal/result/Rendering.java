// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.Map;

import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.TablePart;
import org.kontor.charts.Chart;

/** How a part of a result is shown: as a chart or as a table. */
public sealed interface Rendering {

    /** The part. */
    Part part();

    /**
     * Shown as a chart.
     *
     * @param part  the part
     * @param chart the chart
     * @param ids   the rows of the data behind the points of the chart, by the points' keys; empty where there are none
     */
    record AsChart(Part part, Chart chart, Map<String, String> ids) implements Rendering {
    }

    /**
     * Shown as a table.
     *
     * @param part  the part
     * @param table the table
     */
    record AsTable(Part part, TablePart table) implements Rendering {
    }
}
