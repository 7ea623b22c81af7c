// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * What to do with a row that has no value where a record should be named.
 *
 * @since 0.1
 */
public enum BlankChoice {
    /** The field stays empty; the rows are counted. */
    LEAVE_EMPTY,
    /** The row is not imported and is listed. */
    REFUSE
}
