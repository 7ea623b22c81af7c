// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;

import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;

/**
 * A model in use and its challenger, by what came to be known of records since both scored them.
 *
 * @param records  how many records of known outcome both scored before
 * @param measures how good both were; empty where nothing can be said yet
 * @param result   the same as sentences and a table, to be shown and kept
 * @since 0.1
 */
public record ModelComparison(int records, List<Measure> measures, Result result) {

    /** The name of the table in the result. */
    public static final String TABLE = "comparison";

    public ModelComparison {
        measures = List.copyOf(measures);
    }

    /**
     * One measure of both.
     *
     * @param name         its standard name
     * @param champion     of the model in use
     * @param challenger   of its challenger
     * @param difference   challenger less champion
     * @param lower        where the 95 % interval of the difference begins; {@code NaN} with too few records
     * @param upper        where it ends; {@code NaN} with too few records
     * @param moreIsBetter whether more of it is better
     */
    public record Measure(String name, double champion, double challenger, double difference, double lower, double upper, boolean moreIsBetter) {

        /**
         * Whether the challenger is surely better.
         *
         * @return true where the whole interval is on its side
         */
        public boolean better() {
            return moreIsBetter ? lower > 0 : upper < 0;
        }

        /**
         * Whether the challenger is surely worse.
         *
         * @return true where the whole interval is on the other side
         */
        public boolean worse() {
            return moreIsBetter ? upper < 0 : lower > 0;
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
