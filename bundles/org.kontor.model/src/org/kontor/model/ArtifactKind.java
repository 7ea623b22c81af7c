// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * What a run left.
 *
 * @since 0.1
 */
public enum ArtifactKind {
    /** The result. */
    RESULT,
    /** What the model knows. */
    MODEL,
    /** The steps of preparation with what they learned. */
    PREPARATION,
    /** How the rows that a model learned from, and its answers, were spread. */
    SPREAD,
    /** What people call its groups. */
    NAMES
}
