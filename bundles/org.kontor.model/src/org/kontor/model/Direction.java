// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * Who called whom.
 *
 * @since 0.1
 */
public enum Direction {
    /** Inbound. */
    INBOUND,
    /** Outbound. */
    OUTBOUND
}
