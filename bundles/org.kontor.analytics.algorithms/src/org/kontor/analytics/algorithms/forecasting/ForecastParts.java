// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** Fans, and tables of the future, of the series and of the back-test. */
final class ForecastParts {

    /** More fans than these nobody looks at one after the other. */
    private static final int MOST_FANS = 12;
    private static final int MOST_SHOWN = 1_000;

    private final SeriesSet set;
    private final List<Outcome> outcomes;
    private final int horizon;
    private final RunContext context;
    private final boolean several;

    ForecastParts(final SeriesSet set, final List<Outcome> outcomes, final int horizon, final RunContext context) {
        this.set = set;
        this.outcomes = outcomes;
        this.horizon = horizon;
        this.context = context;
        several = outcomes.size() > 1 || !outcomes.getFirst().series().name().isEmpty();
    }

    List<Part> all(final boolean tested) {
        final var parts = new ArrayList<Part>();
        for (int i = 0; i < Math.min(MOST_FANS, outcomes.size()); i++) {
            parts.add(fan(i));
        }
        parts.add(future());
        if (several) {
            parts.add(series());
        }
        if (tested) {
            parts.add(steps());
        }
        return parts;
    }

    private SeriesPart fan(final int number) {
        final var outcome = outcomes.get(number);
        final var series = outcome.series();
        final var timeline = set.timeline();
        final int shown = Math.min(MOST_SHOWN, series.length());
        final int from = series.length() - shown;
        final var past = new double[shown];
        Arrays.setAll(past, i -> timeline.position(series.first() + from + i));
        final var lines = new ArrayList<SeriesPart.Line>();
        lines.add(new SeriesPart.Line(Messages.of("forecast.line.history"), past, Arrays.copyOfRange(series.values(), from, series.length()),
                Optional.empty()));
        final var future = new double[horizon];
        Arrays.setAll(future, h -> timeline.position(series.end() + h));
        final var forecast = outcome.forecast();
        lines.add(new SeriesPart.Line(Messages.of("forecast.line.95"), future, forecast.mean(),
                Optional.of(new SeriesPart.Band(.95, forecast.low95(), forecast.high95()))));
        lines.add(new SeriesPart.Line(Messages.of("forecast.line.80"), future, forecast.mean(),
                Optional.of(new SeriesPart.Band(.8, forecast.low80(), forecast.high80()))));
        if (!outcome.trials().isEmpty()) {
            final var last = outcome.trials().getLast();
            final var tested = new double[Math.min(horizon, series.length() - last.known())];
            Arrays.setAll(tested, h -> timeline.position(series.first() + last.known() + h));
            lines.add(new SeriesPart.Line(Messages.of("forecast.line.back-test"), tested, Arrays.copyOf(last.forecast().mean(), tested.length),
                    Optional.empty()));
        }
        final var title = several ? Messages.of("forecast.fan-of", set.said(series)) : Messages.of("forecast.fan");
        return new SeriesPart(several ? "fan-" + (number + 1) : "fan", title, new SeriesPart.Axis(Messages.of("forecast.time"), timeline.axis()),
                Messages.of("forecast.value"), lines, List.of());
    }

    static TablePart table(final String name, final List<Column> columns, final List<Meaning> meanings) {
        return table(name, columns, meanings, Optional.empty());
    }

    /** A table whose column {@code series}, if it has one, has values of a column of the data. */
    private static TablePart table(final String name, final List<Column> columns, final List<Meaning> meanings, final Optional<String> valuesOf) {
        final var table = new TableBuilder(Messages.TEXTS, "forecast");
        for (int i = 0; i < columns.size(); i++) {
            table.add(columns.get(i), meanings.get(i));
            if (columns.get(i).name().equals("series")) {
                valuesOf.ifPresent(table::valuesOf);
            }
        }
        return table.build(name, Messages.of("forecast.table." + name));
    }

