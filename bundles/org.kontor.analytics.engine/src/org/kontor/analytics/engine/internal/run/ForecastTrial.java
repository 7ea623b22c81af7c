// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.kontor.analytics.engine.Evaluation;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Warning;

/** Evaluates forecasts: rows dealt at random would let a method know the future, so it is its own test in the past that counts, or what came later. */
final class ForecastTrial {

    /** The parameter that says from how many points of the past a method forecasts. */
    private static final String ORIGINS = "origins";
    private static final Pattern ERRORS = Pattern.compile("((baseline|series)-)?(mase|smape|mape|rmse|mae)|coverage-\\d+");

    /** The parameter that says how many periods are forecast, and how many are at first. */
    private static final String HORIZON = "horizon";
    private static final long STEPS = 12;
    /** The parameter that says how the rows of a period are put together. */
    private static final String COMBINE = "combine";

    private final AnalysisEngine engine;
    private final Plan plan;
    private final RunOptions options;
    private long nanoseconds;

    ForecastTrial(final AnalysisEngine engine, final Plan plan, final RunOptions options) {
        this.engine = engine;
        this.plan = plan;
        this.options = options;
    }

    /** A method that says itself how good it was from several points of the past. */
    Evaluation run(final AnalysisEngine.Ready given, final int origins) {
        final var declared = given.provider().descriptor().parameters();
        final Map<String, String> texts = new LinkedHashMap<>(plan.parameters());
        declared.stream().filter(parameter -> parameter.name().equals(ORIGINS)).filter(IntegerParameter.class::isInstance).map(IntegerParameter.class::cast)
                .forEach(parameter -> texts.put(ORIGINS, Long.toString(Math.clamp(origins, parameter.least(), parameter.most()))));
        final var ready = with(given, texts);
        final var result = timed(ready);
        final var metrics = new LinkedHashMap<String, Double>();
        result.metrics().stream().filter(metric -> ERRORS.matcher(metric.name()).matches()).forEach(metric -> metrics.put(metric.name(), metric.value()));
        if (metrics.isEmpty()) {
            throw EngineProblems.of("analytics.cannot-evaluate", given.provider().id()).asException();
        }
        return evaluation(ready, metrics, result.warnings());
    }

    /**
     * Forecasts as far as other rows go and compares.
     *
     * @param given what the forecast is made from
     * @param later what came true
     */
    Evaluation run(final AnalysisEngine.Ready given, final Dataset later) {
        final var horizon = given.provider().descriptor().parameters().stream().filter(parameter -> parameter.name().equals(HORIZON))
                .filter(IntegerParameter.class::isInstance).map(IntegerParameter.class::cast).findFirst();
        if (horizon.isEmpty() || !LaterRows.suit(given.raw()) || !LaterRows.suit(later)) {
            throw EngineProblems.of("analytics.cannot-evaluate", given.provider().id()).asException();
        }
        final var rows = new LaterRows(given.raw(), later, "mean".equals(given.parameters().texts().get(COMBINE)));
        long steps = Math.clamp(STEPS, horizon.get().least(), horizon.get().most());
        while (true) {
            final Map<String, String> texts = new LinkedHashMap<>(plan.parameters());
            texts.put(HORIZON, Long.toString(steps));
            final var ready = with(given, texts);
            final var result = timed(ready);
            final var forecast = result.table("forecast").map(TablePart::frame).filter(frame -> frame.find("time").isPresent() && frame.rows() > 0)
                    .orElseThrow(() -> EngineProblems.of("analytics.cannot-evaluate", given.provider().id()).asException());
            final double reached = IntStream.range(0, forecast.rows()).mapToDouble(forecast.column("time")::number).max().orElseThrow();
            if (reached >= rows.last(forecast) || steps == horizon.get().most()) {
                final var compared = rows.with(forecast).orElseThrow(() -> EngineProblems.of("analytics.nothing-later").asException());
                final var warnings = new ArrayList<>(result.warnings());
                if (compared.unanswered() > 0) {
                    warnings.add(new Warning("analytics.unanswered", Message.of(Messages.TEXTS, "warning.unanswered", compared.unanswered())));
                }
                return evaluation(ready, compared.metrics(), warnings);
            }
            steps = Math.min(horizon.get().most(), 2 * steps);
        }
    }

    private AnalysisEngine.Ready with(final AnalysisEngine.Ready given, final Map<String, String> texts) {
        final var parameters = Parameters.of(given.provider().descriptor().parameters(), texts);
        return new AnalysisEngine.Ready(given.provider(), parameters, given.raw(), given.preparation(), given.data(), given.guard());
    }

    private Result timed(final AnalysisEngine.Ready ready) {
        engine.admit(ready, options);
        final long begin = System.nanoTime();
        final var result = engine.carryOut(ready, plan.seed(), options);
        nanoseconds += System.nanoTime() - begin;
        return result;
    }

    private Evaluation evaluation(final AnalysisEngine.Ready ready, final Map<String, Double> metrics, final List<Warning> warnings) {
        return new Evaluation(ready.provider(), ready.parameters().texts(), Fingerprint.of(ready.raw().frame()), ready.raw().rows(),
                List.copyOf(plan.columns()), nanoseconds / 1_000_000, metrics, List.of(metrics), warnings);
    }
}
