// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;

/**
 * A step of preparing columns before a method sees them. What a step has to know (means, limits, categories) it learns from the rows that a
 * model is trained on, never from those it is tested on or applied to. A step without columns takes all features that it can work on.
 *
 * @since 0.1
 */
public sealed interface Step {

    /**
     * The columns it works on.
     *
     * @return their names; empty for all features of a fitting type
     */
    List<String> columns();

    /** With what missing values are filled. */
    enum Fill {
        /** The mean; numbers only. */
        MEAN,
        /** The median; numbers only. */
        MEDIAN,
        /** The most frequent value, the first of several. */
        MOST_FREQUENT,
        /** A given value. */
        CONSTANT
    }

    /** How outliers are told. */
    enum Fences {
        /** Further than {@code factor} interquartile ranges from the quartiles (Tukey 1977; usual factor 1.5). */
        TUKEY,
        /** Further than {@code factor} times 1.4826 median absolute deviations from the median (usual factor 3). */
        MAD
    }

    /** What is done with outliers. */
    enum Outlier {
        /** They are set to the nearer limit. */
        CLIP,
        /** Their rows are left out of the training; rows that a model is applied to stay. */
        DROP
    }

    /**
     * Fills missing values.
     *
     * @param columns  which
     * @param fill     with what
     * @param constant the given value for {@link Fill#CONSTANT}; else empty
     */
    record FillMissing(List<String> columns, Fill fill, String constant) implements Step {
        public FillMissing {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Leaves out rows without a value.
     *
     * @param columns which
     */
    record DropMissing(List<String> columns) implements Step {
        public DropMissing {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Subtracts the mean and divides by the standard deviation; a column that is the same everywhere becomes 0.
     *
     * @param columns which
     * @param ddof    what is subtracted from the number of rows in the variance: 0 for the deviation of these rows, 1 for an estimate
     */
    record Standardize(List<String> columns, int ddof) implements Step {
        public Standardize {
            columns = List.copyOf(columns);
            if (ddof != 0 && ddof != 1) {
                throw new IllegalArgumentException("ddof " + ddof);
            }
        }
    }

    /**
     * Takes the natural logarithm of 1 + value; values of -1 and less become missing.
     *
     * @param columns which
     */
    record Logarithm(List<String> columns) implements Step {
        public Logarithm {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Makes a column of 0 and 1 for each text of a column, called {@code COLUMN=TEXT}; a text that training never saw is 0 in all of them.
     *
     * @param columns which
     */
    record OneHot(List<String> columns) implements Step {
        public OneHot {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Deals with values that lie far from the others.
     *
     * @param columns which
     * @param fences  how they are told
     * @param factor  how far is too far, more than 0
     * @param action  what is done
     */
    record Outliers(List<String> columns, Fences fences, double factor, Outlier action) implements Step {
        public Outliers {
            columns = List.copyOf(columns);
            if (!(factor > 0)) {
                throw new IllegalArgumentException("factor " + factor);
            }
        }
    }
}
