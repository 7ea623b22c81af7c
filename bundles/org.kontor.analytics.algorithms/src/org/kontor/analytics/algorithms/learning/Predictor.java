// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Map;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * What was learned. It scores rows: one number a row, or one for each class. Scores become an answer: the probability of each class, or the
 * number predicted.
 */
interface Predictor {

    /** {@return how many scores a row has} */
    int scores();

    /**
     * Scores rows.
     *
     * @param features features of the encoding that was learned from, missing and unknown values among them
     * @param rows     which rows
     * @param context  who runs it
     * @return {@link #scores()} numbers for each of the rows, all finite
     */
    double[] score(Features features, int[] rows, RunContext context);

    /**
     * Turns the scores of a row into its answer.
     *
     * @param scores {@link #scores()} numbers from {@code from}
     * @param from   where they begin
     * @param answer gets the probability of each class, which sum to 1, or the number predicted
     * @param to     where it begins
     */
    void answer(double[] scores, int from, double[] answer, int to);

    /**
     * What each feature adds to a score of a row.
     *
     * @param features the features
     * @param row      the row
     * @param score    which of the scores
     * @return one number for each feature, and at last what all rows have in common; they sum to the score
     */
    double[] contributions(Features features, int row, int score);

    /**
     * Keeps all that was learned.
     *
     * @param facts  gets single values
     * @param tables gets tables; the names {@code features}, {@code categories}, {@code classes}, {@code calibration} and those that begin with
     *               {@code drift} are taken
     */
    void save(Map<String, String> facts, Map<String, Frame> tables);

    /**
     * The answers for rows.
     *
     * @param outputs how many numbers an answer has
     * @return {@code outputs} numbers for each of the rows
     */
    static double[] answers(final Predictor predictor, final Features features, final int[] rows, final int outputs, final RunContext context) {
        final var scores = predictor.score(features, rows, context);
        final int each = predictor.scores();
        final var answers = new double[Math.multiplyExact(rows.length, outputs)];
        for (int i = 0; i < rows.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            predictor.answer(scores, i * each, answers, i * outputs);
        }
        return answers;
    }
}
