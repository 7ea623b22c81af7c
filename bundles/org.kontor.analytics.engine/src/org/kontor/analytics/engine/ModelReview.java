// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;

import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;

/**
 * What a model in use said of records, beside what came true since.
 *
 * @param records    how many records of known outcome it had scored when their outcome was open
 * @param figures    how good it turned out; empty where nothing can be said yet
 * @param learnAgain whether it should learn again
 * @param result     the same as sentences and a table, to be shown and kept
 * @since 0.1
 */
public record ModelReview(int records, List<Figure> figures, boolean learnAgain, Result result) {

    /** The name of the table in the result. */
    public static final String TABLE = "review";

    public ModelReview {
        figures = List.copyOf(figures);
    }

    /**
     * One measure.
     *
     * @param name         its standard name
     * @param expected     what was found when the model learned, on rows that were held out; {@code NaN} where that is not known
     * @param actual       what it turned out to be
     * @param lower        where the 95 % interval of that begins; {@code NaN} with too few records
     * @param upper        where it ends; {@code NaN} with too few records
     * @param moreIsBetter whether more of it is better
     */
    public record Figure(String name, double expected, double actual, double lower, double upper, boolean moreIsBetter) {

        /**
         * Whether the model is surely worse than it was found to be.
         *
         * @return true where the whole interval is on the wrong side of what was expected; false where one of them is not known
         */
        public boolean worse() {
            return moreIsBetter ? upper < expected : lower > expected;
        }
    }

    /**
     * What came out.
     *
     * @return sentences
     */
    public List<Message> summary() {
        return result.summary();
    }
}
