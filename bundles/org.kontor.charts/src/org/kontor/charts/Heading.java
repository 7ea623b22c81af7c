// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

/**
 * What stands over a chart, and what it says to somebody who does not see it.
 *
 * @param title       the title; empty for none
 * @param subtitle    one muted line below: period, filter, currency; empty for none
 * @param description what a screen reader says instead of the picture; empty for a summary made from the numbers
 * @param emptyText   what stands in a chart without data; empty for the usual sentence
 * @since 0.1
 */
public record Heading(String title, String subtitle, String description, String emptyText) {

    /** Nothing over the chart. */
    public static final Heading NONE = of("");

    /** Cleans the texts to one printable line each; null counts as empty. */
    public Heading {
        title = Labels.clean(title);
        subtitle = Labels.clean(subtitle);
        description = Labels.clean(description);
        emptyText = Labels.clean(emptyText);
    }

    /**
     * A title alone.
     *
     * @param title the title
     * @return the heading
     */
    public static Heading of(final String title) {
        return new Heading(title, "", "", "");
    }

    /**
     * A title and the line below it.
     *
     * @param title    the title
     * @param subtitle the line below
     * @return the heading
     */
    public static Heading of(final String title, final String subtitle) {
        return new Heading(title, subtitle, "", "");
    }

    /**
     * This heading with another text for a chart without data.
     *
     * @param text one sentence: why there is nothing, and what would bring something
     * @return the heading
     */
    public Heading whenEmpty(final String text) {
        return new Heading(title, subtitle, description, text);
    }

    /**
     * This heading with a description for screen readers.
     *
     * @param text what the chart shows
     * @return the heading
     */
    public Heading describedAs(final String text) {
        return new Heading(title, subtitle, text, emptyText);
    }
}
