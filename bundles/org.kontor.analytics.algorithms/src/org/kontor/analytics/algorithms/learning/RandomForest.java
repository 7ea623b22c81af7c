// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.List;
import java.util.stream.IntStream;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Family;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Many trees of decisions, each learned from other rows and features, that answer together. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + RandomForest.NAME, Algorithm.VERSION + "=" + RandomForest.RELEASE, "service.ranking:Integer=0"})
public final class RandomForest extends LearningMethod {

    static final String NAME = "random-forest";
    static final String RELEASE = "1.0.0";

    static final IntegerParameter TREES = new IntegerParameter("trees", 100L, 1, 10_000);
    static final IntegerParameter FEATURES = new IntegerParameter("features-per-split", 0L, 0, 100_000);
    static final IntegerParameter MAX_DEPTH = new IntegerParameter("max-depth", 60L, 1, 60);
    static final IntegerParameter MIN_LEAF = new IntegerParameter("min-leaf", 5L, 1, 1_000_000);

    /** Made by the framework. */
    public RandomForest() {
        super(NAME, RELEASE, Family.CLASSIFICATION,
                List.of("L. Breiman, Random Forests, Machine Learning 45, 2001",
                        "S. Lundberg, G. Erion, S.-I. Lee, Consistent Individualized Feature Attribution for Tree Ensembles, arXiv 1802.03888, 2018"),
                "O(t m n log n)", LearningParameters.NEEDS, LearningParameters.with(TREES, FEATURES, MAX_DEPTH, MIN_LEAF),
                SearchRange.logarithmic(TREES.name(), 50, 300),
                SearchRange.linear(MAX_DEPTH.name(), 3, 60),
                SearchRange.logarithmic(MIN_LEAF.name(), 1, 100));
    }

    private static Forest.Limits limits(final Parameters parameters, final int width, final boolean classes) {
        final int wanted = parameters.get(FEATURES).intValue();
        final int usual = classes ? (int) Math.sqrt(width) : width / 3;
        return new Forest.Limits(parameters.get(TREES).intValue(), Math.max(1, Math.min(width, wanted > 0 ? wanted : usual)),
                parameters.get(MAX_DEPTH).intValue(),
                parameters.get(MIN_LEAF));
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final int width = Math.max(1, data.names(Role.FEATURES).size());
        return Training.memory(data) + Forest.memory(data.rows(), width, limits(parameters, width, true), 2);
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var training = training(data, parameters, context);
        final var examples = training.examples();
        final var forest = new Forest(limits(parameters, examples.features().width(), examples.target().isClasses()));
        // rows that were not drawn are held out already, unless groups or times forbid to hold out single rows
        final boolean own = parameters.get(LearningParameters.VALIDATION).equals(LearningParameters.AUTO) && examples.groups() == null
                && examples.times() == null
                && examples.count() >= Validation.FEW;
        return training.result(forest, predictor -> own ? outOfBag(examples, forest, context) : Validation.of(examples, forest, parameters, context),
                (result, predictor) -> {
                    final var trees = ((TreePredictor) predictor).trees();
                    result.say(Messages.of("learning.forest.summary", trees.size(), trees.stream().mapToInt(Tree::leaves).average().orElse(0)));
                    result.metric("trees", trees.size(), Messages.of("learning.metric.trees"), Trail.NONE);
                });
    }

    private static Validation outOfBag(final Examples examples, final Forest forest, final RunContext context) {
        final var honest = new OutOfBag(forest.last());
        final var answers = Predictor.answers(honest, examples.features(), IntStream.range(0, examples.count()).toArray(),
                examples.target().outputs(), context);
        return Validation.outOfBag(examples, honest.answered(examples.count()), answers, honest);
    }

    @Override
    protected Model model(final ModelState state) {
        return LearnedModel.restore(state, RELEASE, TreePredictor::restore);
    }
}
