// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

/** As {@link BinSplit} for more than two classes, each summed up by itself; categories in the order of the most frequent class. For one thread. */
final class BinClasses {

    private final int classes;
    private final double least;
    private final double[] total;
    private final double[] left;
    private final double[] weights = new double[Bins.ALL];
    private final int[] order = new int[Bins.ALL];
    private double weight;
    private double whole;
    private int frequent;

    private double gain;
    private int feature;
    private int bin;
    private boolean missingLeft;
    private long[] set;

    BinClasses(final int classes, final double least) {
        this.classes = classes;
        this.least = least;
        total = new double[classes];
        left = new double[classes];
    }

    /** Sums up all rows of a node; nothing is found yet. */
    void start(final double[] stats, final int from, final int until) {
        Arrays.fill(total, 0);
        weight = 0;
        for (int i = from; i < until; i++) {
            total[(int) stats[2 * i + 1]] += stats[2 * i];
            weight += stats[2 * i];
        }
        frequent = 0;
        double squares = 0;
        for (int k = 0; k < classes; k++) {
            squares += total[k] * total[k];
            frequent = total[k] > total[frequent] ? k : frequent;
        }
        whole = squares / weight;
        gain = 1e-12 * whole;
        feature = -1;
    }

    int feature() {
        return feature;
    }

    int bin() {
        return bin;
    }

    boolean missingLeft() {
        return missingLeft;
    }

    long[] set() {
        return set;
    }

    /** Looks at a feature. */
    void look(final int number, final Bins bins, final int[] rows, final double[] stats, final int from, final int until, final double[] sums) {
        final var codes = bins.codes()[number];
        Arrays.fill(sums, 0);
        Arrays.fill(weights, 0);
        for (int i = from; i < until; i++) {
            final int code = codes[rows[i]] & 0xFF;
            sums[code * classes + (int) stats[2 * i + 1]] += stats[2 * i];
            weights[code] += stats[2 * i];
        }
        if (bins.category()[number]) {
            categories(number, sums);
            return;
        }
        final int ranges = bins.sizes()[number];
        for (int b = 0; b < ranges; b++) {
            order[b] = b;
        }
        final double missing = weights[Bins.MISSING];
        scan(number, sums, order, ranges, missing > 0, false);
        if (missing > 0) {
            scan(number, sums, order, ranges - 1, true, true);
        }
    }

    private void categories(final int number, final double[] sums) {
        int present = 0;
        for (int slot = 0; slot < Bins.ALL; slot++) {
            if (weights[slot] > 0) {
                final double share = sums[slot * classes + frequent] / weights[slot];
                int i = present++;
                while (i > 0 && sums[order[i - 1] * classes + frequent] / weights[order[i - 1]] > share) {
                    order[i] = order[i - 1];
                    i--;
                }
                order[i] = slot;
            }
        }
        final int before = feature;
        final double gainBefore = gain;
        feature = -1;
        final double atBest = scan(number, sums, order, present, false, false);
        if (feature < 0) {
            feature = before;
            gain = gainBefore;
            return;
        }
        set = new long[Tree.WORDS];
        Arrays.fill(set, 2 * atBest >= weight ? -1 : 0);
        for (int i = 0; i < present; i++) {
            final long bit = 1L << order[i];
            set[order[i] >> 6] = i <= bin ? set[order[i] >> 6] | bit : set[order[i] >> 6] & ~bit;
        }
        missingLeft = false;
    }

    /** Moves codes to the left in their order; with {@code last} all of them may go, against missing ones. */
    private double scan(final int number, final double[] sums, final int[] sequence, final int count, final boolean last, final boolean withMissing) {
        Arrays.fill(left, 0);
        double leftWeight = 0;
        double leftSquares = 0;
        double rightSquares = whole * weight;
        double atBest = 0;
        for (int i = withMissing ? -1 : 0; i < (last && !withMissing ? count : withMissing ? count : count - 1); i++) {
            final int code = i < 0 ? Bins.MISSING : sequence[i];
            if (weights[code] == 0) {
                continue;
            }
            for (int k = 0; k < classes; k++) {
                final double amount = sums[code * classes + k];
                if (amount != 0) {
                    final double right = total[k] - left[k];
                    leftSquares += amount * (2 * left[k] + amount);
                    rightSquares -= amount * (2 * right - amount);
                    left[k] += amount;
                }
            }
            leftWeight += weights[code];
            final double rightWeight = weight - leftWeight;
            if (i >= 0 && leftWeight >= least && rightWeight >= least) {
                final double found = leftSquares / leftWeight + rightSquares / rightWeight - whole;
                if (found > gain) {
                    gain = found;
                    feature = number;
                    bin = i;
                    atBest = leftWeight;
                    missingLeft = last ? withMissing : 2 * leftWeight >= weight;
                    set = null;
                }
            }
        }
        return atBest;
    }
}
