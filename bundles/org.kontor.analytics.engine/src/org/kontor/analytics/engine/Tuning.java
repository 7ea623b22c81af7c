// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.result.Result;

/**
 * A search for better settings.
 *
 * @param completed the search as a run: its result has the table {@code trials}, and no model
 * @param measure   the standard name of what was compared
 * @param trials    every trial, the best first; those that were given up early come after those that were not
 * @param best      the plan with the best settings
 * @since 0.1
 */
public record Tuning(Completed completed, String measure, List<Trial> trials, Plan best) {

    /** The name of the table of trials in a result. */
    public static final String TABLE = "trials";
    /** What the names of columns with settings begin with in that table. */
    public static final String SETTING = "setting-";

    public Tuning {
        trials = List.copyOf(trials);
    }

    /**
     * How to search.
     *
     * @param trials  how many settings are drawn, beside those of the plan, 1 or more
     * @param folds   in how many folds rows are dealt, 2 or more
     * @param seed    decides which settings are drawn; folds are dealt by the plan's seed
     * @param halving whether after each fold the worse half of the trials is given up (successive halving)
     * @param measure the standard name of what is compared; empty for the usual one of the question
     * @param ranges  where to look; empty for where the method's descriptor says
     */
    public record Search(int trials, int folds, long seed, boolean halving, Optional<String> measure, List<SearchRange> ranges) {

        public Search {
            ranges = List.copyOf(ranges);
            if (trials < 1 || folds < 2) {
                throw new IllegalArgumentException(trials + " trials, " + folds + " folds");
            }
        }

        /**
         * A search where the descriptor says, by the usual measure.
         *
         * @param trials  how many settings are drawn
         * @param folds   in how many folds rows are dealt
         * @param seed    decides which settings are drawn
         * @param halving whether the worse half is given up after each fold
         * @return the search
         */
        public static Search usual(final int trials, final int folds, final long seed, final boolean halving) {
            return new Search(trials, folds, seed, halving, Optional.empty(), List.of());
        }
    }

    /**
     * One trial.
     *
     * @param number     0 for the settings of the plan, then in the order in which they were drawn
     * @param settings   what was drawn; of the first what the plan has in its place
     * @param score      the measure over the rows that were held out; {@code NaN} where the method could not work with the settings
     * @param deviation  how the measure differs between folds: the standard deviation; {@code NaN} with less than two
     * @param folds      on how many folds it was tried
     */
    public record Trial(int number, Map<String, String> settings, double score, double deviation, int folds) {
    }

    /**
     * The plan with the best settings that a kept search found.
     *
     * @param plan   the plan of the search
     * @param result its result
     * @return the plan, to be run; the same one where no trial was better
     */
    public static Plan best(final Plan plan, final Result result) {
        final var settings = new TreeMap<>(plan.parameters());
        result.table(TABLE).filter(table -> table.frame().rows() > 0).ifPresent(table -> table.frame().columns().stream()
                .filter(column -> column.name().startsWith(SETTING))
                .forEach(column -> settings.put(column.name().substring(SETTING.length()), column.text(0))));
        return plan.with(settings);
    }
}
