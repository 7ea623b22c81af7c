// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.kontor.analytics.result.GraphPart;
import org.kontor.charts.GraphChart;
import org.kontor.charts.Heading;

/** What is connected, the strongest links: a drawing of all of many is a knot, and tables of the same result name every one. */
final class GraphRenderer {

    private static final int MOST = 24;

    private GraphRenderer() {
    }

    static GraphChart chart(final GraphPart part) {
        final var edges = part.edges().stream().filter(edge -> Double.isFinite(edge.weight()) && edge.weight() >= 0)
                .sorted(Comparator.comparingDouble(GraphPart.Edge::weight).reversed()).limit(MOST).toList();
        final List<GraphChart.Link> links = new ArrayList<>();
        for (int index = 0; index < edges.size(); index++) {
            final var edge = edges.get(index);
            links.add(new GraphChart.Link(Integer.toString(index), title(part, edge.from()), title(part, edge.to()), edge.weight(),
                    edge.title().text()));
        }
        final var whole = NumberFormat.getIntegerInstance();
        final var words = part.edges().size() > links.size() ? Messages.text("graph.strongest", whole.format(links.size()), whole.format(part.edges().size())) : "";
        return new GraphChart(Heading.of(part.title().text(), words), new GraphChart.Titles(Messages.text("graph.from"), Messages.text("graph.to"),
                Messages.text("graph.weight")), Formats.of(edges.stream().mapToDouble(GraphPart.Edge::weight)), links);
    }

    private static String title(final GraphPart part, final int node) {
        return part.nodes().get(node).title().text();
    }
}
