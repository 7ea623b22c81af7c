// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * How far a run of an analysis is.
 *
 * @since 0.1
 */
public enum AnalysisRunState {
    /** It works; one that was cut off has failed when its store is next open. */
    RUNNING,
    /** It gave a result. */
    SUCCEEDED,
    /** It gave none; the problem says why. */
    FAILED,
    /** Somebody stopped it. */
    CANCELLED,
    /** Its result is what customers are classified by. */
    DEPLOYED,
    /** Its result was, until that of a later run took its place. */
    SUPERSEDED
}
