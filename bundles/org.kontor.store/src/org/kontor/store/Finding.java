// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

/**
 * Something that {@link Store#verify} found wrong.
 *
 * @param check what was checked: {@code schema}, {@code pages}, {@code chain}, {@code watermark}, {@code references}
 * @param where the table, entry or record
 * @param text  what is wrong, in the person's language
 * @since 0.1
 */
public record Finding(String check, String where, String text) {
}
