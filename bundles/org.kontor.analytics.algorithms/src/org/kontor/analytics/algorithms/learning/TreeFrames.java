// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;

/** Keeps trees as a table with one row for each node, and reads them again. */
final class TreeFrames {

    private TreeFrames() {
    }

    static Frame frame(final List<Tree> trees) {
        final int nodes = trees.stream().mapToInt(Tree::size).sum();
        final int outputs = trees.isEmpty() ? 1 : trees.getFirst().outputs();
        final var number = new long[nodes];
        final var feature = new long[nodes];
        final var threshold = new double[nodes];
        final var missing = new long[nodes];
        final var left = new long[nodes];
        final var cover = new double[nodes];
        final var value = new double[outputs][nodes];
        final var sets = new ArrayList<String>(nodes);
        int at = 0;
        for (int t = 0; t < trees.size(); t++) {
            final var tree = trees.get(t);
            for (int node = 0; node < tree.size(); node++) {
                number[at] = t;
                feature[at] = tree.feature(node);
                final boolean leaf = tree.isLeaf(node);
                threshold[at] = leaf || tree.set(node) != null ? Double.NaN : tree.threshold(node);
                missing[at] = !leaf && tree.missingLeft(node) ? 1 : 0;
                left[at] = leaf ? -1 : tree.left(node);
                sets.add(leaf || tree.set(node) == null ? null : hex(tree.set(node)));
                cover[at] = tree.cover(node);
                for (int k = 0; k < outputs; k++) {
                    value[k][at] = tree.value(node, k);
                }
                at++;
            }
        }
        final var columns = new ArrayList<Column>(List.of(IntegerColumn.of("tree", number), IntegerColumn.of("feature", feature),
                NumberColumn.of("threshold", threshold),
                IntegerColumn.of("missing-left", missing), IntegerColumn.of("left", left), TextColumn.of("set", sets), NumberColumn.of("cover", cover)));
        for (int k = 0; k < outputs; k++) {
            columns.add(NumberColumn.of("value-" + k, value[k]));
        }
        return Frame.of(columns);
    }

    private static String hex(final long[] set) {
        final var text = new StringBuilder();
        for (final long word : set) {
            text.append(text.isEmpty() ? "" : " ").append(Long.toHexString(word));
        }
        return text.toString();
    }

    /** {@return the trees of {@link #frame}} */
    static List<Tree> trees(final Frame frame, final int outputs) {
        final var trees = new ArrayList<Tree>();
        final var values = new NumberColumn[outputs];
        Arrays.setAll(values, k -> (NumberColumn) frame.column("value-" + k));
        Tree tree = null;
        for (int row = 0; row < frame.rows(); row++) {
            final int number = (int) frame.column("tree").number(row);
            if (number >= trees.size()) {
                tree = new Tree(outputs);
                trees.add(tree);
            }
            final var value = new double[outputs];
            for (int k = 0; k < outputs; k++) {
                value[k] = finite(values[k].number(row));
            }
            tree.leaf(finite(frame.column("cover").number(row)), value);
        }
        int node = 0;
        int at = -1;
        for (int row = 0; row < frame.rows(); row++) {
            final int number = (int) frame.column("tree").number(row);
            node = number == at ? node + 1 : 0;
            at = number;
            final int left = (int) frame.column("left").number(row);
            if (left >= 0) {
                final boolean category = !frame.column("set").isMissing(row);
                trees.get(number).split(node, (int) frame.column("feature").number(row), category ? 0 : finite(frame.column("threshold").number(row)),
                        frame.column("missing-left").number(row) == 1, category ? set(frame.column("set").text(row)) : null,
                        checked(left, node, trees.get(number)));
            }
        }
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("no trees");
        }
        return trees;
    }

    private static double finite(final double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(Double.toString(value));
        }
        return value;
    }

    private static int checked(final int left, final int node, final Tree tree) {
        if (left <= node || left + 1 >= tree.size()) {
            throw new IllegalArgumentException(node + " leads to " + left);
        }
        return left;
    }

    private static long[] set(final String text) {
        final var words = Arrays.stream(text.split(" ")).mapToLong(word -> Long.parseUnsignedLong(word, 16)).toArray();
        if (words.length != Tree.WORDS) {
            throw new IllegalArgumentException(text);
        }
        return words;
    }
}
