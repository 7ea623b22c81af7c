// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.pdf;

import java.awt.Graphics2D;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.kontor.charts.ChartSize;

/** Writes a picture as a PDF file of one page, in lines, areas and texts that stay sharp at every size. */
public final class PdfPicture {

    /** A logical pixel is a 96th of an inch, a point a 72nd. */
    private static final double POINTS = 0.75;

    private final StringBuilder content = new StringBuilder();
    private final PdfType type = new PdfType();
    private final Map<Integer, String> opacities = new TreeMap<>();

    private PdfPicture() {
    }

    /**
     * Writes.
     *
     * @param title the title in the file's properties
     * @param size  the size in logical pixels
     * @param paint paints on the surface
     * @return the file's bytes
     */
    public static byte[] of(final String title, final ChartSize size, final Consumer<Graphics2D> paint) {
        final var picture = new PdfPicture();
        paint.accept(new PdfGraphics(picture));
        return picture.write(title, size);
    }

    StringBuilder content() {
        return content;
    }

    PdfType type() {
        return type;
    }

    /** The name of the graphics state that lets so much of what lies below through. */
    String opacity(final int alpha) {
        return opacities.computeIfAbsent(alpha, unseen -> "A" + unseen);
    }

    private byte[] write(final String title, final ChartSize size) {
        final var file = new PdfFile();
        final int catalog = file.reserve();
        final int pages = file.reserve();
        final int page = file.reserve();
        final double width = size.width() * POINTS;
        final double height = size.height() * POINTS;
        final int stream = file.addStream(PdfFile.number(POINTS) + " 0 0 " + PdfFile.number(-POINTS) + " 0 " + PdfFile.number(height) + " cm\n" + content);
        final var states = new StringBuilder();
        opacities.forEach((alpha, name) -> {
            final var share = PdfFile.number(alpha / 255.0);
            states.append('/').append(name).append(" << /ca ").append(share).append(" /CA ").append(share).append(" >> ");
        });
        final var fonts = type.write(file);
        file.set(catalog, "<< /Type /Catalog /Pages " + pages + " 0 R /ViewerPreferences << /DisplayDocTitle true >> >>");
        file.set(pages, "<< /Type /Pages /Kids [" + page + " 0 R] /Count 1 >>");
        file.set(page, "<< /Type /Page /Parent " + pages + " 0 R /MediaBox [0 0 " + PdfFile.number(width) + ' ' + PdfFile.number(height)
                + "] /Contents " + stream + " 0 R\n/Resources << /Font " + fonts + " /ExtGState << " + states + ">> >> >>");
        final int info = file.add("<< /Title " + PdfFile.text(title) + " /Creator (Kontor) >>");
        return file.write(catalog, info);
    }
}
