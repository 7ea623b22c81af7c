// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/** Learns to predict a number as a sum. For one run. */
final class LinearLearner implements Learner {

    private final boolean mostFrequent;
    private final boolean leaveOut;
    private final double ridge;
    private LinearFit whole;

    LinearLearner(final Parameters parameters) {
        mostFrequent = parameters.get(LinearRegression.REFERENCE).equals(LinearRegression.FREQUENT);
        leaveOut = parameters.get(CompleteRows.MISSING).equals(CompleteRows.LEAVE_OUT);
        ridge = parameters.get(LinearRegression.RIDGE);
    }

    @Override
    public Predictor learn(final Examples examples, final int[] rows, final RunContext context) {
        final var complete = CompleteRows.of(examples, rows, leaveOut, context);
        final var terms = Terms.of(examples, complete, mostFrequent, context);
        if (terms.width() > LinearRegression.MOST_TERMS) {
            throw Messages.problem("linear.too-many", terms.width(), LinearRegression.MOST_TERMS).asException();
        }
        final var fit = LinearFit.of(examples, complete, terms, ridge, context);
        // the first rows that a training learns from are all
        whole = whole == null ? fit : whole;
        return LinearPredictor.of(LinearPredictor.Link.NUMBER, terms, new double[] {fit.mean()}, new double[][] {fit.coefficients()});
    }

    LinearFit whole() {
        return whole;
    }
}
