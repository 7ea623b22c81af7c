// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.TreePart;

/** A condensed tree as a picture: each cluster at the density at which it ends, those with most rows opened first where there are very many. */
final class CondensedTreePicture {

    private static final int LEAVES = 60;

    private final Hdbscan.Found found;

    CondensedTreePicture(final Hdbscan.Found found) {
        this.found = found;
    }

    TreePart part() {
        final var tree = found.tree();
        final var first = new int[tree.count()];
        Arrays.fill(first, -1);
        for (int cluster = tree.count() - 1; cluster > 0; cluster--) {
            // the two that a cluster splits into follow each other
            first[tree.parent(cluster)] = cluster;
        }
        final var shown = new boolean[tree.count()];
        shown[0] = true;
        final var waiting = new PriorityQueue<Integer>(Comparator.comparingInt((Integer cluster) -> -tree.rows(cluster)).thenComparingInt(cluster -> cluster));
        waiting.add(0);
        for (int leaves = 1; leaves < LEAVES && !waiting.isEmpty();) {
            final int cluster = waiting.poll();
            if (first[cluster] >= 0) {
                for (int child = first[cluster]; child <= first[cluster] + 1; child++) {
                    shown[child] = true;
                    waiting.add(child);
                }
                leaves++;
            }
        }
        final var nodes = IntStream.range(0, tree.count()).filter(cluster -> shown[cluster]).toArray();
        final var place = new int[tree.count()];
        final var parents = new int[nodes.length];
        final var heights = new double[nodes.length];
        final var sizes = new double[nodes.length];
        final List<Message> names = new ArrayList<>();
        for (int node = 0; node < nodes.length; node++) {
            final int cluster = nodes[node];
            place[cluster] = node;
            parents[node] = cluster == 0 ? -1 : place[tree.parent(cluster)];
            heights[node] = tree.death(cluster);
            sizes[node] = tree.rows(cluster);
            final boolean leaf = first[cluster] < 0 || !shown[first[cluster]];
            names.add(found.chosen()[cluster] ? Messages.of("agglomerative.leaf.rows", found.numbers()[cluster] + 1, tree.rows(cluster))
                    : leaf ? Messages.of("hdbscan.part", tree.rows(cluster)) : Message.name(""));
        }
        return new TreePart("condensed-tree", Messages.of("hdbscan.tree"), parents, names, heights, Messages.of("hdbscan.density"), sizes);
    }
}
