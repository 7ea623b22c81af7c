// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * What a run of an analysis was for.
 *
 * @since 0.1
 */
public enum RunPurpose {
    /** To find something out, or to learn a model. */
    ANALYSIS,
    /** To score records by a model that was learned before. */
    SCORING,
    /** To try settings of a method. */
    TUNING
}
