// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

/**
 * What the two axes measure. The table of the numbers takes its headers from here.
 *
 * @param domain the categories or periods; empty where they speak for themselves
 * @param value  the numbers; empty where the title says it
 * @since 0.1
 */
public record AxisTitles(String domain, String value) {

    /** Axes without titles. */
    public static final AxisTitles NONE = new AxisTitles("", "");

    public AxisTitles {
        domain = Labels.clean(domain);
        value = Labels.clean(value);
    }
}
