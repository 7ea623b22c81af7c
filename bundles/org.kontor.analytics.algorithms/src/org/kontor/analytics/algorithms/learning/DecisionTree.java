// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Family;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** One tree of decisions that a person can read, by the exact search of CART. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + DecisionTree.NAME, Algorithm.VERSION + "=" + DecisionTree.RELEASE, "service.ranking:Integer=0"})
public final class DecisionTree extends LearningMethod {

    static final String NAME = "decision-tree";
    static final String RELEASE = "1.0.0";
    static final String GINI = "gini";
    static final String ENTROPY = "entropy";

    static final IntegerParameter MAX_DEPTH = new IntegerParameter("max-depth", 5L, 1, 60);
    static final IntegerParameter MIN_LEAF = new IntegerParameter("min-leaf", 5L, 1, 1_000_000);
    static final IntegerParameter MAX_LEAVES = new IntegerParameter("max-leaves", 0L, 0, 1_000_000);
    static final RealParameter COMPLEXITY = new RealParameter("complexity", 0.0, 0, 1);
    static final ChoiceParameter CRITERION = new ChoiceParameter("criterion", GINI, List.of(GINI, ENTROPY));

    /** Made by the framework. */
    public DecisionTree() {
        super(NAME, RELEASE, Family.CLASSIFICATION,
                List.of("L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and Regression Trees, Wadsworth 1984",
                        "S. Lundberg, G. Erion, S.-I. Lee, Consistent Individualized Feature Attribution for Tree Ensembles, arXiv 1802.03888, 2018"),
                "O(d n log n)", LearningParameters.NEEDS,
                LearningParameters.with(MAX_DEPTH, MIN_LEAF, MAX_LEAVES, COMPLEXITY, CRITERION),
                SearchRange.linear(MAX_DEPTH.name(), 2, 16),
                SearchRange.logarithmic(MIN_LEAF.name(), 1, 100),
                SearchRange.logarithmic(COMPLEXITY.name(), 1e-5, .05));
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return Training.memory(data) + data.rows() * (8L * data.names(Role.FEATURES).size() + 100);
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var training = training(data, parameters, context);
        final var cart = new Cart(new Cart.Limits(parameters.get(CRITERION).equals(ENTROPY), parameters.get(MAX_DEPTH).intValue(),
                parameters.get(MIN_LEAF).intValue(), parameters.get(MAX_LEAVES).intValue(), parameters.get(COMPLEXITY)));
        return training.result(cart, (result, predictor) -> {
            final var tree = ((TreePredictor) predictor).trees().getFirst();
            final var parts = new TreeParts(tree, training.examples().encoding(), training.examples().target());
            result.say(Messages.of("learning.tree.summary", tree.leaves(), tree.depth()));
            result.metric("leaves", tree.leaves(), Messages.of("learning.metric.leaves"), Trail.NONE);
            result.metric("depth", tree.depth(), Messages.of("learning.metric.depth"), Trail.NONE);
            result.part(parts.picture());
            result.part(parts.rules());
        });
    }

    @Override
    protected Model model(final ModelState state) {
        return LearnedModel.restore(state, RELEASE, TreePredictor::restore);
    }
}
