// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.Objects;
import java.util.Optional;

/**
 * Where in a text something of the data is named: a column, or a value of a column. What stands there is the name or the value as it is in
 * the data; whoever shows the text may put there what people call it.
 *
 * @param from    where it begins, from 0
 * @param until   where it has ended, more than {@code from}
 * @param valueOf the column whose value is named; empty where a column is
 * @since 0.1
 */
public record Mention(int from, int until, Optional<String> valueOf) {

    public Mention {
        Objects.requireNonNull(valueOf);
        if (from < 0 || until <= from) {
            throw new IllegalArgumentException(from + " to " + until);
        }
    }

    /** What people call the columns of data and their values. */
    public interface Words {

        /**
         * What a column is called.
         *
         * @param name its name
         * @return its title; the name where it has none
         */
        String column(String name);

        /**
         * What a value is called.
         *
         * @param column the name of its column
         * @param value  the value as it is in the data
         * @return its label; the value where it has none
         */
        String value(String column, String value);
    }

    /** {@return the same, further on} */
    Mention shifted(final int by) {
        return new Mention(from + by, until + by, valueOf);
    }

    /** {@return what people call it} */
    String in(final Words words, final String text) {
        final var named = text.substring(from, until);
        return valueOf.map(column -> words.value(column, named)).orElseGet(() -> words.column(named));
    }
}
