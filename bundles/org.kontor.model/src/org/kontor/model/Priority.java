// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * How urgent an activity is.
 *
 * @since 0.1
 */
public enum Priority {
    /** High. */
    HIGH,
    /** Normal. */
    NORMAL,
    /** Low. */
    LOW
}
