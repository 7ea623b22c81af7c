// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

/**
 * What each answer of each column says for or against two records being one thing, in powers of two (Fellegi and Sunter 1969): 3 means that
 * it is eight times as likely for duplicates. A value that few records have says more when both have it than one that many have.
 */
final class Weights {

    /** A share is never less than this, so that nothing is ever ruled out by one column alone. */
    private static final double LEAST = 1e-5;
    /** So many records are added to those that have a value, with the share of an average value. */
    private static final double CAUTION = 50;
    private static final double MOST = 60;

    private final double prior;
    private final double[][] among;
    private final double[][] between;
    private final double[][] weight;
    private final double[][] same;
    private final int[] order;
    private final double[] best;

    /**
     * @param prior   how likely two records are one thing before they are looked at, as a power of two of the odds
     * @param among   how often duplicates have an answer: {@code among[column][level]}
     * @param between how often others have it
     */
    Weights(final Records records, final double prior, final double[][] among, final double[][] between, final boolean rarity) {
        this.prior = prior;
        this.among = among;
        this.between = between;
        final int width = records.width();
        weight = new double[width][Kind.LEVELS];
        same = new double[width][];
        order = new int[width];
        best = new double[width];
        final var reach = new double[width];
        for (int c = 0; c < width; c++) {
            double ceiling = MOST;
            for (int level = 0; level < Kind.LEVELS; level++) {
                // what is less alike never says more
                ceiling = Math.min(ceiling, log2(Math.max(LEAST, among[c][level]) / Math.max(1e-12, between[c][level])));
                weight[c][level] = ceiling;
            }
            same[c] = same(records, c, rarity);
            best[c] = Math.max(weight[c][Kind.CLOSE], weight[c][Kind.ALIKE]);
            reach[c] = best[c] - weight[c][Kind.DIFFERENT];
        }
        for (int i = 0; i < width; i++) {
            int j = i;
            while (j > 0 && reach[order[j - 1]] < reach[i]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = i;
        }
    }

    private double[] same(final Records records, final int column, final boolean rarity) {
        final var counts = records.counts(column);
        long all = 0;
        for (final int count : counts) {
            all += count;
        }
        final var weights = new double[counts.length];
        for (int value = 0; value < weights.length; value++) {
            final double share = (counts[value] - 1 + CAUTION * between[column][Kind.SAME]) / (all - 1 + CAUTION);
            weights[value] = rarity ? Math.clamp(log2(among[column][Kind.SAME] / Math.max(1e-12, share)), 0, MOST) : Math.max(0, weight[column][Kind.SAME]);
        }
        return weights;
    }

    static double log2(final double value) {
        return Math.log(value) / Math.log(2);
    }

    static double probability(final double weight) {
        return 1 / (1 + Math.exp(-weight * Math.log(2)));
    }

    static double weight(final double probability) {
        return log2(probability / (1 - probability));
    }

    double prior() {
        return prior;
    }

    double among(final int column, final int level) {
        return among[column][level];
    }

    double between(final int column, final int level) {
        return between[column][level];
    }

    double weight(final int column, final int level) {
        return weight[column][level];
    }

    /** {@return what a column says about two records; 0 where one of them has no value} */
    double of(final Records records, final int column, final int one, final int other) {
        final int mine = records.value(one, column);
        final int theirs = records.value(other, column);
        if (mine == Values.NONE || theirs == Values.NONE) {
            return 0;
        }
        return mine == theirs ? same[column][mine] : weight[column][Similarity.level(records.values(column), mine, theirs)];
    }

    /** {@return what all columns say about two records} */
    double of(final Records records, final int one, final int other) {
        double sum = prior;
        for (int c = 0; c < weight.length; c++) {
            sum += of(records, c, one, other);
        }
        return sum;
    }

    /** {@return whether two records reach a weight; most are told apart by their first columns} */
    boolean reaches(final Records records, final int one, final int other, final double least) {
        double highest = prior;
        for (int c = 0; c < weight.length; c++) {
            final int mine = records.value(one, c);
            final int theirs = records.value(other, c);
            if (mine != Values.NONE && theirs != Values.NONE) {
                highest += mine == theirs ? same[c][mine] : best[c];
            }
        }
        for (int i = 0; i < order.length && highest >= least; i++) {
            final int c = order[i];
            final int mine = records.value(one, c);
            final int theirs = records.value(other, c);
            if (mine != theirs && mine != Values.NONE && theirs != Values.NONE) {
                highest -= best[c] - weight[c][Similarity.level(records.values(c), mine, theirs)];
            }
        }
        return highest >= least;
    }
}
