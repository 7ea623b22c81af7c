// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

/**
 * Rows of two classes in the order of their probability, the highest first; rows of equal probability are one step.
 *
 * @param hits       the weight of rows of the class that is looked for, down to each step, from 0
 * @param misses     the weight of the others, down to each step, from 0
 * @param thresholds the probability of each step; the one before the first is infinite
 */
record Ranking(double[] hits, double[] misses, double[] thresholds) {

    static Ranking of(final double[] probabilities, final double[] truths, final double[] weights, final Runnable pause) {
        final var order = Order.ascending(probabilities, pause);
        final var hits = new double[order.length + 1];
        final var misses = new double[order.length + 1];
        final var thresholds = new double[order.length + 1];
        thresholds[0] = Double.POSITIVE_INFINITY;
        int step = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            final int row = order[i];
            if (step == 0 || probabilities[row] != thresholds[step]) {
                step++;
                thresholds[step] = probabilities[row];
                hits[step] = hits[step - 1];
                misses[step] = misses[step - 1];
            }
            hits[step] += truths[row] * weights[row];
            misses[step] += (1 - truths[row]) * weights[row];
        }
        return new Ranking(Arrays.copyOf(hits, step + 1), Arrays.copyOf(misses, step + 1), Arrays.copyOf(thresholds, step + 1));
    }

    int last() {
        return hits.length - 1;
    }

    double positives() {
        return hits[last()];
    }

    double negatives() {
        return misses[last()];
    }

    double total() {
        return positives() + negatives();
    }

    /** {@return the area under the ROC curve, ties counted half; NaN where a class is missing} */
    double area() {
        double area = 0;
        for (int i = 1; i <= last(); i++) {
            area += (misses[i] - misses[i - 1]) * (hits[i] + hits[i - 1]) / 2;
        }
        return positives() > 0 && negatives() > 0 ? area / positives() / negatives() : Double.NaN;
    }

    /** {@return the average precision: precision at each step, weighted by the hits that it adds; NaN without hits} */
    double averagePrecision() {
        double sum = 0;
        for (int i = 1; i <= last(); i++) {
            if (hits[i] > hits[i - 1]) {
                sum += (hits[i] - hits[i - 1]) * hits[i] / (hits[i] + misses[i]);
            }
        }
        return positives() > 0 ? sum / positives() : Double.NaN;
    }

    /** {@return the hits among the first share of rows; of a step that is cut, the same share as of all its rows} */
    double hitsAt(final double share) {
        final double wanted = share * total();
        int i = 1;
        while (i < last() && hits[i] + misses[i] < wanted) {
            i++;
        }
        final double before = hits[i - 1] + misses[i - 1];
        final double here = hits[i] + misses[i] - before;
        return hits[i - 1] + (here > 0 ? Math.min(1, (wanted - before) / here) * (hits[i] - hits[i - 1]) : 0);
    }

    /** {@return how many times as many hits are among the first share of rows as among as many drawn at random; NaN without hits} */
    double lift(final double share) {
        return positives() > 0 ? hitsAt(share) / (share * positives()) : Double.NaN;
    }
}
