// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TreePart;

/** The pictures of a tree of merges: its upper part as a tree, and the heights of the last merges as a line. */
final class Dendrograms {

    /** More clusters than that are no result that anybody reads. */
    static final int MOST_CLUSTERS = 1_000;
    /** So many clusters the picture of the tree ends in, at most. */
    static final int LEAVES = 60;

    private final Dendrogram tree;
    private final int[] labels;
    private final Optional<Column> id;
    private final int[] firstRow;

    /**
     * @param labels the cluster of each row
     * @param id     what rows are called
     */
    Dendrograms(final Dendrogram tree, final int[] labels, final Optional<Column> id) {
        this.tree = tree;
        this.labels = labels;
        this.id = id;
        firstRow = new int[tree.points().count()];
        Arrays.fill(firstRow, -1);
        for (int row = 0; row < labels.length; row++) {
            final int point = tree.points().of()[row];
            firstRow[point] = firstRow[point] < 0 ? row : firstRow[point];
        }
    }

    TreePart tree() {
        final var merges = tree.merges();
        final int points = tree.points().count();
        final int open = Math.min(merges.count(), LEAVES - 1);
        final int nodes = 2 * open + 1;
        final var parents = new int[nodes];
        final var heights = new double[nodes];
        final var sizes = new double[nodes];
        final var clusters = new int[nodes];
        final List<Message> names = new ArrayList<>();
        parents[0] = -1;
        clusters[0] = points + merges.count() - 1;
        int next = 1;
        for (int node = 0; node < nodes; node++) {
            final int merge = clusters[node] - points;
            heights[node] = merge < 0 ? 0 : merges.heights()[merge];
            sizes[node] = merge < 0 ? tree.points().sizes()[clusters[node]] : merges.sizes()[merge];
            // the upper merges are those that came last
            if (merge >= merges.count() - open) {
                names.add(Message.name(""));
                for (final int child : new int[] {merges.left()[merge], merges.right()[merge]}) {
                    parents[next] = node;
                    clusters[next++] = child;
                }
            } else {
                names.add(name(clusters[node], (int) sizes[node]));
            }
        }
        return new TreePart("dendrogram", Messages.of("agglomerative.dendrogram"), parents, names, heights, Messages.of("agglomerative.distance"), sizes);
    }

    private Message name(final int cluster, final int size) {
        int point = cluster;
        while (point >= tree.points().count()) {
            point = tree.merges().left()[point - tree.points().count()];
        }
        final int row = firstRow[point];
        if (size == 1) {
            final var name = id.filter(column -> !column.isMissing(row)).map(column -> Message.value(column.name(), column.text(row)))
                    .orElseGet(() -> Message.name(String.valueOf(row + 1)));
            return Messages.of("agglomerative.leaf.row", labels[row] + 1, name);
        }
        return Messages.of("agglomerative.leaf.rows", labels[row] + 1, size);
    }

    /** At which height so many clusters become one less, for the last merges. */
    SeriesPart heights(final int clusters) {
        final var merges = tree.merges();
        final int shown = Math.min(merges.count(), LEAVES - 1);
        final var positions = new double[shown];
        final var heights = new double[shown];
        for (int i = 0; i < shown; i++) {
            positions[i] = i + 2.0;
            heights[i] = merges.heights()[merges.count() - 1 - i];
        }
        final var title = Messages.of("agglomerative.distance");
        final var axis = new SeriesPart.Axis(Messages.of("clusters.clusters"), SeriesPart.AxisType.NUMBER);
        return new SeriesPart("heights", Messages.of("agglomerative.heights"), axis, title,
                List.of(new SeriesPart.Line(title, positions, heights, Optional.empty())),
                List.of(new SeriesPart.Mark(clusters, Messages.of("agglomerative.cut", clusters))));
    }

    /** {@return the number of clusters before which the heights rise most, up to a few; 0 where nothing can be said} */
    int advised() {
        final var merges = tree.merges();
        int best = 0;
        double widest = 0;
        for (int clusters = 2; clusters <= Math.min(merges.count(), 20); clusters++) {
            final double rise = merges.heights()[merges.count() - clusters + 1] - merges.heights()[merges.count() - clusters];
            if (rise > widest) {
                widest = rise;
                best = clusters;
            }
        }
        return best;
    }
}
