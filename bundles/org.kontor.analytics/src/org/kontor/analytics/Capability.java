// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics;

/**
 * What an algorithm can do beyond its parameters.
 *
 * @since 0.1
 */
public enum Capability {

    /** It leaves a {@link org.kontor.analytics.result.Model} that is applied to other rows. */
    LEARNS,
    /** Its model says why a row gets its answer. */
    EXPLAINS,
    /** It takes rows with missing values as they are. */
    MISSING_VALUES,
    /** It takes features that are texts as categories. */
    CATEGORIES,
    /** Rows can count more or less. */
    WEIGHTS,
    /** It depends on the seed. */
    RANDOM
}
