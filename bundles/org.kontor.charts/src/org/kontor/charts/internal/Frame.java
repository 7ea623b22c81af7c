// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.util.List;

import org.kontor.charts.Box;
import org.kontor.charts.ChartSize;
import org.kontor.charts.Heading;
import org.kontor.charts.Series;

/** What surrounds every chart: margins, title, subtitle, legend. In a small picture the lesser parts give way to the chart. */
final class Frame {

    /** How the legend shows a series. */
    enum Sample {
        /** A piece of its line. */
        LINE,
        /** The shape of its points. */
        MARKER,
        /** A square of its colour. */
        SWATCH
    }

    private Frame() {
    }

    /**
     * Paints the frame.
     *
     * @return the space for the chart itself
     */
    static Box paint(final Pen pen, final Heading heading, final List<Series> series, final Sample sample,
            final ChartSize size) {
        final double em = pen.em();
        final boolean roomy = size.width() > em * 24 && size.height() > em * 14;
        final double margin = roomy ? em * 1.5 : em * 0.7;
        final double width = size.width() - 2 * margin;
        double y = margin;
        if (!heading.title().isEmpty() && size.height() > em * 7) {
            final double line = em * 1.7;
            pen.text(pen.type().fit(heading.title(), Typeface.Style.TITLE, width), margin, y + line / 2 - em * 0.2, TextAnchor.START,
                    Typeface.Style.TITLE, pen.theme().foreground());
            y += line;
        }
        if (!heading.subtitle().isEmpty() && size.height() > em * 12) {
            final double line = em * 1.5;
            pen.text(pen.type().fit(heading.subtitle(), Typeface.Style.BODY, width), margin, y + line / 2 - em * 0.1, TextAnchor.START,
                    Typeface.Style.BODY, pen.theme().muted());
            y += line;
        }
        if (y > margin) {
            y += roomy ? em * 0.7 : em * 0.3;
        }
        if (series.size() > 1 && size.height() > em * 12) {
            y = legend(pen, series, sample, margin, y, width, size.height() > em * 24 ? 3 : 1) + em * 0.5;
        }
        return new Box(margin, y, Math.max(0, width), Math.max(0, size.height() - margin - y));
    }

    private static double legend(final Pen pen, final List<Series> series, final Sample sample, final double left, final double top,
            final double width, final int mostLines) {
        final double em = pen.em();
        final double line = em * 1.7;
        final double swatch = em * (sample == Sample.LINE ? 1.6 : 0.85);
        double x = left;
        double y = top;
        int used = 1;
        for (int index = 0; index < series.size(); index++) {
            final var row = series.get(index);
            final double longest = Math.min(width, em * 20) - swatch - em * 0.5;
            final var label = pen.type().fit(row.label(), Typeface.Style.BODY, longest);
            final double entry = swatch + em * 0.5 + pen.type().width(label, Typeface.Style.BODY);
            if (x > left && x + entry > left + width) {
                if (used == mostLines) {
                    pen.text("\u2026", Math.min(x - em * 1.1, left + width - em * 0.6), y + line / 2, TextAnchor.START, Typeface.Style.BODY, pen.theme().muted());
                    break;
                }
                used++;
                x = left;
                y += line;
            }
            final var box = new Box(x, y + line / 2 - swatch / 2, swatch, swatch);
            switch (sample) {
                case LINE -> PlotStyle.lineSample(pen, box, row, index);
                case MARKER -> PlotStyle.marker(pen, box, row, index);
                case SWATCH -> PlotStyle.swatch(pen, box, row, index);
            }
            pen.text(label, x + swatch + em * 0.5, y + line / 2, TextAnchor.START, Typeface.Style.BODY, pen.theme().foreground());
            x += entry + em * 1.5;
        }
        return y + line;
    }
}
