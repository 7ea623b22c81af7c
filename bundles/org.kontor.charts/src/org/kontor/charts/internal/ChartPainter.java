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
import org.kontor.charts.FunnelChart;
import org.kontor.charts.LineChart;
import org.kontor.charts.Series;

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
        final var body = Frame.paint(pen, chart.heading(), series, chart instanceof LineChart, size);
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
        };
    }

    private static List<Series> series(final Chart chart) {
        return switch (chart) {
            case FunnelChart funnel -> List.of();
            case BarChart bars -> bars.series();
            case LineChart lines -> lines.series();
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
        final var table = chart.table(words.locale());
        texts.addAll(table.header());
        table.formatted(words.locale()).forEach(row -> texts.add(String.join(" ", row)));
        series(chart).forEach(row -> texts.add(row.label()));
        return String.join(" ", texts);
    }
}
