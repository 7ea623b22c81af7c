// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

/**
 * Log odds of a class as a sum, with the largest likelihood.
 *
 * @param terms           what the coefficients belong to
 * @param rows            the rows that were learned from
 * @param coefficients    of all terms, 0 for those that were left out
 * @param errors          their standard errors; NaN where nothing can be said
 * @param kept            whether a term says something of its own
 * @param intercept       the log odds where every term is 0
 * @param interceptError  its standard error; NaN where nothing can be said
 * @param middle          the log odds where every term is at its mean
 * @param logLikelihood   of the rows, without a penalty
 * @param nullLikelihood  the same if no feature counted
 * @param iterations      how often all rows were gone through
 * @param converged       whether the likelihood is the largest
 * @param separating      the terms that tell the class perfectly apart for some rows, so that no coefficient is the best; empty where there are none.
 *                        Where there are some, coefficients are those with a penalty
 */
record LogisticFit(Terms terms, int[] rows, double[] coefficients, double[] errors, boolean[] kept, double intercept, double interceptError, double middle,
        double logLikelihood, double nullLikelihood, int iterations, boolean converged, int[] separating) {

    boolean isSeparated() {
        return separating.length > 0;
    }

    int parameters() {
        int count = 1;
        for (final boolean each : kept) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
