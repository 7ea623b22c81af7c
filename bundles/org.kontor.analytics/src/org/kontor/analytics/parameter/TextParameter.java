// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

/**
 * A free text.
 *
 * @param name    the name
 * @param preset  the value where nobody gives one
 * @param longest how many characters are allowed
 * @since 0.1
 */
public record TextParameter(String name, String preset, int longest) implements Parameter<String> {

    public TextParameter {
        if (preset.length() > longest) {
            throw new IllegalArgumentException(name + " is preset to " + preset);
        }
    }

    @Override
    public String kind() {
        return "text";
    }

    @Override
    public String range() {
        return "";
    }

    @Override
    public String parse(final String text) {
        check(text);
        return text;
    }

    @Override
    public String format(final String value) {
        return value;
    }

    @Override
    public void check(final String value) {
        if (value.length() > longest) {
            throw Refusal.outOfRange(this, value.substring(0, Math.min(longest, 40)) + '…');
        }
    }
}
