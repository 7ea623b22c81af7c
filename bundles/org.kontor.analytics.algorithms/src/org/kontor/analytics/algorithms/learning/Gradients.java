// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Which way and how strongly the score of each row should go: the first and second derivative of the loss, both packed into one long as whole
 * numbers, so that one addition sums up both, in any order, without rounding. The upper bits hold the first, the lower ones the second.
 */
final class Gradients {

    private static final int TASK = 4 * Frame.BLOCK;
    private static final int SECOND_DIGITS = 12;

    private final Examples examples;
    private final int[] rows;
    private final TreePredictor.Link link;
    private final double heaviest;
    private final double[] first;
    private final double[] second;
    private final long[] packed;
    private final int shift;
    private final double secondUnit;
    private double firstUnit;

    /** @param rows the rows that are learned from */
    Gradients(final Examples examples, final int[] rows, final TreePredictor.Link link) {
        this.examples = examples;
        this.rows = rows;
        this.link = link;
        double most = 0;
        for (final int row : rows) {
            most = Math.max(most, examples.weight(row));
        }
        heaviest = most > 0 ? most : 1;
        first = new double[examples.count()];
        second = new double[examples.count()];
        packed = new long[rows.length];
        final int sumDigits = Long.SIZE - Long.numberOfLeadingZeros(rows.length);
        // where all weigh the same, the second derivative of the squared loss is only a count
        final int secondDigits = link == TreePredictor.Link.IDENTITY && examples.weights() == null ? 1 : SECOND_DIGITS;
        shift = sumDigits + secondDigits;
        secondUnit = heaviest * (link == TreePredictor.Link.IDENTITY ? 1 : .25) / ((1 << secondDigits) - 1);
    }

    int shift() {
        return shift;
    }

    /** {@return what one step of the first derivative stands for} */
    double firstUnit() {
        return firstUnit;
    }

    double secondUnit() {
        return secondUnit;
    }

    /** {@return both derivatives of each row; to be copied before rows change their places} */
    long[] packed() {
        return packed;
    }

    double first(final int row) {
        return first[row];
    }

    double second(final int row) {
        return second[row];
    }

    /**
     * Works them out anew.
     *
     * @param scores {@code width} scores for each of the examples
     * @param score  which of them
     */
    void update(final double[] scores, final int width, final int score, final RunContext context) {
        final int tasks = Math.ceilDiv(rows.length, TASK);
        final var largest = new double[tasks];
        context.parallel(tasks, task -> {
            double most = 0;
            for (int i = task * TASK; i < Math.min(rows.length, (task + 1) * TASK); i++) {
                one(rows[i], scores, width, score);
                most = Math.max(most, Math.abs(first[rows[i]]));
            }
            largest[task] = most;
        });
        double most = Double.MIN_NORMAL;
        for (final double each : largest) {
            most = Math.max(most, each);
        }
        // the sum of all must not leave its bits: one for the sign, those of the count, the rest for digits
        final int sumDigits = Long.SIZE - Long.numberOfLeadingZeros(rows.length);
        final int digits = Math.min(40, Long.SIZE - 1 - shift - sumDigits);
        final double steps = (1L << digits) - 1;
        firstUnit = most / steps;
        final double perFirst = steps / most;
        final double perSecond = 1 / secondUnit;
        context.parallel(tasks, task -> {
            for (int i = task * TASK; i < Math.min(rows.length, (task + 1) * TASK); i++) {
                packed[i] = ((long) Math.rint(first[rows[i]] * perFirst) << shift) + (long) Math.rint(second[rows[i]] * perSecond);
            }
        });
    }

    private void one(final int row, final double[] scores, final int width, final int score) {
        final double truth = examples.target().values()[row];
        final double weight = examples.weight(row);
        switch (link) {
            case IDENTITY -> {
                first[row] = weight * (truth - scores[row]);
                second[row] = weight;
            }
            case LOGISTIC -> {
                final double share = 1 / (1 + Math.exp(-scores[row]));
                first[row] = weight * (truth - share);
                second[row] = weight * share * (1 - share);
            }
            case SOFTMAX -> {
                double most = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < width; k++) {
                    most = Math.max(most, scores[row * width + k]);
                }
                double sum = 0;
                for (int k = 0; k < width; k++) {
                    sum += Math.exp(scores[row * width + k] - most);
                }
                final double share = Math.exp(scores[row * width + score] - most) / sum;
                first[row] = weight * ((truth == score ? 1 : 0) - share);
                second[row] = weight * share * (1 - share);
            }
        }
    }
}
