// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;

import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;

/**
 * Batik's SVG surface with two changes: texts keep their anchor, because a reader's font may be wider than ours, and nothing is
 * clipped, because our pictures stay inside and clip paths would need ids, which clash where several pictures share a page.
 */
final class SvgGraphics extends SVGGraphics2D {

    SvgGraphics(final SVGGeneratorContext context) {
        super(context, false);
    }

    private SvgGraphics(final SvgGraphics other) {
        super(other);
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void drawString(final String text, final float x, final float y) {
        final var anchor = getRenderingHint(TextAnchor.HINT) instanceof TextAnchor hint ? hint : TextAnchor.START;
        final double width = getFont().getStringBounds(text, getFontRenderContext()).getWidth();
        final var element = getDOMFactory().createElementNS("http://www.w3.org/2000/svg", "text");
        element.setAttribute("x", getGeneratorContext().doubleString(x + width * anchor.share()));
        element.setAttribute("y", getGeneratorContext().doubleString(y));
        if (anchor != TextAnchor.START) {
            element.setAttribute("text-anchor", anchor.svg());
        }
        element.appendChild(getDOMFactory().createTextNode(text));
        domGroupManager.addElement(element, DOMGroupManager.FILL);
    }

    @Override
    public void clip(final Shape shape) {
        // see the class comment
    }

    @Override
    public void setClip(final Shape shape) {
        // see the class comment
    }

    @Override
    public void clipRect(final int x, final int y, final int width, final int height) {
        // see the class comment
    }

    @Override
    public void setClip(final int x, final int y, final int width, final int height) {
        // see the class comment
    }

    @Override
    public Shape getClip() {
        return null;
    }

    @Override
    public Rectangle getClipBounds() {
        return null;
    }
}
