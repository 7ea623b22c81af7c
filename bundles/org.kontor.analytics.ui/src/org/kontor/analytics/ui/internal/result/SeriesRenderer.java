// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

import org.kontor.analytics.result.SeriesPart;
import org.kontor.charts.AxisTitles;
import org.kontor.charts.ColourRole;
import org.kontor.charts.CurveChart;
import org.kontor.charts.Heading;
import org.kontor.charts.Positions;
import org.kontor.charts.ValueFormat;

/** Lines over an axis: a line with bounds is a forecast and painted as one. */
final class SeriesRenderer {

    private SeriesRenderer() {
    }

    static CurveChart chart(final SeriesPart part) {
        final var curves = new ArrayList<CurveChart.Curve>();
        for (int index = 0; index < part.lines().size(); index++) {
            curves.add(curve(part.lines().get(index), index));
        }
        final var numbers = part.lines().stream().flatMapToDouble(line -> DoubleStream.of(line.values()));
        final var positions = part.axis().type() == SeriesPart.AxisType.DATE ? Positions.days()
                : Positions.numbers(Formats.of(part.axis().meaning(), part.lines().stream().flatMapToDouble(line -> DoubleStream.of(line.positions()))));
        final var format = Formats.of(part.meaning(), numbers);
        return new CurveChart(Heading.of(part.title().text()), new AxisTitles(part.axis().title().text(), part.value().text()), positions,
                format.kind() == ValueFormat.Kind.COUNT && part.lines().stream().anyMatch(line -> line.band().isPresent()) ? ValueFormat.number(1) : format,
                curves, part.marks().stream().map(mark -> new CurveChart.Mark(mark.position(), mark.title().text())).toList());
    }

    private static CurveChart.Curve curve(final SeriesPart.Line line, final int index) {
        final List<CurveChart.Spot> spots = new ArrayList<>();
        for (int at = 0; at < line.positions().length; at++) {
            if (line.band().isPresent()) {
                final var band = line.band().get();
                spots.add(new CurveChart.Spot(line.positions()[at], line.values()[at], band.lower()[at], band.upper()[at]));
            } else {
                spots.add(CurveChart.Spot.of(line.positions()[at], line.values()[at]));
            }
        }
        return new CurveChart.Curve("line" + index, line.title().text(), ColourRole.AUTOMATIC, line.band().isPresent(), spots,
                line.band().map(SeriesPart.Band::coverage).orElse(Double.NaN));
    }
}
