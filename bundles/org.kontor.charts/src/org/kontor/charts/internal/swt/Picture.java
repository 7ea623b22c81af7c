// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

import org.kontor.charts.Chart;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ChartRenderer;
import org.kontor.charts.ChartSize;
import org.kontor.charts.ChartTheme;

/**
 * A painted chart as SWT takes it.
 *
 * @param request  what was asked for
 * @param data     the bitmap at the request's zoom
 * @param elements what was painted, in logical pixels
 */
public record Picture(Request request, ImageData data, List<ChartElement> elements) {

    /**
     * All that a picture depends on.
     *
     * @param chart  what to show
     * @param theme  colours and type
     * @param locale language of numbers and texts
     * @param size   the size in logical pixels
     * @param zoom   the monitor's zoom in percent
     */
    public record Request(Chart chart, ChartTheme theme, Locale locale, ChartSize size, int zoom) {
    }

    /** Paints; may take some tenths of a second and touches no widget. */
    public static Picture of(final Request request) {
        final var painted = new ChartRenderer(request.theme(), request.locale())
                .image(request.chart(), request.size(), request.zoom() / 100.0);
        return new Picture(request, imageData(painted.image()), painted.elements());
    }

    /** Shares the pixels instead of copying them: both sides agree on three bytes in the order blue, green, red. */
    static ImageData imageData(final BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
            throw new IllegalArgumentException("image type " + image.getType());
        }
        final byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new ImageData(image.getWidth(), image.getHeight(), 24, new PaletteData(0xFF, 0xFF00, 0xFF0000), 1, bytes);
    }

    /** The bitmap for a zoom; another one than that of the request is only asked for while a window moves between monitors. */
    public ImageData at(final int zoom) {
        return zoom == request.zoom() ? data
                : data.scaledTo(Math.max(1, Math.round(request.size().width() * zoom / 100f)),
                        Math.max(1, Math.round(request.size().height() * zoom / 100f)));
    }
}
