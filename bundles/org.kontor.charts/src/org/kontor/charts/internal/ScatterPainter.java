// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.util.ArrayList;
import java.util.List;
import java.math.BigDecimal;

import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ScatterChart;

/** Paints points with JFreeChart, and their centres over them. */
final class ScatterPainter {

    private final Pen pen;
    private final Words words;
    private final ScatterChart chart;
    private final XyArea area;
    private final double radius;

    ScatterPainter(final Pen pen, final Words words, final ScatterChart chart, final Box body) {
        this.pen = pen;
        this.words = words;
        this.chart = chart;
        final int points = chart.size();
        this.radius = pen.em() * (points > 5_000 ? 0.16 : points > 500 ? 0.22 : 0.3);
        final var x = chart.all().mapToDouble(ScatterChart.Point::x).summaryStatistics();
        final var y = chart.all().mapToDouble(ScatterChart.Point::y).summaryStatistics();
        this.area = new XyArea(pen, body, chart.titles(),
                most -> AxisTicks.numbers(chart.across(), words, x.getMin(), x.getMax(), most, false),
                most -> AxisTicks.numbers(chart.upwards(), words, y.getMin(), y.getMax(), most, false), pen.em() * 0.5);
    }

    List<ChartElement> paint() {
        if (area.isTooSmall()) {
            return List.of();
        }
        area.paintGround(true);
        area.plot(dataset(), renderer());
        final var centres = new ArrayList<ChartElement>();
        for (int index = 0; index < chart.groups().size(); index++) {
            final var group = chart.groups().get(index);
            final int position = index;
            group.centre().ifPresent(centre -> centres.add(paintCentre(group, centre, position)));
        }
        return elements(centres);
    }

    private DefaultXYDataset dataset() {
        final var dataset = new DefaultXYDataset();
        for (int index = 0; index < chart.groups().size(); index++) {
            final var points = chart.groups().get(index).points();
            final var values = new double[2][points.size()];
            for (int item = 0; item < points.size(); item++) {
                values[0][item] = points.get(item).x();
                values[1][item] = points.get(item).y();
            }
            dataset.addSeries(new Slot(index), values);
        }
        return dataset;
    }

    private XYLineAndShapeRenderer renderer() {
        final int points = chart.size();
        final double opacity = points > 5_000 ? 0.45 : points > 500 ? 0.6 : 0.8;
        final var renderer = new XYLineAndShapeRenderer(false, true);
        final var legend = chart.legend();
        for (int index = 0; index < legend.size(); index++) {
            renderer.setSeriesPaint(index, Pen.awt(PlotStyle.colour(pen, legend.get(index), index), opacity));
            renderer.setSeriesShape(index, Markers.of(legend.get(index), index, pen.theme().palette().size(), radius));
        }
        return renderer;
    }

    private ChartElement paintCentre(final ScatterChart.Group group, final ScatterChart.Point centre, final int position) {
        final var legend = chart.legend().get(position);
        final double size = pen.em() * 0.62;
        final double x = area.x(centre.x());
        final double y = area.y(centre.y());
        final var shape = Markers.at(Markers.of(legend, position, pen.theme().palette().size(), size), x, y);
        pen.draw(shape, pen.theme().background(), pen.em() * 0.5);
        pen.fill(shape, PlotStyle.colour(pen, legend, position));
        pen.draw(shape, pen.theme().foreground(), pen.em() * 0.14);
        final var mark = new Box(x - size * 1.3, y - size * 1.3, size * 2.6, size * 2.6);
        return new ChartElement(group.key(), "", words.text("element.series", group.label(), words.text("scatter.centre")),
                value(centre), mark, mark);
    }

    private String value(final ScatterChart.Point point) {
        return words.text("scatter.value", words.text("scatter.coordinate", chart.titles().domain(),
                words.exact(chart.across(), BigDecimal.valueOf(point.x()))), words.text("scatter.coordinate", chart.titles().value(),
                words.exact(chart.upwards(), BigDecimal.valueOf(point.y()))));
    }

    private List<ChartElement> elements(final List<ChartElement> centres) {
        final var elements = new ArrayList<>(centres);
        final double reach = Math.max(radius + 2, 6);
        for (final var group : chart.groups()) {
            for (final var point : group.points()) {
                final double x = area.x(point.x());
                final double y = area.y(point.y());
                final var label = chart.groups().size() == 1 ? point.label() : words.text("element.series", point.label(), group.label());
                elements.add(new ChartElement(point.key(), group.key(), label, value(point),
                        new Box(x - radius, y - radius, 2 * radius, 2 * radius), new Box(x - reach, y - reach, 2 * reach, 2 * reach)));
            }
        }
        return elements;
    }
}
