// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * What our side does in one case. Its data are in memory before it is made.
 *
 * @param compared what the peer's time is compared with; it does all of it again each time
 * @param tell     says what was found, so that both sides are seen to have found the same
 * @param whole    the run as a person has it, where that is more than what is compared; null where it is the same
 * @param <R>      what is found
 */
record Work<R>(Function<RunContext, R> compared, Consumer<R> tell, Function<RunContext, Result> whole) {

    static <R> Work<R> of(final Function<RunContext, R> compared, final Consumer<R> tell) {
        return new Work<>(compared, tell, null);
    }

    /** The whole run of a method, with its checks, tables, pictures and words. */
    static Work<Result> of(final Algorithm algorithm, final Dataset data, final Map<String, String> parameters, final Consumer<Result> tell) {
        return of(run(algorithm, data, parameters), tell);
    }

    /** {@return the same, with the whole run of a method beside it} */
    Work<R> with(final Algorithm algorithm, final Dataset data, final Map<String, String> parameters) {
        return new Work<>(compared, tell, run(algorithm, data, parameters));
    }

    private static Function<RunContext, Result> run(final Algorithm algorithm, final Dataset data, final Map<String, String> parameters) {
        final var values = parameters(algorithm, parameters);
        return context -> algorithm.run(data, values, context);
    }

    static Parameters parameters(final Algorithm algorithm, final Map<String, String> texts) {
        return Parameters.of(algorithm.descriptor().parameters(), texts);
    }
}
