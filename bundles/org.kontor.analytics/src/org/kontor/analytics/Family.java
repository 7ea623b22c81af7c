// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics;

import java.util.Locale;

/**
 * What kind of question an algorithm answers; lists are grouped by it.
 *
 * @since 0.1
 */
public enum Family {

    /** Grades customers by rules. */
    SEGMENTS,
    /** Finds groups that nobody named before. */
    CLUSTERING,
    /** Predicts a class. */
    CLASSIFICATION,
    /** Predicts a number. */
    REGRESSION,
    /** Recommends items to users. */
    RECOMMENDATION,
    /** Finds what is bought together. */
    BASKETS,
    /** Continues time series. */
    FORECAST,
    /** What customers are worth, and who leaves. */
    VALUE,
    /** Tests and reductions. */
    STATISTICS,
    /** Reads texts. */
    TEXT,
    /** Cleans data. */
    PREPARATION,
    /** Sums up answers and grades into an index. */
    INDICES,
    /** Anything else. */
    OTHER;

    /**
     * The stable name that files and command lines use.
     *
     * @return lower-case name
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
