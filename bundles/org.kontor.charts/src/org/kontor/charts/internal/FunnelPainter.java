// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;
import org.kontor.charts.FunnelChart;
import org.kontor.charts.FunnelChart.Stage;
import org.kontor.charts.Rgb;
import org.kontor.charts.ValueFormat;

/**
 * Paints a funnel: a column of names, bars centred on one line and as wide as their counts, columns of counts and amounts, and between
 * the bars the share that goes on. Columns that find no room give way, the bars last.
 */
final class FunnelPainter {

    private static final double TINT = 0.86;

    private final Pen pen;
    private final Words words;
    private final FunnelChart chart;
    private final FunnelLayout layout;

    FunnelPainter(final Pen pen, final Words words, final FunnelChart chart, final Box body) {
        this.pen = pen;
        this.words = words;
        this.chart = chart;
        this.layout = FunnelLayout.of(pen, words, chart, body);
    }

    List<ChartElement> paint() {
        paintHeaders();
        final var elements = new ArrayList<ChartElement>();
        for (int index = 0; index < chart.stages().size(); index++) {
            paintPassage(index);
        }
        for (int index = 0; index < chart.stages().size(); index++) {
            elements.add(paintStage(index));
        }
        return elements;
    }

    private void paintHeaders() {
        if (!layout.hasHeaders()) {
            return;
        }
        final double y = layout.headerY();
        header(chart.titles().stage(), layout.labels(), TextAnchor.START, y);
        header(chart.titles().count(), layout.counts(), TextAnchor.END, y);
        header(chart.titles().amount(), layout.amounts(), TextAnchor.END, y);
        header(words.text("header.goes.on"), layout.conversions(), TextAnchor.END, y);
    }

    private void header(final String text, final FunnelLayout.Column column, final TextAnchor anchor, final double y) {
        if (column.isShown()) {
            final double x = anchor == TextAnchor.START ? column.left() : column.right();
            pen.text(pen.type().fit(text, Typeface.Style.SMALL, column.width()), x, y, anchor, Typeface.Style.SMALL,
                    pen.theme().muted());
        }
    }

    private ChartElement paintStage(final int index) {
        final var stage = chart.stages().get(index);
        final var bar = layout.bar(index);
        final var theme = pen.theme();
        if (stage.count() == 0) {
            final double half = Math.min(bar.height(), pen.em()) / 2;
            pen.line(bar.centreX(), bar.centreY() - half, bar.centreX(), bar.centreY() + half, theme.muted(), 1.5);
        } else {
            final double round = Math.min(pen.em() * 0.5, bar.width());
            pen.fill(new RoundRectangle2D.Double(bar.x(), bar.y(), bar.width(), bar.height(), round, round), colour(index));
        }
        final double y = bar.centreY();
        if (layout.labels().isShown()) {
            label(stage.label(), y);
        }
        number(words.brief(ValueFormat.count(), BigDecimal.valueOf(stage.count())), layout.counts(), y, Typeface.Style.STRONG,
                theme.foreground());
        if (stage.amount() != null) {
            number(words.brief(chart.amountFormat(), stage.amount()), layout.amounts(), y, Typeface.Style.BODY, theme.foreground());
        }
        if (stage.conversion() != null) {
            number(words.brief(ValueFormat.percent(), stage.conversion()), layout.conversions(), y, Typeface.Style.BODY, theme.muted());
        }
        return new ChartElement(stage.key(), "", stage.label(), value(stage), bar, layout.row(index));
    }

    private void label(final String text, final double centreY) {
        final var lines = pen.type().wrap(text, Typeface.Style.BODY, layout.labels().width(), layout.labelLines());
        final double pitch = pen.em() * 1.35;
        double y = centreY - pitch * (lines.size() - 1) / 2;
        for (final var line : lines) {
            pen.text(line, layout.labels().left(), y, TextAnchor.START, Typeface.Style.BODY, pen.theme().foreground());
            y += pitch;
        }
    }

    private void number(final String text, final FunnelLayout.Column column, final double y, final Typeface.Style style,
            final Rgb colour) {
        if (column.isShown()) {
            pen.text(text, column.right(), y, TextAnchor.END, style, colour);
        }
    }

    private Rgb colour(final int index) {
        return pen.theme().colour(chart.stages().get(index).colour(), 0);
    }

    /** Only where it is known who goes on: a band between two bars that have nothing to do with each other would tell a lie. */
    private void paintPassage(final int index) {
        final var conversion = chart.stages().get(index).conversion();
        if (conversion == null || index + 1 == chart.stages().size()) {
            return;
        }
        final var from = layout.bar(index);
        final var to = layout.bar(index + 1);
        final var path = new Path2D.Double();
        path.moveTo(from.x(), from.bottom() - 2);
        path.lineTo(from.right(), from.bottom() - 2);
        path.lineTo(to.right(), to.y() + 2);
        path.lineTo(to.x(), to.y() + 2);
        path.closePath();
        pen.fill(path, colour(index).mix(pen.theme().background(), TINT));
        if (layout.conversions().isShown() || !layout.hasPassageText()) {
            return;
        }
        final var text = words.brief(ValueFormat.percent(), conversion);
        final double arrow = pen.em() * 0.6;
        final double width = pen.type().width(text, Typeface.Style.SMALL) + arrow + pen.em() * 0.35;
        final double y = (from.bottom() + to.y()) / 2;
        final double left = from.centreX() - width / 2;
        pen.pointerDown(left + arrow / 2, y, arrow, pen.theme().muted());
        pen.text(text, left + arrow + pen.em() * 0.35, y, TextAnchor.START, Typeface.Style.SMALL, pen.theme().foreground());
    }

    private String value(final Stage stage) {
        final var parts = new ArrayList<String>();
        parts.add(words.exact(ValueFormat.count(), BigDecimal.valueOf(stage.count())));
        if (stage.amount() != null) {
            parts.add(words.exact(chart.amountFormat(), stage.amount()));
        }
        if (stage.conversion() != null) {
            parts.add(words.text("goes.on", words.exact(ValueFormat.percent(), stage.conversion())));
        }
        return String.join(" \u00B7 ", parts);
    }
}
