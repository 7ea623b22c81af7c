// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

/**
 * A field that must be filled first.
 *
 * @param name  the field's name, such as {@code closeDate}
 * @param label its name in the person's language
 * @since 0.1
 */
public record MissingField(String name, String label) {
}
