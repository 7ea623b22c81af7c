// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.internal.AnalyticsProblems;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.ProblemException;

/**
 * A method that answers a question about data. Implementations are OSGi services (Declarative Services components) with the properties
 * {@link #ID}, {@link #VERSION} and {@code service.ranking}; several with one identifier are providers of one method, of which the one with
 * the highest ranking works unless a person chose another. They are found while the workbench runs and may leave again.
 * <p>
 * An implementation has no state, is safe for any thread, and passes the compatibility kit of its method.
 *
 * @since 0.1
 */
public interface Algorithm {

    /** The service property with {@link AlgorithmDescriptor#id()}. */
    String ID = "algorithm.id";
    /** The service property with {@link AlgorithmDescriptor#version()}. */
    String VERSION = "algorithm.version";

    /**
     * What there is to know about it.
     *
     * @return always the same
     */
    AlgorithmDescriptor descriptor();

    /**
     * Whether it can run, and if not, why not. Takes a moment at most: counts and types may be looked at, and each value once.
     *
     * @param data       what it would run on; its columns need not fit
     * @param parameters the values of {@link AlgorithmDescriptor#parameters()}
     * @return the answer; this one knows of columns only
     */
    default Applicability applicability(final Dataset data, final Parameters parameters) {
        return new Applicability(data.against(descriptor().needs()), List.of());
    }

    /**
     * How much memory a run needs beside its data, an upper bound that is not far off.
     *
     * @param data       what it would run on
     * @param parameters the values
     * @return bytes
     */
    long memory(Dataset data, Parameters parameters);

    /**
     * Runs. The result depends on the data, the parameters and the seed, and on nothing else: not on the number of threads, not on time,
     * place or language, to the last bit. The data is left as it is.
     *
     * @param data       what to run on; {@link #applicability} found it possible
     * @param parameters the values
     * @param context    who runs it
     * @return the result; never null
     * @throws ProblemException      where it cannot be done after all, with the way out
     * @throws CancellationException where somebody asked to stop, within 200 milliseconds
     */
    Result run(Dataset data, Parameters parameters, RunContext context);

    /**
     * Makes a model of what was learned once.
     *
     * @param state what {@link Model#state()} gave, by this provider or another of the same method
     * @return an equal model
     * @throws ProblemException where the method does not learn, or the state is not one of its own ({@code analytics.no-model})
     */
    default Model restore(final ModelState state) {
        throw AnalyticsProblems.of("analytics.no-model", state.algorithm(), descriptor().id()).asException();
    }
}
