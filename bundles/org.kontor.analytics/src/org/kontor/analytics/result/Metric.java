// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

/**
 * A plain number under a standard name.
 *
 * @param name  the standard name that scripts rely on: {@code inertia}, {@code silhouette}, {@code auc}, {@code rmse}, ...
 * @param value the value; {@code NaN} where it is not defined
 * @param title what it is called
 * @param trail how it came about
 * @since 0.1
 */
public record Metric(String name, double value, Message title, Trail trail) {
}
