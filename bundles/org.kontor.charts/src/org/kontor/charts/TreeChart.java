// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A tree that lies on its side, its root at the left: a dendrogram, a condensed tree, a decision tree.
 *
 * @param heading what stands over it
 * @param height  what the heights are; may be empty
 * @param format  how heights are written
 * @param nodes   the nodes; a parent stands before its children
 * @since 0.1
 */
public record TreeChart(Heading heading, String height, ValueFormat format, List<Node> nodes) implements Chart {

    /**
     * A node.
     *
     * @param key    what the caller knows it by
     * @param parent the place of its parent in the list, -1 for a root
     * @param label  what it is called; may be empty within the tree
     * @param height where it lies along the tree, finite
     * @param size   how many things are below it; {@code NaN} where that is not known
     */
    public record Node(String key, int parent, String label, double height, double size) {

        public Node {
            Objects.requireNonNull(key);
            label = Labels.clean(label);
            if (!Double.isFinite(height)) {
                throw new IllegalArgumentException(key + " lies at " + height);
            }
        }
    }

    public TreeChart {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(format);
        height = Labels.clean(height);
        nodes = List.copyOf(nodes);
        Labels.requireDistinct(nodes.stream().map(Node::key));
        for (int index = 0; index < nodes.size(); index++) {
            if (nodes.get(index).parent() >= index || nodes.get(index).parent() < -1) {
                throw new IllegalArgumentException("node " + index + " below " + nodes.get(index).parent());
            }
        }
    }

    @Override
    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /**
     * How many nodes have no children.
     *
     * @return 0 or more
     */
    public int leaves() {
        final var inner = new boolean[nodes.size()];
        nodes.stream().filter(node -> node.parent() >= 0).forEach(node -> inner[node.parent()] = true);
        int count = 0;
        for (final boolean parent : inner) {
            count += parent ? 0 : 1;
        }
        return count;
    }

    @Override
    public ChartTable table(final Locale locale) {
        final var rows = new ArrayList<List<ChartTable.Cell>>();
        for (int index = 0; index < nodes.size(); index++) {
            final var node = nodes.get(index);
            rows.add(List.of(ChartTable.Cell.of(BigDecimal.valueOf(index)),
                    node.parent() < 0 ? ChartTable.Cell.EMPTY : ChartTable.Cell.of(BigDecimal.valueOf(node.parent())),
                    ChartTable.Cell.of(node.label()), ChartTable.Cell.of(BigDecimal.valueOf(node.height())),
                    Double.isFinite(node.size()) ? ChartTable.Cell.of(BigDecimal.valueOf(node.size())) : ChartTable.Cell.EMPTY));
        }
        return new ChartTable(heading.title(), List.of(column(locale, "tree.node", ValueFormat.count()),
                column(locale, "tree.parent", ValueFormat.count()), column(locale, "tree.label", null),
                height.isEmpty() ? column(locale, "tree.height", format) : new ChartTable.Column(height, format),
                column(locale, "tree.size", ValueFormat.number(0))), rows);
    }

    private static ChartTable.Column column(final Locale locale, final String key, final ValueFormat format) {
        return new ChartTable.Column(Messages.TEXTS.get(locale, key), format);
    }
}
