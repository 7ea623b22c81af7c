// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.List;

/**
 * A tree: a dendrogram, a condensed tree, a decision tree. Nodes are numbered; a parent has a lower number than its children.
 *
 * @param name    the stable name
 * @param title   what it is called
 * @param parents the parent of each node, -1 for a root
 * @param labels  what each node is called, such as a condition or a class
 * @param heights where each node lies along the tree: the distance of a merge, the density of a split, the depth of a decision
 * @param height  what the heights are
 * @param sizes   how many rows are below each node
 * @since 0.1
 */
public record TreePart(String name, Message title, int[] parents, List<Message> labels, double[] heights, Message height, double[] sizes)
        implements Part {

    public TreePart {
        labels = List.copyOf(labels);
    }
}
