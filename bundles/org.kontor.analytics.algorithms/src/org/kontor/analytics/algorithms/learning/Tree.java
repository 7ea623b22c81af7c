// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

/**
 * A tree of decisions. Node 0 is the root; children have higher numbers than their parent. A number goes left where it is at most the
 * threshold; a category goes left where its slot is in the node's set: slot 0 is a missing category, 1 one that was not told apart, then
 * come the codes.
 */
final class Tree {

    static final int LEAF = -1;
    /** The longs of a set of slots. */
    static final int WORDS = Math.ceilDiv(Encoding.MOST + 2, Long.SIZE);
    /** The threshold of a node that asks only whether there is a value. */
    static final double KNOWN = Double.MAX_VALUE;

    private final int outputs;
    private int size;
    private boolean anySet;
    private int[] features = new int[16];
    private double[] thresholds = new double[16];
    private boolean[] missingLeft = new boolean[16];
    private long[][] sets = new long[16][];
    private int[] lefts = new int[16];
    private double[] covers = new double[16];
    private double[] values;

    /**
     * @param outputs how many values a leaf has
     */
    Tree(final int outputs) {
        this.outputs = outputs;
        values = new double[16 * outputs];
    }

    static int slot(final double category) {
        return category != category ? 0 : (int) category + 2;
    }

    static boolean contains(final long[] set, final int slot) {
        return (set[slot >> 6] >>> slot & 1) != 0;
    }

    /** {@return the number of a new leaf} */
    int leaf(final double cover, final double... value) {
        if (size == features.length) {
            final int room = size * 2;
            features = Arrays.copyOf(features, room);
            thresholds = Arrays.copyOf(thresholds, room);
            missingLeft = Arrays.copyOf(missingLeft, room);
            sets = Arrays.copyOf(sets, room);
            lefts = Arrays.copyOf(lefts, room);
            covers = Arrays.copyOf(covers, room);
            values = Arrays.copyOf(values, room * outputs);
        }
        features[size] = LEAF;
        covers[size] = cover;
        System.arraycopy(value, 0, values, size * outputs, outputs);
        return size++;
    }

    /** Makes a leaf decide; its children are the two leaves made after it, of which this is the left one. */
    void split(final int node, final int feature, final double threshold, final boolean missing, final long[] set, final int left) {
        features[node] = feature;
        thresholds[node] = threshold;
        missingLeft[node] = missing;
        sets[node] = set;
        anySet |= set != null;
        lefts[node] = left;
    }

    int size() {
        return size;
    }

    int outputs() {
        return outputs;
    }

    boolean isLeaf(final int node) {
        return features[node] == LEAF;
    }

    int feature(final int node) {
        return features[node];
    }

    double threshold(final int node) {
        return thresholds[node];
    }

    boolean missingLeft(final int node) {
        return missingLeft[node];
    }

    /** {@return the slots that go left; null where numbers are compared} */
    long[] set(final int node) {
        return sets[node];
    }

    int left(final int node) {
        return lefts[node];
    }

    int right(final int node) {
        return lefts[node] + 1;
    }

    double cover(final int node) {
        return covers[node];
    }

    double value(final int node, final int output) {
        return values[node * outputs + output];
    }

    void setValue(final int node, final double value) {
        values[node * outputs] = value;
    }

    int next(final int node, final double value) {
        final boolean goesLeft;
        if (sets[node] != null) {
            goesLeft = contains(sets[node], slot(value));
        } else {
            goesLeft = value != value ? missingLeft[node] : value <= thresholds[node];
        }
        return goesLeft ? lefts[node] : lefts[node] + 1;
    }

    /** {@return the leaf of a row} */
    int leafOf(final double[][] columns, final int row) {
        final var asked = features;
        final var limits = thresholds;
        final var children = lefts;
        int node = 0;
        for (int feature = asked[0]; feature != LEAF; feature = asked[node]) {
            final double value = columns[feature][row];
            if (value != value || anySet && sets[node] != null) {
                node = next(node, value);
            } else {
                // no branch, since nobody can guess it
                node = children[node] + (value <= limits[node] ? 0 : 1);
            }
        }
        return node;
    }

    /**
     * The leaves of rows, four rows at a time, so that nobody waits for one value after the other.
     *
     * @param rows  which rows
     * @param from  the first of them
     * @param until the one after the last
     * @param into  gets the leaf of each, from 0
     */
    void leavesOf(final double[][] columns, final int[] rows, final int from, final int until, final int[] into) {
        int i = from;
        for (; !anySet && i + 4 <= until; i += 4) {
            final int row0 = rows[i];
            final int row1 = rows[i + 1];
            final int row2 = rows[i + 2];
            final int row3 = rows[i + 3];
            int at0 = 0;
            int at1 = 0;
            int at2 = 0;
            int at3 = 0;
            int before;
            do {
                before = at0 + at1 + at2 + at3;
                at0 = step(columns, row0, at0);
                at1 = step(columns, row1, at1);
                at2 = step(columns, row2, at2);
                at3 = step(columns, row3, at3);
                // children have higher numbers, so the sum grows until all are at leaves
            } while (at0 + at1 + at2 + at3 != before);
            into[i - from] = at0;
            into[i - from + 1] = at1;
            into[i - from + 2] = at2;
            into[i - from + 3] = at3;
        }
        for (; i < until; i++) {
            into[i - from] = leafOf(columns, rows[i]);
        }
    }

    private int step(final double[][] columns, final int row, final int node) {
        final int feature = features[node];
        if (feature == LEAF) {
            return node;
        }
        final double value = columns[feature][row];
        if (value != value) {
            return lefts[node] + (missingLeft[node] ? 0 : 1);
        }
        return lefts[node] + (value <= thresholds[node] ? 0 : 1);
    }

    /** {@return the mean of the leaves, each as often as rows came to it} */
    double expected(final int output) {
        double sum = 0;
        for (int node = 0; node < size; node++) {
            if (features[node] == LEAF) {
                sum += covers[node] * values[node * outputs + output];
            }
        }
        return sum / covers[0];
    }

    int depth() {
        final var depths = new int[size];
        int deepest = 0;
        for (int node = 0; node < size; node++) {
            if (features[node] != LEAF) {
                depths[lefts[node]] = depths[node] + 1;
                depths[lefts[node] + 1] = depths[node] + 1;
            }
            deepest = Math.max(deepest, depths[node]);
        }
        return deepest;
    }

    int leaves() {
        int count = 0;
        for (int node = 0; node < size; node++) {
            count += features[node] == LEAF ? 1 : 0;
        }
        return count;
    }
}
