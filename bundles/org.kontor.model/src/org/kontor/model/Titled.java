// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * A record that people call by more than the value of one field.
 *
 * @since 0.1
 */
public interface Titled {

    /** @return what people call the record in their language; null or blank where nothing is known */
    String title();
}
