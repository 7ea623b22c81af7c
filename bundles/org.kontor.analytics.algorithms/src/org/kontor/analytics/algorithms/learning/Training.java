// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.RunContext;

/**
 * One run of a learner: rows are held out, learned from and answered for; then all rows are learned from for the model. All figures of the
 * result are about answers for rows that were not learned from.
 */
final class Training {

    private final AlgorithmDescriptor descriptor;
    private final Dataset data;
    private final Parameters parameters;
    private final RunContext context;
    private final Examples examples;

    /**
     * @param descriptor of the method; its parameters include those of {@link LearningParameters} without {@code target-kind}
     * @param data       what to learn from; {@link ExamplesCheck} found it possible
     * @param kind       how the target is read
     */
    Training(final AlgorithmDescriptor descriptor, final Dataset data, final Parameters parameters, final Target.Kind kind, final RunContext context) {
        this.descriptor = descriptor;
        this.data = data;
        this.parameters = parameters;
        this.context = context;
        examples = Examples.of(data, kind, context);
    }

    /**
     * How much memory a training needs beside what its learner needs.
     *
     * @param data what to learn from
     * @return bytes
     */
    static long memory(final Dataset data) {
        final long rows = data.rows();
        return (1L << 20) + rows * (8L * data.names(Role.FEATURES).size() + 250);
    }

    Examples examples() {
        return examples;
    }

    /**
     * Learns.
     *
     * @param learner who learns
     * @param own     adds the method's own sentences and parts to the result; called with what was learned from all rows
     * @return the result with its model
     */
    Result result(final Learner learner, final BiConsumer<Result.Builder, Predictor> own) {
        return result(learner, predictor -> Validation.of(examples, learner, parameters, context), own);
    }

    /**
     * Learns.
     *
     * @param learner  who learns
     * @param validate gives answers for rows that were not learned from; asked after all rows were learned from
     * @param own      adds the method's own sentences and parts to the result
     * @return the result with its model
     */
    Result result(final Learner learner, final Function<Predictor, Validation> validate, final BiConsumer<Result.Builder, Predictor> own) {
        context.progress().begin(descriptor.name().text(), Validation.runs(examples, parameters) + 2L);
        final var predictor = learner.learn(examples, examples.all(), context);
        final var fitted = learner.fitted();
        context.progress().worked(1);
        final var raw = validate.apply(predictor);
        final var method = calibration(raw);
        final var held = method.equals(LearningParameters.NONE) ? raw : Calibration.crossFitted(method, raw, examples, context);
        final var calibration = method.equals(LearningParameters.NONE) ? null
                : Calibration.of(method, raw, IntStream.range(0, raw.rows().length).toArray(), examples, context);
        final var model = new LearnedModel(descriptor.id(), descriptor.version(), examples.encoding(), examples.target(), predictor, calibration,
                Drift.of(examples.encoding(), examples.features(), context));
        final var result = Result.builder();
        final List<Warning> leaks = Leaks.of(examples, raw, context);
        new LearningReport(descriptor, data, parameters, examples, fitted, context).add(result, held, model, method, () -> own.accept(result, predictor));
        leaks.forEach(each -> result.warn(each.code(), each.text()));
        context.progress().worked(1);
        return result.model(model).build();
    }

    /** Only two classes can be calibrated, and only by answers for rows that were held out. */
    private String calibration(final Validation held) {
        final boolean possible = examples.target().isBinary() && !held.isEmpty();
        return possible ? parameters.get(LearningParameters.CALIBRATION) : LearningParameters.NONE;
    }
}
