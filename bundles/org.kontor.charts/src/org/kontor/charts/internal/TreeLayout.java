// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.charts.TreeChart;

/** The order of a tree's leaves and the lines on which its nodes lie, counted in leaves from above. */
final class TreeLayout {

    private final TreeChart chart;
    private final List<List<Integer>> children = new ArrayList<>();
    private final double[] lines;
    private final int leaves;

    TreeLayout(final TreeChart chart) {
        this.chart = chart;
        final int count = chart.nodes().size();
        final var roots = new ArrayList<Integer>();
        for (int node = 0; node < count; node++) {
            children.add(new ArrayList<>());
            final int parent = chart.nodes().get(node).parent();
            (parent < 0 ? roots : children.get(parent)).add(node);
        }
        lines = new double[count];
        leaves = placeLeaves(roots);
        for (int node = count - 1; node >= 0; node--) {
            final var below = children.get(node);
            if (!below.isEmpty()) {
                lines[node] = (lines[below.getFirst()] + lines[below.getLast()]) / 2;
            }
        }
    }

    /** Without recursion: a chain of merges may be as deep as there are rows. */
    private int placeLeaves(final List<Integer> roots) {
        final var waiting = new ArrayDeque<Integer>();
        roots.reversed().forEach(waiting::push);
        int next = 0;
        while (!waiting.isEmpty()) {
            final int node = waiting.pop();
            if (children.get(node).isEmpty()) {
                lines[node] = next++;
            }
            children.get(node).reversed().forEach(waiting::push);
        }
        return next;
    }

    int leaves() {
        return leaves;
    }

    boolean isLeaf(final int node) {
        return children.get(node).isEmpty();
    }

    List<Integer> children(final int node) {
        return children.get(node);
    }

    /** Which line a node lies on, from 0; between leaves for an inner node. */
    double line(final int node) {
        return lines[node];
    }

    /** Nodes from above to below, those on one line from the root outwards. */
    List<Integer> readingOrder() {
        final var order = new Integer[lines.length];
        Arrays.setAll(order, index -> index);
        Arrays.sort(order, (one, other) -> lines[one] == lines[other] ? Integer.compare(one, other) : Double.compare(lines[one], lines[other]));
        return List.of(order);
    }

    /** Whether heights fall from the root to the leaves, as the distances of merges do. */
    boolean falls() {
        double roots = Double.NEGATIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (final var node : chart.nodes()) {
            if (node.parent() < 0) {
                roots = Math.max(roots, node.height());
            } else {
                most = Math.max(most, node.height());
            }
        }
        return roots >= most;
    }
}
