// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.util.Locale;

/**
 * What the values of a column are.
 *
 * @since 0.1
 */
public enum ColumnType {

    /** Real numbers, {@code double}. */
    NUMBER,
    /** Whole numbers, {@code long}. */
    INTEGER,
    /** Yes or no. */
    FLAG,
    /** Days without a time of day, counted from 1970-01-01. */
    DATE,
    /** Moments in UTC, microseconds since 1970-01-01T00:00Z. */
    INSTANT,
    /** Texts, as codes into a dictionary. */
    TEXT;

    /**
     * Whether values of this type can be calculated with: {@link Column#number} answers.
     *
     * @return false for {@link #TEXT} alone
     */
    public boolean isNumeric() {
        return this != TEXT;
    }

    /**
     * The stable name that files and command lines use.
     *
     * @return lower-case name
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
