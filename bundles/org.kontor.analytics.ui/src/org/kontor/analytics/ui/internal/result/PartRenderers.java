// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.TreePart;

/** Knows the renderer of every kind of part. */
public final class PartRenderers {

    private PartRenderers() {
    }

    /**
     * Renders a part.
     *
     * @param part  the part
     * @param names what people call a row of the data, by its identifier
     * @return how it is shown
     */
    public static Rendering of(final Part part, final UnaryOperator<String> names) {
        return switch (part) {
            case TablePart table -> new Rendering.AsTable(table, table);
            case SeriesPart series -> new Rendering.AsChart(series, SeriesRenderer.chart(series), Map.of());
            case MatrixPart matrix -> new Rendering.AsChart(matrix, MatrixRenderer.chart(matrix), Map.of());
            case BarsPart bars -> new Rendering.AsChart(bars, BarsRenderer.chart(bars), Map.of());
            case PointsPart points -> PointsRenderer.render(points, points.axes().get(0), points.axes().get(1), names);
            case DistributionPart distribution -> new Rendering.AsChart(distribution, DistributionRenderer.chart(distribution), Map.of());
            case TreePart tree -> new Rendering.AsChart(tree, TreeRenderer.chart(tree), Map.of());
            case GraphPart graph -> new Rendering.AsChart(graph, GraphRenderer.chart(graph), Map.of());
        };
    }
}
