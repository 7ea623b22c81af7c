// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.List;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.ProblemException;

/**
 * What a method learned from rows, to be applied to others without learning again. Immutable and safe for any thread.
 *
 * @since 0.1
 */
public interface Model {

    /**
     * Applies what was learned.
     *
     * @param data    rows with the columns that were learned from, in the same roles; the target may be missing
     * @param context who runs it
     * @return a table with one row for each row of the data, in their order: the {@link Meaning#ID} where the data has one, and a
     *         {@link Meaning#LABEL}, {@link Meaning#SCORE} or {@link Meaning#PROBABILITY}. A category or value that was never seen has an
     *         answer too; a missing value has one where the method says so, else the row's answer is missing
     * @throws ProblemException where a column is not there or has another type
     */
    TablePart apply(Dataset data, RunContext context);

    /**
     * Why a row gets its answer.
     *
     * @param data the data
     * @param row  the row, from 0
     * @return contributions that sum up to the answer's score, the largest first; for a label without score, what speaks for and against
     *         it. Empty where the method cannot say
     */
    List<Contribution> explain(Dataset data, int row);

    /**
     * All that was learned, to be kept.
     *
     * @return the state; {@link org.kontor.analytics.Algorithm#restore} of the same algorithm makes an equal model of it
     */
    ModelState state();

    /**
     * What one column contributes to an answer.
     *
     * @param column the name of the column; empty for what all rows have in common
     * @param amount how much it adds to the score
     * @param reason the same in words
     */
    record Contribution(String column, double amount, Message reason) {
    }
}
