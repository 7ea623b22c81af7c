// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.query;

/**
 * A number computed over a group of records.
 *
 * @param function what to compute
 * @param path     the field it is computed of; ignored for {@code COUNT}
 * @since 0.1
 */
public record Aggregate(Function function, String path) {

    /** What can be computed. */
    public enum Function {
        /** How many records; {@code Long}. */
        COUNT,
        /** The sum; {@code BigDecimal}. */
        SUM,
        /** The smallest value. */
        MIN,
        /** The largest value. */
        MAX
    }

    /** How many records. */
    public static final Aggregate COUNT = new Aggregate(Function.COUNT, "id");

    /**
     * @param path a numeric field
     * @return its sum
     */
    public static Aggregate sum(final String path) {
        return new Aggregate(Function.SUM, path);
    }
}
