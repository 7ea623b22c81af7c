// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * The best split of the rows of a node by one feature, exactly: every limit between two different numbers is tried, with missing values on
 * either side; categories are put in the order of their answers first (Breiman and others, Classification and Regression Trees, 1984; for
 * several classes in the order of each class).
 *
 * @param gain        how much purer the sides are than the whole
 * @param threshold   numbers up to it go left
 * @param missingLeft whether missing numbers go left
 * @param set         slots of categories that go left; null for numbers
 */
record CartSplit(double gain, double threshold, boolean missingLeft, long[] set) {

    static final CartSplit NONE = new CartSplit(Double.NEGATIVE_INFINITY, 0, false, null);
    /** Two gains that differ by less are the same but for the order of additions. */
    private static final double SAME = 1e-12;

    boolean isBetter(final CartSplit other, final double scale) {
        return gain > other.gain + SAME * scale;
    }

    /** Looks for splits of one node. */
    static final class Finder {

        private final Impurity impurity;
        private final double[] sums;
        private final double whole;
        private final double scale;
        private final int least;
        private final RunContext context;

        /**
         * @param impurity not used by another thread meanwhile
         * @param sums     of all rows of the node
         * @param least    so many rows are on each side
         */
        Finder(final Impurity impurity, final double[] sums, final int least, final RunContext context) {
            this.impurity = impurity;
            this.sums = sums;
            this.least = least;
            this.context = context;
            whole = impurity.whole(sums);
            scale = Math.abs(whole) + impurity.weight(sums);
        }

        double scale() {
            return scale;
        }

        /**
         * By numbers.
         *
         * @param values of the feature
         * @param order  the rows of the node from {@code from} to {@code until} in the order of their values, missing ones last
         */
        CartSplit numbers(final double[] values, final int[] order, final int from, final int until) {
            int known = until;
            while (known > from && values[order[known - 1]] != values[order[known - 1]]) {
                known--;
            }
            if (known - from < 1) {
                return NONE;
            }
            final var best = scan(values, order, from, known, until, null);
            if (known == until) {
                return best;
            }
            final var missing = impurity.sums(order, known, until);
            final var other = scan(values, order, from, known, until, missing);
            final boolean tie = !other.isBetter(best, scale) && !best.isBetter(other, scale);
            return tie ? best.threshold <= other.threshold ? best : other : other.isBetter(best, scale) ? other : best;
        }

        private CartSplit scan(final double[] values, final int[] order, final int from, final int known, final int until, final double[] missingLeft) {
            impurity.start(sums);
            final int leftBefore = missingLeft == null ? 0 : until - known;
            if (missingLeft != null) {
                impurity.move(missingLeft);
            }
            var best = NONE;
            for (int i = from; i < known; i++) {
                if ((i - from) % Frame.BLOCK == 0) {
                    context.checkCancelled();
                }
                impurity.move(order[i]);
                final double here = values[order[i]];
                final boolean last = i == known - 1;
                if (last ? missingLeft != null || known == until : values[order[i + 1]] == here) {
                    continue;
                }
                final int left = leftBefore + i + 1 - from;
                if (left >= least && until - from - left >= least) {
                    final double gain = impurity.score() - whole;
                    if (gain > best.gain + SAME * scale) {
                        best = new CartSplit(gain, last ? Tree.KNOWN : between(here, values[order[i + 1]]), missingLeft != null, null);
                    }
                }
            }
            return best;
        }

        /** By categories: the rows in any order. */
        CartSplit categories(final double[] values, final int[] rows, final int from, final int until, final int slots) {
            final var each = new double[slots][];
            final var counts = new int[slots];
            for (int i = from; i < until; i++) {
                if ((i - from) % Frame.BLOCK == 0) {
                    context.checkCancelled();
                }
                final int slot = Tree.slot(values[rows[i]]);
                if (each[slot] == null) {
                    each[slot] = new double[sums.length];
                }
                impurity.add(each[slot], rows[i]);
                counts[slot]++;
            }
            var best = NONE;
            for (int k = 0; k < impurity.orders(); k++) {
                final int number = k;
                final var ranks = new double[slots];
                final var order = Arrays.stream(order(slots)).filter(slot -> counts[slot] > 0).boxed().peek(slot -> ranks[slot] = impurity.rank(each[slot], number))
                        .sorted((a, b) -> ranks[a] != ranks[b] ? Double.compare(ranks[a], ranks[b]) : a - b).mapToInt(Integer::intValue).toArray();
                final var split = prefixes(each, counts, order, until - from);
                best = split.isBetter(best, scale) ? split : best;
            }
            return best;
        }

        private static int[] order(final int slots) {
            final var order = new int[slots];
            Arrays.setAll(order, i -> i);
            return order;
        }

        private CartSplit prefixes(final double[][] each, final int[] counts, final int[] order, final int rows) {
            impurity.start(sums);
            int left = 0;
            int cut = 0;
            int leftAtCut = 0;
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < order.length - 1; i++) {
                impurity.move(each[order[i]]);
                left += counts[order[i]];
                final double gain = impurity.score() - whole;
                if (left >= least && rows - left >= least && gain > best + SAME * scale) {
                    best = gain;
                    cut = i + 1;
                    leftAtCut = left;
                }
            }
            if (cut == 0) {
                return NONE;
            }
            // what no row of this node has goes where most rows go
            final var set = new long[Tree.WORDS];
            Arrays.fill(set, leftAtCut * 2L >= rows ? -1 : 0);
            for (int i = 0; i < order.length; i++) {
                final long bit = 1L << order[i];
                set[order[i] >> 6] = i < cut ? set[order[i] >> 6] | bit : set[order[i] >> 6] & ~bit;
            }
            return new CartSplit(best, 0, false, set);
        }
    }

    /** {@return the middle of two numbers, less than the larger one} */
    static double between(final double low, final double high) {
        final double middle = Double.isInfinite(low + high) || Double.isInfinite(high - low) ? low / 2 + high / 2 : (low + high) / 2;
        return middle >= low && middle < high ? middle : low;
    }
}
