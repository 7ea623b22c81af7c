// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Family;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Many small trees of decisions one after the other, each of which mends what those before it left wrong. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + GradientBoosting.NAME, Algorithm.VERSION + "=" + GradientBoosting.RELEASE, "service.ranking:Integer=0"})
public final class GradientBoosting extends LearningMethod {

    static final String NAME = "gradient-boosting";
    static final String RELEASE = "1.0.0";

    static final IntegerParameter ROUNDS = new IntegerParameter("rounds", 100L, 1, 10_000);
    static final RealParameter RATE = new RealParameter("learning-rate", .1, 1e-4, 1);
    static final IntegerParameter MAX_LEAVES = new IntegerParameter("max-leaves", 31L, 2, 4096);
    static final IntegerParameter MAX_DEPTH = new IntegerParameter("max-depth", 60L, 1, 60);
    static final IntegerParameter MIN_LEAF = new IntegerParameter("min-leaf", 20L, 1, 1_000_000);
    static final RealParameter REGULARIZATION = new RealParameter("regularization", 0.0, 0, 1e6);
    static final FlagParameter EARLY_STOPPING = new FlagParameter("early-stopping", false);

    /** Made by the framework. */
    public GradientBoosting() {
        super(NAME, RELEASE, Family.CLASSIFICATION,
                List.of("J. Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29, 2001",
                        "G. Ke and others, LightGBM: A Highly Efficient Gradient Boosting Decision Tree, NIPS 2017",
                        "S. Lundberg, G. Erion, S.-I. Lee, Consistent Individualized Feature Attribution for Tree Ensembles, arXiv 1802.03888, 2018"),
                "O(t d n)", LearningParameters.NEEDS,
                LearningParameters.with(ROUNDS, RATE, MAX_LEAVES, MAX_DEPTH, MIN_LEAF, REGULARIZATION, EARLY_STOPPING),
                SearchRange.logarithmic(ROUNDS.name(), 20, 400),
                SearchRange.logarithmic(RATE.name(), .01, .5),
                SearchRange.logarithmic(MAX_LEAVES.name(), 4, 128),
                SearchRange.logarithmic(MIN_LEAF.name(), 5, 100),
                SearchRange.logarithmic(REGULARIZATION.name(), 1e-3, 100));
    }

    private static Boosting.Limits limits(final Parameters parameters) {
        return new Boosting.Limits(parameters.get(ROUNDS).intValue(), parameters.get(RATE), parameters.get(MAX_LEAVES).intValue(),
                parameters.get(MAX_DEPTH).intValue(), parameters.get(MIN_LEAF).intValue(), parameters.get(REGULARIZATION), parameters.get(EARLY_STOPPING));
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return Training.memory(data) + Boosting.memory(data.rows(), Math.max(1, data.names(Role.FEATURES).size()), limits(parameters), 2);
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var training = training(data, parameters, context);
        return training.result(new Boosting(limits(parameters)), (result, predictor) -> {
            final int rounds = ((TreePredictor) predictor).trees().size() / predictor.scores();
            result.say(Messages.of("learning.boosting.summary", rounds));
            result.metric("rounds", rounds, Messages.of("learning.metric.rounds"), Trail.NONE);
        });
    }

    @Override
    protected Model model(final ModelState state) {
        return LearnedModel.restore(state, RELEASE, TreePredictor::restore);
    }
}
