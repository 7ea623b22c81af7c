// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import org.kontor.charts.Box;
import org.kontor.charts.ChartTheme;
import org.kontor.charts.Rgb;

/** Draws on one surface with one theme and one typeface. */
final class Pen {

    /** Half the height of a capital, as a share of the size: centres text on its letters, not on the line that fonts define freely. */
    private static final double HALF_CAPITAL = 0.36;

    private final Graphics2D graphics;
    private final ChartTheme theme;
    private final Typeface type;

    Pen(final Graphics2D graphics, final ChartTheme theme, final Typeface type) {
        this.graphics = graphics;
        this.theme = theme;
        this.type = type;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    Graphics2D graphics() {
        return graphics;
    }

    ChartTheme theme() {
        return theme;
    }

    Typeface type() {
        return type;
    }

    /** The size of a label, the unit of every distance. */
    double em() {
        return theme.fontSize();
    }

    static Color awt(final Rgb colour) {
        return new Color(colour.red(), colour.green(), colour.blue());
    }

    static Color awt(final Rgb colour, final double opacity) {
        return new Color(colour.red(), colour.green(), colour.blue(), (int) Math.round(255 * opacity));
    }

    void fill(final Shape shape, final Rgb colour) {
        graphics.setPaint(awt(colour));
        graphics.fill(shape);
    }

    void fill(final Box box, final Rgb colour) {
        fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()), colour);
    }

    /** A shape that lets through what lies below it: bounds that overlap, points in a crowd. */
    void fill(final Shape shape, final Rgb colour, final double opacity) {
        graphics.setPaint(awt(colour, opacity));
        graphics.fill(shape);
    }

    void draw(final Shape shape, final Rgb colour, final double width) {
        graphics.setPaint(awt(colour));
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** A line down with gaps, for what is pointed out. */
    void dashedDown(final double x, final double top, final double bottom, final Rgb colour) {
        final double snapped = Math.floor(x) + 0.5;
        graphics.setPaint(awt(colour));
        graphics.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 3}, 0));
        graphics.draw(new Line2D.Double(snapped, top, snapped, bottom));
    }

    /** A text that reads upwards and ends below a place. */
    void textUpwards(final String text, final double centreX, final double bottomEnd, final Typeface.Style style, final Rgb colour) {
        final var before = graphics.getTransform();
        graphics.translate(centreX, bottomEnd);
        graphics.rotate(-Math.PI / 2);
        text(text, 0, 0, TextAnchor.END, style, colour);
        graphics.setTransform(before);
    }

    void line(final double x1, final double y1, final double x2, final double y2, final Rgb colour, final double width) {
        graphics.setPaint(awt(colour));
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** A hairline across, on whole pixels so that it stays thin. */
    void across(final double left, final double right, final double y, final Rgb colour) {
        final double snapped = Math.floor(y) + 0.5;
        line(left, snapped, right, snapped, colour, 1);
    }

    /** A hairline down, on whole pixels so that it stays thin. */
    void down(final double x, final double top, final double bottom, final Rgb colour) {
        final double snapped = Math.floor(x) + 0.5;
        line(snapped, top, snapped, bottom, colour, 1);
    }

    /** Draws a text whose letters are centred on a height. */
    void text(final String text, final double x, final double centreY, final TextAnchor anchor, final Typeface.Style style,
            final Rgb colour) {
        if (text.isEmpty()) {
            return;
        }
        final double left = x - type.width(text, style) * anchor.share();
        graphics.setFont(type.font(style));
        graphics.setPaint(awt(colour));
        graphics.setRenderingHint(TextAnchor.HINT, anchor);
        graphics.drawString(text, (float) left, (float) (centreY + type.size(style) * HALF_CAPITAL));
    }

    /** A small triangle that points down, in place of a character that not every font has. */
    void pointerDown(final double centreX, final double centreY, final double size, final Rgb colour) {
        final var path = new Path2D.Double();
        path.moveTo(centreX - size / 2, centreY - size * 0.3);
        path.lineTo(centreX + size / 2, centreY - size * 0.3);
        path.lineTo(centreX, centreY + size * 0.35);
        path.closePath();
        fill(path, colour);
    }
}
