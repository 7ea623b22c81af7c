// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.List;

/**
 * In what groups differ in one feature.
 *
 * @param feature   its name
 * @param test      the key of the test: {@code welch}, {@code anova}, {@code kruskal}, {@code chi-square}, or {@code none} where there is none
 * @param statistic the statistic of the test, NaN where there is none
 * @param freedom   its degrees of freedom
 * @param others    the degrees of freedom of its divisor, NaN where it has none
 * @param p         the probability of so large a difference by chance, NaN where there is no test
 * @param effect    how large the difference is, from 0 to 1: the share of variance that groups explain, or Cramér's V; NaN where there is no test
 * @param rows      how many rows have a value
 * @param missing   how many rows with a group have none
 * @param lines     what each group is like
 */
record Comparison(String feature, String test, double statistic, double freedom, double others, double p, double effect, long rows, long missing,
        List<Line> lines) {

    /**
     * One group, and how it differs from all others together.
     *
     * @param group      the number of the group
     * @param category   the category of the feature, empty for numbers
     * @param rows       how many rows of the group have a value
     * @param value      the mean, or the share of the category
     * @param deviation  the standard deviation; NaN for shares
     * @param rest       the mean or share of all others
     * @param difference in standard deviations: Hedges' g, or the adjusted residual for shares; NaN where it cannot be said
     * @param p          the probability of so large a difference by chance; NaN where it cannot be said
     */
    record Line(int group, String category, double rows, double value, double deviation, double rest, double difference, double p) {
    }

    boolean isNumber() {
        return !test.equals(CategoryComparison.TEST) && lines.stream().allMatch(line -> line.category().isEmpty());
    }
}
