// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

/**
 * The best split of rows that were summed up by code: of numbers at the end of a range, missing ones on either side; of categories between
 * two neighbours in the order of their means. A side is worth the square of its sum divided by its weight. Kept between uses; for one thread.
 */
final class BinSplit {

    private final double extra;
    private double least;
    private final double[] sortedWeights = new double[Bins.ALL];
    private final double[] sortedSums = new double[Bins.ALL];
    private final int[] sortedCodes = new int[Bins.ALL];

    private double gain;
    private int feature;
    private int bin;
    private boolean missingLeft;
    private long[] set;

    /**
     * @param extra is added to every weight: the more, the less small sides count
     */
    BinSplit(final double extra) {
        this.extra = extra;
    }

    /**
     * Begins with a node; nothing is found yet.
     *
     * @param atLeast how much weight each side has at least
     */
    void start(final double atLeast) {
        least = atLeast;
        gain = 0;
        feature = -1;
    }

    double gain() {
        return gain;
    }

    /** {@return the feature; -1 where no split gains anything} */
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

    private double worth(final double weight, final double sum) {
        return sum * sum / (weight + extra);
    }

    /**
     * Looks at a feature of numbers.
     *
     * @param sums    the weight and the sum of each code, from {@code at}
     * @param ranges  how many codes the numbers have
     * @param lowest  codes below have no rows
     * @param highest codes above have no rows, missing numbers apart
     * @param weight  of all rows
     * @param sum     of all rows
     */
    void numbers(final int number, final double[] sums, final int at, final int ranges, final int lowest, final int highest, final double weight,
            final double sum) {
        final double whole = worth(weight, sum);
        final double missingWeight = sums[at + 2 * Bins.MISSING];
        final double missingSum = sums[at + 2 * Bins.MISSING + 1];
        double leftWeight = 0;
        double leftSum = 0;
        double best = gain + whole;
        double weightAtBest = 0;
        int found = -1;
        boolean left = false;
        final int last = Math.min(highest + 1, missingWeight > 0 ? ranges : ranges - 1);
        for (int b = lowest; b < last; b++) {
            // a code without rows is as good as the one before it, so it is never chosen
            leftWeight += sums[at + 2 * b];
            leftSum += sums[at + 2 * b + 1];
            final double rightWeight = weight - leftWeight;
            if (leftWeight >= least && rightWeight >= least) {
                final double rightSum = sum - leftSum;
                // both worths over one denominator, so that nothing is divided before it is the best
                final double one = leftWeight + extra;
                final double other = rightWeight + extra;
                final double above = leftSum * leftSum * other + rightSum * rightSum * one;
                if (above > best * (one * other)) {
                    best = above / (one * other);
                    found = b;
                    left = false;
                    weightAtBest = leftWeight;
                }
            }
            if (missingWeight > 0 && b < ranges - 1) {
                final double withWeight = leftWeight + missingWeight;
                final double othersWeight = weight - withWeight;
                if (withWeight >= least && othersWeight >= least) {
                    final double worth = worth(withWeight, leftSum + missingSum) + worth(othersWeight, sum - leftSum - missingSum);
                    if (worth > best) {
                        best = worth;
                        found = b;
                        left = true;
                    }
                }
            }
        }
        if (found >= 0 && best - whole > 1e-12 * Math.abs(whole)) {
            gain = best - whole;
            feature = number;
            bin = found;
            // where none is missing, one that comes later goes where most rows go
            missingLeft = missingWeight > 0 ? left : 2 * weightAtBest >= weight;
            set = null;
        }
    }

    /**
     * Looks at a feature of numbers of a few rows, none of which is missing.
     *
     * @param keys  one for each row, increasing: the code in the upper half, the number of the row in the lower one
     * @param stats the weight and the sum of each row, from {@code 2 * from}
     */
    void few(final int number, final long[] keys, final int count, final double[] stats, final int from, final double weight, final double sum) {
        final double whole = worth(weight, sum);
        double leftWeight = 0;
        double leftSum = 0;
        double best = gain + whole;
        double weightAtBest = 0;
        int found = -1;
        for (int i = 0; i < count - 1; i++) {
            final int at = 2 * (from + (int) keys[i]);
            leftWeight += stats[at];
            leftSum += stats[at + 1];
            final double rightWeight = weight - leftWeight;
            if (keys[i] >> Integer.SIZE != keys[i + 1] >> Integer.SIZE && leftWeight >= least && rightWeight >= least) {
                final double rightSum = sum - leftSum;
                final double one = leftWeight + extra;
                final double other = rightWeight + extra;
                final double above = leftSum * leftSum * other + rightSum * rightSum * one;
                if (above > best * (one * other)) {
                    best = above / (one * other);
                    found = (int) (keys[i] >> Integer.SIZE);
                    weightAtBest = leftWeight;
                }
            }
        }
        if (found >= 0 && best - whole > 1e-12 * Math.abs(whole)) {
            gain = best - whole;
            feature = number;
            bin = found;
            missingLeft = 2 * weightAtBest >= weight;
            set = null;
        }
    }

    /** Looks at a feature of categories, as {@link #numbers} does. */
    void categories(final int number, final double[] sums, final int at, final int lowest, final int highest, final double weight, final double sum) {
        int present = 0;
        for (int slot = lowest; slot <= highest; slot++) {
            if (sums[at + 2 * slot] > 0) {
                final double mean = sums[at + 2 * slot + 1] / (sums[at + 2 * slot] + extra);
                int i = present++;
                while (i > 0 && sortedSums[i - 1] / (sortedWeights[i - 1] + extra) > mean) {
                    sortedWeights[i] = sortedWeights[i - 1];
                    sortedSums[i] = sortedSums[i - 1];
                    sortedCodes[i] = sortedCodes[i - 1];
                    i--;
                }
                sortedWeights[i] = sums[at + 2 * slot];
                sortedSums[i] = sums[at + 2 * slot + 1];
                sortedCodes[i] = slot;
            }
        }
        final double whole = worth(weight, sum);
        double leftWeight = 0;
        double leftSum = 0;
        double best = gain + whole;
        int found = -1;
        double weightAtBest = 0;
        for (int i = 0; i < present - 1; i++) {
            leftWeight += sortedWeights[i];
            leftSum += sortedSums[i];
            if (leftWeight >= least && weight - leftWeight >= least) {
                final double worth = worth(leftWeight, leftSum) + worth(weight - leftWeight, sum - leftSum);
                if (worth > best) {
                    best = worth;
                    found = i;
                    weightAtBest = leftWeight;
                }
            }
        }
        if (found >= 0 && best - whole > 1e-12 * Math.abs(whole)) {
            gain = best - whole;
            feature = number;
            bin = -1;
            missingLeft = false;
            // what no row of this node has goes where most rows go
            set = new long[Tree.WORDS];
            Arrays.fill(set, 2 * weightAtBest >= weight ? -1 : 0);
            for (int i = 0; i < present; i++) {
                final int slot = sortedCodes[i];
                final long bit = 1L << slot;
                set[slot >> 6] = i <= found ? set[slot >> 6] | bit : set[slot >> 6] & ~bit;
            }
        }
    }
}
