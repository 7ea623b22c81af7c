// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Family;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.RunContext;

/** Tells classes apart by how usual each value is in each class, as if features were independent of each other. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + NaiveBayes.NAME, Algorithm.VERSION + "=" + NaiveBayes.RELEASE, "service.ranking:Integer=0"})
public final class NaiveBayes extends LearningMethod {

    static final String NAME = "naive-bayes";
    static final String RELEASE = "1.1.0";

    static final RealParameter SMOOTHING = new RealParameter("smoothing", 1.0, 0, 1e6);
    static final FlagParameter EVEN = new FlagParameter("even-classes", false);

    /** A mean difference between probabilities and what came true that should be told. */
    private static final double UNTRUE = .05;

    /** Made by the framework. */
    public NaiveBayes() {
        super(NAME, RELEASE, Family.CLASSIFICATION,
                List.of("M. E. Maron, Automatic indexing: an experimental inquiry, Journal of the ACM 8, 1961",
                        "P. Domingos, M. Pazzani, On the optimality of the simple Bayesian classifier under zero-one loss, Machine Learning 29, 1997",
                        "D. J. Hand, K. Yu, Idiot's Bayes: not so stupid after all?, International Statistical Review 69, 2001"),
                "O(n d)", LearningParameters.NEEDS, LearningParameters.classesWith(SMOOTHING, EVEN),
                SearchRange.logarithmic(SMOOTHING.name(), 1e-3, 100));
    }

    @Override
    Target.Kind kind(final Parameters parameters) {
        return Target.Kind.CLASSES;
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        long categories = 0;
        for (final var name : data.names(Role.FEATURES)) {
            categories += data.frame().find(name).map(column -> column instanceof final TextColumn texts ? Math.min(Encoding.MOST, texts.dictionary()
                    .size()) : 2)
                    .orElse(2);
        }
        return Training.memory(data) + data.rows() * 16L + 64L * ExamplesCheck.MOST_CLASSES * categories;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var training = training(data, parameters, context);
        final var learner = new BayesLearner(parameters.get(SMOOTHING), parameters.get(EVEN));
        final var result = training.result(learner, (into, predictor) -> new BayesReport(training.examples(), (BayesPredictor) predictor).add(into));
        final double off = result.metric("ece");
        if (!(off > UNTRUE)) {
            return result;
        }
        final var warnings = new ArrayList<Warning>(result.warnings());
        warnings.add(new Warning("bayes.untrue", Messages.of("bayes.untrue", off)));
        return new Result(result.summary(), result.metrics(), result.parts(), warnings, result.model());
    }

    @Override
    protected Model model(final ModelState state) {
        return LearnedModel.restore(state, RELEASE, BayesPredictor::restore);
    }
}
