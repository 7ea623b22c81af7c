// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.kontor.charts.internal.ChartPainter;
import org.kontor.charts.internal.ChartSummary;
import org.kontor.charts.internal.HeadlessAwt;
import org.kontor.charts.internal.SvgPicture;
import org.kontor.charts.internal.pdf.PdfPicture;

/**
 * Turns descriptions into pictures. Needs no display; the same input gives the same bytes on the same machine. Immutable and safe for
 * any thread; painting takes milliseconds to some tenths of a second and so does not belong on a user interface thread.
 *
 * @since 0.1
 */
public final class ChartRenderer {

    static {
        HeadlessAwt.ensure();
    }

    private final ChartTheme theme;
    private final Locale locale;

    /**
     * A renderer for the language of the moment.
     *
     * @param theme colours and type
     */
    public ChartRenderer(final ChartTheme theme) {
        this(theme, Locale.getDefault());
    }

    /**
     * A renderer.
     *
     * @param theme  colours and type
     * @param locale whose number and date formats to use
     */
    public ChartRenderer(final ChartTheme theme, final Locale locale) {
        this.theme = Objects.requireNonNull(theme);
        this.locale = Objects.requireNonNull(locale);
    }

    /**
     * The language of numbers, dates and texts.
     *
     * @return as it was given
     */
    public Locale locale() {
        return locale;
    }

    /**
     * Paints on any Java 2D surface: the seam for further formats.
     *
     * @param chart    what to show
     * @param graphics the surface in logical pixels; its transform, clip and hints are as before afterwards
     * @param size     the size of the picture
     * @return what was painted, in reading order
     */
    public List<ChartElement> paint(final Chart chart, final Graphics2D graphics, final ChartSize size) {
        final var own = (Graphics2D) graphics.create();
        try {
            return new ChartPainter(theme, locale).paint(chart, own, size);
        } finally {
            own.dispose();
        }
    }

    /**
     * An image with the elements in it.
     *
     * @param image    type {@link BufferedImage#TYPE_3BYTE_BGR}, opaque, size times scale
     * @param elements what was painted, in logical pixels and reading order
     */
    public record Painted(BufferedImage image, List<ChartElement> elements) {
    }

    /**
     * Paints a bitmap.
     *
     * @param chart what to show
     * @param size  the size in logical pixels
     * @param scale device pixels per logical pixel: 1 at 100 %, 2 at 200 %; 0.25 to 8
     * @return the bitmap with its elements
     */
    public Painted image(final Chart chart, final ChartSize size, final double scale) {
        if (!(scale >= 0.25 && scale <= 8)) {
            throw new IllegalArgumentException("scale " + scale);
        }
        final var image = new BufferedImage(Math.max(1, (int) Math.round(size.width() * scale)),
                Math.max(1, (int) Math.round(size.height() * scale)), BufferedImage.TYPE_3BYTE_BGR);
        final var graphics = image.createGraphics();
        try {
            graphics.scale(image.getWidth() / (double) size.width(), image.getHeight() / (double) size.height());
            return new Painted(image, paint(chart, graphics, size));
        } finally {
            graphics.dispose();
        }
    }

    /**
     * Paints a PNG file.
     *
     * @param chart what to show
     * @param size  the size in logical pixels
     * @param scale device pixels per logical pixel; 0.25 to 8
     * @return the file's bytes
     */
    public byte[] png(final Chart chart, final ChartSize size, final double scale) {
        final var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image(chart, size, scale).image(), "png", stream)) {
                throw new IllegalStateException("no PNG writer in this Java runtime");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /**
     * Paints an SVG element: text stays text, each element has its label and value as a tooltip, and a title and a description serve
     * screen readers. It is both a whole UTF-8 file and fit to stand inside HTML 5; it holds no ids, scripts or links.
     *
     * @param chart what to show
     * @param size  the size in logical pixels; the picture scales with its {@code viewBox}
     * @return {@code <svg ...>...</svg>}
     */
    public String svg(final Chart chart, final ChartSize size) {
        return SvgPicture.of(chart, theme, size, summary(chart), graphics -> paint(chart, graphics, size));
    }

    /**
     * Paints a PDF file of one page: lines and areas as such, texts that can be searched and copied.
     *
     * @param chart what to show
     * @param size  the size in logical pixels, 96 to the inch
     * @return the file's bytes
     */
    public byte[] pdf(final Chart chart, final ChartSize size) {
        return PdfPicture.of(chart.heading().title(), size, graphics -> paint(chart, graphics, size));
    }

    /**
     * What a screen reader says instead of the picture.
     *
     * @param chart the chart
     * @return the description of its heading or, where that is empty, a summary of its numbers
     */
    public String summary(final Chart chart) {
        return ChartSummary.of(chart, locale);
    }

    /**
     * The height at which a chart of a width looks right: enough for each stage or row, never a poster.
     *
     * @param chart the chart
     * @param width the width in logical pixels
     * @return the size
     */
    public ChartSize preferredSize(final Chart chart, final int width) {
        final double em = theme.fontSize();
        final int rows = switch (chart) {
            case FunnelChart funnel -> funnel.stages().size();
            case BarChart bars when bars.arrangement().isHorizontal() -> bars.categories().size()
                    * (bars.arrangement().isStacked() ? 1 : Math.max(1, bars.series().size()));
            case MatrixChart matrix -> matrix.rows().size();
            case TreeChart tree -> tree.leaves();
            case GraphChart graph -> Math.max(graph.sources().size(), graph.targets().size());
            default -> 0;
        };
        final double height = switch (chart) {
            case FunnelChart funnel -> em * (8 + 4.2 * Math.max(2, rows));
            case BarChart bars when rows > 0 -> em * (9 + 2.4 * Math.max(2, rows));
            case MatrixChart matrix -> em * (11 + 2.2 * Math.max(3, rows));
            case GraphChart graph -> em * (9 + 1.9 * Math.max(4, rows));
            case TreeChart tree -> em * (9 + (rows > 60 ? 0.5 : 1.7) * Math.max(4, rows));
            case ScatterChart points -> Math.clamp(width * 0.62, em * 24, em * 44);
            case CurveChart curves -> Math.clamp(width * 0.56, em * 23, em * 34);
            default -> Math.clamp(width * 0.5, em * 20, em * 34);
        };
        return new ChartSize(width, (int) Math.min(16_384, Math.round(height)));
    }
}
