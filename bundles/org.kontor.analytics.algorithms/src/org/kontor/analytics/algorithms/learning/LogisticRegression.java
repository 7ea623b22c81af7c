// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Family;
import org.kontor.analytics.algorithms.numerics.CrossProducts;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** Tells classes apart by sums of features: odds, with all that is to be said about each coefficient. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + LogisticRegression.NAME, Algorithm.VERSION + "=" + LogisticRegression.RELEASE, "service.ranking:Integer=0"})
public final class LogisticRegression extends LearningMethod {

    static final String NAME = "logistic-regression";
    static final String RELEASE = "1.1.0";

    static final RealParameter PENALTY = new RealParameter("l2", 0.0, 0, 1e9);

    /** Made by the framework. */
    public LogisticRegression() {
        super(NAME, RELEASE, Family.CLASSIFICATION,
                List.of("D. R. Cox, The regression analysis of binary sequences, Journal of the Royal Statistical Society B 20, 1958",
                        "A. Albert, J. A. Anderson, On the existence of maximum likelihood estimates in logistic regression models, Biometrika 71, 1984",
                        "D. Hosmer, S. Lemeshow, Applied Logistic Regression, Wiley 2000"),
                "O(n d² i)", LearningParameters.NEEDS,
                LearningParameters.classesWith(LinearRegression.REFERENCE, CompleteRows.MISSING, PENALTY, LinearRegression.CONFIDENCE),
                SearchRange.logarithmic(PENALTY.name(), 1e-3, 1e3));
    }

    @Override
    Target.Kind kind(final Parameters parameters) {
        return Target.Kind.CLASSES;
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final int width = LinearRegression.terms(data) + 2;
        return Training.memory(data) + data.rows() * 16L + 80L * width * width + LogisticSolver.memory(data.rows(), width) + several(data, width) + CrossProducts.memory(data.rows(), width);
    }

    /** {@return bytes that learning several classes at once takes} */
    private static long several(final Dataset data, final int width) {
        final int classes = data.find(Role.TARGET).map(column -> column instanceof final TextColumn texts ? texts.dictionary().size() : 2).orElse(2);
        final long size = (long) width * classes;
        return classes < 3 || size > 2L * SoftmaxSolver.MOST ? 0 : SoftmaxLikelihood.memory(data.rows(), width, classes) + 32 * size * size;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var training = training(data, parameters, context);
        final var learner = new LogisticLearner(parameters);
        return training.result(learner, (result, predictor) -> new LogisticReport(training.examples(), parameters, learner.whole(), context).add(result));
    }

    @Override
    protected Model model(final ModelState state) {
        return LearnedModel.restore(state, RELEASE, LinearPredictor::restore);
    }
}
