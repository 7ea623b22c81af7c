// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

/**
 * Which rows of a column have no value: one bit a row. Immutable.
 *
 * @since 0.1
 */
public final class Missing {

    /** No row lacks a value. */
    public static final Missing NONE = new Missing(new long[0], 0);

    private final long[] bits;
    private final int count;

    private Missing(final long[] bits, final int count) {
        this.bits = bits;
        this.count = count;
    }

    /**
     * From a bit set.
     *
     * @param bits bit {@code r % 64} of {@code bits[r / 64]} is set where row r has no value; rows beyond the end of the array have one. The
     *             array is given away
     * @return the mask
     */
    public static Missing of(final long[] bits) {
        int count = 0;
        for (final long word : bits) {
            count += Long.bitCount(word);
        }
        return count == 0 ? NONE : new Missing(bits, count);
    }

    /** {@return this, for a column of so many rows} */
    Missing within(final int rows) {
        for (int word = bits.length - 1; word >= 0; word--) {
            if (bits[word] != 0) {
                final int last = (word << 6) + 63 - Long.numberOfLeadingZeros(bits[word]);
                if (last >= rows) {
                    throw new IllegalArgumentException("row " + last + " of " + rows + " is missing");
                }
                return this;
            }
        }
        return this;
    }

    /**
     * Whether a row has no value.
     *
     * @param row 0 or more
     * @return true where it is missing
     */
    public boolean at(final int row) {
        final int word = row >> 6;
        return word < bits.length && (bits[word] >>> row & 1) != 0;
    }

    /**
     * How many rows have no value.
     *
     * @return 0 or more
     */
    public int count() {
        return count;
    }

    /**
     * The mask of some rows.
     *
     * @param rows which
     * @return a mask of {@code rows.length} rows
     */
    public Missing take(final int[] rows) {
        if (count == 0) {
            return NONE;
        }
        final var taken = new long[(rows.length + 63) / 64];
        for (int i = 0; i < rows.length; i++) {
            if (at(rows[i])) {
                taken[i >> 6] |= 1L << i;
            }
        }
        return of(taken);
    }
}
