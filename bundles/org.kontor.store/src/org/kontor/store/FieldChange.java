// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A field's value before and after. Values are of the field's Java type, but a reference is the identifier ({@code UUID}) of the record it
 * names and a choice is the name ({@code String}) of its constant.
 *
 * @param before the value before; null where there was none
 * @param after  the value after; null where there is none
 * @since 0.1
 */
public record FieldChange(Object before, Object after) {

    /**
     * Whether two values of a field are the same: numbers by value, everything else by {@code equals}.
     *
     * @param one     a value or null
     * @param another a value or null
     * @return whether they are the same
     */
    public static boolean same(final Object one, final Object another) {
        if (one instanceof final BigDecimal number && another instanceof final BigDecimal other) {
            return number.compareTo(other) == 0;
        }
        return Objects.equals(one, another);
    }
}
