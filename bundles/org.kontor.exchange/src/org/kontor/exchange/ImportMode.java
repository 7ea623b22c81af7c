// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * What becomes of rows whose record exists already, and of rows whose record does not.
 *
 * @since 0.1
 */
public enum ImportMode {
    /** Creates what is new, updates what exists. */
    CREATE_OR_UPDATE,
    /** Creates what is new, skips what exists. */
    CREATE_ONLY,
    /** Updates what exists, skips what is new. */
    UPDATE_ONLY
}
