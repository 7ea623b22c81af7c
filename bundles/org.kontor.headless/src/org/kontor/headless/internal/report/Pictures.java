// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import java.util.Locale;

import org.kontor.charts.Chart;
import org.kontor.charts.ChartRenderer;
import org.kontor.charts.ChartTheme;

/** A chart in four pictures, of which the style sheet shows the one that fits: light or dark, wide or narrow. */
final class Pictures {

    private static final int WIDE = 620;
    private static final int NARROW = 330;

    private final ChartRenderer light;
    private final ChartRenderer dark;

    Pictures(final Locale locale) {
        light = new ChartRenderer(ChartTheme.LIGHT, locale);
        dark = new ChartRenderer(ChartTheme.DARK, locale);
    }

    void add(final Html html, final Chart chart) {
        html.begin("figure");
        picture(html, light, chart, WIDE, "light wide");
        picture(html, dark, chart, WIDE, "dark wide");
        picture(html, light, chart, NARROW, "light narrow");
        picture(html, dark, chart, NARROW, "dark narrow");
        html.end();
    }

    private static void picture(final Html html, final ChartRenderer renderer, final Chart chart, final int width, final String classes) {
        html.begin("div", "class", classes).markup(renderer.svg(chart, renderer.preferredSize(chart, width))).end();
    }
}
