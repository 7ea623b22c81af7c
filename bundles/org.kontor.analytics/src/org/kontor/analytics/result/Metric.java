// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

/**
 * A plain number under a standard name.
 *
 * @param name    the standard name that scripts rely on: {@code inertia}, {@code silhouette}, {@code auc}, {@code rmse}, ...
 * @param value   the value; {@code NaN} where it is not defined
 * @param title   what it is called
 * @param trail   how it came about
 * @param meaning what the value says, by which it is shown: a {@link Meaning#SHARE} as percent
 * @since 0.1
 */
public record Metric(String name, double value, Message title, Trail trail, Meaning meaning) {

    /**
     * A number that means nothing more.
     *
     * @param name  the standard name
     * @param value the value
     * @param title what it is called
     * @param trail how it came about
     */
    public Metric(final String name, final double value, final Message title, final Trail trail) {
        this(name, value, title, trail, Meaning.PLAIN);
    }
}
