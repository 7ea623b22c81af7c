// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;
import org.kontor.analytics.run.Randomness;

/**
 * One tree of a forest: learned from as many rows as there are, drawn with replacement, and from some features at each node. Of two classes
 * the second counts 1 and the first 0, so that purity is variance; of more each is summed up by itself.
 */
final class ForestTree {

    private static final int PAUSE = 1 << 16;
    /** Of so few rows the sums are cleared one by one. */
    private static final int FEW = 200;
    /** So few rows are put in order instead of being summed up by code. */
    private static final int SORTED = 24;

    private final Examples examples;
    private final Bins bins;
    private final Forest.Limits limits;
    private final RunContext context;
    private final Randomness random;
    private final int classes;
    private final double middle;
    private final double scale;
    private final BinSplit split;
    private final BinClasses classSplit;
    private final double[] sums;
    private final long[] keys = new long[SORTED];
    private final Tree tree;

    /** The rows that were drawn, node by node, and beside each its weight and its sum (or the number of its class). */
    private int[] rows;
    private double[] stats;
    private int[] spareRows;
    private double[] spareStats;
    private int[] stack = new int[4 * 64];
    private int open;

    /**
     * @param middle is subtracted from numbers
     * @param scale  numbers are divided by
     */
    ForestTree(final Examples examples, final Bins bins, final Forest.Limits limits, final double middle, final double scale, final RunContext context,
            final Randomness random) {
        this.examples = examples;
        this.bins = bins;
        this.limits = limits;
        this.middle = middle;
        this.scale = scale;
        this.context = context;
        this.random = random;
        classes = examples.target().outputs() > 2 ? examples.target().outputs() : 0;
        split = new BinSplit(0);
        classSplit = classes > 0 ? new BinClasses(classes, limits.least()) : null;
        sums = new double[Bins.ALL * Math.max(2, classes)];
        tree = new Tree(examples.target().outputs());
    }

    /**
     * Grows it.
     *
     * @param some  the rows to draw from
     * @param mean  the mean weight of a row
     * @param drawn gets a bit for each row that was drawn
     */
    Tree grow(final int[] some, final double mean, final long[] drawn) {
        draw(some, mean, drawn);
        final int root = leaf(0, rows.length);
        push(root, 0, rows.length, 0);
        final var features = new int[bins.width()];
        Arrays.setAll(features, i -> i);
        while (open > 0) {
            open -= 4;
            final int node = stack[open];
            final int from = stack[open + 1];
            final int until = stack[open + 2];
            final int depth = stack[open + 3];
            if (until - from < 2 || depth >= limits.depth() || isPure(from, until)) {
                continue;
            }
            find(from, until, features);
            final int feature = classes > 0 ? classSplit.feature() : split.feature();
            if (feature < 0) {
                continue;
            }
            final long[] set = classes > 0 ? classSplit.set() : split.set();
            final int bin = classes > 0 ? classSplit.bin() : split.bin();
            final boolean missingLeft = classes > 0 ? classSplit.missingLeft() : split.missingLeft();
            final int middleRow = divide(feature, bin, missingLeft, set, from, until);
            final int left = leaf(from, middleRow);
            leaf(middleRow, until);
            tree.split(node, feature, set == null ? bins.threshold(feature, bin) : 0, missingLeft, set, left);
            push(left + 1, middleRow, until, depth + 1);
            push(left, from, middleRow, depth + 1);
        }
        return tree;
    }

    private void draw(final int[] some, final double mean, final long[] drawn) {
        final var times = new int[some.length];
        for (int i = 0; i < some.length; i++) {
            if (i % PAUSE == 0) {
                context.checkCancelled();
            }
            times[random.nextInt(some.length)]++;
        }
        int count = 0;
        for (int i = 0; i < some.length; i++) {
            count += times[i] > 0 && examples.weight(some[i]) > 0 ? 1 : 0;
        }
        if (count == 0) {
            // all that was drawn weighs nothing: as if everything had been drawn once
            Arrays.fill(times, 1);
            count = (int) Arrays.stream(some).filter(row -> examples.weight(row) > 0).count();
        }
        rows = new int[count];
        stats = new double[2 * count];
        spareRows = new int[count];
        spareStats = new double[2 * count];
        final var values = examples.target().values();
        int next = 0;
        for (int i = 0; i < some.length; i++) {
            final double weight = times[i] == 0 ? 0 : times[i] * examples.weight(some[i]) / mean;
            if (weight > 0) {
                final int row = some[i];
                drawn[row >> 6] |= 1L << row;
                rows[next] = row;
                stats[2 * next] = weight;
                stats[2 * next + 1] = classes > 0 ? values[row] : weight * ((values[row] - middle) / scale);
                next++;
            }
        }
    }

    private void push(final int node, final int from, final int until, final int depth) {
        if (open == stack.length) {
            stack = Arrays.copyOf(stack, 2 * open);
        }
        stack[open++] = node;
        stack[open++] = from;
        stack[open++] = until;
        stack[open++] = depth;
    }

