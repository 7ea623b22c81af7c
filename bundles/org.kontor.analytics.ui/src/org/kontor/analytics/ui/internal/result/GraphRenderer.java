// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.Comparator;
import java.util.List;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.TablePart;

/** What is connected, the strongest first: a table is read where a drawing of many nodes is a knot. */
final class GraphRenderer {

    private GraphRenderer() {
    }

    static TablePart table(final GraphPart part) {
        final var edges = part.edges().stream().sorted(Comparator.comparingDouble(GraphPart.Edge::weight).reversed()).toList();
        final var frame = Frame.of(TextColumn.of("from", edges.stream().map(edge -> title(part, edge.from())).toList()),
                TextColumn.of("to", edges.stream().map(edge -> title(part, edge.to())).toList()),
                NumberColumn.of("weight", edges.stream().mapToDouble(GraphPart.Edge::weight).toArray()),
                TextColumn.of("says", edges.stream().map(edge -> edge.title().text()).toList()));
        return new TablePart(part.name(), part.title(), frame, List.of(head("from", Meaning.PLAIN), head("to", Meaning.PLAIN),
                head("weight", Meaning.SCORE), head("says", Meaning.REASON)));
    }

    private static String title(final GraphPart part, final int node) {
        return part.nodes().get(node).title().text();
    }

    private static TablePart.Head head(final String column, final Meaning meaning) {
        return new TablePart.Head(column, Message.of(Messages.TEXTS, "graph." + column), Message.of(Messages.TEXTS, "graph." + column + ".help"), meaning);
    }
}
