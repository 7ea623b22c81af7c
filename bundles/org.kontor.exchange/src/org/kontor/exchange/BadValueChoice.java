// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * What to do with a value that its field cannot hold, such as the 30th of February.
 *
 * @since 0.1
 */
public enum BadValueChoice {
    /** The row is not imported and is listed. */
    REFUSE,
    /** The field stays empty, where it may; the row is imported and listed. */
    LEAVE_EMPTY
}
