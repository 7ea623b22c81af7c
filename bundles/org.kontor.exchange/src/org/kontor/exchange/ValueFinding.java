// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * A value that occurs in the file and that the store, the file or common usage knows otherwise.
 *
 * @param target     the field it is mapped to
 * @param column     the column's name
 * @param value      the value as it stands in the file
 * @param rows       how many rows have it
 * @param firstRow   the first of them
 * @param suggestion the nearest known value; empty where none is near
 * @param reason     language-free: {@code unknown} (names no record), {@code existing}, {@code file}, {@code country}, {@code industry}
 *                   (near to a value of that kind)
 * @since 0.1
 */
public record ValueFinding(String target, String column, String value, long rows, long firstRow, String suggestion, String reason) {
}
