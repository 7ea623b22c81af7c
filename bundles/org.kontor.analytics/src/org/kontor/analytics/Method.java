// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics;

import java.util.List;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.ProblemException;

/**
 * The frame that most algorithms share: they say once what they need to know of data, and it is looked at before a run is offered and again
 * before it begins. A subclass says what it is in its constructor, names what stands in its way in {@link #examine} and
 * {@link #examineSettings}, begins {@link #run} with {@link #start}, and makes models in {@link #model} where it learns. Whatever does not
 * fit into this frame implements {@link Algorithm} itself.
 * <p>
 * Declarative Services look at the class alone, so a component names its service: {@code @Component(service = Algorithm.class, ...)}.
 *
 * @since 0.1
 */
public abstract class Method implements Algorithm {

    private final AlgorithmDescriptor descriptor;

    /**
     * A method.
     *
     * @param descriptor what there is to know about it
     */
    protected Method(final AlgorithmDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public final AlgorithmDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public final Applicability applicability(final Dataset data, final Parameters parameters) {
        return findings(data, parameters, () -> { }).answer();
    }

    private Findings findings(final Dataset data, final Parameters parameters, final Runnable pause) {
        final var found = new Findings(descriptor, data, parameters, pause);
        if (found.isClear()) {
            examine(found);
        }
        examineSettings(found);
        return found;
    }

    /**
     * Looks at values, once each at most. Called where the columns are as {@link AlgorithmDescriptor#needs()} wants them.
     *
     * @param found takes what is found; nothing by itself
     */
    protected void examine(final Findings found) {
        // columns that fit are enough
    }

    /**
     * Looks at parameters that only make sense together, and at roles that only some of them ask for. Called last, whether the columns fit
     * or not.
     *
     * @param found takes what is found; nothing by itself
     */
    protected void examineSettings(final Findings found) {
        // each parameter checks itself
    }

    /**
     * Begins a run: refuses data that cannot be used and a run that needs more memory than there is.
     *
     * @param data       what to run on
     * @param parameters the values
     * @param context    who runs it
     * @return what should be thought of, to be told with the result
     * @throws ProblemException where something stands in the way
     */
    protected final List<Warning> start(final Dataset data, final Parameters parameters, final RunContext context) {
        final var advice = findings(data, parameters, context::checkCancelled).require();
        context.requireMemory(memory(data, parameters));
        return advice;
    }

    /**
     * Begins a run whose steps are known beforehand, see {@link #start(Dataset, Parameters, RunContext)}.
     *
     * @param data       what to run on
     * @param parameters the values
     * @param context    who runs it
     * @param steps      how many steps of progress there are
     * @return what should be thought of, to be told with the result
     * @throws ProblemException where something stands in the way
     */
    protected final List<Warning> start(final Dataset data, final Parameters parameters, final RunContext context, final long steps) {
        final var advice = start(data, parameters, context);
        context.progress().begin(descriptor.name().text(), steps);
        return advice;
    }

    @Override
    public Model restore(final ModelState state) {
        return state.algorithm().equals(descriptor.id()) ? model(state) : Algorithm.super.restore(state);
    }

    /**
     * Makes a model of what this method learned once.
     *
     * @param state a state with the identifier of this method
     * @return an equal model; by itself there is none
     * @throws ProblemException where the method does not learn, or the state is not one of its own
     */
    protected Model model(final ModelState state) {
        return Algorithm.super.restore(state);
    }
}
