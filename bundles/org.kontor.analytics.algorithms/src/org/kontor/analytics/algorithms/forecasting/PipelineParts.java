// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.TablePart;

/** Tables of what the pipeline will bring and has brought. */
record PipelineParts(Timeline timeline, PipelineOutlook outlook, Forecast forecast, Optional<Forecast> series) {

    private static int[] places(final int count) {
        return IntStream.range(0, count).toArray();
    }

    TablePart future() {
        final int count = forecast.horizon();
        final var already = new double[count];
        already[0] = outlook.already;
        final var columns = new ArrayList<Column>();
        columns.add(timeline.column("time", places(count)));
        columns.add(NumberColumn.of("already-won", already));
        columns.add(NumberColumn.of("pipeline", outlook.expected.clone()));
        columns.add(NumberColumn.of("new", outlook.fresh.clone()));
        columns.add(NumberColumn.of("forecast", forecast.mean()));
        columns.add(NumberColumn.of("lower-80", forecast.low80()));
        columns.add(NumberColumn.of("upper-80", forecast.high80()));
        columns.add(NumberColumn.of("lower-95", forecast.low95()));
        columns.add(NumberColumn.of("upper-95", forecast.high95()));
        final var none = new double[count];
        Arrays.fill(none, Double.NaN);
        columns.add(NumberColumn.of("series-forecast", series.map(Forecast::mean).orElse(none)));
        final var meanings = new ArrayList<Meaning>();
        columns.forEach(column -> meanings.add(column.name().equals("time") ? Meaning.TIME : Meaning.MONEY));
        return ForecastParts.table("forecast", columns, meanings);
    }

    TablePart stages(final List<String> names) {
        final int[] open = IntStream.range(0, names.size()).filter(stage -> outlook.openOf[stage] > 0).toArray();
        final var counts = new long[open.length];
        final var numbers = new double[3][open.length];
        for (int i = 0; i < open.length; i++) {
            counts[i] = outlook.openOf[open[i]];
            numbers[0][i] = outlook.amountOf[open[i]];
            numbers[1][i] = outlook.weightedOf[open[i]];
            numbers[2][i] = numbers[0][i] > 0 ? numbers[1][i] / numbers[0][i] : Double.NaN;
        }
        final var stages = TextColumn.of("stage", Arrays.stream(open).mapToObj(names::get).toList());
        return ForecastParts.table("stages", List.of(stages, IntegerColumn.of("open", counts),
                NumberColumn.of("amount", numbers[0]), NumberColumn.of("weighted", numbers[1]), NumberColumn.of("chance", numbers[2])),
                List.of(Meaning.PLAIN, Meaning.COUNT, Meaning.MONEY, Meaning.MONEY, Meaning.SHARE));
    }

    /** {@return what was won and lost by period} */
    static TablePart history(final Timeline past, final double[] won, final long[] wins, final long[] losses) {
        return ForecastParts.table("history", List.of(past.column("time", places(won.length)), NumberColumn.of("won-value", won.clone()),
                IntegerColumn.of("won", wins.clone()), IntegerColumn.of("lost", losses.clone())),
                List.of(Meaning.TIME, Meaning.MONEY, Meaning.COUNT, Meaning.COUNT));
    }
}
