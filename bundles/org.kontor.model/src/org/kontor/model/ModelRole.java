// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * What part a model plays in a deployment.
 *
 * @since 0.1
 */
public enum ModelRole {
    /** Its scores are written to customers. */
    CHAMPION,
    /** It scores the same records unseen, to be compared. */
    CHALLENGER
}
