// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;
import java.util.Map;

import org.kontor.analytics.result.Warning;

/**
 * How good a method is on rows that it did not learn from. A forecast is compared with what came later: in the past of its own rows, or in other rows. A
 * method that predicts nothing has figures of its own instead, as means of runs that each leave one fold out, with the deviation from run to run
 * ({@code NAME-deviation}), or for other rows; a warning says so.
 *
 * @param provider     who was evaluated
 * @param parameters   all settings of the method, as text
 * @param fingerprint  of all rows that were used
 * @param rows         how many rows were used
 * @param columns      the columns that were used
 * @param milliseconds how long the method took to learn and to answer, in all folds
 * @param metrics      the metrics by standard name, over all rows that were held out: {@code accuracy}, {@code auc}, {@code log-loss},
 *                     {@code brier}, {@code f1}, {@code rmse}, {@code mae}, {@code r2}, {@code stability}, {@code holdout-inertia}; of forecasts
                     {@code smape}, {@code mape}, {@code bias} and {@code coverage-80} as well
 * @param folds        the same metrics for each fold
 * @param warnings     what should be known
 * @since 0.1
 */
public record Evaluation(Provider provider, Map<String, String> parameters, String fingerprint, int rows, List<String> columns, long milliseconds,
        Map<String, Double> metrics, List<Map<String, Double>> folds, List<Warning> warnings) {

    /** How rows are held out. */
    public sealed interface Trial {
    }

    /**
     * Rows are dealt into folds by the plan's seed, classes evenly; each fold is predicted by a model of the others.
     *
     * @param count how many, 2 or more
     */
    public record Folds(int count) implements Trial {
    }

    /**
     * A model of the plan's rows predicts other rows.
     *
     * @param source  where the other rows come from
     * @param options settings of that source
     */
    public record Other(String source, Map<String, String> options) implements Trial {
    }
}
