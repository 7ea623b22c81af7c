// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * How a forecast counts an opportunity.
 *
 * @since 0.1
 */
public enum ForecastCategory {
    /** Omitted. */
    OMITTED,
    /** Pipeline. */
    PIPELINE,
    /** Best case. */
    BEST_CASE,
    /** Most likely. */
    MOST_LIKELY,
    /** Commit. */
    COMMIT,
    /** Closed. */
    CLOSED
}
