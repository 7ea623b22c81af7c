// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Looks ahead from the last day and from days of the past, and tells how well the past was seen. */
final class PipelineReport {

    /** So many periods of wins are needed to continue them. */
    private static final int LEAST = 4;
    private static final int ENOUGH = 6;
    private static final int MOST_PERIODS = 2_000;
    /** So many stages are named where none of them is that of won opportunities. */
    private static final int MOST_STAGES = 10;

    private final Deals deals;
    private final RunContext context;
    private final Map<String, Double> rates;
    private final Period period;
    private final int horizon;
    private final int wanted;
    private final String won;
    private final int cut;
    /** The first period that is not over. */
    private final int next;
    private final Result.Builder result = Result.builder();
    /** Won by period, from the first win to the last period that is over. */
    private int first;
    private double[] wonBy = {};
    private long[] winsBy = {};
    private long[] lossesBy = {};

    PipelineReport(final Deals deals, final Parameters parameters, final Map<String, Double> rates, final RunContext context) {
        this.deals = deals;
        this.rates = rates;
        this.context = context;
        final var key = parameters.get(PipelineForecast.PERIOD);
        period = Arrays.stream(Period.values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow();
        horizon = parameters.get(PipelineForecast.HORIZON).intValue();
        won = parameters.get(PipelineForecast.WON).strip();
        wanted = parameters.get(PipelineForecast.ORIGINS).intValue();
        cut = parameters.get(PipelineForecast.REFERENCE).map(day -> Math.toIntExact(day.toEpochDay())).orElseGet(this::lastDay);
        next = period.of(cut + 1);
    }

    private int lastDay() {
        int last = Deals.NEVER;
        for (int deal = 0; deal < deals.count; deal++) {
            last = Math.max(last, Math.max(deals.opened[deal], deals.isClosed(deal) ? deals.closed[deal] : Deals.NEVER));
        }
        return last == Deals.NEVER ? 0 : last;
    }

    private int[] periods(final int from) {
        final var starts = new int[horizon + 1];
        Arrays.setAll(starts, k -> period.start(from + k));
        return starts;
    }

    Result result() {
        final var flow = new DealFlow(deals, cut, true, context::checkCancelled);
        if (flow.wins == 0) {
            throw Messages.problem("forecast.no-wins", deals.count, won, LocalDate.ofEpochDay(cut).toString(),
                    deals.stages.stream().limit(MOST_STAGES).collect(Collectors.joining("”, “"))).asException();
        }
        count();
        final var outlook = new PipelineOutlook(deals, flow, cut, true, periods(next), rates, context::checkCancelled);
        final var tested = new Tested();
        test(flow, tested);
        final double widening = tested.widening();
        final var forecast = outlook.forecast(widening);
        final var series = continued(wonBy);
        say(flow, outlook, forecast);
        metrics(flow, outlook);
        warn(outlook, flow);
        verdict(tested);
        result.part(fan(forecast, series));
        final var parts = new PipelineParts(new Timeline(Optional.of(period), next, 1, horizon), outlook, forecast, series);
        result.part(parts.future());
        if (outlook.open > 0) {
            result.part(parts.stages(deals.stages));
        }
        if (wonBy.length > 0) {
            result.part(PipelineParts.history(new Timeline(Optional.of(period), first, 1, wonBy.length), wonBy, winsBy, lossesBy));
        }
        context.progress().worked(1);
        return result.build();
    }

    private void count() {
        int start = Integer.MAX_VALUE;
        for (int deal = 0; deal < deals.count; deal++) {
            if (deals.isClosedBy(deal, cut)) {
                start = Math.min(start, deals.closed[deal]);
            }
        }
        first = period.of(start);
        final int length = Math.max(0, Math.min(MOST_PERIODS, next - first));
        first = next - length;
        wonBy = new double[length];
        winsBy = new long[length];
        lossesBy = new long[length];
        for (int deal = 0; deal < deals.count; deal++) {
            if (deal % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int at = deals.isClosedBy(deal, cut) ? period.of(deals.closed[deal]) - first : -1;
            if (at >= 0 && at < length) {
                winsBy[at] += deals.won[deal] ? 1 : 0;
                lossesBy[at] += deals.lost[deal] ? 1 : 0;
                wonBy[at] += deals.won[deal] && !Double.isNaN(deals.value[deal]) ? deals.value[deal] : 0;
            }
        }
    }

    /** {@return what the time series of wins alone would forecast, where it is long enough} */
    private Optional<Forecast> continued(final double[] values) {
        if (values.length < LEAST) {
            return Optional.empty();
        }
        final boolean constant = Arrays.stream(values).allMatch(value -> value == values[0]);
        final Fit fit = constant ? new ConstantFit(values[0], values.length) : values.length < ENOUGH ? new NaiveFit(values, period.cycle)
                : new AutoForecaster(false, false).fit(values, period.cycle, context::checkCancelled);
        return Optional.of(fit.forecast(horizon, context.randomness(values.length)).map(value -> Math.max(0, value)));
    }

    private void say(final DealFlow flow, final PipelineOutlook outlook, final Forecast forecast) {
        final var day = LocalDate.ofEpochDay(cut).toString();
        result.say(Messages.of("forecast.pipeline.history", flow.wins, flow.losses, day, flow.rate, flow.won));
        result.say(Messages.of("forecast.pipeline.open", outlook.open, outlook.amount, horizon, Messages.of("forecast.unit." + period.key()),
                Arrays.stream(outlook.expected).sum(), Arrays.stream(outlook.fresh).sum()));
        final var timeline = new Timeline(Optional.of(period), next, 1, horizon);
        result.say(Messages.of("forecast.summary.next", timeline.text(0), forecast.mean()[0], forecast.low80()[0], forecast.high80()[0]));
    }

    private void metric(final String name, final double value) {
        metric(name, value, Meaning.PLAIN);
    }

    private void metric(final String name, final double value, final Meaning meaning) {
        if (Double.isFinite(value)) {
            result.metric(name, value, Messages.of("forecast.metric." + name), Trail.NONE, meaning);
        }
    }

    private void metrics(final DealFlow flow, final PipelineOutlook outlook) {
        metric("won", flow.wins);
        metric("lost", flow.losses);
        metric("open", outlook.open);
        metric("win-rate", flow.rate, Meaning.SHARE);
        metric("won-value", flow.won);
        metric("won-mean", flow.mean);
        metric("days-to-win", flow.daysToWin);
        metric("days-to-lose", flow.daysToLose);
        metric("pipeline-amount", outlook.amount);
        metric("pipeline-expected", Arrays.stream(outlook.expected).sum());
        metric("new-expected", Arrays.stream(outlook.fresh).sum());
        metric("stalled", outlook.stalled);
        metric("stalled-amount", outlook.stalledAmount);
    }

    private void warn(final PipelineOutlook outlook, final DealFlow flow) {
        if (deals.isSwapped()) {
            result.warn("forecast.swapped", Messages.of("forecast.swapped"));
        }
        if (deals.left() > 0) {
            result.warn("forecast.deals-left", Messages.of("forecast.deals-left", deals.left()));
        }
        if (outlook.stalled > 0) {
            result.warn("forecast.stalled", Messages.of("forecast.stalled", outlook.stalled, outlook.stalledAmount));
        }
        if (outlook.undated > 0) {
            result.warn("forecast.undated", Messages.of("forecast.undated", outlook.undated));
        }
        if (flow.losses == 0) {
            result.warn("forecast.no-losses", Messages.of("forecast.no-losses"));
        }
    }

    /** How the past was seen. */
    private static final class Tested {

        private final Accuracy own = new Accuracy();
        private final Accuracy series = new Accuracy();
        private final Accuracy naive = new Accuracy();
        private double squares;

        /** Chances and arrivals change more than throws of a coin: by as much as the past was missed, bounds are wider. */
        double widening() {
            return own.count() < LEAST ? 1 : Math.max(1, Math.sqrt(squares / own.count()));
        }
    }

    /** Stands at the ends of past periods, knows what was known then, and looks how much was won. */
    private void test(final DealFlow present, final Tested tested) {
        for (int back = wanted - 1; back >= 0 && present.isDated(); back--) {
            final int known = wonBy.length - horizon - back;
            if (known < LEAST) {
                continue;
            }
            context.checkCancelled();
            final int day = period.start(first + known) - 1;
            final var flow = new DealFlow(deals, day, false, context::checkCancelled);
            if (flow.wins == 0 || !flow.isDated()) {
                continue;
            }
            final var forecast = new PipelineOutlook(deals, flow, day, false, periods(first + known), rates, context::checkCancelled).forecast(1);
            final double[] past = Arrays.copyOf(wonBy, known);
            final var continuation = continued(past).orElseThrow();
            final var repeated = new NaiveFit(past, period.cycle).forecast(horizon, null);
            final double scale = BackTest.scale(past, 1);
            for (int h = 0; h < horizon; h++) {
                final double actual = wonBy[known + h];
                tested.own.add(actual, forecast, h, scale);
                tested.series.add(actual, continuation, h, scale);
                tested.naive.add(actual, repeated, h, scale);
                final double deviation = (forecast.high80()[h] - forecast.mean()[h]) / Forecast.NINE_TENTHS;
                final double times = deviation > 0 ? (actual - forecast.mean()[h]) / deviation : 0;
                tested.squares += times * times;
            }
        }
    }

    private void verdict(final Tested tested) {
        if (tested.own.count() == 0) {
            result.warn("forecast.no-back-test", Messages.of("forecast.no-back-test"));
            return;
        }
        metric("mase", tested.own.mase());
        metric("smape", tested.own.smape());
        metric("rmse", tested.own.rmse());
        metric("mae", tested.own.mae());
        metric("widening", tested.widening());
        metric("series-mae", tested.series.mae());
        metric("series-smape", tested.series.smape());
        metric("baseline-mae", tested.naive.mae());
        metric("baseline-smape", tested.naive.smape());
        result.say(Messages.of("forecast.pipeline.verdict", tested.own.mae(), tested.series.mae(), tested.naive.mae()));
        if (tested.own.mae() >= Math.min(tested.series.mae(), tested.naive.mae())) {
            result.warn("forecast.pipeline-no-better", Messages.of("forecast.pipeline-no-better"));
        }
    }

    private SeriesPart fan(final Forecast forecast, final Optional<Forecast> series) {
        final var past = new double[wonBy.length];
        Arrays.setAll(past, i -> period.start(first + i));
        final var future = new double[horizon];
        Arrays.setAll(future, h -> period.start(next + h));
        final var lines = new ArrayList<>(List.of(new SeriesPart.Line(Messages.of("forecast.line.won"), past, wonBy.clone(), Optional.empty()),
                new SeriesPart.Line(Messages.of("forecast.line.95"), future, forecast.mean(),
                        Optional.of(new SeriesPart.Band(.95, forecast.low95(), forecast.high95()))),
                new SeriesPart.Line(Messages.of("forecast.line.80"), future, forecast.mean(),
                        Optional.of(new SeriesPart.Band(.8, forecast.low80(), forecast.high80())))));
        series.ifPresent(other -> lines.add(new SeriesPart.Line(Messages.of("forecast.line.series"), future, other.mean(), Optional.empty())));
        return new SeriesPart("fan", Messages.of("forecast.fan-won"), new SeriesPart.Axis(Messages.of("forecast.time"), SeriesPart.AxisType.DATE),
                Messages.of("forecast.value"), lines, List.of());
    }
}
