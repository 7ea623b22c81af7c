// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * What an activity is.
 *
 * @since 0.1
 */
public enum ActivityKind {
    /** Task. */
    TASK,
    /** Call. */
    CALL,
    /** Meeting. */
    MEETING
}
