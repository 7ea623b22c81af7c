// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Locale;

import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;

/**
 * A surface that writes the operators of a PDF page. It knows what charts are made of: areas and lines in plain colours, and texts. Pictures
 * within the picture, gradients and clips are none of that; clips are left out because charts stay inside by themselves.
 */
final class PdfGraphics extends AbstractGraphics2D {

    private final PdfPicture picture;

    PdfGraphics(final PdfPicture picture) {
        super(false);
        this.picture = picture;
        gc = new GraphicContext();
    }

    private PdfGraphics(final PdfGraphics other) {
        super(other);
        this.picture = other.picture;
    }

    @Override
    public Graphics create() {
        return new PdfGraphics(this);
    }

    @Override
    public void fill(final Shape shape) {
        final var path = new StringBuilder();
        final var iterator = shape.getPathIterator(getTransform());
        final boolean evenOdd = iterator.getWindingRule() == PathIterator.WIND_EVEN_ODD;
        if (PdfPath.append(path, iterator)) {
            picture.content().append("q\n").append(colour(false)).append(path).append(evenOdd ? "f*\nQ\n" : "f\nQ\n");
        }
    }

    @Override
    public void draw(final Shape shape) {
        if (!(getStroke() instanceof BasicStroke stroke)) {
            fill(getStroke().createStrokedShape(shape));
            return;
        }
        final var path = new StringBuilder();
        if (!PdfPath.append(path, shape.getPathIterator(getTransform()))) {
            return;
        }
        final double scale = Math.sqrt(Math.abs(getTransform().getDeterminant()));
        final var out = picture.content().append("q\n").append(colour(true));
        out.append(PdfFile.number(stroke.getLineWidth() * scale)).append(" w ").append(stroke.getEndCap()).append(" J ").append(stroke.getLineJoin())
                .append(" j\n");
        if (stroke.getDashArray() != null) {
            out.append('[');
            for (final float dash : stroke.getDashArray()) {
                out.append(PdfFile.number(dash * scale)).append(' ');
            }
            out.append("] ").append(PdfFile.number(stroke.getDashPhase() * scale)).append(" d\n");
        }
        out.append(path).append("S\nQ\n");
    }

    private String colour(final boolean line) {
        final var colour = getPaint() instanceof final Color plain ? plain : Color.BLACK;
        final var text = new StringBuilder();
        if (colour.getAlpha() < 255) {
            text.append('/').append(picture.opacity(colour.getAlpha())).append(" gs\n");
        }
        return text.append(PdfFile.number(colour.getRed() / 255.0)).append(' ').append(PdfFile.number(colour.getGreen() / 255.0)).append(' ')
                .append(PdfFile.number(colour.getBlue() / 255.0)).append(line ? " RG\n" : " rg\n").toString();
    }

    @Override
    public void drawString(final String text, final float x, final float y) {
        if (text.isBlank()) {
            return;
        }
        final double size = getFont().getSize2D();
        final var place = new AffineTransform(getTransform());
        place.translate(x, y);
        // letters stand upright in a page whose y grows upwards
        place.scale(size, -size);
        final var out = picture.content().append("q\n").append(colour(false)).append("BT\n");
        int font = -1;
        double expected = Double.NaN;
        final var codes = new StringBuilder();
        for (final var entry : picture.type().letters(text, getFont())) {
            final var letter = entry.getKey();
            final double at = entry.getValue() / PdfType.UNITS;
            if (letter.font() != font || !(Math.abs(at - expected) < 0.002)) {
                show(codes);
                if (letter.font() != font) {
                    font = letter.font();
                    out.append("/F").append(font).append(" 1 Tf\n");
                }
                final var there = new AffineTransform(place);
                there.translate(at, 0);
                final var matrix = new double[6];
                there.getMatrix(matrix);
                for (final double number : matrix) {
                    out.append(PdfFile.number(number)).append(' ');
                }
                out.append("Tm\n");
            }
            codes.append(String.format(Locale.ROOT, "%02X", letter.code()));
            expected = at + letter.advance() / PdfType.UNITS;
        }
        show(codes);
        out.append("ET\nQ\n");
    }

    private void show(final StringBuilder codes) {
        if (!codes.isEmpty()) {
            picture.content().append('<').append(codes).append("> Tj\n");
            codes.setLength(0);
        }
    }

    @Override
    public void drawString(final AttributedCharacterIterator text, final float x, final float y) {
        final var plain = new StringBuilder();
        for (char letter = text.first(); letter != AttributedCharacterIterator.DONE; letter = text.next()) {
            plain.append(letter);
        }
        drawString(plain.toString(), x, y);
    }

    @Override
    public FontMetrics getFontMetrics(final Font font) {
        final var measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return measure.getFontMetrics(font);
        } finally {
            measure.dispose();
        }
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
    public Shape getClip() {
        return null;
    }

    @Override
    public Rectangle getClipBounds() {
        return null;
    }

    @Override
    public void dispose() {
        // nothing is held
    }

    @Override
    public void setXORMode(final Color colour) {
        throw unsupported();
    }

    @Override
    public void copyArea(final int x, final int y, final int width, final int height, final int right, final int down) {
        throw unsupported();
    }

    @Override
    public boolean drawImage(final Image image, final int x, final int y, final ImageObserver observer) {
        throw unsupported();
    }

    @Override
    public boolean drawImage(final Image image, final int x, final int y, final int width, final int height, final ImageObserver observer) {
        throw unsupported();
    }

    @Override
    public void drawRenderedImage(final RenderedImage image, final AffineTransform transform) {
        throw unsupported();
    }

    @Override
    public void drawRenderableImage(final RenderableImage image, final AffineTransform transform) {
        throw unsupported();
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return null;
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("charts have no pictures in them");
    }
}
