// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Findings;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.TextParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** Seasonal ARIMA with the exact likelihood, of a given order or one that is found step by step. */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Arima.NAME, Algorithm.VERSION + "=" + Arima.RELEASE, "service.ranking:Integer=0"})
public final class Arima extends ForecastMethod {

    static final String NAME = "arima";
    static final String RELEASE = "1.1.0";

    private static final String AUTO = "auto";
    private static final Pattern NEAR = Pattern.compile("\\s*([0-5])\\s*,\\s*([0-2])\\s*,\\s*([0-5])\\s*");
    private static final Pattern FAR = Pattern.compile("\\s*([0-3])\\s*,\\s*([0-1])\\s*,\\s*([0-3])\\s*");

    static final TextParameter ORDER = new TextParameter("order", AUTO, 20);
    static final TextParameter SEASONAL_ORDER = new TextParameter("seasonal-order", AUTO, 20);
    static final ChoiceParameter CONSTANT = new ChoiceParameter("constant", AUTO, List.of(AUTO, "yes", "no"));
    static final ChoiceParameter TRANSFORM = new ChoiceParameter("transform", "none", List.of("none", "log"));

    /** Made by the framework. */
    public Arima() {
        super(NAME, RELEASE,
                List.of("G. E. P. Box, G. M. Jenkins, Time Series Analysis: Forecasting and Control, Holden-Day 1976",
                        "R. J. Hyndman, Y. Khandakar, Automatic time series forecasting: the forecast package for R, Journal of Statistical Software 27, 2008",
                        "G. Mélard, Algorithm AS 197, Applied Statistics 33, 1984"),
                "O(n (p + m P) e) for each series and model, e evaluations of the likelihood", ORDER, SEASONAL_ORDER, CONSTANT, TRANSFORM);
    }

    @Override
    protected void examineSettings(final Findings found) {
        final var parameters = found.parameters();
        if (!isReadable(parameters.get(ORDER), NEAR)) {
            found.obstacle("forecast.order", parameters.get(ORDER));
        }
        if (!isReadable(parameters.get(SEASONAL_ORDER), FAR)) {
            found.obstacle("forecast.order", parameters.get(SEASONAL_ORDER));
        }
    }

    private static boolean isReadable(final String text, final Pattern pattern) {
        return text.strip().equals(AUTO) || pattern.matcher(text).matches();
    }

    private static Optional<int[]> order(final String text, final Pattern pattern) {
        if (text.strip().equals(AUTO)) {
            return Optional.empty();
        }
        final var read = pattern.matcher(text);
        if (!read.matches()) {
            throw Messages.problem("forecast.order", text).asException();
        }
        return Optional.of(new int[] {Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2)), Integer.parseInt(read.group(3))});
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final Optional<Boolean> constant = switch (parameters.get(CONSTANT)) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
        final var wish = new ArimaForecaster.Wish(order(parameters.get(ORDER), NEAR), order(parameters.get(SEASONAL_ORDER), FAR), constant,
                parameters.get(TRANSFORM).equals("log"));
        return forecast(data, parameters, context).result(new ArimaForecaster(wish));
    }
}
