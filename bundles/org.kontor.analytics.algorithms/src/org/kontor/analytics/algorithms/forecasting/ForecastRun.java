// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** What all methods of forecasting do: read, learn each series, test it in its past, tell. */
final class ForecastRun {

    private static final int SHARES = 50;
    private static final int LEAST_SHARE = 16;

    private final AlgorithmDescriptor descriptor;
    private final Dataset data;
    private final Parameters parameters;
    private final RunContext context;
    private UnaryOperator<SeriesSet> expansion = UnaryOperator.identity();
    private UnaryOperator<List<Outcome>> reconciliation = UnaryOperator.identity();

    ForecastRun(final AlgorithmDescriptor descriptor, final Dataset data, final Parameters parameters, final RunContext context) {
        this.descriptor = descriptor;
        this.data = data;
        this.parameters = parameters;
        this.context = context;
    }

    /** Puts series together with others that sum them up, and makes their forecasts agree. */
    ForecastRun reconciled(final UnaryOperator<SeriesSet> expand, final UnaryOperator<List<Outcome>> reconcile) {
        expansion = expand;
        reconciliation = reconcile;
        return this;
    }

    Result result(final Forecaster forecaster) {
        return result(set -> forecaster);
    }

    /** {@return the result of the forecaster that suits the series} */
    Result result(final Function<SeriesSet, Forecaster> choice) {
        final var set = expansion.apply(new SeriesReader(data, parameters, context::checkCancelled).read());
        final var outcomes = reconciliation.apply(learn(choice.apply(set), set));
        context.checkCancelled();
        return new ForecastReport(descriptor.id(), set, outcomes, parameters, context).result();
    }

    private record Task(int series, int known) {
    }

    private List<Outcome> learn(final Forecaster forecaster, final SeriesSet set) {
        final int horizon = parameters.get(Settings.HORIZON).intValue();
        final int wanted = parameters.get(Settings.ORIGINS).intValue();
        final var tasks = new ArrayList<Task>();
        for (int s = 0; s < set.series().size(); s++) {
            final int length = set.series().get(s).length();
            tasks.add(new Task(s, length));
            for (final int known : BackTest.origins(length, horizon, wanted)) {
                tasks.add(new Task(s, known));
            }
        }
        final var fits = new Fit[set.series().size()];
        final var forecasts = new Forecast[tasks.size()];
        final var baselines = new Forecast[tasks.size()];
        context.progress().begin(descriptor.name().text(), tasks.size());
        final int share = Math.max(LEAST_SHARE, Math.ceilDiv(tasks.size(), SHARES));
        for (int from = 0; from < tasks.size(); from += share) {
            final int start = from;
            final int count = Math.min(share, tasks.size() - from);
            context.parallel(count, number -> {
                final int at = start + number;
                final var task = tasks.get(at);
                final var series = set.series().get(task.series);
                final var known = Arrays.copyOf(series.values(), task.known);
                final var fit = fit(forecaster, known, set.cycle());
                forecasts[at] = floored(known, usable(known, set.cycle(), fit.forecast(horizon, context.randomness(at))));
                if (task.known == series.length()) {
                    fits[task.series] = fit;
                } else {
                    baselines[at] = floored(known, new NaiveFit(known, set.cycle()).forecast(horizon, null));
                }
            });
            context.progress().worked(count);
        }
        return gathered(set, tasks, fits, forecasts, baselines);
    }

    private Fit fit(final Forecaster forecaster, final double[] known, final int cycle) {
        boolean constant = true;
        for (final double value : known) {
            constant &= value == known[0];
        }
        return constant ? new ConstantFit(known[0], known.length) : forecaster.fit(known, cycle, context::checkCancelled);
    }

    /** A model that runs away beyond all numbers is no forecast: then the next cycle is as the last one. */
    private static Forecast usable(final double[] known, final int cycle, final Forecast forecast) {
        return forecast.isFinite() ? forecast : new NaiveFit(known, cycle).forecast(forecast.horizon(), null);
    }

    private Forecast floored(final double[] known, final Forecast forecast) {
        return parameters.get(Settings.FLOOR) && Arrays.stream(known).allMatch(value -> value >= 0) ? forecast.map(value -> Math.max(0, value)) : forecast;
    }

    private static List<Outcome> gathered(final SeriesSet set, final List<Task> tasks, final Fit[] fits, final Forecast[] forecasts,
            final Forecast[] baselines) {
        final var outcomes = new ArrayList<Outcome>();
        int at = 0;
        for (int s = 0; s < fits.length; s++) {
            final var series = set.series().get(s);
            final var forecast = forecasts[at++];
            final var trials = new ArrayList<BackTest.Trial>();
            for (; at < tasks.size() && tasks.get(at).series == s; at++) {
                final int known = tasks.get(at).known;
                trials.add(new BackTest.Trial(known, forecasts[at], baselines[at], BackTest.scale(Arrays.copyOf(series.values(), known), set.cycle())));
            }
            outcomes.add(new Outcome(series, fits[s], forecast, trials));
        }
        return outcomes;
    }
}
