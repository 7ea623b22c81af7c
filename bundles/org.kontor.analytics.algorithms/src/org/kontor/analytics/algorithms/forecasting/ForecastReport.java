// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns forecasts into a result. */
final class ForecastReport {

    /** Errors that follow one another by chance less often than this are worth a word. */
    private static final double RARE = .01;
    private static final double NEARLY = .999;
    /** A model says nothing about its bounds below so many tests. */
    private static final int TESTS = 40;
    private static final double FAR_OFF = .1;

    private final String method;
    private final SeriesSet set;
    private final List<Outcome> outcomes;
    private final int horizon;
    private final RunContext context;
    private final Accuracy own = new Accuracy();
    private final Accuracy baseline = new Accuracy();
    private final Result.Builder result = Result.builder();

    ForecastReport(final String method, final SeriesSet set, final List<Outcome> outcomes, final Parameters parameters, final RunContext context) {
        this.method = method;
        this.set = set;
        this.outcomes = outcomes;
        this.context = context;
        horizon = parameters.get(Settings.HORIZON).intValue();
    }

    Result result() {
        set.warnings().forEach(each -> result.warn(each.code(), each.text()));
        for (final var outcome : outcomes) {
            context.checkCancelled();
            outcome.trials().forEach(trial -> BackTest.score(outcome.series().values(), trial, own, baseline));
        }
        say();
        metrics();
        verdict();
        new ForecastParts(set, outcomes, horizon, context).all(own.count() > 0).forEach(result::part);
        return result.build();
    }

    private void say() {
        final var first = outcomes.getFirst();
        final var timeline = set.timeline();
        final int start = outcomes.stream().mapToInt(each -> each.series().first()).min().orElse(0);
        final int end = outcomes.stream().mapToInt(each -> each.series().end()).max().orElse(0);
        final var unit = Messages.of(timeline.period().map(each -> "forecast.unit." + each.key()).orElse("forecast.unit.step"));
        if (outcomes.size() == 1) {
            result.say(Messages.of("forecast.summary.one", set.rows(), first.series().length(), unit, timeline.text(start), timeline.text(end - 1),
                    first.fit().model()));
        } else {
            result.say(Messages.of("forecast.summary.many", set.rows(), outcomes.size(), unit, timeline.text(start), timeline.text(end - 1)));
        }
        set.notes().forEach(result::say);
        final var forecast = first.forecast();
        if (outcomes.size() == 1) {
            result.say(Messages.of("forecast.summary.next", timeline.text(first.series().end()), forecast.mean()[0], forecast.low80()[0],
                    forecast.high80()[0]));
            final double future = Arrays.stream(forecast.mean()).sum();
            final double[] values = first.series().values();
            if (values.length >= horizon) {
                final double past = Arrays.stream(values, values.length - horizon, values.length).sum();
                result.say(past > 0 ? Messages.of("forecast.summary.change", horizon, unit, future, past, future / past - 1)
                        : Messages.of("forecast.summary.sum", horizon, unit, future, past));
            }
        }
    }

    private void metrics() {
        metric("series", outcomes.size());
        metric("cycle", set.cycle());
        if (outcomes.size() == 1) {
            final var only = outcomes.getFirst();
            metric("values", only.series().length());
            only.fit().numbers().forEach(each -> metric(each.name(), each.value()));
        }
        metric("mase", own.mase());
        metric("smape", own.smape());
        metric("mape", own.mape());
        metric("rmse", own.rmse());
        metric("mae", own.mae());
        metric("coverage-80", own.coverage80(), Meaning.SHARE);
        metric("coverage-95", own.coverage95(), Meaning.SHARE);
        metric("baseline-mase", baseline.mase());
        metric("baseline-smape", baseline.smape());
        metric("baseline-rmse", baseline.rmse());
        metric("baseline-mae", baseline.mae());
        int tested = 0;
        int followed = 0;
        double probability = Double.NaN;
        for (final var outcome : outcomes) {
            context.checkCancelled();
            probability = Residuals.ljungBox(outcome.series().values(), outcome.fit().fitted(), set.cycle());
            tested += Double.isNaN(probability) ? 0 : 1;
            followed += probability < RARE ? 1 : 0;
        }
        if (outcomes.size() == 1) {
            metric("ljung-box-p", probability);
        } else if (tested > 0) {
            metric("ljung-box-share", (double) followed / tested, Meaning.SHARE);
        }
        if (followed > 0 && !method.equals(SeasonalNaive.NAME)) {
            result.warn("forecast.residuals", outcomes.size() == 1 ? Messages.of("forecast.residuals")
                    : Messages.of("forecast.residuals-many", followed, tested));
        }
    }

    /** Numbers that are not defined are left out. */
    private void metric(final String name, final double value) {
        metric(name, value, Meaning.PLAIN);
    }

    private void metric(final String name, final double value, final Meaning meaning) {
        if (Double.isFinite(value)) {
            result.metric(name, value, Messages.of("forecast.metric." + name), Trail.NONE, meaning);
        }
    }

    private void verdict() {
        if (own.count() == 0) {
            result.warn("forecast.no-back-test", Messages.of("forecast.no-back-test"));
            return;
        }
        final boolean scaled = Double.isFinite(own.mase()) && Double.isFinite(baseline.mase());
        final double mine = scaled ? own.mase() : own.mae();
        final double simple = scaled ? baseline.mase() : baseline.mae();
        final Message told;
        if (method.equals(SeasonalNaive.NAME)) {
            told = Messages.of("forecast.verdict.baseline", own.mae(), own.smape() / 100);
        } else if (mine < NEARLY * simple) {
            told = Messages.of("forecast.verdict.better", own.mae(), baseline.mae(), own.smape() / 100, 1 - mine / simple);
        } else {
            told = Messages.of("forecast.verdict.no-better", own.mae(), baseline.mae());
            result.warn("forecast.no-better", Messages.of("forecast.no-better"));
        }
        result.say(told);
        if (own.count() >= TESTS && own.coverage80() < .8 - FAR_OFF) {
            result.warn("forecast.narrow", Messages.of("forecast.narrow", own.coverage80()));
        }
    }
}
