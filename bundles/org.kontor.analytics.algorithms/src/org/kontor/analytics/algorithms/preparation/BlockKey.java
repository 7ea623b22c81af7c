// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

/**
 * What two records need to have in common to be compared: one column, or two. A key without columns compares all with all.
 *
 * @param column      the first column, or {@link #ALL}
 * @param form        what of it has to be the same
 * @param other       the second column, or {@link #ALL}
 * @param otherForm   what of that
 */
record BlockKey(int column, Form form, int other, Form otherForm) {

    /** No column. */
    static final int ALL = -1;

    static BlockKey all() {
        return new BlockKey(ALL, Form.SAME, ALL, Form.SAME);
    }

    static BlockKey of(final int column, final Form form) {
        return new BlockKey(column, form, ALL, Form.SAME);
    }

    BlockKey and(final int second, final Form how) {
        return new BlockKey(column, form, second, how);
    }

    /** What a record without a value for the key has. */
    static final long NONE = Long.MIN_VALUE;

    /** {@return what the record has; {@link #NONE} where it has no value} */
    long of(final Records records, final int record) {
        if (column == ALL) {
            return 0;
        }
        final int value = records.value(record, column);
        if (value == Values.NONE) {
            return NONE;
        }
        final long first = form.of(records.values(column), value);
        if (other == ALL) {
            return first;
        }
        final int second = records.value(record, other);
        return second == Values.NONE ? NONE : first << Integer.SIZE | otherForm.of(records.values(other), second) & 0xFFFFFFFFL;
    }

    String text(final Records records) {
        if (column == ALL) {
            return "*";
        }
        final var first = records.name(column) + (form == Form.SAME ? "" : " (" + form.key() + ')');
        return other == ALL ? first : first + " + " + records.name(other) + (otherForm == Form.SAME ? "" : " (" + otherForm.key() + ')');
    }
}
