// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * Whether a model was found better than answers that look at no feature.
 *
 * @since 0.1
 */
public enum ModelVerdict {
    /** Surely better than the naive baseline. */
    BETTER,
    /** No better than the naive baseline. */
    NO_BETTER,
    /** It predicts something, and nothing is known of how well. */
    UNTESTED,
    /** It predicts nothing that could be checked, such as the model of a grouping. */
    NOT_ASKED
}
