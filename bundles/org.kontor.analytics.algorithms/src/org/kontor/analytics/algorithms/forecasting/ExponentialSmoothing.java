// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Findings;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.TextParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * Exponential smoothing: level, trend and season learned by recent values more than by old ones, in the state space form with a likelihood,
 * or by the least squares of Holt and Winters.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + ExponentialSmoothing.NAME, Algorithm.VERSION + "=" + ExponentialSmoothing.RELEASE,
    "service.ranking:Integer=0"})
public final class ExponentialSmoothing extends ForecastMethod {

    static final String NAME = "exponential-smoothing";
    static final String RELEASE = "1.1.0";

    static final TextParameter MODEL = new TextParameter("model", "ZZZ", 4);
    static final ChoiceParameter DAMPED = new ChoiceParameter("damped", "auto", List.of("auto", "yes", "no"));
    static final FlagParameter GROWTH = new FlagParameter("multiplicative-trend", false);
    static final ChoiceParameter ESTIMATION = new ChoiceParameter("estimation", "likelihood", List.of("likelihood", "least-squares"));

    /** Made by the framework. */
    public ExponentialSmoothing() {
        super(NAME, RELEASE,
                List.of("R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, Forecasting with Exponential Smoothing: The State Space Approach, Springer "
                                + "2008",
                        "R. J. Hyndman, A. B. Koehler, R. D. Snyder, S. Grose, A state space framework for automatic forecasting, 2002",
                        "P. R. Winters, Forecasting sales by exponentially weighted moving averages, Management Science 6, 1960"),
                "O(n e) for each series and model, e evaluations of the likelihood", MODEL, DAMPED, GROWTH, ESTIMATION);
    }

    @Override
    protected void examineSettings(final Findings found) {
        if (!choice(found.parameters()).isReadable()) {
            found.obstacle("forecast.model", found.parameters().get(MODEL));
        }
    }

    private static EtsModel.Choice choice(final Parameters parameters) {
        final var damped = switch (parameters.get(DAMPED)) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.<Boolean>empty();
        };
        return new EtsModel.Choice(parameters.get(MODEL).strip(), damped, parameters.get(GROWTH));
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var choice = choice(parameters);
        if (!choice.isReadable() || choice.models().isEmpty()) {
            throw Messages.problem("forecast.model", parameters.get(MODEL)).asException();
        }
        final var run = forecast(data, parameters, context);
        return run.result(parameters.get(ESTIMATION).equals("likelihood") ? new EtsForecaster(choice)
                : (series, cycle, pause) -> classic(choice, series, cycle, pause));
    }

    /** The form with the least squared errors among those that the letters allow: the error's letter says nothing here. */
    private static Fit classic(final EtsModel.Choice choice, final double[] series, final int cycle, final Runnable pause) {
        final boolean positive = Arrays.stream(series).allMatch(value -> value > 0);
        final boolean seasonal = cycle > 1 && series.length > 2 * cycle;
        HoltWinters best = null;
        for (final var model : choice.models()) {
            final var season = !seasonal ? EtsModel.Component.NONE : model.season();
            if (model.trend() == EtsModel.Component.MULTIPLIED || season == EtsModel.Component.MULTIPLIED && !positive
                    || seasonal && season == EtsModel.Component.NONE && choice.name().endsWith("Z")) {
                continue;
            }
            final var fit = new HoltWinters(series, model.hasTrend() && series.length > SeriesReader.SHORTEST, season, cycle, pause);
            best = best == null || fit.squares() < best.squares() ? fit : best;
        }
        return best == null ? new HoltWinters(series, false, EtsModel.Component.NONE, 1, pause) : best;
    }
}
