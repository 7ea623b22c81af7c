// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.kontor.charts.BarChart;
import org.kontor.charts.Box;
import org.kontor.charts.Chart;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ChartSize;
import org.kontor.charts.ChartTheme;
import org.kontor.charts.CurveChart;
import org.kontor.charts.FunnelChart;
import org.kontor.charts.GraphChart;
import org.kontor.charts.HistogramChart;
import org.kontor.charts.LineChart;
import org.kontor.charts.MatrixChart;
import org.kontor.charts.ScatterChart;
import org.kontor.charts.Series;
import org.kontor.charts.TreeChart;

/** Paints a whole picture: background, heading, legend and the body of the chart's kind. */
public final class ChartPainter {

    private final ChartTheme theme;
    private final Words words;

    /**
     * @param theme  colours and type
     * @param locale language of numbers, dates and texts
     */
    public ChartPainter(final ChartTheme theme, final Locale locale) {
        this.theme = theme;
        this.words = new Words(locale);
    }

    /**
     * Paints.
     *
     * @param chart    what to show
     * @param graphics the surface, which this may leave in any state
     * @param size     the size in logical pixels
     * @return what was painted, in reading order
     */
    public List<ChartElement> paint(final Chart chart, final Graphics2D graphics, final ChartSize size) {
        final var emptyText = chart.heading().emptyText().isEmpty() ? words.text("empty") : chart.heading().emptyText();
        final var pen = new Pen(graphics, theme, Typeface.of(theme.fontFamilies(), theme.fontSize(), sample(chart, emptyText)));
        pen.fill(new Box(0, 0, size.width(), size.height()), theme.background());
        final var series = chart.isEmpty() ? List.<Series>of() : series(chart);
        final var body = Frame.paint(pen, chart.heading(), series, legend(chart), size);
        if (chart.isEmpty()) {
            paintEmpty(pen, emptyText, body);
            return List.of();
        }
        if (body.width() < 8 || body.height() < 8) {
            return List.of();
        }
        return switch (chart) {
            case FunnelChart funnel -> new FunnelPainter(pen, words, funnel, body).paint();
            case BarChart bars -> new BarPainter(pen, words, bars, body).paint();
            case LineChart lines -> new LinePainter(pen, words, lines, body).paint();
            case CurveChart curves -> new CurvePainter(pen, words, curves, body).paint();
            case ScatterChart points -> new ScatterPainter(pen, words, points, body).paint();
            case MatrixChart matrix -> new MatrixPainter(pen, words, matrix, body).paint();
            case HistogramChart histogram -> new HistogramPainter(pen, words, histogram, body).paint();
            case TreeChart tree -> new TreePainter(pen, words, tree, body).paint();
            case GraphChart graph -> new GraphPainter(pen, words, graph, body).paint();
        };
    }

    private static List<Series> series(final Chart chart) {
        return switch (chart) {
            case BarChart bars -> bars.series();
            case LineChart lines -> lines.series();
            case CurveChart curves -> curves.legend();
            case ScatterChart points -> points.legend();
            case HistogramChart histogram -> histogram.series();
            case FunnelChart funnel -> List.of();
            case MatrixChart matrix -> List.of();
            case TreeChart tree -> List.of();
            case GraphChart graph -> List.of();
        };
    }

    private static Frame.Sample legend(final Chart chart) {
        return switch (chart) {
            case LineChart lines -> Frame.Sample.LINE;
            case CurveChart curves -> Frame.Sample.LINE;
            case ScatterChart points -> Frame.Sample.MARKER;
            default -> Frame.Sample.SWATCH;
        };
    }

    private static void paintEmpty(final Pen pen, final String text, final Box body) {
        final var lines = pen.type().wrap(text, Typeface.Style.BODY, body.width(), 3);
        final double pitch = pen.em() * 1.6;
        double y = body.centreY() - pitch * (lines.size() - 1) / 2;
        for (final var line : lines) {
            pen.text(line, body.centreX(), y, TextAnchor.MIDDLE, Typeface.Style.BODY, pen.theme().muted());
            y += pitch;
        }
    }

    /** Every text of the picture, so that one family can be found that writes them all. */
    private String sample(final Chart chart, final String emptyText) {
        final var texts = new ArrayList<String>();
        texts.add(chart.heading().title());
        texts.add(chart.heading().subtitle());
        texts.add(emptyText);
        if (chart instanceof ScatterChart points) {
            // names of points are not painted, and thousands of them would take longer than the picture
            texts.add(points.titles().domain());
            texts.add(points.titles().value());
        } else {
            final var table = chart.table(words.locale());
            texts.addAll(table.header());
            table.formatted(words.locale()).forEach(row -> texts.add(String.join(" ", row)));
        }
        if (chart instanceof CurveChart curves) {
            curves.marks().forEach(mark -> texts.add(mark.label()));
        } else if (chart instanceof MatrixChart matrix) {
            texts.add(matrix.titles().columns());
            texts.add(matrix.titles().value());
        }
        series(chart).forEach(row -> texts.add(row.label()));
        return String.join(" ", texts);
    }
}
