// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * The gender a person stated.
 *
 * @since 0.1
 */
public enum Gender {
    /** Female. */
    FEMALE,
    /** Male. */
    MALE,
    /** Other. */
    OTHER
}
