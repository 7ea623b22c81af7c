// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Answers to one question.
 *
 * @param answers how many count
 * @param good    the share of satisfied, of promoters or of easy answers
 * @param bad     the share of detractors, for recommendation alone; else 0
 * @param mean    the mean answer
 * @param wrong   answers left out because they are not on the scale
 */
record Survey(long answers, double good, double bad, double mean, long wrong) {

    /** The normal quantile for 95 of 100. */
    static final double WIDTH = 1.959963984540054;
    private static final double MOST = 1e6;

    static Survey of(final Column column, final Column weights, final String question, final double from, final RunContext context) {
        long answers = 0;
        long wrong = 0;
        double all = 0;
        double good = 0;
        double bad = 0;
        double sum = 0;
        final boolean recommends = question.equals(ScoreIndex.RECOMMENDATION);
        for (int i = 0; i < column.rows(); i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final double answer = column.number(i);
            final double weight = Scores.weight(weights, i);
            if (Double.isNaN(answer) || weight == 0) {
                continue;
            }
            if (recommends ? answer < 0 || answer > 10 || answer != Math.rint(answer) : Math.abs(answer) > MOST) {
                wrong++;
                continue;
            }
            answers++;
            all += weight;
            sum += weight * answer;
            good += answer >= (recommends ? 9 : from) ? weight : 0;
            bad += recommends && answer <= 6 ? weight : 0;
        }
        return new Survey(answers, answers == 0 ? Double.NaN : good / all, answers == 0 ? Double.NaN : bad / all, answers == 0 ? Double.NaN : sum / all, wrong);
    }

    /** {@return the value of the question: a share, or the difference of two, both times 100} */
    double value() {
        return 100 * (good - bad);
    }

    /**
     * The range in which the value of all customers lies in 95 of 100 such surveys: for a share by Wilson, 1927; for the difference by its
     * normal approximation.
     *
     * @return the lower and the upper end
     */
    double[] range() {
        final double n = answers;
        if (bad == 0) {
            final double square = WIDTH * WIDTH;
            final double middle = (good + square / (2 * n)) / (1 + square / n);
            final double half = WIDTH / (1 + square / n) * Math.sqrt(good * (1 - good) / n + square / (4 * n * n));
            return new double[] {100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half)};
        }
        final double half = WIDTH * Math.sqrt(Math.max(0, good + bad - (good - bad) * (good - bad)) / n);
        return new double[] {100 * Math.max(-1, good - bad - half), 100 * Math.min(1, good - bad + half)};
    }
}
