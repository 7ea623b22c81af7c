// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * A finding about one row, in the person's language.
 *
 * @param row        the row, from 1 for the first one after the header
 * @param line       the line of the file on which the row begins, from 1
 * @param severity   what it means for the row
 * @param code       stable, language-free name, such as {@code date.bad}
 * @param column     the column's name; empty where it concerns the row
 * @param value      the value as it stands in the file; at most 200 characters
 * @param message    what is wrong
 * @param suggestion a value to use instead; empty where none is near
 * @since 0.1
 */
public record RowProblem(long row, long line, Severity severity, String code, String column, String value, String message,
        String suggestion) {
}
