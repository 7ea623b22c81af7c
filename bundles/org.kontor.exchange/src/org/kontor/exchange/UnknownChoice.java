// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * What to do with a value that should name a record and names none.
 *
 * @since 0.1
 */
public enum UnknownChoice {
    /** The row is not imported and is listed. */
    REFUSE,
    /** The record is made. */
    CREATE,
    /** The field stays empty; the row is imported and listed. */
    LEAVE_EMPTY
}
