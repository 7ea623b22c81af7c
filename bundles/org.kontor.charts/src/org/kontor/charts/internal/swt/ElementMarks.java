// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ChartTheme;
import org.kontor.charts.Rgb;

/** Draws what mouse and keyboard point at over the finished picture, which therefore need not be painted again. */
public final class ElementMarks {

    private static final int VEIL = 18;
    private static final int RING = 2;
    private static final int ROUND = 6;
    /** Up to this size a mark is easily lost under the veil: the point of a line. */
    private static final int POINT = 10;

    /** Rings of so many points would run together. */
    private static final int CROWD = 500;

    private final GC gc;
    private final ChartTheme theme;

    /**
     * @param gc    draws on the control, in logical pixels
     * @param theme the colours
     */
    public ElementMarks(final GC gc, final ChartTheme theme) {
        this.gc = gc;
        this.theme = theme;
        gc.setAntialias(SWT.ON);
    }

    private static Color color(final Rgb rgb) {
        return new Color(rgb.red(), rgb.green(), rgb.blue());
    }

    /**
     * Before there is a picture, and where it is smaller than the control.
     *
     * @param area the whole control
     */
    public void background(final Rectangle area) {
        gc.setBackground(color(theme.background()));
        gc.fillRectangle(area);
    }

    /**
     * Under the mouse: a veil over all that a click means, and a circle around a mere point.
     *
     * @param element the element
     */
    public void hovered(final ChartElement element) {
        gc.setAlpha(VEIL);
        gc.setBackground(color(theme.foreground()));
        final var area = outside(element.hitArea(), 0);
        gc.fillRoundRectangle(area.x, area.y, area.width, area.height, ROUND, ROUND);
        gc.setAlpha(255);
        if (element.mark().width() <= POINT && element.mark().height() <= POINT) {
            gc.setForeground(color(theme.foreground()));
            gc.setLineWidth(1);
            final var point = outside(element.mark(), 0);
            gc.drawOval(point.x, point.y, point.width, point.height);
        }
    }

    /**
     * Selected: a ring around the mark, in the colour of the focus while the keyboard is here.
     *
     * @param element the element
     * @param focused whether the keyboard is here
     */
    public void selected(final ChartElement element, final boolean focused) {
        gc.setForeground(color(focused ? theme.focus() : theme.muted()));
        gc.setLineWidth(RING);
        final var area = outside(element.mark(), RING + 1);
        gc.drawRoundRectangle(area.x, area.y, area.width, area.height, ROUND, ROUND);
    }

    /**
     * Chosen among many: a ring around each point.
     *
     * @param elements the points
     */
    public void chosen(final List<ChartElement> elements) {
        gc.setForeground(color(theme.focus()));
        gc.setLineWidth(elements.size() > CROWD ? 1 : RING);
        for (final var element : elements) {
            final var area = outside(element.mark(), 1);
            gc.drawOval(area.x, area.y, area.width, area.height);
        }
    }

    /**
     * A frame that is being drawn.
     *
     * @param frame where it is now
     */
    public void frame(final Box frame) {
        final var area = outside(frame, 0);
        gc.setBackground(color(theme.focus()));
        gc.setAlpha(VEIL);
        gc.fillRectangle(area);
        gc.setAlpha(255);
        gc.setForeground(color(theme.focus()));
        gc.setLineWidth(1);
        gc.drawRectangle(area);
    }

    /**
     * Focused without a selection: a ring around the whole chart.
     *
     * @param area the whole control
     */
    public void focused(final Rectangle area) {
        gc.setForeground(color(theme.focus()));
        gc.setLineWidth(RING);
        gc.drawRoundRectangle(area.x + RING, area.y + RING, area.width - 2 * RING - 1, area.height - 2 * RING - 1, ROUND, ROUND);
    }

    private static Rectangle outside(final Box box, final int margin) {
        final int left = (int) Math.floor(box.x()) - margin;
        final int top = (int) Math.floor(box.y()) - margin;
        return new Rectangle(left, top, (int) Math.ceil(box.right()) + margin - left, (int) Math.ceil(box.bottom()) + margin - top);
    }
}
