// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML in which text is always text, whatever it holds. Not safe for several threads. */
final class Html {

    private final StringBuilder page = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Makes a text harmless: its markup shows as it was typed, and characters that no page may hold, or that turn the reading direction so
     * that a name reads as another one, are replaced.
     *
     * @param text any text; null counts as empty
     * @return the text as HTML, in content and in quoted attributes
     */
    static String escape(final String text) {
        if (text == null) {
            return "";
        }
        final var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r' -> escaped.append(' ');
                default -> escaped.appendCodePoint(isAllowed(point) ? point : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(final int point) {
        final boolean turnsDirection = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        return !Character.isISOControl(point) && !turnsDirection && Character.getType(point) != Character.SURROGATE
                && (point & 0xFFFE) != 0xFFFE;
    }

    /**
     * Opens an element.
     *
     * @param name       its name
     * @param attributes names and values in turn
     * @return this
     */
    Html begin(final String name, final String... attributes) {
        tag(name, attributes);
        open.push(name);
        return this;
    }

    /**
     * Closes the element opened last.
     *
     * @return this
     */
    Html end() {
        page.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /**
     * An element with a text.
     *
     * @param name       its name
     * @param text       its text
     * @param attributes names and values in turn
     * @return this
     */
    Html element(final String name, final String text, final String... attributes) {
        tag(name, attributes);
        page.append(escape(text)).append("</").append(name).append(">\n");
        return this;
    }

    /**
     * An element without content, such as {@code meta}.
     *
     * @param name       its name
     * @param attributes names and values in turn
     * @return this
     */
    Html single(final String name, final String... attributes) {
        tag(name, attributes);
        page.append('\n');
        return this;
    }

    /**
     * Markup of our own, such as a picture.
     *
     * @param markup the markup
     * @return this
     */
    Html markup(final String markup) {
        page.append(markup).append('\n');
        return this;
    }

    private void tag(final String name, final String... attributes) {
        page.append('<').append(name);
        for (int index = 0; index < attributes.length; index += 2) {
            page.append(' ').append(attributes[index]).append("=\"").append(escape(attributes[index + 1])).append('"');
        }
        page.append('>');
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("open: " + open);
        }
        return page.toString();
    }
}