    private int leaf(final int from, final int until) {
        final var value = new double[tree.outputs()];
        double weight = 0;
        double sum = 0;
        for (int i = from; i < until; i++) {
            weight += stats[2 * i];
            if (classes > 0) {
                value[(int) stats[2 * i + 1]] += stats[2 * i];
            } else {
                sum += stats[2 * i + 1];
            }
        }
        if (classes > 0) {
            for (int k = 0; k < classes; k++) {
                value[k] /= weight;
            }
        } else {
            final double answer = middle + scale * (weight > 0 ? sum / weight : 0);
            value[value.length - 1] = answer;
            if (value.length == 2) {
                value[1] = Math.min(1, Math.max(0, answer));
                value[0] = 1 - value[1];
            }
        }
        return tree.leaf(weight > 0 ? weight : 1, value);
    }

    private boolean isPure(final int from, final int until) {
        final double first = classes > 0 ? stats[2 * from + 1] : stats[2 * from + 1] / stats[2 * from];
        for (int i = from + 1; i < until; i++) {
            if ((classes > 0 ? stats[2 * i + 1] : stats[2 * i + 1] / stats[2 * i]) != first) {
                return false;
            }
        }
        return true;
    }

    /** Some features drawn anew; further ones as long as none of them gains anything. */
    private void find(final int from, final int until, final int[] features) {
        split.start(limits.least());
        if (classes > 0) {
            classSplit.start(stats, from, until);
        }
        double weight = 0;
        double sum = 0;
        for (int i = from; classes == 0 && i < until; i++) {
            weight += stats[2 * i];
            sum += stats[2 * i + 1];
        }
        for (int tried = 0; tried < features.length; tried++) {
            if (tried >= limits.features() && (classes > 0 ? classSplit.feature() : split.feature()) >= 0) {
                return;
            }
            final int other = tried + random.nextInt(features.length - tried);
            final int feature = features[other];
            features[other] = features[tried];
            features[tried] = feature;
            if (until - from >= PAUSE) {
                context.checkCancelled();
            }
            if (classes > 0) {
                classSplit.look(feature, bins, rows, stats, from, until, sums);
            } else {
                look(feature, from, until, weight, sum);
            }
        }
    }

    private void look(final int feature, final int from, final int until, final double weight, final double sum) {
        final var codes = bins.codes()[feature];
        final var into = sums;
        final var each = stats;
        final var order = rows;
        if (until - from <= SORTED && !bins.category()[feature] && sort(codes, from, until)) {
            split.few(feature, keys, until - from, each, from, weight, sum);
            return;
        }
        int lowest = Bins.MISSING;
        int highest = 0;
        for (int i = from; i < until; i++) {
            final int code = codes[order[i]] & 0xFF;
            into[2 * code] += each[2 * i];
            into[2 * code + 1] += each[2 * i + 1];
            lowest = Math.min(lowest, code);
            highest = Math.max(highest, code);
        }
        if (bins.category()[feature]) {
            split.categories(feature, into, 0, lowest, highest, weight, sum);
        } else {
            final int size = bins.sizes()[feature];
            split.numbers(feature, into, 0, size, lowest, Math.min(highest, size - 1), weight, sum);
        }
        if (until - from > FEW) {
            Arrays.fill(into, 0);
        } else {
            for (int i = from; i < until; i++) {
                final int code = codes[order[i]] & 0xFF;
                into[2 * code] = 0;
                into[2 * code + 1] = 0;
            }
        }
    }

    /** Puts the codes of a few rows in order; false where one is missing. */
    private boolean sort(final byte[] codes, final int from, final int until) {
        for (int i = from; i < until; i++) {
            final int code = codes[rows[i]] & 0xFF;
            if (code == Bins.MISSING) {
                return false;
            }
            final long key = (long) code << Integer.SIZE | i - from;
            int j = i - from;
            while (j > 0 && keys[j - 1] > key) {
                keys[j] = keys[j - 1];
                j--;
            }
            keys[j] = key;
        }
        return true;
    }

    /** Puts the rows that go left before the others, both in their order, and returns where the others begin. */
    private int divide(final int feature, final int bin, final boolean missingLeft, final long[] set, final int from, final int until) {
        final var codes = bins.codes()[feature];
        int next = from;
        int others = 0;
        for (int i = from; i < until; i++) {
            final int code = codes[rows[i]] & 0xFF;
            final boolean left = set != null ? Tree.contains(set, code) : code == Bins.MISSING ? missingLeft : code <= bin;
            if (left) {
                rows[next] = rows[i];
                stats[2 * next] = stats[2 * i];
                stats[2 * next + 1] = stats[2 * i + 1];
                next++;
            } else {
                spareRows[others] = rows[i];
                spareStats[2 * others] = stats[2 * i];
                spareStats[2 * others + 1] = stats[2 * i + 1];
                others++;
            }
        }
        System.arraycopy(spareRows, 0, rows, next, others);
        System.arraycopy(spareStats, 0, stats, 2 * next, 2 * others);
        return next;
    }
}
