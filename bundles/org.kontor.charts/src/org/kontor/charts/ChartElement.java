// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.util.Objects;

/**
 * One thing of a painted chart that a person can point at: a stage, a bar, a month's point of a line. Its keys are those that the
 * caller gave in the description, so a click leads to the records behind it.
 *
 * @param key     the key of the stage, category or period
 * @param series  the key of the series; empty where the chart has none
 * @param label   what it is, in full even where the picture shortens it
 * @param value   its numbers, exact and formatted
 * @param mark    what is painted, in logical pixels
 * @param hitArea where a click means this element; at least as large as the mark
 * @since 0.1
 */
public record ChartElement(String key, String series, String label, String value, Box mark, Box hitArea) {

    public ChartElement {
        Objects.requireNonNull(key);
        Objects.requireNonNull(series);
        Objects.requireNonNull(label);
        Objects.requireNonNull(value);
        Objects.requireNonNull(mark);
        Objects.requireNonNull(hitArea);
    }

    /**
     * What a tooltip or a screen reader says.
     *
     * @return label and value in one line
     */
    public String text() {
        return value.isEmpty() ? label : label + ": " + value;
    }

    /**
     * Whether this is the element of the same thing in another picture of the chart.
     *
     * @param other an element or null
     * @return true where both keys agree
     */
    public boolean isSameAs(final ChartElement other) {
        return other != null && key.equals(other.key) && series.equals(other.series);
    }
}
