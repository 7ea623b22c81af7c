// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.DefaultIntervalXYDataset;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;
import org.kontor.charts.HistogramChart;

/** Paints ranges as bars that touch; several groups lie behind each other as outlines over a tint, so that none hides another. */
final class HistogramPainter {

    private static final double TINT = 0.22;

    private final Pen pen;
    private final Words words;
    private final HistogramChart chart;
    private final XyArea area;

    HistogramPainter(final Pen pen, final Words words, final HistogramChart chart, final Box body) {
        this.pen = pen;
        this.words = words;
        this.chart = chart;
        final double most = chart.series().stream().flatMap(row -> row.values().stream()).filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue).max().orElse(1);
        final var edges = chart.edges();
        this.area = new XyArea(pen, body, chart.titles(),
                ticks -> inside(AxisTicks.numbers(chart.positions(), words, edges.getFirst(), edges.getLast(), ticks, false)),
                ticks -> AxisTicks.numbers(chart.format(), words, 0, most, ticks, true), 2);
    }

    /** Ranges end where the data ends, not at the next round number. */
    private AxisTicks inside(final AxisTicks ticks) {
        final double lower = chart.edges().getFirst();
        final double upper = chart.edges().getLast();
        return new AxisTicks(lower, upper, ticks.ticks().stream().filter(tick -> tick.at() >= lower && tick.at() <= upper).toList());
    }

    List<ChartElement> paint() {
        if (area.isTooSmall()) {
            return List.of();
        }
        area.paintGround(false);
        if (chart.series().size() == 1) {
            paintBars();
        } else {
            for (int row = 0; row < chart.series().size(); row++) {
                paintSteps(row);
            }
        }
        return elements();
    }

    private double count(final int row, final int range) {
        final var value = chart.series().get(row).values().get(range);
        return value == null ? 0 : value.doubleValue();
    }

    private void paintBars() {
        final int ranges = chart.ranges();
        final var data = new double[6][ranges];
        for (int range = 0; range < ranges; range++) {
            data[1][range] = chart.edges().get(range);
            data[2][range] = chart.edges().get(range + 1);
            data[0][range] = (data[1][range] + data[2][range]) / 2;
            data[3][range] = count(0, range);
            data[5][range] = data[3][range];
        }
        final var dataset = new DefaultIntervalXYDataset();
        dataset.addSeries(new Slot(0), data);
        final var renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMargin(Math.min(0.3, 1.5 * ranges / area.area().getWidth()));
        renderer.setSeriesPaint(0, Pen.awt(PlotStyle.barColour(pen, chart.series().getFirst(), 0)));
        area.plot(dataset, renderer);
    }

    private void paintSteps(final int row) {
        final double ground = area.y(0);
        final var path = new Path2D.Double();
        path.moveTo(area.x(chart.edges().getFirst()), ground);
        for (int range = 0; range < chart.ranges(); range++) {
            final double y = area.y(count(row, range));
            path.lineTo(area.x(chart.edges().get(range)), y);
            path.lineTo(area.x(chart.edges().get(range + 1)), y);
        }
        path.lineTo(area.x(chart.edges().getLast()), ground);
        final var colour = PlotStyle.colour(pen, chart.series().get(row), row);
        pen.fill(path, colour, TINT);
        pen.draw(path, colour, 1.75);
    }

    private List<ChartElement> elements() {
        final var elements = new ArrayList<ChartElement>();
        final var plot = area.area();
        for (int range = 0; range < chart.ranges(); range++) {
            final double left = area.x(chart.edges().get(range));
            final double width = area.x(chart.edges().get(range + 1)) - left;
            for (int row = 0; row < chart.series().size(); row++) {
                final var series = chart.series().get(row);
                if (series.values().get(range) == null) {
                    continue;
                }
                final double top = area.y(count(row, range));
                final boolean several = chart.series().size() > 1;
                final var mark = several ? new Box(left, top - 2, width, 4) : new Box(left, top, width, Math.max(0, area.y(0) - top));
                final var name = chart.label(range, words.locale());
                elements.add(new ChartElement(BigDecimal.valueOf(chart.edges().get(range)).stripTrailingZeros().toPlainString(), series.key(),
                        several ? words.text("element.series", name, series.label()) : name,
                        words.exact(chart.format(), series.values().get(range)), mark, new Box(left, plot.y, width, plot.height)));
            }
        }
        return elements;
    }
}
