// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column is to an analysis. An algorithm says which roles it takes; a person, or a saved analysis, says which columns play them.
 *
 * @since 0.1
 */
public enum Role {

    /** What is calculated with, several columns. */
    FEATURES,
    /** What is to be predicted. */
    TARGET,
    /** What names a row; never calculated with. */
    ID,
    /** When it happened. */
    TIME,
    /** An amount, such as the money of an order. */
    VALUE,
    /** Which of several time series a row belongs to. */
    SERIES,
    /** Who chose or rated. */
    USER,
    /** What was chosen or rated. */
    ITEM,
    /** How it was rated. */
    RATING,
    /** What was bought together. */
    BASKET,
    /** A text to be read. */
    TEXT,
    /** How much a row counts. */
    WEIGHT,
    /** Which group of users somebody belongs to. */
    SEGMENT;

    /**
     * The stable name that files and command lines use.
     *
     * @return lower-case name
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a name.
     *
     * @param key as {@link #key()} gives it
     * @return the role, or empty
     */
    public static Optional<Role> of(final String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
