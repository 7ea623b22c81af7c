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
    MODEL
}
