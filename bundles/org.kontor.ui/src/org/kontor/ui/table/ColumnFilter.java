// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A condition that a person set on one column. A value that can be kept in a saved view and read again in another session, another
 * language and on another day.
 *
 * @since 0.1
 */
public sealed interface ColumnFilter {

    /** @return the column's path */
    String path();

    /**
     * The text contains each of the words, ignoring case.
     *
     * @param path the column's path
     * @param text words separated by blanks; not blank
     */
    record Words(String path, String text) implements ColumnFilter {
    }

    /**
     * The number lies between two numbers, both included.
     *
     * @param path the column's path
     * @param from the smallest; empty for no lower end
     * @param to   the largest; empty for no upper end
     */
    record Numbers(String path, Optional<BigDecimal> from, Optional<BigDecimal> to) implements ColumnFilter {
    }

    /**
     * The day, or the day of the moment in the person's time zone, lies between two days, both included.
     *
     * @param path the column's path
     * @param from the first; empty for no beginning
     * @param to   the last; empty for no end
     */
    record Days(String path, Optional<LocalDate> from, Optional<LocalDate> to) implements ColumnFilter {
    }

    /**
     * The day lies in a period that moves with the calendar.
     *
     * @param path the column's path
     * @param span the period
     */
    record Recent(String path, DaySpan span) implements ColumnFilter {
    }

    /**
     * The value is one of some.
     *
     * @param path   the column's path
     * @param values names of enum constants, identifiers of records, or {@code true} and {@code false}; in no order
     * @param orNone whether records without a value are taken too
     */
    record AnyOf(String path, Set<String> values, boolean orNone) implements ColumnFilter {
        public AnyOf {
            values = Set.copyOf(values);
        }

        /** @return the values in an order that does not change */
        public List<String> sorted() {
            return List.copyOf(new TreeSet<>(values));
        }
    }

    /**
     * There is no value, or there is one.
     *
     * @param path  the column's path
     * @param empty whether records without a value are wanted
     */
    record Empty(String path, boolean empty) implements ColumnFilter {
    }
}
