// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * How promising a lead looks.
 *
 * @since 0.1
 */
public enum Rating {
    /** Hot. */
    HOT,
    /** Warm. */
    WARM,
    /** Cold. */
    COLD
}
