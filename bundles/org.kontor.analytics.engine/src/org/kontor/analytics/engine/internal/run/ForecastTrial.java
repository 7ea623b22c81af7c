// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.kontor.analytics.engine.Evaluation;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;

/** Evaluates forecasts: rows dealt at random would let a method know the future, so it is its own test in the past that counts. */
final class ForecastTrial {

    /** The parameter that says from how many points of the past a method forecasts. */
    private static final String ORIGINS = "origins";
    private static final Pattern ERRORS = Pattern.compile("((baseline|series)-)?(mase|smape|mape|rmse|mae)|coverage-\\d+");

    private final AnalysisEngine engine;
    private final Plan plan;
    private final RunOptions options;

    ForecastTrial(final AnalysisEngine engine, final Plan plan, final RunOptions options) {
        this.engine = engine;
        this.plan = plan;
        this.options = options;
    }

    Evaluation run(final AnalysisEngine.Ready given, final int origins) {
        final var declared = given.provider().descriptor().parameters();
        final Map<String, String> texts = new LinkedHashMap<>(plan.parameters());
        declared.stream().filter(parameter -> parameter.name().equals(ORIGINS)).filter(IntegerParameter.class::isInstance).map(IntegerParameter.class::cast)
                .forEach(parameter -> texts.put(ORIGINS, Long.toString(Math.clamp(origins, parameter.least(), parameter.most()))));
        final var parameters = Parameters.of(declared, texts);
        final var ready = new AnalysisEngine.Ready(given.provider(), parameters, given.raw(), given.preparation(), given.data(), given.guard());
        engine.admit(ready, options);
        final long begin = System.nanoTime();
        final var result = engine.carryOut(ready, plan.seed(), options);
        final long milliseconds = (System.nanoTime() - begin) / 1_000_000;
        final var metrics = new LinkedHashMap<String, Double>();
        result.metrics().stream().filter(metric -> ERRORS.matcher(metric.name()).matches()).forEach(metric -> metrics.put(metric.name(), metric.value()));
        if (metrics.isEmpty()) {
            throw EngineProblems.of("analytics.cannot-evaluate", given.provider().id()).asException();
        }
        return new Evaluation(given.provider(), parameters.texts(), Fingerprint.of(given.raw().frame()), given.raw().rows(), List.copyOf(plan.columns()),
                milliseconds, metrics, List.of(metrics), result.warnings());
    }
}
