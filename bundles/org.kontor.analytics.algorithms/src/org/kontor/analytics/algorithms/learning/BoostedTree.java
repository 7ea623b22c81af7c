// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

import org.kontor.analytics.run.RunContext;

/**
 * Grows the trees of gradient boosting, the leaf first that gains most. Rows are summed up by range for the smaller one of two children; the
 * sums of the other are those of the parent less these. Used again for each tree, so that nothing large is made anew.
 */
final class BoostedTree {

    /** So many features are summed up in one pass over the rows: those whose codes fill a word. */
    private static final int GROUP = Long.BYTES;
    /** Less work than this many additions is not handed out. */
    private static final int SMALL = 120_000;
    private static final int PAUSE = 1 << 16;
    private static final double TINY = 1e-12;

    private final Bins bins;
    private final Boosting.Limits limits;
    private final RunContext context;
    private final int width;
    private final int groups;
    private final BinSplit[] splits;
    private final double[][] unpacked;
    /** For each group of features and each row their codes, the first in the lowest bits. */
    private final long[][] words;
    private final PartedRows order;
    private final int[] rows;
    private final long[] items;
    private final Deque<long[]> pool = new ArrayDeque<>();
    private Gradients gradients;
    private Tree tree;

    /** @param rows the rows that are learned from */
    BoostedTree(final Bins bins, final int[] rows, final Boosting.Limits limits, final RunContext context) {
        this.bins = bins;
        this.limits = limits;
        this.context = context;
        width = bins.width();
        groups = Math.ceilDiv(width, GROUP);
        words = new long[groups][];
        context.parallel(groups, group -> words[group] = words(group));
        order = new PartedRows(rows, context);
        this.rows = order.rows();
        items = order.items();
        splits = new BinSplit[width];
        unpacked = new double[width][2 * Bins.ALL];
        for (int j = 0; j < width; j++) {
            splits[j] = new BinSplit(limits.regularization() + TINY);
        }
    }

    private long[] words(final int group) {
        final var all = new long[bins.codes()[group * GROUP].length];
        for (int j = group * GROUP; j < Math.min(width, (group + 1) * GROUP); j++) {
            context.checkCancelled();
            final var codes = bins.codes()[j];
            final int shift = j % GROUP * Byte.SIZE;
            for (int row = 0; row < all.length; row++) {
                all[row] |= (codes[row] & 0xFFL) << shift;
            }
        }
        return all;
    }

    /** {@return bytes that it takes for each row, beside the codes of features} */
    static long memory(final long width) {
        return Math.ceilDiv(width, GROUP) * Long.BYTES;
    }

    /** What is known of a leaf that can be split. */
    private static final class Leaf {

        private int node;
        private int from;
        private int until;
        private int depth;
        private long packed;
        private double weight;
        private double sum;
        private long[] sums;
        private double gain;
        private int feature;
        private int bin;
        private boolean missingLeft;
        private long[] set;
    }

    /** Adds to the scores of rows. */
    interface Adder {

        /** Adds to the score of a row. */
        void add(int row, double value);
    }

    /**
     * Grows a tree.
     *
     * @param each  what every row pulls
     * @param adder is told the value of each row
     */
    Tree grow(final Gradients each, final Adder adder) {
        gradients = each;
        tree = new Tree(1);
        order.begin(each.packed());
        final var open = new PriorityQueue<Leaf>(Comparator.comparingDouble((Leaf leaf) -> -leaf.gain).thenComparingInt(leaf -> leaf.node));
        final var root = leaf(0, rows.length, 0, order.sum(0, rows.length));
        int leaves = 1;
        if (canSplit(root)) {
            root.sums = buffer();
            search(root, null);
            offer(open, root);
        }
        while (!open.isEmpty() && leaves < limits.leaves()) {
            context.checkCancelled();
            divide(open.poll(), open, ++leaves < limits.leaves());
        }
        while (!open.isEmpty()) {
            pool.push(open.poll().sums);
        }
        values(adder);
        return tree;
    }

    private long[] buffer() {
        return pool.isEmpty() ? new long[width * Bins.ALL] : pool.pop();
    }

