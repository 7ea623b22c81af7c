// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.swt;

import org.eclipse.swt.widgets.Control;

import org.kontor.charts.ChartTheme;
import org.kontor.charts.Rgb;

/**
 * Themes for charts in the workbench.
 *
 * @since 0.1
 */
public final class ChartThemes {

    private static final double POINTS_PER_INCH = 72;

    private ChartThemes() {
    }

    /**
     * The theme that lets a chart look like a part of its surroundings: their background, light or dark accordingly, and type as large
     * as theirs.
     *
     * @param surroundings the control that holds the chart, after the workbench has styled it
     * @return the theme
     */
    public static ChartTheme matching(final Control surroundings) {
        final var background = surroundings.getBackground();
        final double points = surroundings.getFont().getFontData()[0].getHeight();
        final double pixels = points * surroundings.getDisplay().getDPI().y / POINTS_PER_INCH;
        return ChartTheme.on(new Rgb(background.getRed(), background.getGreen(), background.getBlue()))
                .withFontSize(Math.clamp(pixels, 9, 24));
    }
}
