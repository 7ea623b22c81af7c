// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.pdf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The letters of one picture as fonts of type 3: each letter once, as the outline that Java drew it with, and with the text it stands for, so
 * that it can be searched and copied. So no font file is read or embedded, and every font that the screen can show can be written.
 */
final class PdfType {

    /** Outlines are kept at this size, one unit being a thousandth of it. */
    static final int UNITS = 1_000;

    /** Codes are single bytes. */
    private static final int MOST = 256;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /**
     * A letter of a picture.
     *
     * @param font    the number of the font that holds it
     * @param code    its code in that font
     * @param advance how far the next letter is, in units
     */
    record Letter(int font, int code, double advance) {
    }

    private record Shape(String face, int glyph, String text) {
    }

    private record Outline(String procedure, double advance, String text) {
    }

    private final Map<Shape, Letter> letters = new LinkedHashMap<>();
    private final List<List<Outline>> fonts = new ArrayList<>();

    /** The letters of a text with their places in units. */
    List<Map.Entry<Letter, Double>> letters(final String text, final Font font) {
        final var large = font.deriveFont((float) UNITS);
        final var vector = large.layoutGlyphVector(CONTEXT, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        final var found = new ArrayList<Map.Entry<Letter, Double>>();
        for (int index = 0; index < vector.getNumGlyphs(); index++) {
            final int from = vector.getGlyphCharIndex(index);
            final int to = index + 1 < vector.getNumGlyphs() ? Math.max(from + 1, vector.getGlyphCharIndex(index + 1)) : text.length();
            final var shape = new Shape(large.getFontName(Locale.ROOT), vector.getGlyphCode(index), text.substring(from, to));
            final double x = vector.getGlyphPosition(index).getX();
            final int glyph = index;
            final var letter = letters.computeIfAbsent(shape, unseen -> {
                final var procedure = new StringBuilder();
                final double advance = vector.getGlyphMetrics(glyph).getAdvanceX();
                final var outline = vector.getGlyphOutline(glyph, (float) -x, 0);
                final var box = outline.getBounds2D();
                procedure.append(numbers(advance, 0, box.getMinX(), -box.getMaxY(), box.getMaxX(), -box.getMinY())).append("d1\n");
                final var upright = AffineTransform.getScaleInstance(1, -1);
                if (PdfPath.append(procedure, outline.getPathIterator(upright))) {
                    procedure.append("f\n");
                }
                return add(new Outline(procedure.toString(), advance, unseen.text()));
            });
            found.add(Map.entry(letter, x));
        }
        return found;
    }

    private Letter add(final Outline outline) {
        if (fonts.isEmpty() || fonts.getLast().size() == MOST) {
            fonts.add(new ArrayList<>());
        }
        fonts.getLast().add(outline);
        return new Letter(fonts.size() - 1, fonts.getLast().size() - 1, outline.advance());
    }

    private static String numbers(final double... values) {
        final var text = new StringBuilder();
        for (final double value : values) {
            text.append(PdfFile.number(value)).append(' ');
        }
        return text.toString();
    }

    /** Writes the fonts and tells their names. */
    String write(final PdfFile file) {
        final var names = new StringBuilder("<< ");
        for (int font = 0; font < fonts.size(); font++) {
            names.append("/F").append(font).append(' ').append(write(file, fonts.get(font))).append(" 0 R ");
        }
        return names.append(">>").toString();
    }

    private static int write(final PdfFile file, final List<Outline> outlines) {
        final var procedures = new StringBuilder();
        final var names = new StringBuilder();
        final var widths = new StringBuilder();
        final var texts = new StringBuilder();
        for (int code = 0; code < outlines.size(); code++) {
            final var outline = outlines.get(code);
            procedures.append("/g").append(code).append(' ').append(file.addStream(outline.procedure())).append(" 0 R ");
            names.append("/g").append(code).append(' ');
            widths.append(PdfFile.number(outline.advance())).append(' ');
            texts.append(String.format(Locale.ROOT, "<%02X> <", code));
            outline.text().chars().forEach(unit -> texts.append(String.format(Locale.ROOT, "%04X", unit)));
            texts.append(">\n");
        }
        final int unicode = file.addStream(unicode(outlines.size(), texts.toString()));
        return file.add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >>\n/FirstChar 0 /LastChar "
                + (outlines.size() - 1) + " /Widths [" + widths + "]\n/Encoding << /Type /Encoding /Differences [0 " + names + "] >>\n/CharProcs << "
                + procedures + ">>\n/ToUnicode " + unicode + " 0 R >>");
    }

    private static String unicode(final int count, final String texts) {
        final var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Texts def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n");
        final var lines = texts.split("\n");
        // a block of a map holds a hundred entries at most
        for (int from = 0; from < count; from += 100) {
            final int to = Math.min(count, from + 100);
            map.append(to - from).append(" beginbfchar\n");
            for (int line = from; line < to; line++) {
                map.append(lines[line]).append('\n');
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }
}
