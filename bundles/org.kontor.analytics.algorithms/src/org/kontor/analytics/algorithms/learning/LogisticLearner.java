// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.List;

import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/**
 * Learns log odds as sums: of the second of two classes, or of each of several against the first. Very many coefficients, and rows that lack a
 * class, are learned one class against all others. For one run.
 */
final class LogisticLearner implements Learner {

    private final boolean mostFrequent;
    private final boolean leaveOut;
    private final double penalty;
    private List<LogisticFit> whole;

    LogisticLearner(final Parameters parameters) {
        mostFrequent = parameters.get(LinearRegression.REFERENCE).equals(LinearRegression.FREQUENT);
        leaveOut = parameters.get(CompleteRows.MISSING).equals(CompleteRows.LEAVE_OUT);
        penalty = parameters.get(LogisticRegression.PENALTY);
    }

    @Override
    public Predictor learn(final Examples examples, final int[] rows, final RunContext context) {
        final var complete = CompleteRows.of(examples, rows, leaveOut, context);
        final var terms = Terms.of(examples, complete, mostFrequent, context);
        if (terms.width() > LinearRegression.MOST_TERMS) {
            throw Messages.problem("linear.too-many", terms.width(), LinearRegression.MOST_TERMS).asException();
        }
        final int classes = examples.target().classes().size();
        if (classes > 2 && SoftmaxSolver.suits(examples, complete, terms)) {
            final var fits = new SoftmaxSolver(examples, complete, terms, context).fit(penalty);
            whole = whole == null ? fits : whole;
            // measured from the middle of all classes, so that reasons are known for the first one too
            final var middles = new double[classes];
            final var coefficients = new double[classes][terms.width()];
            for (int k = 0; k < classes; k++) {
                for (int other = 1; other < classes; other++) {
                    final var fit = fits.get(other - 1);
                    final double share = (other == k ? 1 : 0) - 1.0 / classes;
                    middles[k] += share * fit.middle();
                    for (int term = 0; term < terms.width(); term++) {
                        coefficients[k][term] += share * fit.coefficients()[term];
                    }
                }
            }
            return LinearPredictor.of(LinearPredictor.Link.SOFTMAX, terms, middles, coefficients);
        }
        final var fits = new ArrayList<LogisticFit>();
        for (int k = classes == 2 ? 1 : 0; k < classes; k++) {
            fits.add(new LogisticSolver(examples, complete, terms, k, context).fit(penalty));
        }
        // the first rows that a training learns from are all
        whole = whole == null ? fits : whole;
        return LinearPredictor.of(classes == 2 ? LinearPredictor.Link.LOGIT : LinearPredictor.Link.ONE_VS_REST, terms,
                fits.stream().mapToDouble(LogisticFit::middle).toArray(), fits.stream().map(LogisticFit::coefficients).toArray(double[][]::new));
    }

    /** {@return what was learned from all rows: one fit for two classes, for several one for each class but the first, or one for each
     * class against all others} */
    List<LogisticFit> whole() {
        return whole;
    }
}
