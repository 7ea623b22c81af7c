// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

/**
 * What numbers say: the column of a result's table about its row, a metric, the values of a chart. So results can be shown, compared and
 * written back without knowing the algorithm.
 *
 * @since 0.1
 */
public enum Meaning {

    /** Nothing in particular. */
    PLAIN,
    /** Names the row of the data that it is about. */
    ID,
    /** The class, cluster or segment of the row. */
    LABEL,
    /** A grade of the row; higher is more of it. */
    SCORE,
    /** A probability, 0 to 1. */
    PROBABILITY,
    /** An amount of money in the currency of the data. */
    MONEY,
    /** A share of a whole, 0 to 1. */
    SHARE,
    /** A number of things. */
    COUNT,
    /** A day or a moment. */
    TIME,
    /** Why the row got its label or score, in words. */
    REASON
}