    private TablePart future() {
        final int rows = outcomes.size() * horizon;
        final var names = new ArrayList<String>();
        final var places = new int[rows];
        final var numbers = new double[5][rows];
        int row = 0;
        for (final var outcome : outcomes) {
            context.checkCancelled();
            final var forecast = outcome.forecast();
            for (int h = 0; h < horizon; h++) {
                names.add(outcome.series().name());
                places[row] = outcome.series().end() + h;
                numbers[0][row] = forecast.mean()[h];
                numbers[1][row] = forecast.low80()[h];
                numbers[2][row] = forecast.high80()[h];
                numbers[3][row] = forecast.low95()[h];
                numbers[4][row++] = forecast.high95()[h];
            }
        }
        final var columns = new ArrayList<Column>();
        final var meanings = new ArrayList<Meaning>();
        if (several) {
            columns.add(TextColumn.of("series", names));
            meanings.add(Meaning.PLAIN);
        }
        columns.add(set.timeline().column("time", places));
        meanings.add(Meaning.TIME);
        final String[] titles = {"forecast", "lower-80", "upper-80", "lower-95", "upper-95"};
        for (int i = 0; i < titles.length; i++) {
            columns.add(NumberColumn.of(titles[i], numbers[i]));
            meanings.add(Meaning.PLAIN);
        }
        return table("forecast", columns, meanings, set.column());
    }

    private TablePart series() {
        final var names = new ArrayList<String>();
        final var models = new ArrayList<String>();
        final var lengths = new long[outcomes.size()];
        final var numbers = new double[4][outcomes.size()];
        for (int i = 0; i < outcomes.size(); i++) {
            context.checkCancelled();
            final var outcome = outcomes.get(i);
            final var own = new Accuracy();
            final var baseline = new Accuracy();
            outcome.trials().forEach(trial -> BackTest.score(outcome.series().values(), trial, own, baseline));
            names.add(outcome.series().name());
            models.add(outcome.fit().model());
            lengths[i] = outcome.series().length();
            numbers[0][i] = Arrays.stream(outcome.forecast().mean()).sum();
            numbers[1][i] = own.mase();
            numbers[2][i] = baseline.mase();
            numbers[3][i] = own.smape();
        }
        return table("series", List.of(TextColumn.of("series", names), TextColumn.of("model", models), IntegerColumn.of("values", lengths),
                NumberColumn.of("forecast-sum", numbers[0]), NumberColumn.of("mase", numbers[1]), NumberColumn.of("baseline-mase", numbers[2]),
                NumberColumn.of("smape", numbers[3])),
                List.of(Meaning.PLAIN, Meaning.PLAIN, Meaning.COUNT, Meaning.PLAIN, Meaning.PLAIN, Meaning.PLAIN, Meaning.PLAIN), set.column());
    }

    /** How the error grows with the distance. */
    private TablePart steps() {
        final var own = new Accuracy[horizon];
        final var baseline = new Accuracy[horizon];
        Arrays.setAll(own, h -> new Accuracy());
        Arrays.setAll(baseline, h -> new Accuracy());
        for (final var outcome : outcomes) {
            context.checkCancelled();
            final double[] values = outcome.series().values();
            for (final var trial : outcome.trials()) {
                for (int h = 0; h < horizon && trial.known() + h < values.length; h++) {
                    own[h].add(values[trial.known() + h], trial.forecast(), h, trial.scale());
                    baseline[h].add(values[trial.known() + h], trial.baseline(), h, trial.scale());
                }
            }
        }
        final var steps = new long[horizon];
        Arrays.setAll(steps, h -> h + 1L);
        final var meanings = new ArrayList<>(Collections.nCopies(7, Meaning.PLAIN));
        meanings.set(5, Meaning.SHARE);
        meanings.set(6, Meaning.SHARE);
        return table("back-test", List.of(IntegerColumn.of("step", steps),
                NumberColumn.of("mae", Arrays.stream(own).mapToDouble(Accuracy::mae).toArray()),
                NumberColumn.of("baseline-mae", Arrays.stream(baseline).mapToDouble(Accuracy::mae).toArray()),
                NumberColumn.of("mase", Arrays.stream(own).mapToDouble(Accuracy::mase).toArray()),
                NumberColumn.of("smape", Arrays.stream(own).mapToDouble(Accuracy::smape).toArray()),
                NumberColumn.of("coverage-80", Arrays.stream(own).mapToDouble(Accuracy::coverage80).toArray()),
                NumberColumn.of("coverage-95", Arrays.stream(own).mapToDouble(Accuracy::coverage95).toArray())), meanings);
    }
}
