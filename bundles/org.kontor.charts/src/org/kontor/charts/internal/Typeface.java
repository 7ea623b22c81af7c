// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The type of one picture: one family that can write all its texts. Measures do not depend on the surface, so a layout is the same on
 * the screen at any zoom and in every file.
 */
final class Typeface {

    /** Sizes relative to that of a label. */
    enum Style {
        /** Over the chart. */
        TITLE(1.25, true),
        /** Numbers that matter. */
        STRONG(1, true),
        /** Labels and numbers. */
        BODY(1, false),
        /** Headers, axes. */
        SMALL(0.92, false),
        /** Numbers in narrow cells. */
        TINY(0.75, false);

        private final double factor;
        private final boolean bold;

        Style(final double factor, final boolean bold) {
            this.factor = factor;
            this.bold = bold;
        }
    }

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** Fonts made for Chinese centre their ellipsis and give it a full square, which tears Latin words apart. */
    private static final String LATIN_ELLIPSIS = "...";
    private static final String HAN_ELLIPSIS = "\u2026";

    private final Map<Style, Font> fonts;

    private Typeface(final Map<Style, Font> fonts) {
        this.fonts = fonts;
    }

    static Typeface of(final List<String> families, final double size, final String sample) {
        final var base = families.stream()
                .map(family -> new Font(family, Font.PLAIN, 12))
                .filter(font -> isInstalled(font, families))
                .filter(font -> font.canDisplayUpTo(sample) < 0)
                .findFirst()
                .orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        final var fonts = new EnumMap<Style, Font>(Style.class);
        for (final var style : Style.values()) {
            fonts.put(style, base.deriveFont(style.bold ? Font.BOLD : Font.PLAIN, (float) (size * style.factor)));
        }
        return new Typeface(fonts);
    }

    /** Java answers an unknown name with its dialog font instead of an error. */
    private static boolean isInstalled(final Font font, final List<String> families) {
        return families.contains(font.getFamily(Locale.ROOT)) || families.contains(font.getFamily(Locale.ENGLISH));
    }

    Font font(final Style style) {
        return fonts.get(style);
    }

    double size(final Style style) {
        return fonts.get(style).getSize2D();
    }

    double width(final String text, final Style style) {
        return text.isEmpty() ? 0 : fonts.get(style).getStringBounds(text, CONTEXT).getWidth();
    }

    /** The text, or as much of it as fits with an ellipsis, cut between characters as people see them; empty where nothing fits. */
    String fit(final String text, final Style style, final double width) {
        if (width(text, style) <= width) {
            return text;
        }
        final var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        final var ellipsis = text.codePoints().anyMatch(Character::isIdeographic) ? HAN_ELLIPSIS : LATIN_ELLIPSIS;
        int low = 0;
        int high = text.length();
        String best = "";
        while (low <= high) {
            final int middle = low + high >>> 1;
            final int cut = middle == 0 || characters.isBoundary(middle) ? middle : characters.preceding(middle);
            final var tried = text.substring(0, cut).stripTrailing() + ellipsis;
            if (cut > 0 && width(tried, style) <= width) {
                best = tried;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return best;
    }

    /** The text in lines of a width, broken where its language allows; the last line takes the ellipsis. */
    List<String> wrap(final String text, final Style style, final double width, final int mostLines) {
        final var lines = new ArrayList<String>();
        final var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int start = 0;
        while (start < text.length()) {
            int end = start;
            for (int next = breaks.following(start); next != BreakIterator.DONE; next = breaks.next()) {
                if (width(text.substring(start, next).stripTrailing(), style) > width) {
                    break;
                }
                end = next;
                if (next == text.length()) {
                    break;
                }
            }
            if (end == start || lines.size() == mostLines - 1) {
                lines.add(fit(text.substring(start), style, width));
                return lines;
            }
            lines.add(text.substring(start, end).strip());
            start = end;
        }
        return lines;
    }
}
