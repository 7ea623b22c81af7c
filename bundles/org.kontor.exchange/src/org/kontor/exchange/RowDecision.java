// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * What a person decided for one row.
 *
 * @since 0.1
 */
public enum RowDecision {
    /** It is left out. */
    SKIP,
    /** It becomes a new record even where one with its key exists. */
    CREATE,
    /** It updates the record with its key even where the import would only create. */
    UPDATE
}