    /** The rows of each leaf of the tree follow each other, the leaves from left to right. */
    private void values(final Adder adder) {
        final var leaves = new ArrayList<Integer>();
        final var nodes = new ArrayDeque<Integer>();
        nodes.push(0);
        while (!nodes.isEmpty()) {
            final int node = nodes.pop();
            if (tree.isLeaf(node)) {
                leaves.add(node);
            } else {
                nodes.push(tree.right(node));
                nodes.push(tree.left(node));
            }
        }
        final var starts = new int[leaves.size() + 1];
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            starts[leaf + 1] = starts[leaf] + (int) tree.cover(leaves.get(leaf));
        }
        context.parallel(leaves.size(), leaf -> {
            double first = 0;
            double second = 0;
            for (int i = starts[leaf]; i < starts[leaf + 1]; i++) {
                first += gradients.first(rows[i]);
                second += gradients.second(rows[i]);
            }
            final double value = limits.rate() * first / (second + limits.regularization() + TINY);
            tree.setValue(leaves.get(leaf), value);
            for (int i = starts[leaf]; i < starts[leaf + 1]; i++) {
                adder.add(rows[i], value);
            }
        });
    }

    /** @param packed the sum of what its rows pull */
    private Leaf leaf(final int from, final int until, final int depth, final long packed) {
        final var leaf = new Leaf();
        leaf.node = tree.leaf(until - from, 0);
        leaf.from = from;
        leaf.until = until;
        leaf.depth = depth;
        leaf.packed = packed;
        leaf.sum = (packed >> gradients.shift()) * gradients.firstUnit();
        leaf.weight = (packed & (1L << gradients.shift()) - 1) * gradients.secondUnit();
        return leaf;
    }

    private boolean canSplit(final Leaf leaf) {
        return leaf.depth < limits.depth() && leaf.until - leaf.from >= 2L * limits.least() && leaf.weight > 0;
    }

    private void offer(final PriorityQueue<Leaf> open, final Leaf leaf) {
        if (leaf.feature >= 0) {
            open.add(leaf);
        } else {
            pool.push(leaf.sums);
        }
    }

    private void divide(final Leaf parent, final PriorityQueue<Leaf> open, final boolean more) {
        final int middle = partition(parent);
        final boolean fewLeft = middle - parent.from <= parent.until - middle;
        final long few = fewLeft ? order.sum(parent.from, middle) : order.sum(middle, parent.until);
        final var left = leaf(parent.from, middle, parent.depth + 1, fewLeft ? few : parent.packed - few);
        final var right = leaf(middle, parent.until, parent.depth + 1, fewLeft ? parent.packed - few : few);
        tree.split(parent.node, parent.feature, parent.set == null ? bins.threshold(parent.feature, parent.bin) : 0, parent.missingLeft, parent.set, left.node);
        final var small = fewLeft ? left : right;
        final var large = small == left ? right : left;
        if (!more || !canSplit(large)) {
            pool.push(parent.sums);
            return;
        }
        small.sums = buffer();
        large.sums = parent.sums;
        search(small, large);
        if (canSplit(small)) {
            offer(open, small);
        } else {
            pool.push(small.sums);
        }
        offer(open, large);
    }

    /** Sums up the rows of a leaf, takes them from those of its sibling's parent, and finds the best split of both. */
    private void search(final Leaf leaf, final Leaf sibling) {
        final boolean handOut = (long) (leaf.until - leaf.from) * width + 1000L * width >= SMALL;
        final var found = new Leaf[sibling == null ? 1 : 2][width];
        if (handOut) {
            context.parallel(groups, group -> search(leaf, sibling, group, found));
        } else {
            for (int group = 0; group < groups; group++) {
                search(leaf, sibling, group, found);
            }
        }
        best(leaf, found[0]);
        if (sibling != null) {
            best(sibling, found[1]);
        }
    }

    private static void best(final Leaf leaf, final Leaf[] found) {
        leaf.feature = -1;
        for (final var each : found) {
            if (each != null && each.gain > leaf.gain) {
                leaf.gain = each.gain;
                leaf.feature = each.feature;
                leaf.bin = each.bin;
                leaf.missingLeft = each.missingLeft;
                leaf.set = each.set;
            }
        }
    }

    private void search(final Leaf leaf, final Leaf sibling, final int group, final Leaf[][] found) {
        final int from = group * GROUP;
        final int until = Math.min(width, from + GROUP);
        final var sums = leaf.sums;
        Arrays.fill(sums, from * Bins.ALL, until * Bins.ALL, 0);
        for (int begin = leaf.from; begin < leaf.until; begin += PAUSE) {
            if (leaf.until - leaf.from > PAUSE) {
                context.checkCancelled();
            }
            final int end = Math.min(leaf.until, begin + PAUSE);
            sum(words[group], begin, end, sums, from * Bins.ALL, until * Bins.ALL);
        }
        for (int j = from; j < until; j++) {
            if (sibling != null) {
                final var others = sibling.sums;
                for (int b = j * Bins.ALL; b < (j + 1) * Bins.ALL; b++) {
                    others[b] -= sums[b];
                }
                if (canSplit(sibling)) {
                    found[1][j] = find(sibling, j);
                }
            }
            if (canSplit(leaf)) {
                found[0][j] = find(leaf, j);
            }
        }
    }

    /** Adds up rows by the codes of eight features, all of which one word holds, so that each row is looked up once. */
    private void sum(final long[] codes, final int from, final int until, final long[] sums, final int first, final int end) {
        // made here, so that the compiler knows that no code lies outside
        final var all = new long[GROUP * Bins.ALL];
        final var order = rows;
        final var each = items;
        for (int i = from; i < until; i++) {
            final long word = codes[order[i]];
            final long item = each[i];
            final int low = (int) word;
            final int high = (int) (word >>> Integer.SIZE);
            all[low & 0xFF] += item;
            all[(low >> 8 & 0xFF) + Bins.ALL] += item;
            all[(low >> 16 & 0xFF) + 2 * Bins.ALL] += item;
            all[(low >> 24 & 0xFF) + 3 * Bins.ALL] += item;
            all[(high & 0xFF) + 4 * Bins.ALL] += item;
            all[(high >> 8 & 0xFF) + 5 * Bins.ALL] += item;
            all[(high >> 16 & 0xFF) + 6 * Bins.ALL] += item;
            all[(high >> 24 & 0xFF) + 7 * Bins.ALL] += item;
        }
        for (int b = first; b < end; b++) {
            sums[b] += all[b - first];
        }
    }

    private Leaf find(final Leaf leaf, final int feature) {
        final var into = unpacked[feature];
        final var sums = leaf.sums;
        final int at = feature * Bins.ALL;
        final int shift = gradients.shift();
        final long mask = (1L << shift) - 1;
        final double firstUnit = gradients.firstUnit();
        final double secondUnit = gradients.secondUnit();
        final int size = bins.sizes()[feature];
        for (int b = 0; b < size; b++) {
            final long packed = sums[at + b];
            into[2 * b] = (packed & mask) * secondUnit;
            into[2 * b + 1] = (packed >> shift) * firstUnit;
        }
        final long missing = sums[at + Bins.MISSING];
        into[2 * Bins.MISSING] = (missing & mask) * secondUnit;
        into[2 * Bins.MISSING + 1] = (missing >> shift) * firstUnit;
        final var split = splits[feature];
        // a side has so many rows, if all of them weigh the same
        split.start(leaf.weight * limits.least() / (leaf.until - leaf.from));
        if (bins.category()[feature]) {
            split.categories(feature, into, 0, 0, size - 1, leaf.weight, leaf.sum);
        } else {
            split.numbers(feature, into, 0, size, 0, size - 1, leaf.weight, leaf.sum);
        }
        if (split.feature() < 0) {
            return null;
        }
        final var found = new Leaf();
        found.gain = split.gain();
        found.feature = feature;
        found.bin = split.bin();
        found.missingLeft = split.missingLeft();
        found.set = split.set();
        return found;
    }

    /** Puts the rows that go left before the others, and returns where the others begin. */
    private int partition(final Leaf leaf) {
        final var goes = new boolean[Bins.ALL];
        for (int code = 0; code < Bins.ALL; code++) {
            goes[code] = leaf.set != null ? Tree.contains(leaf.set, code) : code == Bins.MISSING ? leaf.missingLeft : code <= leaf.bin;
        }
        return order.partition(leaf.from, leaf.until, bins.codes()[leaf.feature], goes);
    }
}
