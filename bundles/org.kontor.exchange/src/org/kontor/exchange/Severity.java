// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * What a finding about a row means for the row.
 *
 * @since 0.1
 */
public enum Severity {
    /** The row is refused. */
    ERROR,
    /** The row is imported, or skipped by choice, but somebody should look. */
    WARNING,
    /** Nothing is wrong; worth knowing, such as that the record exists. */
    NOTE
}
