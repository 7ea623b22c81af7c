// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * How a column writes numbers. Currency signs, a percent sign and brackets for negative amounts are understood in both.
 *
 * @since 0.1
 */
public enum NumberStyle {
    /** 1,234.56 or 1234.56. */
    POINT,
    /** 1.234,56 or 1 234,56. */
    COMMA
}
