// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.List;

/**
 * Things and what connects them: association rules, similar items.
 *
 * @param name  the stable name
 * @param title what it is called
 * @param nodes the things
 * @param edges the connections
 * @since 0.1
 */
public record GraphPart(String name, Message title, List<Node> nodes, List<Edge> edges) implements Part {

    public GraphPart {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A thing.
     *
     * @param title  what it is called
     * @param weight how much it counts, 0 or more
     */
    public record Node(Message title, double weight) {
    }

    /**
     * A connection.
     *
     * @param from   the number of a node, from 0
     * @param to     the number of a node, from 0
     * @param weight how strong it is
     * @param title  what it says
     */
    public record Edge(int from, int to, double weight, Message title) {
    }
}
