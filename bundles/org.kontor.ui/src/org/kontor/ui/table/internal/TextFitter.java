// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** Measures texts and shortens those that are too long for their cell. Remembers what it measured, because measuring is slow. */
final class TextFitter {

    private static final String DOTS = "\u2026";
    private static final int MOST = 4_000;
    private static final int FLAGS = SWT.DRAW_TRANSPARENT;

    private final Map<String, Point> sizes = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<String, Point> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param gc   has the font
     * @param text one line
     * @return its width in pixels
     */
    int width(final GC gc, final String text) {
        return size(gc, text).x;
    }

    /**
     * @param gc   has the font
     * @param text one line
     * @return its height in pixels: texts in Chinese are higher than others of the same font
     */
    int height(final GC gc, final String text) {
        return size(gc, text).y;
    }

    private Point size(final GC gc, final String text) {
        return sizes.computeIfAbsent(text, unknown -> gc.textExtent(unknown, FLAGS));
    }

    /**
     * @param gc   has the font
     * @param text one line
     * @param room how many pixels there are
     * @return the text, or as much of its beginning as fits, with dots
     */
    String fit(final GC gc, final String text, final int room) {
        if (text.isEmpty() || room <= 0) {
            return "";
        }
        if (width(gc, text) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length() - 1;
        while (low < high) {
            final int middle = (low + high + 1) >>> 1;
            if (gc.textExtent(head(text, middle) + DOTS, FLAGS).x <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return head(text, low) + DOTS;
    }

    private static String head(final String text, final int length) {
        final boolean split = length > 0 && length < text.length() && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, split ? length - 1 : length).stripTrailing();
    }

    /** Forgets everything, because the font is another one. */
    void clear() {
        sizes.clear();
    }
}
