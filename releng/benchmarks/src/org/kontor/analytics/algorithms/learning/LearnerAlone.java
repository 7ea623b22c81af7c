// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/**
 * Learning alone: rows are read and learned from once, with nothing held out and nothing said, which is what peers do. Methods offer only whole
 * runs, so this lies in their package.
 *
 * @param examples  what was learned from
 * @param predictor what was learned
 */
public record LearnerAlone(Examples examples, Predictor predictor) {

    private static LearnerAlone of(final Learner learner, final Examples examples, final RunContext context) {
        return new LearnerAlone(examples, learner.learn(examples, examples.all(), context));
    }

    public static LearnerAlone logistic(final Dataset data, final Parameters parameters, final RunContext context) {
        return of(new LogisticLearner(parameters), Examples.of(data, Target.Kind.CLASSES, context), context);
    }

    public static LearnerAlone linear(final Dataset data, final Parameters parameters, final RunContext context) {
        return of(new LinearLearner(parameters), Examples.of(data, Target.Kind.NUMBERS, context), context);
    }

    public static LearnerAlone forest(final Dataset data, final Parameters parameters, final RunContext context) {
        final var examples = Examples.of(data, Target.Kind.CLASSES, context);
        return of(new Forest(new Forest.Limits(parameters.get(RandomForest.TREES).intValue(), (int) Math.sqrt(examples.features().width()),
                parameters.get(RandomForest.MAX_DEPTH).intValue(), parameters.get(RandomForest.MIN_LEAF))), examples, context);
    }

    public static LearnerAlone boosting(final Dataset data, final Parameters parameters, final RunContext context) {
        return of(new Boosting(new Boosting.Limits(parameters.get(GradientBoosting.ROUNDS).intValue(), parameters.get(GradientBoosting.RATE),
                parameters.get(GradientBoosting.MAX_LEAVES).intValue(), parameters.get(GradientBoosting.MAX_DEPTH).intValue(),
                parameters.get(GradientBoosting.MIN_LEAF).intValue(), parameters.get(GradientBoosting.REGULARIZATION), false)),
                Examples.of(data, Target.Kind.CLASSES, context), context);
    }

    /** {@return for each row the number, or the probability of each class} */
    public double[] answers(final Dataset data, final RunContext context) {
        return Predictor.answers(predictor, examples.encoding().encode(data, context), IntStream.range(0, data.rows()).toArray(),
                examples.target().outputs(), context);
    }
}
